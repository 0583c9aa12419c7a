"""Predicates in, the same with what a relative clause is about given to the infinitive in it out.

"The duties that Sylvania was to impose on Monday", "the visit that its king had planned to pay": the duties are imposed
and the visit is paid, though the parse leaves the infinitive without an object or gives it to the verb before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.shapes import is_finite
from detente.reading.tokens import Doc, Token

Words = Mapping[str, frozenset[str]]
CLAUSES, BE = ("relcl", "acl"), "be"
RELATIVE, INFINITIVE, OBJECT = "WDT", "infinitive", "object"
SUBJECT, CLAUSE, THAT, STRANDED = "subject", ("clause", "purpose"), "that", "prep"


Described = tuple[tuple[int, int], ...]


def give_infinitives_what_is_described(
    doc: Doc, predicates: Predicates, words: Words, event_nouns: frozenset[str]
) -> Described:
    """Each infinitive, and the noun that is its object, below "was to" and verbs whose subject does what it says.

    Only nouns of events: "the rebels that they are meant to fight" says who they are.
    """
    return tuple(_described(doc, predicates, words, event_nouns))


def leave_to_their_nouns(described: Described, predicates: Predicates) -> None:
    """ "The duties that it was to impose were dropped": what becomes of them is said of the noun, which has its sides
    from the verb."""
    for verb, noun in described:
        told, carrying = predicates[noun], predicates[verb]
        if told.carrier is None:
            lent = (a for a in carrying.arguments if a.head != noun)
            told = predicates[noun] = replace(told.adding(*lent), carrier=verb, only_carried=True)
        if told.carrier == verb:
            kept = tuple(a for a in carrying.arguments if (a.name, a.head) != (OBJECT, noun))
            predicates[verb] = replace(carrying, arguments=kept)


def _described(
    doc: Doc, predicates: Predicates, words: Words, event_nouns: frozenset[str]
) -> Iterator[tuple[int, int]]:
    for token in doc.having(dep_=CLAUSES):
        outer = predicates.get(token.i) if token.dep_ in CLAUSES and is_finite(token) else None
        who = _who(outer) if outer is not None else ()
        noun = predicates.get(token.head.i)
        if outer is None or not who or noun is None or noun.head in who or noun.lemma not in event_nouns:
            continue
        if outer.lemma != BE and outer.lemma not in words["verbs of one's own plans"]:
            continue
        inner = next(_infinitives(outer, predicates), None)
        if inner is not None and _lacks_it(inner, token, words):
            _give(outer, inner, token.head, predicates)
            yield inner.head, token.head.i


def _who(outer: Predicate) -> tuple[int, ...]:
    """Who is to do it; of "was expected to" the parse's subject is the object."""
    return tuple(outer.heads(OBJECT if outer.passive else SUBJECT))


def _infinitives(outer: Predicate, predicates: Predicates) -> Iterator[Predicate]:
    heads = (h for name in CLAUSE for h in outer.heads(name))
    below = (predicates[h] for h in heads if h in predicates)
    yield from (p for p in below if p.mood == INFINITIVE and p.pos == "verb" and not p.passive)


def _lacks_it(inner: Predicate, clause: Token, words: Words) -> bool:
    if inner.lemma in words["verbs without object"]:
        return False
    verb = clause.doc[inner.head]
    if any(c.dep_ == STRANDED and not any(True for _ in c.children) for c in verb.rights):
        return False  # "the talks that it was to take part in"
    own = (clause.doc[h] for h in inner.heads(OBJECT))
    return all(_is_pronoun_of(o, clause) for o in own) and not any(
        c.tag_ in ("WRB", "IN") and c.lower_ != THAT for c in clause.lefts
    )


def _is_pronoun_of(token: Token, clause: Token) -> bool:
    return token.i == clause.head.i or (
        token.i < clause.i and (token.tag_ == RELATIVE or token.lower_ == THAT)
    )


def _give(outer: Predicate, inner: Predicate, noun: Token, predicates: Predicates) -> None:
    kept = tuple(a for a in inner.arguments if a.name != OBJECT and (a.name, a.head) != (SUBJECT, noun.i))
    predicates[inner.head] = replace(inner, arguments=(*kept, Argument(OBJECT, noun.i)))
    kept = tuple(a for a in outer.arguments if (a.name, a.head) != (OBJECT, noun.i))
    predicates[outer.head] = replace(outer, arguments=kept)
