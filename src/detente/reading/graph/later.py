"""Predicates in, those given what a verb or preposition joined to theirs says for both out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.tokens import Doc, Token

TO = "to"
TWO = 2  # words from "plans" to "to deport"
LINKS = frozenset({"and", "or"})
STRANDED, OBJECTS = "prep", ("pobj", "dobj")
NAMES = ("NNP", "NNPS", "JJ")


def with_later_object(verb: Token, predicates: Predicates) -> Predicate:
    """ "condemned and rejected the plan": the first takes the second's object, but not in "quits, blames rival"."""
    own = predicates[verb.i]
    if own.has("object") or own.has("clause") or own.passive:
        return own
    for other in verb.children:
        if other.dep_ != "conj" or other.pos_ != "VERB" or other.i - verb.i > 4:
            continue
        joined = any(c.dep_ == "cc" for c in (*verb.children, *other.children))
        if joined and not any(c.dep_ == "prep" for c in verb.children):
            heads = predicates[other.i].heads("object") or _of_inner(other, predicates)
            return own.adding(*(Argument("object", h) for h in heads))
    return own


def _of_inner(verb: Token, predicates: Predicates) -> tuple[int, ...]:
    """ "Arrested and plans to deport two poets": the object of what the second verb speaks of."""
    inner = next((c for c in verb.rights if c.dep_ == "xcomp" and c.i in predicates), None)
    return predicates[inner.i].heads("object") if inner is not None and inner.i - verb.i <= TWO else ()


def with_later_goal(verb: Token, predicates: Predicates, giving: Collection[str]) -> Predicate:
    """ "Donates jets and supplies shells to Sylvania": to whom both go is said once, after the second."""
    own = predicates[verb.i]
    if not own.has("object") or own.has("indirect") or any(c.dep_ == "prep" for c in verb.children):
        return own
    for other in verb.children:
        later = predicates.get(other.i) if other.dep_ == "conj" else None
        if later is not None and later.lemma in giving and not later.passive:
            return own.adding(*(Argument(TO, h) for h in later.heads(TO)))
    return own


def share_with_stranded(doc: Doc, predicates: Predicates) -> None:
    """Add the shared argument to the noun, or to the verb where no noun stands before the preposition."""
    for link in doc.having(lower_=LINKS):
        mark = doc[link.i - 1] if link.i > link.sent.start else link
        if mark.pos_ != "ADP" or mark.dep_ != STRANDED or any(True for _ in mark.children):
            continue
        noun = mark.head
        shared = next(_named(noun.head if noun.dep_ == "dobj" else noun, noun, link), None)
        above = predicates.get(noun.i)
        if shared is not None and above is not None:
            predicates[noun.i] = above.adding(Argument(mark.lower_, shared.i))


def _named(top: Token, noun: Token, link: Token) -> Iterator[Token]:
    """The objects after the link that bear a name, in their order."""
    joined = [c for t in (noun, top) for c in t.rights if c.dep_ == "conj" and c.i > link.i]
    for token in (t for second in joined for t in second.subtree):
        named = (t.tag_ in NAMES and t.text[:1].isupper() for t in (token, *token.lefts))
        if token.i > link.i and token.dep_ in OBJECTS and any(named):
            yield token
