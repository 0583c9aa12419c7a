"""Drafts in, why some are no events of their own out: they are what another event of the text is about.

"Began talks on ending the war", "warned them against helping rebels", "rejected an offer to send troops to fight
the cartels", "sanctioned them for their support of the coup": no more has happened than the first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from detente.coding.composing import HAPPENED
from detente.coding.draft import Draft
from detente.coding.governing import ANY_VERB
from detente.coding.lexicon import family_of
from detente.coding.status import Statuses

CONTENT = "it is only what another event is about"
CONDITION = "it is only the condition of a threat, demand or refusal"
REPROACH = "it is only what another event blames somebody for"
PURPOSE = "it is only what something that has not happened would be for"
THOUGHT_OF = "it is only thought of beside what has happened or will"
CAUSE = "it is only what a protest is for"

TOLD = (*HAPPENED, "declined")
QUARREL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
BLAMING = frozenset({"ACCUSE", "REJECT", "SANCTION", "COERCE", "THREATEN"})
BLAMED_FOR = frozenset(
    {"SUPPORT", "AID"}
)  # what a reproach alleges; an attack or a visit that is blamed took place
REFUSES = "REJECT"
REASONS = ("for", "over")
FOR = ("purpose",)
PROTEST = "PROTEST"


@dataclass(frozen=True, kw_only=True)
class _Kept:
    """The heads of the drafts that have no reason yet, by what they do to what stands under them."""

    all: frozenset[int]
    quarrels: frozenset[int]
    blaming: frozenset[int]
    unreal: frozenset[int]
    refusing: frozenset[int]
    protests: frozenset[int]


def content_reasons(
    drafts: Sequence[Draft], reasons: Sequence[str | None], statuses: Statuses
) -> list[str | None]:
    """The reason for each draft: the one that it has, or one of the above; None for an event of its own."""
    kept = _sorted([d for d, reason in zip(drafts, reasons, strict=True) if reason is None], statuses)
    return [reason or _reason(d, kept, statuses) for d, reason in zip(drafts, reasons, strict=True)]


def thought_of(drafts: Sequence[Draft], statuses: Statuses) -> frozenset[int]:
    """The numbers of those that are only thought of in a sentence that tells what has happened."""
    family = [family_of(d.kind, statuses.lexicon) for d in drafts]
    happened = {(_sentence(d, statuses), family[n]) for n, d in enumerate(drafts) if d.status in TOLD}
    return frozenset(
        n
        for n, d in enumerate(drafts)
        if d.status == "hypothetical"
        and any(s == _sentence(d, statuses) and f != family[n] for s, f in happened)
    )


def _sentence(draft: Draft, statuses: Statuses) -> int:
    return statuses.graph.doc[draft.head].sent.start


def _sorted(drafts: Sequence[Draft], statuses: Statuses) -> _Kept:
    types = {d.head: _type(d, statuses) for d in drafts}
    return _Kept(
        all=frozenset(types),
        quarrels=frozenset(d.head for d in drafts if is_quarrel(d, statuses)),
        blaming=frozenset(head for head, kind in types.items() if kind in BLAMING),
        unreal=frozenset(d.head for d in drafts if d.status not in HAPPENED),
        refusing=frozenset(head for head, kind in types.items() if kind == REFUSES),
        protests=frozenset(head for head, kind in types.items() if kind == PROTEST),
    )


def _reason(draft: Draft, kept: _Kept, statuses: Statuses) -> str | None:
    if _of_refused_text(draft, kept.refusing, statuses) or _is_content(draft, kept.all):
        return CONTENT
    if _is_condition(draft, kept.quarrels, statuses):
        return CONDITION
    if _type(draft, statuses) in BLAMED_FOR and _stands_in(REASONS, draft, kept.blaming, statuses):
        return REPROACH
    if draft.status in HAPPENED:
        return None
    if draft.applied and _stands_in(FOR, draft, kept.unreal, statuses):
        return PURPOSE
    return CAUSE if is_quarrel(draft, statuses) and _stands_in(FOR, draft, kept.protests, statuses) else None


def _of_refused_text(draft: Draft, refusing: Collection[int], statuses: Statuses) -> bool:
    """ "vetoed a text demanding that Sylvania withdraw": what the text would have said has not been said."""
    token = statuses.graph.doc[draft.head]
    said = token.dep_ in ("acl", "relcl") and is_quarrel(draft, statuses)
    return said and token.head.head.i in refusing


def _type(draft: Draft, statuses: Statuses) -> str | None:
    kind = statuses.lexicon.kinds.get(draft.kind)
    return kind.type if kind is not None else None


def is_quarrel(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is words between adversaries, which exist only when they are said."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    return kind is not None and kind.speech and kind.type in QUARREL


def _is_content(draft: Draft, kept: Collection[int]) -> bool:
    conditions = {a.head for a in draft.applied if ANY_VERB in a.operator.verbs}
    return draft.status == "hypothetical" and any(h in kept for h in draft.path[1:] if h not in conditions)


def _is_condition(draft: Draft, quarrels: Collection[int], statuses: Statuses) -> bool:
    """ "warns of sanctions unless it backs a truce": what would have to be done first, and by nobody is said to be."""
    graph = statuses.graph
    return draft.status == "hypothetical" and any(
        (predicate := graph.predicates.get(head)) is not None
        and predicate.conditional
        and any(above.i in quarrels for above in graph.doc[head].ancestors)
        for head in draft.path
    )


def _stands_in(names: Collection[str], draft: Draft, heads: Collection[int], statuses: Statuses) -> bool:
    """Whether it is one of these arguments of one of these events."""
    governors = statuses.graph.governors.get(draft.head, ())
    return any(g.name in names and g.head in heads for g in governors)
