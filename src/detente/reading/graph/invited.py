"""Predicates in, the same with whom an invitation is to as who makes the visit that it is for out.

"Invited the Sylvanian premier for a visit", "extended an invitation to him for a visit to Strelsau".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.tokens import Doc

FOR, TO = ("for", "to", "on"), "to"


def give_guests_their_visits(doc: Doc, predicates: Predicates, words: Mapping[str, frozenset[str]]) -> None:
    """Fill the subject of each visit that stands with an invitation and has none of its own."""
    for inviting in predicates.of(words["nouns of asking"], words["inviting verbs"]):
        asked = inviting.pos == "noun" and inviting.lemma in words["nouns of asking"]
        if not asked and inviting.lemma not in words["inviting verbs"]:
            continue
        around = with_its_verb(doc, inviting, predicates) if asked else [inviting]
        guests = [h for p in around for h in (p.heads(TO) if asked else p.heads("object"))]
        for head in dict.fromkeys(h for p in around for h in p.heads(*FOR)):
            visit = predicates.get(head)
            if visit is not None and visit.pos == "noun" and visit.lemma in words["nouns of visiting"]:
                if visit.heads("subject", "poss", "of", "by"):
                    continue
                predicates[head] = visit.adding(*(Argument("subject", h) for h in guests if h != head))


def with_its_verb(doc: Doc, noun: Predicate, predicates: Mapping[int, Predicate]) -> list[Predicate]:
    """The noun, and the verb whose object it is: "sent an appeal to the rebels"."""
    token = doc[noun.head]
    verb = predicates.get(token.head.i) if token.dep_ in ("dobj", "nsubjpass") else None
    return [noun] if verb is None or verb.pos != "verb" else [noun, verb]


def tell_of_guests(doc: Doc, predicates: Predicates, guests: Collection[str]) -> None:
    """ "Told a visiting Sylvanian minister that": whom a verb is about is called a guest, an argument of its own."""
    for word in doc.having(lower_=guests):
        guest = word.head
        verb = predicates.get(guest.head.i)
        if word.dep_ == "amod" and verb is not None and guest.i in verb.heads("object", "indirect"):
            predicates[verb.head] = verb.adding(Argument("guest", guest.i))
