"""What every family of changes works with: a read sentence in, the changed text and what is to be read in it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from changes.clauses import Clause, clauses_of

from detente.knowledge.actor_rows import State
from detente.knowledge.actors import ActorTables
from detente.records import Actor, Event, Report

Sides = tuple[str, ...]
Counted = Literal["mentions", "happenings", "pairs"]

DONE = ("occurred", "under_way")
OTHERS = tuple(
    "France Kenya Norway Brazil Japan Egypt Canada Poland Qatar Chile Ghana Italy Jordan Sweden Indonesia Senegal".split()  # noqa: SIM905
)  # states that judge, ask or stand by
NOBODY = "?"


@dataclass(frozen=True, kw_only=True)
class Told:
    """An event as it is read in a text."""

    kind: str
    type: str
    deed: str  # the type of its kind, which a status such as "denied" may turn into another
    status: str
    actors: Sides
    recipients: Sides
    reciprocal: bool = False
    happening: str = ""
    named: bool = True  # somebody on both sides, none of whom had to be inferred
    ruled: bool = False  # an operator such as "threatened to" had its say
    doer_ends: int = 0  # where the first actor's name ends
    trigger: tuple[int, int] = (0, 0)

    @property
    def sides(self) -> tuple[Sides, ...]:
        """Who to whom; everybody in no order where they do it to each other."""
        if self.reciprocal:
            return (tuple(sorted(self.actors + self.recipients)),)
        return self.actors, self.recipients

    def __str__(self) -> str:
        return shown(self.type or self.kind, self.sides, self.status)

    @property
    def coded(self) -> bool:
        """Whether there is somebody on both sides and each has a code; words for anybody change with the sentence."""
        both = all(self.sides) and len(self.actors + self.recipients) > 1
        return both and all(re.fullmatch(r"[A-Z]{3}|\w+:.+", side) for side in self.actors + self.recipients)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What an event is to be read as; None stands for anything."""

    names: frozenset[
        str
    ]  # its kind, its type, or the type of its kind as "deed SANCTION": any of them will do
    sides: tuple[Sides, ...] | None = None
    statuses: Sides | None = None
    beside: str | None = None  # one of its sides

    def __str__(self) -> str:
        sides = (("*",),) if self.sides is None else self.sides
        return shown("/".join(sorted(self.names)), sides, "/".join(self.statuses or ("*",)))

    def fits(self, told: Told) -> bool:
        """Whether an event is that."""
        named = self.names & {told.kind, told.type, f"deed {told.deed}"}
        sides = self.sides is None or self.sides == told.sides
        status = self.statuses is None or told.status in self.statuses
        return bool(named) and sides and status and self.beside in (None, *told.actors, *told.recipients)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What must be read in a changed text: of each choice one reading."""

    events: tuple[tuple[Reading, ...], ...]
    more: bool = False  # other events may be told besides
    never: tuple[Reading, ...] = ()  # but none of these
    absent: Reading | None = None  # where there is no such event, the choices need not be there either
    reasons: frozenset[str] | None = None  # if one of these is given for it
    counted: Counted = "mentions"


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence that is read rightly, and how."""

    text: str
    day: str | None
    events: tuple[Told, ...]

    def same(self, *, counted: Counted = "mentions") -> Expected:
        """Its own types and sides, and no others."""
        events = tuple(countings(self.events, counted))
        choices = tuple((Reading(names=frozenset({told.type}), sides=told.sides),) for told in events)
        return Expected(events=choices, counted=counted)


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A sentence said otherwise."""

    text: str
    expected: Expected


Change = Callable[[Sentence], Changed | None]


@dataclass(frozen=True, kw_only=True)
class World:
    """What families draw on besides the sentence at hand."""

    tables: ActorTables
    sentences: Sequence[Sentence]

    @cached_property
    def states(self) -> Mapping[str, State]:
        """By name, those that can be named in other ways."""
        return {state.name: state for state in self.tables.states if state.demonyms and state.capitals}

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """By text, the sentences that can be taken apart."""
        names = {name for s in self.tables.states for name in (s.name, *s.names, *s.capitals)}
        return clauses_of([sentence.text for sentence in self.sentences], frozenset(names))

    def third(self, text: str) -> State:
        """A well-known state that has no part in the text."""
        return other_state(text, [self.states[name] for name in OTHERS if name in self.states])


def other_state(text: str, states: Sequence[State]) -> State:
    """A state that the text does not name, another for each length, so that no single name decides a figure."""
    start = len(text) % len(states)
    turned = (*states[start:], *states)
    return next(s for s in turned if not any(n in text for n in (s.name, *s.demonyms, *s.capitals)))


def keeping(said: Callable[[str], str | None]) -> Change:
    """A change of the words alone, after which the events stay as they are."""

    def change(sentence: Sentence) -> Changed | None:
        text = said(sentence.text)
        return None if text is None else Changed(text=text, expected=sentence.same())

    return change


def shown(name: str, sides: Sequence[Sides], status: str) -> str:
    """An event in a line."""
    return f"{name} {' -> '.join(','.join(side) or '?' for side in sides)} {status}"


def opened(text: str) -> str:
    """As it stands at the beginning of a sentence."""
    return text[0].upper() + text[1:]


def possessive(name: str) -> str:
    """As the owner of something."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def renamed(told: Told, old: str, new: str) -> Told:
    """An event with another side."""
    actors, recipients = (
        tuple(sorted(new if side == old else side for side in sides))
        for sides in (told.actors, told.recipients)
    )
    return replace(told, actors=actors, recipients=recipients)


def told_in(report: Report, kinds: Mapping[str, str | None]) -> tuple[Told, ...]:
    """The events of a report; `kinds` has their types."""
    return tuple(_told(event, deed=kinds.get(event.kind) or event.type or "") for event in report.events)


def _told(event: Event, *, deed: str) -> Told:
    both = (*event.actors, *event.recipients)
    doer = event.actors[0].span if event.actors else None
    return Told(
        kind=event.kind,
        type=event.type or "",
        deed=deed,
        status=event.status,
        actors=_codes(event.actors),
        recipients=_codes(event.recipients),
        reciprocal=event.reciprocal,
        happening=event.happening,
        named=bool(event.actors and event.recipients) and not any(actor.inferred for actor in both),
        ruled=any("operator:" in rule for rule in event.rules),
        doer_ends=doer.end if doer else 0,
        trigger=(event.trigger.start, event.trigger.end),
    )


def _codes(actors: Sequence[Actor]) -> Sides:
    return tuple(sorted(actor.country or actor.id or actor.name for actor in actors))


def countings(events: Iterable[Told], counted: Counted) -> Iterable[Told]:
    """Every mention, each happening once, or each pair of sides once however many events tell of it."""
    if counted == "happenings":
        return {told.happening or str(number): told for number, told in enumerate(events)}.values()
    if counted == "pairs":
        return dict.fromkeys(pair for told in events for pair in _pairs(told))
    return events


def _pairs(told: Told) -> Iterator[Told]:
    everybody = tuple(dict.fromkeys(told.actors + told.recipients))
    mutual = told.reciprocal and len(everybody) > 1
    actors, recipients = (everybody, everybody) if mutual else (told.actors, told.recipients)
    plain = Told(kind="", type=told.type, deed="", status=told.status, actors=(), recipients=())
    for one in actors or (NOBODY,):
        for two in recipients or (NOBODY,):
            if one != two or len(everybody) == 1:
                yield replace(plain, actors=(one,), recipients=(two,))


def is_right(expected: Expected, events: Sequence[Told], reasons: frozenset[str] = frozenset()) -> bool:
    """Whether a text is read as expected; `reasons` are those for which something in it is not coded."""
    left = list(countings(events, expected.counted))
    for choice in expected.events:
        found = next((told for told in left if any(reading.fits(told) for reading in choice)), None)
        if found is None:
            return _may_lack(expected, events, reasons)
        left.remove(found)
    wanted = [reading for choice in expected.events for reading in choice]
    stray = [told for told in left if not any(reading.fits(told) for reading in wanted)]
    if any(reading.fits(told) for reading in expected.never for told in stray):
        return False
    return expected.more or not left


def _may_lack(expected: Expected, events: Sequence[Told], reasons: frozenset[str]) -> bool:
    if expected.absent is None or any(expected.absent.fits(told) for told in events):
        return False
    return expected.reasons is None or bool(expected.reasons & reasons)
