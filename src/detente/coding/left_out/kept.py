"""Drafts in, the heads of those that are events so far by what they do to what stands under them out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.coding.composing import HAPPENED
from detente.coding.draft import Draft
from detente.coding.left_out.reproached import Sides, sides_of
from detente.coding.status import Statuses

QUARREL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
BLAMING = frozenset({"ACCUSE", "REJECT", "SANCTION", "COERCE", "THREATEN"})
PUNISHING = frozenset({"ACCUSE", "SANCTION", "COERCE"})
REFUSES = "REJECT"
PROTEST = "PROTEST"
CURBS = frozenset({"COERCE", "SANCTION"})
MEASURES = frozenset({"AID", "COERCE", "MOBILIZE", "SANCTION"})
EASING = frozenset({"CONCEDE", "RETREAT"})
AGREED = frozenset({"AGREE", "SUPPORT"})
ATTACK = "ASSAULT"
BACKING = "backs a text"  # a group of kinds


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The heads of the drafts that have no reason yet, by what they do to what stands under them."""

    all: frozenset[int]
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
    accusers: Mapping[int, Sides]
    punishers: Mapping[int, Sides]


def sort_kept(drafts: Sequence[Draft], statuses: Statuses) -> Kept:
    types = {d.head: type_of(d, statuses) for d in drafts}
    return Kept(
        all=frozenset((*types, *(match.head for d in drafts for match in d.joined))),
        quarrels=frozenset(d.head for d in drafts if is_quarrel(d, statuses)),
        blaming=frozenset(head for head, kind in types.items() if kind in BLAMING),
        unreal=frozenset(d.head for d in drafts if d.status not in HAPPENED),
        accusing=frozenset(head for head, kind in types.items() if kind == "ACCUSE"),
        refusing=frozenset(head for head, kind in types.items() if kind == REFUSES),
        protests=frozenset(head for head, kind in types.items() if kind == PROTEST),
        done=frozenset(d.head for d in drafts if d.status in HAPPENED),
        measures=_with_carriers((h for h, kind in types.items() if kind in MEASURES), statuses),
        curbs=frozenset(head for head, kind in types.items() if kind in CURBS),
        threats=frozenset(head for head, kind in types.items() if kind == "THREATEN"),
        attacks=frozenset(head for head, kind in types.items() if kind == ATTACK),
        punishing=frozenset(head for head, kind in types.items() if kind in PUNISHING),
        accusers={d.head: sides_of(d) for d in drafts if types[d.head] == "ACCUSE"},
        punishers={d.head: sides_of(d) for d in drafts if types[d.head] in PUNISHING},
        eased=frozenset(head for head, kind in types.items() if kind in EASING),
        agreed=frozenset(head for head, kind in types.items() if kind in AGREED),
        backing=frozenset(d.head for d in drafts if d.kind in statuses.lexicon.groups[BACKING]),
    )


def _with_carriers(heads: Iterable[int], statuses: Statuses) -> frozenset[int]:
    """The predicates with the verbs that carry or govern them ("orders the deployment")."""
    graph = statuses.graph
    heads = tuple(heads)
    over = (g.head for h in heads for g in graph.governors.get(h, ()) if g.name == "object")
    return frozenset((*heads, *over))


def type_of(draft: Draft, statuses: Statuses) -> str | None:
    kind = statuses.lexicon.kinds.get(draft.kind)
    return kind.type if kind is not None else None


def is_quarrel(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is words between adversaries, which exist only when they are said."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    return kind is not None and kind.speech and kind.type in QUARREL


def stands_in(names: Collection[str], draft: Draft, heads: Collection[int], statuses: Statuses) -> bool:
    """Whether it is one of these arguments of one of these events."""
    governors = statuses.graph.governors.get(draft.head, ())
    return any(g.name in names and g.head in heads for g in governors)
