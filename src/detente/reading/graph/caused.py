"""Predicates in, the same with what somebody is caused or asked to do as what the verb says, out.

"The blast caused a mill to collapse": the parser often hangs "to collapse" on the mill, as in "a mill to sell".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.tokens import Doc


def give_infinitives_to_causers(
    doc: Doc, predicates: Predicates, verbs: frozenset[str], clause_nouns: frozenset[str]
) -> None:
    """The infinitive right after the object of one of these verbs is the clause of that verb."""
    for verb in predicates.verbs(verbs):
        if verb.passive or verb.has("clause"):
            continue
        for head in verb.heads("object"):
            noun = predicates.get(head)
            inner = _infinitive_of(noun, predicates) if noun is not None else None
            if noun is None or inner is None or noun.lemma in clause_nouns:
                continue
            if doc[inner.head].left_edge.i != _end(doc, head, inner.head):
                continue
            kept = tuple(a for a in noun.arguments if a != Argument("clause", inner.head))
            predicates[head] = replace(noun, arguments=kept)
            predicates[verb.head] = predicates[verb.head].adding(Argument("clause", inner.head))
            predicates[inner.head] = inner.adding(Argument("subject", head))


def _infinitive_of(noun: Predicate, predicates: Predicates) -> Predicate | None:
    inner = (predicates.get(head) for head in noun.heads("clause"))
    return next((p for p in inner if p is not None and p.mood == "infinitive" and not p.has("subject")), None)


def _end(doc: Doc, noun: int, infinitive: int) -> int:
    """The token after the noun and what describes it before the infinitive."""
    between = [c.right_edge.i for c in doc[noun].children if noun < c.i < infinitive and c.dep_ == "prep"]
    return max([noun, *between]) + 1
