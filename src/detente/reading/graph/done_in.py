"""Nouns of deeds that another is done in or for, with who does that one, out: "in a rebuke to Sylvania, it shut its embassy"."""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.tokens import Doc, Token

IN, DOERS = "in", ("subject", "by", "from", "poss")
SPOKEN, BY_FORCE = "deeds that another is done in", "deeds of force that another is done in"
BLOWS = "verbs of what a raid brings"
FOR, LAID_ON = "for", ("on", "against", "upon")
PENALTIES = "penalties laid on somebody"  # the list of words


def give_deeds_their_doers(doc: Doc, predicates: Predicates, words: Mapping[str, frozenset[str]]) -> None:
    """ "In a veiled rebuke to Sylvania, its king said", "fired a rocket in an apparent protest": he rebukes, it protests."""
    for noun in predicates.of(words[SPOKEN] | words[BY_FORCE]):
        verb = _done_in(doc[noun.head], predicates)
        if verb is None or verb.passive or noun.heads(*DOERS) or not _is_a(doc[noun.head], words):
            continue
        opens = noun.head < verb.head and verb.lemma in words[BLOWS] and verb.has("object")
        if noun.lemma in words[SPOKEN] or opens:
            who = (Argument("subject", h) for h in verb.heads("subject") if h != noun.head)
            predicates[noun.head] = predicates[noun.head].adding(*who)


def _done_in(noun: Token, predicates: Predicates) -> Predicate | None:
    """The verb that the phrase belongs to, though the parser may hang it on a noun before it."""
    if noun.dep_ != "pobj" or noun.head.lower_ != IN:
        return None
    above = noun.head.head
    while (
        above.pos_ in ("NOUN", "PROPN", "ADP") and above.dep_ in ("pobj", "prep", "dobj") and above.i < noun.i
    ):
        above = above.head
    found = predicates.get(above.i)
    return found if found is not None and found.pos == "verb" else None


def _is_a(noun: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "In a protest", and not "in the protest", which was told of before and is others'."""
    return any(c.dep_ == "det" and c.lower_ not in words["definite words"] for c in noun.lefts)


def punished_for(
    verb: Token, outer: Predicate, predicates: Mapping[int, Predicate], words: Mapping[str, frozenset[str]]
) -> tuple[int, ...]:
    """Whom the penalty above a gerund is laid on; the phrase hangs on the penalty or on the verb that lays it."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != FOR:
        return ()
    heads = (outer.head,) if outer.pos == "noun" else outer.heads("object")
    for penalty in (predicates[h] for h in heads if h in predicates):
        if penalty.lemma in words[PENALTIES]:
            return penalty.heads(*LAID_ON) or outer.heads(*LAID_ON)
    return ()
