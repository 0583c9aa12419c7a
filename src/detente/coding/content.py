"""Drafts in, why some are no events of their own out: they are what another event of the text is about.

"Began talks on ending the war", "warned them against helping rebels", "rejected an offer to send troops to fight
the cartels", "sanctioned them for their support of the coup": no more has happened than the first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from detente.coding.composing import HAPPENED
from detente.coding.draft import Draft
from detente.coding.governing import ANY_VERB
from detente.coding.status import Statuses

CONTENT = "it is only what another event is about"
CONDITION = "it is only the condition of a threat, demand or refusal"
REPROACH = "it is only what another event blames somebody for"
PURPOSE = "it is only what something that has not happened would be for"
CAUSE = "it is only what a protest is for"

QUARREL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
BLAMING = frozenset({"ACCUSE", "REJECT", "SANCTION", "COERCE", "THREATEN"})
BLAMED_FOR = frozenset(
    {"SUPPORT", "AID"}
)  # what a reproach alleges; an attack or a visit that is blamed took place
REFUSES = "REJECT"
REASONS = ("for", "over")
FOR = ("purpose",)
PROTEST = "PROTEST"


def content_reasons(
    drafts: Sequence[Draft], reasons: Sequence[str | None], statuses: Statuses
) -> list[str | None]:
    """The reason for each draft: the one that it has, or one of the above; None for an event of its own."""
    kept = {d.head: d for d, reason in zip(drafts, reasons, strict=True) if reason is None}
    quarrels = {head for head, d in kept.items() if is_quarrel(d, statuses)}
    blaming = {head for head, d in kept.items() if _type(d, statuses) in BLAMING}
    unreal = {head for head, d in kept.items() if d.status not in HAPPENED}
    refusing = {head for head, d in kept.items() if _type(d, statuses) == REFUSES}
    return [reason or _of_refused_text(d, refusing, statuses)
            or _reason(d, kept, quarrels, blaming, unreal, statuses)
            for d, reason in zip(drafts, reasons, strict=True)]  # fmt: skip


def _reason(
    draft: Draft,
    kept: Mapping[int, Draft],
    quarrels: Collection[int],
    blaming: Collection[int],
    unreal: Collection[int],
    statuses: Statuses,
) -> str | None:
    if _is_content(draft, kept):
        return CONTENT
    if _is_condition(draft, quarrels, statuses):
        return CONDITION
    if _type(draft, statuses) in BLAMED_FOR and _stands_in(REASONS, draft, blaming, statuses):
        return REPROACH
    if draft.status not in HAPPENED and draft.applied and _stands_in(FOR, draft, unreal, statuses):
        return PURPOSE
    protests = {head for head in kept if _type(kept[head], statuses) == PROTEST}
    quarrel = is_quarrel(draft, statuses) and draft.status not in HAPPENED
    return CAUSE if quarrel and _stands_in(FOR, draft, protests, statuses) else None


def _of_refused_text(draft: Draft, refusing: Collection[int], statuses: Statuses) -> str | None:
    """ "vetoed a text demanding that Sylvania withdraw": what the text would have said has not been said."""
    token = statuses.graph.doc[draft.head]
    said = token.dep_ in ("acl", "relcl") and is_quarrel(draft, statuses)
    return CONTENT if said and token.head.head.i in refusing else None


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
