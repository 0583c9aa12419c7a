"""Hand-coded items and the reports of their texts in, how well they agree out.

An item is a line `{"id", "text", "published", "outlet", "events"}`; what an event holds is in `Gold`. A predicted
event answers a hand-coded one of its item when its PLOVER type is one of those that a fair coder could give and its
states answer both sides; each answers one at most. Doubtful hand-coded events are neither missed when they are not
found nor wrong when they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from detente.records import Actor, Claim, Event, Participant, Report, Source

MUTUAL = ("AGREE", "CONSULT", "COOPERATE")  # sides may be swapped
WITHOUT_TYPE = ("postponed", "denied", "hypothetical")  # where PLOVER has no code
NOBODY = "---"
WIDER = 31  # days that a coded interval may have more
TOO_MANY = 2  # states that the item does not name: naming everyone is no answer


class Side(msgspec.Struct, frozen=True):
    """A party as hand-coded: `code` is a state's three letters, IGO:..., NSA:..., or --- for none."""

    name: str = ""
    code: str = NOBODY


class Day(msgspec.Struct, frozen=True):
    """When it is or is to be, ISO days; None: open."""

    earliest: str | None = None
    latest: str | None = None


class Told(msgspec.Struct, frozen=True):
    """A claim as hand-coded: words of its source (its name, code or kind; all must be in it), fair stances, how sure
    (None: not compared)."""

    source: str
    stances: tuple[str, ...] = ("asserts",)
    factuality: str | None = None


class Gold(msgspec.Struct, frozen=True):
    """An event as hand-coded; other fields of its line are passed over."""

    type: str | None
    status: str
    trigger: str = ""
    actor: tuple[Side, ...] = ()
    recipient: tuple[Side, ...] = ()
    type_manual: str | None = None
    type_alt: tuple[str, ...] = ()
    status_alt: tuple[str, ...] = ()
    date: Day | None = None
    attributed_to: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    doubt: bool = False


class Item(msgspec.Struct, frozen=True):
    """A hand-coded text."""

    id: str
    text: str
    events: tuple[Gold, ...]
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    date: str | None = None


@dataclass(kw_only=True)
class Tally:
    """right: predicted events that answer; extra: those that do not; missed: hand-coded ones without an answer."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """The share of predicted events that answer."""
        return self.right / (self.right + self.extra) if self.right + self.extra else None

    @property
    def recall(self) -> float | None:
        """The share of hand-coded events that are answered."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean."""
        both = 2 * self.right + self.extra + self.missed
        return 2 * self.right / both if both else None


@dataclass(kw_only=True)
class Share:
    """How many of those that were asked about are right."""

    right: int = 0
    asked: int = 0

    def count(self, *, right: bool) -> None:
        """One more."""
        self.asked += 1
        self.right += right

    @property
    def value(self) -> float | None:
        """None when none was asked about."""
        return self.right / self.asked if self.asked else None


@dataclass(kw_only=True)
class Scores:
    """Agreement over all items: events, the same by parties and by type alone; of the answered ones status, time
    and source; events found in items that hold none."""

    items: int = 0
    events: Tally = field(default_factory=Tally)
    parties: Tally = field(default_factory=Tally)
    types: Tally = field(default_factory=Tally)
    status: Share = field(default_factory=Share)
    time: Share = field(default_factory=Share)
    source: Share = field(default_factory=Share)
    empty: int = 0
    in_empty: int = 0
    differences: list[Difference] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What one side has and the other has not: missed, extra, or a status or claims that differ."""

    item: str
    what: str
    gold: Gold | None
    event: Event | None


def evaluate(pairs: Iterable[tuple[Item, Report]]) -> Scores:
    """The scores over items with the reports of their texts."""
    scores = Scores()
    for item, report in pairs:
        scores.items += 1
        if not item.events:
            scores.empty += 1
            scores.in_empty += len(report.events)
        _count(scores.parties, item.events, report.events, same_parties)
        _count(scores.types, item.events, report.events, same_type)
        answered = _count(
            scores.events, item.events, report.events, lambda g, e: same_type(g, e) and same_parties(g, e)
        )
        _compare(scores, item, report, answered)
    return scores


def _count(
    tally: Tally, gold: Sequence[Gold], events: Sequence[Event], same: Callable[[Gold, Event], bool]
) -> list[tuple[Gold, Event]]:
    """Pair them up, sure hand-coded events first, and count."""
    free = list(events)
    pairs: list[tuple[Gold, Event]] = []
    for one in sorted(gold, key=lambda g: g.doubt):
        fitting = [event for event in free if same(one, event)]
        if fitting:
            best = max(fitting, key=lambda event: event.status == one.status)
            free.remove(best)
            pairs.append((one, best))
    sure = sum(not one.doubt for one, _ in pairs)
    tally.right += sure
    tally.missed += sum(not one.doubt for one in gold) - sure
    tally.extra += len(free)
    return pairs


def same_type(gold: Gold, event: Event) -> bool:
    """Whether the PLOVER type is one that a fair coder could give."""
    if event.type is None:
        return gold.status in WITHOUT_TYPE or gold.type is None
    return event.type in (gold.type, gold.type_manual, *gold.type_alt)


def same_parties(gold: Gold, event: Event) -> bool:
    """Whether both sides are answered; a side that nobody is coded for is free."""
    asked = _codes(gold.actor), _codes(gold.recipient)
    people = (*event.actors, *event.recipients)
    named = {one.country.lower() for one in people if one.country}
    if len(named - asked[0] - asked[1]) >= TOO_MANY:
        return False
    actors = _described(event.actors)
    recipients = actors if event.reciprocal else _described((*event.recipients, *event.participants))
    if gold.type in MUTUAL:
        actors = recipients = actors | recipients
    return _answers(asked[0], actors) and _answers(asked[1], recipients)


def _codes(side: Sequence[Side]) -> set[str]:
    return {one.code.split(":")[-1].lower() for one in side if one.code not in (NOBODY, "")}


def _described(people: Sequence[Actor | Participant]) -> set[str]:
    values = (value for one in people for value in (one.country, one.name, (one.id or "").split(":")[-1]))
    return {value.lower() for value in values if value}


def _answers(asked: set[str], given: set[str]) -> bool:
    return not asked or any(code == one or (len(code) > 3 and code in one) for code in asked for one in given)


def _compare(scores: Scores, item: Item, report: Report, answered: Sequence[tuple[Gold, Event]]) -> None:
    for gold, event in answered:
        right = event.status in (gold.status, *gold.status_alt)
        scores.status.count(right=right)
        if not right:
            scores.differences.append(Difference(item=item.id, what="status", gold=gold, event=event))
        days = _days(gold.date)
        if days and days != (item.published or item.date,) * 2:  # the day of the report itself tells nothing
            scores.time.count(right=_meets(days, event))
        if gold.attributed_to:
            scores.source.count(right=_named(gold.attributed_to, event))
        if gold.told and not same_claims(gold.told, event):
            scores.differences.append(Difference(item=item.id, what="claims", gold=gold, event=event))
    found = [id(event) for _, event in answered]
    kept = [id(gold) for gold, _ in answered]
    scores.differences += [
        Difference(item=item.id, what="missed", gold=gold, event=None)
        for gold in item.events
        if id(gold) not in kept and not gold.doubt
    ]
    scores.differences += [
        Difference(item=item.id, what="extra", gold=None, event=event)
        for event in report.events
        if id(event) not in found
    ]


def _days(day: Day | None) -> tuple[str, str] | None:
    return (day.earliest, day.latest) if day and day.earliest and day.latest else None


def _meets(asked: tuple[str, str], event: Event) -> bool:
    """Whether the coded interval is bounded, meets the hand-coded one, and is not much wider."""
    time = event.time
    if time is None or time.earliest is None or time.latest is None:
        return False
    if _length(time.earliest, time.latest) > _length(*asked) + WIDER:
        return False
    return time.earliest <= asked[1] and asked[0] <= time.latest


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _named(names: Sequence[str], event: Event) -> bool:
    """Whether a source shares a word in capitals with one of the names."""
    said = " ".join(source.name for claim in event.claims for source in claim.sources).lower()
    words = (word.strip(".,'’") for name in names for word in name.split() if word[:1].isupper())
    return any(word.lower() in said for word in words if len(word) > 2)


def same_claims(told: Sequence[Told], event: Event) -> bool:
    """Whether each hand-coded claim is made by a source of the event, and each source makes one of them."""
    made = [(source, claim) for claim in event.claims for source in claim.sources]
    fitting = [[one for one in made if _says(told_, *one)] for told_ in told]
    return all(fitting) and all(any(one in fits for fits in fitting) for one in made)


def _says(told: Told, source: Source, claim: Claim) -> bool:
    known = " ".join(filter(None, (source.name, source.id, source.country, source.kind))).lower()
    return (
        all(word in known for word in told.source.lower().split())
        and claim.stance in told.stances
        and told.factuality in (None, claim.factuality)
    )
