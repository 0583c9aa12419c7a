"""A parsed text in, the same with what two swap behind "with" told as their deed out.

"A dam burst, with the two neighbours trading blame": the parser hears of a blame that is called so, or takes it for
what the dam does.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

WITH, OBJECT, GERUND, CLAUSE = "with", "pobj", "VBG", "pcomp"
SUBJECT, NAMED = "nsubj", ("NOUN", "PROPN", "PRON")
ENDING, MUTE, ASIDE = "ing", "e", ("acl", "advcl")


def repair_swapping(doc: Doc, swaps: Collection[str], swapped: Collection[str]) -> Doc:
    """The same document. swaps: verbs of doing it to each other; swapped: what is said or fired so."""
    for noun in doc.having(dep_=(OBJECT,)):
        verb = noun.nbor(-1) if noun.i else noun
        lemma = _of_gerund(verb, swaps)
        if noun.lemma_.lower() not in swapped or noun.head.lower_ != WITH or lemma is None:
            continue
        before = [c for c in noun.lefts if noun.head.i < c.i < verb.i]
        doer = next((c for c in reversed(before) if c.pos_ in NAMED and c.dep_ != "conj"), None)
        if doer is not None and verb.head is noun:
            _make_clause(verb, noun, doer, lemma)
            for other in before:
                if other is not doer and other.head is noun:
                    other.hang(doer, other.dep_)
    for verb in doc.having(dep_=ASIDE):
        if verb.tag_ == GERUND and verb.i and verb.lemma_.lower() in swaps:
            _take_from_main_clause(verb, verb.nbor(-1))
    return doc


def _take_from_main_clause(verb: Token, doer: Token) -> None:
    """ "Night fell with gunners exchanging fire"."""
    preposition = doer.head
    if doer.dep_ == OBJECT and preposition.lower_ == WITH and verb.head is preposition.head:
        verb.hang(preposition, CLAUSE)
        doer.hang(verb, SUBJECT)


def _of_gerund(word: Token, verbs: Collection[str]) -> str | None:
    """ "trading" of "trade", "swapping" of "swap"."""
    low = word.lower_
    stem = low.removesuffix(ENDING)
    forms = (stem, stem + MUTE, stem[:-1])
    return next((f for f in forms if f in verbs), None) if low.endswith(ENDING) else None


def _make_clause(verb: Token, noun: Token, doer: Token, lemma: str) -> None:
    verb.tag_, verb.pos_, verb.lemma_ = GERUND, "VERB", lemma
    preposition = noun.head
    verb.hang(preposition, CLAUSE)
    noun.hang(verb, "dobj")
    doer.hang(verb, SUBJECT)
