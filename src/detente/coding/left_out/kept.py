"""Drafts in, the heads of those that are events so far by what they do to what stands under them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses

QUARREL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
BLAMING = frozenset({"ACCUSE", "REJECT", "SANCTION", "COERCE", "THREATEN"})
PUNISHING = frozenset({"ACCUSE", "SANCTION", "COERCE"})
REFUSES, THANKS = "REJECT", "SUPPORT"
PROTEST = "PROTEST"
CURBS = frozenset({"COERCE", "SANCTION"})
MEASURES = frozenset({"AID", "COERCE", "MOBILIZE", "SANCTION"})
EASING = frozenset({"CONCEDE", "RETREAT"})
AGREED = frozenset({"AGREE", "SUPPORT"})
ATTACK = "ASSAULT"
TURNED_DOWN = ("declined", "cancelled", "postponed")
BACKING = "backs a text"  # a group of kinds

Sides = frozenset[str | None]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The heads of the drafts that have no reason yet, by what they do to what stands under them.

    under: of all these under which another may stand, with the verbs that carry them.
    """

    all: frozenset[int]
    under: frozenset[int]
    quarrels: frozenset[int]
    blaming: frozenset[int]
    unreal: frozenset[int]
    refusing: frozenset[int]
    accusing: frozenset[int]
    protests: frozenset[int]
    agreed: frozenset[int]
    backing: frozenset[int]
    attacks: frozenset[int]
    measures: frozenset[int]
    threats: frozenset[int]
    eased: frozenset[int]
    curbs: frozenset[int]
    done: frozenset[int]
    punishing: frozenset[int]
    thanks: frozenset[int]
    accusers: Mapping[int, Sides]
    punishers: Mapping[int, Sides]
    accused: Mapping[int, Sides]


def sort_kept(drafts: Sequence[Draft], statuses: Statuses) -> Kept:
    types = {d.head: type_of(d, statuses) for d in drafts}
    by_type = defaultdict[str | None, list[int]](list)
    for head, kind in types.items():
        by_type[kind].append(head)

    def of(*kinds: str) -> frozenset[int]:
        return frozenset([head for kind in kinds if kind in by_type for head in by_type[kind]])

    heads = frozenset([*types, *(match.head for d in drafts for match in d.joined)])
    measures = with_carriers(of(*MEASURES), statuses)
    return Kept(
        all=heads,
        under=heads | measures,
        quarrels=frozenset([d.head for d in drafts if is_quarrel(d, statuses)]),
        blaming=of(*BLAMING),
        unreal=frozenset([d.head for d in drafts if d.status not in HAPPENED]),
        accusing=of("ACCUSE"),
        refusing=of(REFUSES),
        protests=of(PROTEST),
        done=frozenset([d.head for d in drafts if d.status in HAPPENED]),
        measures=measures,
        curbs=of(*CURBS),
        threats=of("THREATEN"),
        attacks=of(ATTACK),
        punishing=of(*PUNISHING),
        thanks=of(THANKS),
        accusers={d.head: sides_of(d) for d in drafts if types[d.head] == "ACCUSE"},
        accused={d.head: others_of(d) for d in drafts if types[d.head] == "ACCUSE"},
        punishers={d.head: sides_of(d) for d in drafts if types[d.head] in PUNISHING},
        eased=of(*EASING),
        agreed=of(*AGREED),
        backing=frozenset([d.head for d in drafts if d.kind in statuses.lexicon.groups[BACKING]]),
    )


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
