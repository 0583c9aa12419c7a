"""Dossiers and days in, the lines of a briefing out, each with its source and sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.dossiers import changes, state
from detente.dossiers.acts import acts_of
from detente.dossiers.records import Account, Change, Dossier, State, Voice
from detente.dossiers.state import act_state
from detente.knowledge.dossiers import DossierTables
from detente.outputs.calendar import link_of
from detente.outputs.wording import interval, shown
from detente.records import Time

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "new": ("new",),
    "moved": ("moved", "planned", "scheduled", "postponed", "cancelled", "declined"),
    "confirmed": ("confirmed", "under_way", "held"),
    "contradicted": ("contradicted", "denied"),
    "open": ("unreported", "corrected", "merged", "split", "overruled"),
}
LONG = 60  # days after which what a report tells of for the first time is background
COMING = ("proposed", "planned", "scheduled")


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line. what: the kind of change, or "coming". status: of the dossier at that day.

    when, planned, before, after: in words, such as "on 14 Oct 2024", "for Oct 2024". past: background, and no news.
    """

    what: str
    dossier: str
    title: str
    kind: str
    status: str
    when: str | None
    planned: str | None
    before: str | None
    after: str | None
    day: str
    source: str | None
    outlet: str | None
    sentence: str | None
    link: str | None
    sources: int
    past: bool = False
    change: str | None = None


@dataclass(frozen=True, kw_only=True)
class Brief:
    """The lines of the days from `since` to `until`, by section; `coming` looks ahead from `until`."""

    since: str
    until: str
    title: str
    new: list[Item] = field(default_factory=list)
    moved: list[Item] = field(default_factory=list)
    confirmed: list[Item] = field(default_factory=list)
    contradicted: list[Item] = field(default_factory=list)
    open: list[Item] = field(default_factory=list)
    coming: list[Item] = field(default_factory=list)
    background: list[Item] = field(default_factory=list)

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.items

    @property
    def items(self) -> int:
        """How many lines there are."""
        return sum(len(getattr(self, name)) for name in (*SECTIONS, "coming", "background"))


def brief_of(
    dossiers: Iterable[Dossier], *, since: str, until: str, tables: DossierTables, title: str = "Briefing"
) -> Brief:
    """What the days from `since` to `until` (ISO, both included) brought, and what is coming after them."""
    brief = Brief(since=since, until=until, title=title)
    for dossier in dossiers:
        for item in changed_items(dossier, since=since, until=until, tables=tables):
            section = next(name for name, whats in SECTIONS.items() if item.what in whats)
            if section == "new" and item.past:
                section = "background"
            getattr(brief, section).append(item)
        now = state(dossier, until, tables=tables)
        if now is not None and _is_coming(now, until):
            brief.coming.append(_item("coming", now, now.status_voice, dossier.accounts))
    for name in (*SECTIONS, "background"):
        getattr(brief, name).sort(key=lambda item: (item.day, item.title, item.change or ""), reverse=True)
    brief.coming.sort(key=lambda item: (item.after or "", item.title))
    return brief


def changed_items(
    dossier: Dossier, *, since: str | None, until: str | None, tables: DossierTables
) -> Iterator[Item]:
    """A line for each change of the days, in order. A change of status that came with a move is told as the move.

    What changed in an act of an incident is told of that act.
    """
    told = changes(dossier, since, until, tables=tables)
    days: dict[str, list[State]] = {}
    for change in told:
        if change.day not in days:
            days[change.day] = list(_states(dossier, change.day, tables))
        stood = days[change.day]
        now = next((one for one in stood if one.title == change.title), stood[-1] if stood else None)
        if now is not None and not _told_twice(change, told):
            yield _item(change.what, now, change.voice, dossier.accounts, change)


def _states(dossier: Dossier, day: str, tables: DossierTables) -> Iterator[State]:
    """How the acts of an incident stood at the end of a day, and last the whole."""
    acts = acts_of(dossier, tables=tables)
    each = (act_state(act, day, tables=tables) for act in acts) if len(acts) > 1 else ()
    yield from (one for one in (*each, state(dossier, day, tables=tables)) if one is not None)


def _told_twice(change: Change, told: Sequence[Change]) -> bool:
    """A plan or date is not told again by the line of the move that brought it."""
    moved = {one.day for one in told if one.what == "moved"}
    return change.what in ("planned", "scheduled") and change.day in moved


def _is_coming(now: State, until: str) -> bool:
    last = _last_day(now)
    return now.status in COMING and (last is None or last >= until)


def _long_ago(now: State, day: str) -> bool:
    """Whether a report tells of what took place long before: background, and no news."""
    latest = now.time.latest if now.status == "occurred" and now.time else None
    return latest is not None and (date.fromisoformat(day) - date.fromisoformat(latest)).days > LONG


def _last_day(now: State) -> str | None:
    if now.time is not None:
        return now.time.latest
    return max(
        (offer.time.latest for offer in now.offers if offer.current and offer.time.latest), default=None
    )


def _item(
    what: str, now: State, voice: Voice | None, accounts: Iterable[Account], change: Change | None = None
) -> Item:
    before, after = (change.before, change.after) if change else (None, _sort_day(now))
    return Item(
        what=what,
        dossier=now.dossier,
        title=shown(now.title),
        kind=now.kind,
        status=now.status,
        when=when_said(now.time),
        planned=planned_said(now.time),
        before=_readable(before) if what == "moved" else before and shown(before),
        after=AFTER.get(what, _plain)(after),
        day=change.day if change else now.as_of,
        source=shown(voice.source.name) if voice else None,
        outlet=shown(voice.outlet) if voice and voice.outlet and voice.outlet != voice.source.name else None,
        sentence=shown(" ".join(voice.sentence.split())) if voice else None,
        link=link_of(voice, accounts),
        sources=now.independent_sources,
        past=_long_ago(now, change.day if change else now.as_of),
        change=change.id if change else None,
    )


def _plain(value: str | None) -> str | None:
    return shown(value) if value else value


def _sort_day(now: State) -> str:
    time = now.time
    return (time and (time.earliest or time.latest)) or "9999"


def when_said(time: Time | None) -> str | None:
    """The time in words that follow "took place": `on 14 Oct 2024`, `in Oct 2024`, `some time 1–10 Nov 2024`."""
    words = span_said(time)
    if time is None or words is None or time.earliest is None or time.latest is None:
        return words
    if time.earliest == time.latest:
        return f"on {words}"
    return f"some time {words}" if "–" in words else f"in {words}"


def planned_said(time: Time | None) -> str | None:
    """The time in words that follow "planned": `for 14 Oct 2024`, `for Oct 2024`, `from 2 Dec 2024`."""
    words = span_said(time)
    whole = time is not None and time.earliest is not None and time.latest is not None
    return f"for {words}" if words and whole else words


def span_said(time: Time | None) -> str | None:
    """The days in words; None when none is known."""
    return interval(time.earliest, time.latest) if time else None


def _differing(after: str | None) -> str | None:
    """`time: 2024-10-14 / 2024-10-20` as `time: 14 Oct 2024 or 20 Oct 2024`."""
    about, found, values = (after or "").partition(": ")
    if not found:
        return after
    told = [(_readable(value) if about == "time" else shown(value)) or value for value in values.split(" / ")]
    return f"the {'day' if about == 'time' else about}: {' or '.join(told)}"


def _readable(days: str | None) -> str | None:
    """`2024-10-14`, `2024-10-01/2024-10-31` or an open end of either, in words."""
    if not days:
        return None
    first, found, last = days.partition("/")
    return interval(first or None, (last if found else first) or None)


AFTER: Mapping[str, Callable[[str | None], str | None]] = {"moved": _readable, "contradicted": _differing}
