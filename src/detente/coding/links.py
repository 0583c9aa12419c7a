"""Events of one report in, what links them out: cause, condition, earlier plan."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from detente.coding.drafts import Draft
from detente.reading.graph import Graph
from detente.records import Cause, Span, Time

PLANNED = ("scheduled", "planned", "proposed")
CONDITIONS = ("if", "unless", "provided", "should")


def cause_of(number: int, drafts: Sequence[Draft], graph: Graph, causes: frozenset[str]) -> Cause | None:
    """ "due to the discovery of ...": the phrase, and the event that it tells of if that is coded."""
    draft = drafts[number]
    for head in dict.fromkeys((*(a.head for a in draft.applied), *draft.path)):
        predicate = graph.predicates.get(head)
        for argument in predicate.arguments if predicate else ():
            if argument.name in causes and argument.head != draft.head:
                return Cause(
                    event=_event_within(argument.head, number, drafts, graph.doc),
                    span=_phrase(argument.head, graph.doc),
                )
    return None


def condition_of(draft: Draft, graph: Graph) -> Cause | None:
    """The clause on which a hypothetical event hangs, or the one in which it is supposed."""
    if draft.status != "hypothetical":
        return None
    for head in draft.path:
        predicate = graph.predicates.get(head)
        if predicate is not None and predicate.conditional:
            return Cause(span=_phrase(head, graph.doc))
        for condition in predicate.heads(*CONDITIONS) if predicate else ():
            return Cause(span=_phrase(condition, graph.doc))
    return None


def earlier_plans(
    drafts: Sequence[Draft], times: Sequence[Time | None], happenings: Sequence[int], doc: Doc
) -> dict[int, int]:
    """For each event, the number of the plan of the same happening that a postponement has overtaken."""
    found: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        if draft.status not in ("postponed", "cancelled"):
            continue
        plan = _plan_before(number, drafts, happenings, doc)
        if plan is None:
            continue
        for other, candidate in enumerate(drafts):
            moved = candidate.status in PLANNED and other != plan and times[other] != times[plan]
            if happenings[other] == happenings[number] and (other == number or moved):
                found[other] = plan
    return found


def _plan_before(number: int, drafts: Sequence[Draft], happenings: Sequence[int], doc: Doc) -> int | None:
    sentence = doc[drafts[number].head].sent
    plans = [
        n
        for n, d in enumerate(drafts)
        if d.status in PLANNED
        and happenings[n] == happenings[number]
        and sentence.start <= d.head < sentence.end
    ]
    return plans[-1] if plans else None


def _event_within(head: int, number: int, drafts: Sequence[Draft], doc: Doc) -> str | None:
    inside = {t.i for t in doc[head].subtree}
    return next((f"e{n + 1}" for n, d in enumerate(drafts) if d.head in inside and n != number), None)


def _phrase(head: int, doc: Doc) -> Span:
    tokens = [t for t in doc[head].subtree if not t.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].i > head:
        tokens.pop()
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
