"""Where an event stands: its own tense and mood, then what each governing operator makes of it.

A reading goes up the graph from the event to the top of its sentence. Two governors of one noun ("was scheduled
for May but was postponed") give two readings, and so two mentions of one happening.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from detente.coding.coming import Attached, coming_heads
from detente.coding.frames import Match, consumed_arguments
from detente.coding.lexicon import Lexicon, holds, matching_verb_entry, noun_forms, verb_entries
from detente.coding.mentions import Mentions
from detente.knowledge.frames import Operator
from detente.reading.graph import Governor, Graph, Predicate
from detente.records import Status

HAPPENED = ("occurred", "under_way")
COMING = ("planned", "scheduled", "proposed")
NEGATED: Mapping[str, Status] = {
    "planned": "declined",
    "scheduled": "denied",
    "proposed": "denied",
    "postponed": "planned",
    "cancelled": "planned",
    "declined": "planned",
    "denied": "occurred",
    "occurred": "denied",
}
POSSIBLE = frozenset({"can", "could", "may", "might"})
OBLIGED = frozenset({"should", "must", "ought"})


@dataclass(frozen=True, slots=True)
class Applied:
    """An operator that was applied, and the predicate that bears it.

    base: how that predicate stands by itself; status: how it stands under what governs it in turn.
    """

    operator: Operator
    head: int
    base: Status
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way in which an event stands in its sentence; `base` before any operator, `applied` innermost first."""

    status: Status
    base: Status
    certainty: str = "CT"
    applied: tuple[Applied, ...] = ()
    path: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Statuses:
    """Finds the readings of any predicate of one graph."""

    graph: Graph
    lexicon: Lexicon
    mentions: Mentions
    consumed: Mapping[int, int]  # nouns that belong to a verb's frame, and that verb
    coming: frozenset[int]  # heads that carry a time after the day of publication

    def readings(self, head: int) -> tuple[Reading, ...]:
        """All readings of the predicate at this token, in the order of its governors."""
        return self._read(head, ())

    def _read(self, head: int, seen: tuple[int, ...]) -> tuple[Reading, ...]:
        predicate = self.graph.predicates.get(head)
        if predicate is None or head in seen:
            return (Reading(status="occurred", base="occurred", path=(head,)),)
        path = (*seen, head)
        bases = self._carried(predicate, path)
        bases = tuple(self._modified(predicate, base) for base in bases)
        governed = [
            reading
            for base in bases
            for governor, operator in self._operators_over(predicate)
            for outer in self._read(governor.head, path)
            if governor.head not in seen
            for reading in [_compose(_of_itself(base, predicate), operator, governor.head, outer)]
        ]
        return tuple(governed) or bases

    def _carried(self, predicate: Predicate, path: tuple[int, ...]) -> tuple[Reading, ...]:
        carrier = predicate.carrier
        over = {governor.head for governor, _ in self._operators_over(predicate)}
        if carrier is not None and carrier not in over:
            readings = self._read(carrier, path)
            if predicate.negated:
                return tuple(replace(r, status=NEGATED.get(r.status, r.status)) for r in readings)
            return readings
        status, certainty = self._own(predicate, path)
        return (Reading(status=status, base=status, certainty=certainty, path=(predicate.head,)),)

    def _operators_over(self, predicate: Predicate) -> Iterator[tuple[Governor, Operator]]:
        for governor in self.graph.governors.get(predicate.head, ()):
            if self.consumed.get(predicate.head) == governor.head:
                continue
            operator = self.operator_at(governor.head, governor.name, modal=predicate.modal)
            if operator is not None:
                yield governor, operator

    def operator_at(self, head: int, argument: str, *, modal: str | None = None) -> Operator | None:
        """The operator that the predicate at `head` is for an event in that argument, the most specific one."""
        predicate = self.graph.predicates.get(head)
        if predicate is None:
            return None
        fitting = [
            (len(entry.split()), len(operator.when) + len(operator.modals), operator)
            for entry, operator in self._entries(predicate)
            if argument in operator.on
            and (not operator.modals or modal in operator.modals)
            and holds(operator.when, predicate, self.graph, self.mentions, self.lexicon)
            and not (
                operator.unless and holds(operator.unless, predicate, self.graph, self.mentions, self.lexicon)
            )
        ]
        return max(fitting, key=lambda f: f[:2])[2] if fitting else None

    def _entries(self, predicate: Predicate) -> Iterator[tuple[str, Operator]]:
        if predicate.pos == "verb":
            for entry, operator in verb_entries(predicate, self.lexicon.verb_operators):
                if matching_verb_entry(entry, predicate, self.graph.doc):
                    yield entry, operator
            return
        forms = noun_forms(self.graph.doc, predicate.head)
        for entry, operator in self.lexicon.noun_operators.get(predicate.lemma, ()):
            if entry in forms:
                yield entry, operator

    def _modified(self, predicate: Predicate, base: Reading) -> Reading:
        """ "the planned visit", "a possible meeting"."""
        if predicate.pos != "noun":
            return base
        for head in predicate.heads("mod"):
            token = self.graph.doc[head]
            operator = self.lexicon.modifiers.get(token.lower_) or self.lexicon.modifiers.get(
                token.lemma_.lower()
            )
            if operator is not None:
                return _compose(base, operator, head, Reading(status="occurred", base="occurred"))
        return base

    def _own(self, predicate: Predicate, path: tuple[int, ...]) -> tuple[Status, str]:
        if predicate.pos == "verb":
            return self._verb(predicate, path)
        for governor in self.graph.governors.get(predicate.head, ()):
            outer = self.graph.predicates.get(governor.head)
            if (
                outer is not None
                and outer.pos == "verb"
                and governor.head not in path
                and governor.name in ("subject", "object")
            ):
                status, certainty = self._verb(outer, (*path, outer.head))
                if predicate.head in self.coming and status in HAPPENED:
                    return "planned", "PR"
                if status in ("hypothetical", "planned") and governor.name == "subject":
                    return status, certainty
                break
        if predicate.head in self.coming:
            return "planned", "PR"
        return ("denied" if predicate.negated else "occurred"), "CT"

    def _verb(self, verb: Predicate, path: tuple[int, ...]) -> tuple[Status, str]:
        if verb.conditional:
            return "hypothetical", "PS"
        if verb.mood in ("infinitive", "participle", "none") and verb.modal is None and not verb.progressive:
            return self._non_finite(verb, path)
        if verb.modal in POSSIBLE:
            return self._possible(verb)
        if verb.modal == "would":
            return self._would(verb)
        if verb.modal in OBLIGED:
            return "hypothetical", "PS"
        return _finite(verb, coming=verb.head in self.coming)

    def _possible(self, verb: Predicate) -> tuple[Status, str]:
        if verb.negated:
            return "denied", "PR"
        return ("planned", "PS") if verb.head in self.coming else ("hypothetical", "PS")

    def _would(self, verb: Predicate) -> tuple[Status, str]:
        """A future told in a past report ("said he would go") is planned; elsewhere "would" supposes."""
        reported = any(
            g.name == "clause"
            and (outer := self.graph.predicates.get(g.head)) is not None
            and outer.tense == "past"
            for g in self.graph.governors.get(verb.head, ())
        )
        condition = verb.has("if") or verb.has("unless")
        if verb.negated:
            return ("declined", "PR") if reported and not condition else ("hypothetical", "PS")
        return ("planned", "PR") if reported and not condition else ("hypothetical", "PS")

    def _non_finite(self, verb: Predicate, path: tuple[int, ...]) -> tuple[Status, str]:
        """Infinitives and participles stand as their governing clause does; a purpose is still to come."""
        for governor in self.graph.governors.get(verb.head, ()):
            outer = self.graph.predicates.get(governor.head)
            if (
                outer is None
                or governor.head in path
                or outer.pos != "verb"
                or governor.name in ("subject", "object")
            ):
                continue
            status, certainty = self._verb(outer, (*path, outer.head))
            if verb.mood == "infinitive" and status in HAPPENED:
                return "planned", "PS"
            return (NEGATED.get(status, status) if verb.negated else status), certainty
        if verb.mood == "participle" or not self.graph.governors.get(verb.head):
            return ("denied" if verb.negated else "occurred"), "CT"
        return "hypothetical", "PS"


def _finite(verb: Predicate, *, coming: bool) -> tuple[Status, str]:
    if verb.tense == "future":
        return ("declined", "PR") if verb.negated else ("planned", "PR")
    if verb.negated:
        return "denied", "CT"
    if verb.tense == "present" and coming:
        return "planned", "PR"
    if verb.tense == "present" and verb.progressive:
        return "under_way", "CT"
    return "occurred", "CT"


def _of_itself(base: Reading, predicate: Predicate) -> Reading:
    """An infinitive says nothing of itself: "continued to bomb" is bombing, "plans to bomb" is not yet."""
    if predicate.mood == "infinitive" and not base.applied:
        return replace(base, status="occurred", certainty="CT")
    return base


def _compose(inner: Reading, operator: Operator, head: int, outer: Reading) -> Reading:
    """The reading of an event under an operator that itself stands as `outer` says."""
    status = composed_status(inner.status, operator.status, outer.status)
    own = inner.certainty if operator.status is None else "CT"
    weakest = min((own, operator.certainty or "CT", outer.certainty), key=["PS", "PR", "CT"].index)
    applied = (*inner.applied, Applied(operator, head, outer.base, outer.status), *outer.applied)
    return Reading(
        status=status, base=inner.base, certainty=weakest, applied=applied, path=(*inner.path, *outer.path)
    )


def composed_status(inner: Status, given: Status | None, outer: Status) -> Status:
    """What an operator that gives `given` and stands as `outer` makes of an event that stood as `inner`."""
    if given is None:
        return inner if inner not in HAPPENED and outer in HAPPENED else outer
    if outer in HAPPENED:
        return given
    if outer == "denied":
        return NEGATED.get(given, given)
    if outer in COMING:
        return given if given in COMING else "hypothetical"
    return outer


def find_statuses(
    graph: Graph,
    mentions: Mentions,
    lexicon: Lexicon,
    matches: Mapping[int, Match],
    attached: Attached,
    published: str | None,
) -> Statuses:
    """The finder for one text."""
    return Statuses(
        graph=graph,
        lexicon=lexicon,
        mentions=mentions,
        consumed=consumed_arguments(matches, graph, mentions, lexicon),
        coming=coming_heads(attached, published),
    )
