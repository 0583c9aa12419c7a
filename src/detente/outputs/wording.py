"""Parts of a report -> the words in which tables and trees show them; what is not known says so."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from rich.text import Text

from detente.records import Actor, Claim, Event, Participant, Place, Report, Source, Span, Time

NOT_KNOWN = "not known"
OWN_VOICE = "the report itself"

STATUS_STYLES = {
    "proposed": "bright_blue",
    "planned": "blue",
    "scheduled": "cyan",
    "under_way": "bright_green",
    "occurred": "green",
    "postponed": "yellow",
    "cancelled": "red",
    "declined": "red",
    "denied": "magenta",
    "hypothetical": "bright_black",
}
CERTAINTY = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "certainly not",
    "PR-": "probably not",
    "PS-": "possibly not",
    "Uu": "left open",
}
STANCES = {
    "asserts": "said",
    "claims": "claimed",
    "confirms": "confirmed",
    "denies": "denied",
    "does_not_confirm": "not confirmed",
    "no_comment": "no comment",
}
# A happening of such a status does not take place as it was meant to: that a claim says so is no doubt about it.
NEGATIVE = ("postponed", "cancelled", "declined", "denied")

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """The text with each control character as a space: as long as before, and harmless on a terminal."""
    return _CONTROL.sub(" ", text)


def counted(count: int, noun: str) -> str:
    """`1 report`, `2,000 reports`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def quote(report: Report, span: Span) -> str:
    """The words of a span."""
    return shown(report.text[span.start : span.end])


def marked(report: Report, sentence: Span, triggers: Iterable[Span], *, style: str, mark: str) -> Text:
    """A sentence with its triggers marked."""
    words = Text(quote(report, sentence), style=style)
    for start, end in triggers:
        words.stylize(mark, max(0, start - sentence.start), max(0, end - sentence.start))
    return words


def day(iso: str) -> str:
    """`18 Jun 2023`; what is no full day as it stands."""
    try:
        return _written(date.fromisoformat(iso))
    except ValueError:
        return shown(iso)


def interval(earliest: str | None, latest: str | None) -> str | None:
    """The shortest way to write an interval of days; None when both ends are open."""
    if earliest is None or latest is None:
        return f"from {day(earliest)}" if earliest else f"by {day(latest)}" if latest else None
    if earliest == latest:
        return day(earliest)
    try:
        first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    except ValueError:
        return f"{shown(earliest)} – {shown(latest)}"
    return _whole_period(first, last) or _from_to(first, last)


def _whole_period(first: date, last: date) -> str | None:
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1] or first.year != last.year:
        return None
    if first.month == last.month:
        return f"{first:%b %Y}"
    return str(first.year) if (first.month, last.month) == (1, 12) else None


def _from_to(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{_written(first)} – {_written(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%b} – {_written(last)}"
    return f"{first.day}–{_written(last)}"


def _written(moment: date) -> str:
    return f"{moment.day} {moment:%b %Y}"


def when(time: Time | None) -> str:
    """The interval, else the TIMEX3 value, else the words, else `not known`."""
    if time is None:
        return NOT_KNOWN
    return interval(time.earliest, time.latest) or shown(time.value or time.text or NOT_KNOWN)


def where(place: Place | None) -> str:
    """`Klausenburg, SYL`."""
    if place is None:
        return NOT_KNOWN
    name = shown(place.name or place.text)
    return f"{name}, {place.country}" if place.country and place.country != name else name


def names(people: Sequence[Actor | Participant | Source]) -> str:
    """`A, B and C`, or `not known`."""
    *others, last = [shown(person.name) for person in people] or [NOT_KNOWN]
    return f"{', '.join(others)} and {last}" if others else last


def parties(event: Event) -> str:
    """`A → B`, or `A ↔ B` when it is reciprocal."""
    if event.reciprocal:
        return " ↔ ".join(shown(actor.name) for actor in event.actors) or NOT_KNOWN
    return f"{names(event.actors)} → {names(event.recipients)}"


def code(event: Event) -> str:
    """PLOVER's type and mode, as far as it has them."""
    return " ".join(part for part in (event.type, event.mode) if part) or "no PLOVER code"


def voice(claim: Claim, report: Report) -> str:
    """Whose claim it is: its sources, else the outlet, in whose own voice it is made."""
    if claim.sources:
        return names(claim.sources)
    return shown(report.outlet) if report.outlet else OWN_VOICE


def says(claim: Claim, event: Event) -> str | None:
    """What the source does with the event and how sure it is; None for a plain statement that it is so."""
    doubt = CERTAINTY[claim.factuality.replace("-", "+") if event.status in NEGATIVE else claim.factuality]
    plain = claim.factuality == "Uu" if event.status == "hypothetical" else doubt == CERTAINTY["CT+"]
    if claim.stance == "asserts":
        return None if plain else doubt
    spoken_of = plain or claim.factuality in ("Uu", "CT-")  # these are what not to confirm and to deny mean
    return STANCES[claim.stance] if spoken_of else f"{STANCES[claim.stance]}, {doubt}"


def published(report: Report) -> str:
    """The day of publication, and how it was inferred if it was."""
    if report.published is None:
        return f"date {NOT_KNOWN}"
    inferred = f" (inferred: {shown(report.published_inferred)})" if report.published_inferred else ""
    return day(report.published) + inferred


def heading(report: Report) -> str:
    """The title, else the first line of the text."""
    first_line = next((line for line in report.text.splitlines() if line.strip()), "")
    return shown(report.title or first_line).strip()
