"""Drafts in, the heads of those that are events so far by what they do to what stands under them out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses

QUARREL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
BLAMING = frozenset({"ACCUSE", "REJECT", "SANCTION", "COERCE", "THREATEN"})
PUNISHING = frozenset({"ACCUSE", "SANCTION", "COERCE"})
REFUSES, THANKS, ACCUSES, THREATENS = "REJECT", "SUPPORT", "ACCUSE", "THREATEN"
PROTEST = "PROTEST"
CURBS = frozenset({"COERCE", "SANCTION"})
MEASURES = frozenset({"AID", "COERCE", "MOBILIZE", "SANCTION"})
EASING = frozenset({"CONCEDE", "RETREAT"})
AGREED = frozenset({"AGREE", "SUPPORT"})
ATTACK = "ASSAULT"
TURNED_DOWN = ("declined", "cancelled", "postponed")
BACKING = "backs a text"  # a group of kinds

Sides = frozenset[str | None]


class Kept:
    """The heads of the drafts that have no reason yet, by what they do to what stands under them."""

    def __init__(self, drafts: Sequence[Draft], statuses: Statuses) -> None:
        self._drafts, self._statuses = drafts, statuses
        self._types = {d.head: type_of(d, statuses) for d in drafts}
        joined = (match.head for draft in drafts for match in draft.joined)
        self.all = frozenset([*self._types, *joined])

    def _of(self, types: Collection[str]) -> frozenset[int]:
        return frozenset([head for head, own in self._types.items() if own in types])

    @cached_property
    def under(self) -> frozenset[int]:
        """All under which another may stand, with the verbs that carry them."""
        return self.all | self.measures

    @cached_property
    def quarrels(self) -> frozenset[int]:
        return frozenset([d.head for d in self._drafts if is_quarrel(d, self._statuses)])

    @cached_property
    def done(self) -> frozenset[int]:
        return frozenset([d.head for d in self._drafts if d.status in HAPPENED])

    @cached_property
    def unreal(self) -> frozenset[int]:
        return frozenset([d.head for d in self._drafts if d.status not in HAPPENED])

    @cached_property
    def backing(self) -> frozenset[int]:
        return frozenset([d.head for d in self._drafts if d.kind in self._statuses.lexicon.groups[BACKING]])

    @cached_property
    def measures(self) -> frozenset[int]:
        return with_carriers(self._of(MEASURES), self._statuses)

    @cached_property
    def blaming(self) -> frozenset[int]:
        return self._of(BLAMING)

    @cached_property
    def refusing(self) -> frozenset[int]:
        return self._of((REFUSES,))

    @cached_property
    def accusing(self) -> frozenset[int]:
        return self._of((ACCUSES,))

    @cached_property
    def protests(self) -> frozenset[int]:
        return self._of((PROTEST,))

    @cached_property
    def agreed(self) -> frozenset[int]:
        return self._of(AGREED)

    @cached_property
    def attacks(self) -> frozenset[int]:
        return self._of((ATTACK,))

    @cached_property
    def threats(self) -> frozenset[int]:
        return self._of((THREATENS,))

    @cached_property
    def eased(self) -> frozenset[int]:
        return self._of(EASING)

    @cached_property
    def curbs(self) -> frozenset[int]:
        return self._of(CURBS)

    @cached_property
    def punishing(self) -> frozenset[int]:
        return self._of(PUNISHING)

    @cached_property
    def thanks(self) -> frozenset[int]:
        return self._of((THANKS,))

    @cached_property
    def accusers(self) -> Mapping[int, Sides]:
        return {d.head: sides_of(d) for d in self._drafts if d.head in self.accusing}

    @cached_property
    def accused(self) -> Mapping[int, Sides]:
        return {d.head: others_of(d) for d in self._drafts if d.head in self.accusing}

    @cached_property
    def punishers(self) -> Mapping[int, Sides]:
        return {d.head: sides_of(d) for d in self._drafts if d.head in self.punishing}


def sides_of(draft: Draft) -> Sides:
    """The states and groups that act in it."""
    return frozenset(a.country or a.based or a.id for a in draft.actors)


def others_of(draft: Draft) -> Sides:
    """The states and groups at whom it is aimed."""
    return frozenset(a.country or a.based or a.id for a in draft.recipients)


def with_carriers(heads: frozenset[int], statuses: Statuses) -> frozenset[int]:
    """The predicates with the verbs that carry or govern them ("orders the deployment")."""
    governors = statuses.graph.governors
    return heads.union([g.head for h in heads for g in governors.get(h, ()) if g.name == "object"])


def is_quarrel(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is words between adversaries, which exist only when they are said."""
    return is_spoken(draft, QUARREL, statuses)


def is_spoken(draft: Draft, types: Collection[str], statuses: Statuses) -> bool:
    """Whether it is an act of speech of one of these types."""
    kind = statuses.lexicon.kinds[draft.kind]
    return kind.speech and kind.type in types


def stands_in(names: Collection[str], draft: Draft, heads: Collection[int], statuses: Statuses) -> bool:
    """Whether it is one of these arguments of one of these events."""
    if heads:
        for governor in statuses.graph.governors.get(draft.head, ()):
            if governor.name in names and governor.head in heads:
                return True
    return False


def was_to_be_discussed(draft: Draft) -> bool:
    """ "Denied that it will meet them to discuss the truce": the meeting is denied, and not the truce; "called off talks
    on a planned summit"."""
    thought_of = any(a.operator.status == "hypothetical" for a in draft.applied[:-1])
    return draft.status in TURNED_DOWN and thought_of
