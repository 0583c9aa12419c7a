"""Dossiers -> an iCalendar file (RFC 5545) of what is coming, was put off, or was planned and took place.

One VEVENT for each dossier that was ever planned. Days are whole days. What is known only to a period is a VEVENT
over the period whose summary says so; an open end ("from 2 December on") is one on the day that is known. What is
known to no more than a longer time is left out. The file depends on the dossiers and the day alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from detente.dossiers import changes, state
from detente.dossiers.offers import last_plan
from detente.dossiers.records import Account, Dossier, Offer, State, Voice
from detente.knowledge.dossiers import DossierTables
from detente.outputs.wording import NOT_KNOWN, day, interval, shown
from detente.records import Time

if TYPE_CHECKING:
    from icalendar import Event

LONGEST = 62  # days that a VEVENT may cover: about what "this autumn" is too long for
TENTATIVE, CONFIRMED, CANCELLED = "TENTATIVE", "CONFIRMED", "CANCELLED"
STATUS = {
    "proposed": TENTATIVE,
    "planned": TENTATIVE,
    "unreported": TENTATIVE,
    "scheduled": CONFIRMED,
    "under_way": CONFIRMED,
    "occurred": CONFIRMED,
    "postponed": CANCELLED,
    "cancelled": CANCELLED,
    "declined": CANCELLED,
    "denied": CANCELLED,
}
WORDS = {
    "proposed": "Proposed.",
    "planned": "Planned; no side has fixed the day.",
    "scheduled": "Fixed by a side.",
    "under_way": "Under way.",
    "occurred": "Took place.",
    "postponed": "Put off; no new day is known.",
    "cancelled": "Called off.",
    "declined": "Declined.",
    "denied": "Denied.",
    "unreported": "The day has passed, and no report says whether it took place.",
}
REVISIONS = (
    "moved", "planned", "scheduled", "denied", "postponed", "cancelled", "declined", "under_way", "held", "unreported",
)  # fmt: skip  # changes of date or status, each of which raises SEQUENCE
PLANS = ("proposed", "planned", "scheduled", "postponed", "cancelled", "declined")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What a VEVENT says. first, last: whole days, both included. about: what is said of the days before the title."""

    dossier: str
    now: State
    first: date
    last: date
    about: str | None
    sequence: int


def calendar_bytes(
    dossiers: Iterable[Dossier],
    *,
    as_of: str,
    tables: DossierTables,
    name: str = "détente",
    pages: str | None = None,
) -> bytes:
    """The file as it stood at the end of the ISO day `as_of`, in the order of days.

    pages: where the pages of dossiers are; an entry whose report has no address of its own leads there.
    """
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//detente//dossiers//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    found = ((entry, one) for one in dossiers if (entry := entry_of(one, as_of=as_of, tables=tables)))
    for entry, dossier in sorted(found, key=lambda pair: (pair[0].first, pair[0].dossier)):
        calendar.add_component(_event(entry, dossier.accounts, pages))
    made: bytes = calendar.to_ical()
    return made


def entry_of(dossier: Dossier, *, as_of: str, tables: DossierTables) -> Entry | None:
    """The entry of a dossier; None for what was never planned, or has no days that fit into a calendar."""
    now = state(dossier, as_of, tables=tables)
    if now is None or now.status not in STATUS or not _was_planned(dossier):
        return None
    days = _days(now)
    if days is None:
        return None
    first, last, about = days
    told = changes(dossier, None, as_of, tables=tables)
    return Entry(
        dossier=dossier.id,
        now=now,
        first=first,
        last=last,
        about=about,
        sequence=sum(change.what in REVISIONS for change in told),
    )


def _was_planned(dossier: Dossier) -> bool:
    return any(event.status in PLANS for account in dossier.accounts for event in account.events)


def _days(now: State) -> tuple[date, date, str | None] | None:
    """First and last day with the words about them: of the time that is believed, else of all dates on offer."""
    if now.time is not None:
        return _period(now.time)
    current = [offer for offer in now.offers if offer.current]
    plan = last_plan(now.earlier_plans)
    offers = current or ([plan] if plan else [])
    periods = [days for offer in offers if (days := _period(offer.time))]
    if not periods:
        return None
    first, last = min(first for first, _, _ in periods), max(last for _, last, _ in periods)
    if (last - first).days >= LONGEST:
        return None
    return first, last, "One of several dates" if len({days[:2] for days in periods}) > 1 else periods[0][2]


def _period(time: Time) -> tuple[date, date, str | None] | None:
    if time.earliest is None and time.latest is None:
        return None
    if time.earliest is None or time.latest is None:
        known = date.fromisoformat(time.earliest or time.latest or "")
        return known, known, "From this day on" if time.earliest else "By this day"
    first, last = date.fromisoformat(time.earliest), date.fromisoformat(time.latest)
    if (last - first).days >= LONGEST:
        return None
    return first, last, None if first == last else f"On a day of {interval(time.earliest, time.latest)}"


def _event(entry: Entry, accounts: Iterable[Account], pages: str | None) -> Event:
    from icalendar import Event  # noqa: PLC0415

    now = entry.now
    stamp = datetime.fromisoformat(now.last_published or now.as_of).replace(tzinfo=UTC)
    event = Event()
    event.add("uid", f"{entry.dossier.replace(':', '-')}@detente")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", entry.sequence)
    event.add("status", STATUS[now.status])
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))
    event.add("summary", shown(f"{entry.about}: {now.title}" if entry.about else now.title))
    event.add("description", "\n".join(_description(entry, accounts)))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [now.kind])
    if now.place is not None:
        event.add("location", shown(now.place.name or now.place.text))
    if now.place is not None and now.place.lat is not None and now.place.lon is not None:
        event.add("geo", (now.place.lat, now.place.lon))
    link = link_of(voice_of(now), accounts) or (pages and f"{pages}{entry.dossier}")
    if link:
        event.add("url", link)
    return event


def _description(entry: Entry, accounts: Iterable[Account]) -> Iterator[str]:
    now = entry.now
    yield WORDS[now.status]
    if entry.about:
        yield f"{entry.about}: the reports say no more than that."
    for offer in now.offers:
        if offer.current and (now.time is None or len(now.offers) > 1):
            yield _offered(offer)
    for offer in now.earlier_plans:
        yield f"Earlier plan: {_span(offer.time)}."
    voice = voice_of(now)
    if voice is not None:
        yield ""
        yield said(voice)
    for title, voices in (("Confirmed by", now.confirmations), ("Denied by", now.denials)):
        if voices:
            yield f"{title} {', '.join(_names(voices, lambda voice: voice.source.name))}."
    outlets = _names(
        (voice for offer in now.offers for voice in offer.voices), lambda v: v.outlet or NOT_KNOWN
    )
    if outlets:
        number = now.independent_sources
        sources = f"{number} independent sources" if number > 1 else "one source"
        yield f"Reported by {', '.join(outlets)}; {sources}."
    link = link_of(voice, accounts)
    if link is not None:
        yield link


def _offered(offer: Offer) -> str:
    return f"{_span(offer.time)}: {', '.join(_names(offer.voices, lambda voice: voice.source.name))}."


def _span(time: Time) -> str:
    return interval(time.earliest, time.latest) or shown(time.text or NOT_KNOWN)


def _names(voices: Iterable[Voice], of: Callable[[Voice], str]) -> list[str]:
    return list(dict.fromkeys(shown(of(voice)) for voice in voices))


def voice_of(now: State) -> Voice | None:
    """The voice for the status, else the last one that gave a date."""
    return now.status_voice or next(
        (voice for offer in now.offers[::-1] for voice in offer.voices[::-1]), None
    )


def said(voice: Voice) -> str:
    """`"The sentence." (source, outlet, day)`."""
    outlet = voice.outlet if voice.outlet != voice.source.name else None
    by = [voice.source.name, outlet, day(voice.published) if voice.published else "undated"]
    return f"“{' '.join(voice.sentence.split())}” ({', '.join(shown(part) for part in by if part)})"


def link_of(voice: Voice | None, accounts: Iterable[Account]) -> str | None:
    """The address of the report that a voice stands in."""
    if voice is None:
        return None
    return next((account.url for account in accounts if account.id == voice.account), None)
