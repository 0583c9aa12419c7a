"""Yielding that names nobody in, whoever pressed for it as its other side out.

"Ruritania gives way after Sylvania threatens tariffs": it gives way to Sylvania. So it does, or promises to, "under
pressure from Sylvania".
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.draft import Draft
from detente.coding.roles import actors_at
from detente.coding.sides.domestic import AT_HOME
from detente.coding.sides.opponents import key_of
from detente.coding.sides.sentence_before import others_in_clause
from detente.coding.status import Statuses
from detente.reading.graph.types import Governor
from detente.records import Actor

YIELDING = "yielding"  # a group of kinds
PRESSING = frozenset({"ACCUSE", "COERCE", "PROTEST", "REQUEST", "SANCTION", "THREATEN"})  # types
GIVING, PROMISES = ("CONCEDE", "RETREAT"), ("promise", "agreement")  # types, kinds
UNDER, TO, PARTICIPLE = ("under", "amid", "after"), "to", "participle"
WHY = "who pressed for it"


def with_who_pressed(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Draft, ...]:
    """The drafts, those that yield with the one party that pressed them in their sentence or the one before."""
    return tuple(_to_whom(draft, drafts, statuses) for draft in drafts)


def _to_whom(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or draft.reciprocal or not draft.actors:
        return draft
    yields = draft.kind in statuses.lexicon.groups[YIELDING]
    if not yields and kind.type not in GIVING and draft.kind not in PROMISES:
        return draft
    doc = statuses.graph.doc
    own = {key_of(a) for a in draft.actors}
    if any(r.inferred != AT_HOME and key_of(r) not in own for r in draft.recipients):
        return draft  # "to its own people" is only thought
    at_home = not yields and draft.kind in statuses.lexicon.domestic  # "freed two monks": its own
    if not at_home and (forced := _under_pressure(draft, own, statuses)):
        return replace(draft, recipients=forced)
    if not yields or any(r.inferred != AT_HOME for r in draft.recipients):
        return draft
    sentence = doc[draft.head].sent
    start = doc[sentence.start - 1].sent.start if sentence.start else 0
    pressing = [
        a
        for d in drafts
        if start <= d.head < sentence.end and d is not draft and _presses(d, statuses)
        if own & {key_of(r) for r in d.recipients}
        for a in d.actors
        if key_of(a) and key_of(a) not in own
    ]
    if len({key_of(a) for a in pressing}) != 1:
        return draft
    keys = own | {key_of(a) for a in pressing}
    if others_in_clause(draft, keys, statuses):
        return draft
    return replace(draft, recipients=(replace(pressing[0], inferred=WHY),))


def _under_pressure(draft: Draft, own: set[str | None], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Under pressure from Sylvania", "bowing to pressure from it": those of the sentence from whom it comes."""
    graph = statuses.graph
    sentence = graph.doc[draft.head].sent
    pressing = graph.words["pressing nouns"]
    for noun in (p for p in graph.predicates.values() if p.pos == "noun" and p.lemma in pressing):
        over = graph.governors.get(noun.head, ())
        if sentence.start <= noun.head < sentence.end and any(_weighs(g, statuses) for g in over):
            found = actors_at(("from", "by"), noun, graph, statuses.mentions)
            return tuple(replace(a, inferred=WHY) for a in found if key_of(a) and key_of(a) not in own)
    return ()


def _weighs(governor: Governor, statuses: Statuses) -> bool:
    """ "Freed them under pressure", "bowing to pressure"; but "bowed to pressure and freed them" tells of it itself."""
    verb = statuses.graph.predicates[governor.head]
    return governor.name in UNDER or (governor.name == TO and verb.mood == PARTICIPLE)


def _presses(draft: Draft, statuses: Statuses) -> bool:
    kind = statuses.lexicon.kinds.get(draft.kind)
    return kind is not None and kind.type in PRESSING
