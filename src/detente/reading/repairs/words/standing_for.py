"""Tokens in, "those" and "one" before the preposition of an earlier noun read as that noun out.

"Establishes relations with Graustark and severs those with Sylvania" severs relations; "closes its embassy in Strelsau and
opens one in Klausenburg" opens an embassy.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

WORDS = frozenset({"those", "that", "one", "ones", "another", "some"})
PLURALS, SINGULAR = frozenset({"those", "ones", "some"}), ("NN", "NNP")
STANDING, EARLIER = ("dobj", "nsubj", "nsubjpass"), ("dobj", "pobj", "nsubj", "nsubjpass", "conj")
PREPOSITION, PERSONS = "prep", {"of"}  # "those of them"


def repair_standing_for(doc: Doc) -> Doc:
    """The same document; only where the earlier noun has the same preposition, and the number fits."""
    for word in doc.having(lower_=WORDS):
        if word.dep_ not in STANDING:
            continue
        behind = word.nbor() if word.i + 1 < word.sent.end else word
        marks = {c.lower_ for c in (*word.rights, behind) if c.dep_ == PREPOSITION} - PERSONS
        if marks and (noun := _meant(word, marks)) is not None:
            word.lemma_, word.pos_, word.tag_ = noun.lemma_, noun.pos_, noun.tag_
    return doc


def _meant(word: Token, marks: set[str]) -> Token | None:
    """The last noun before it with one of those prepositions."""
    for noun in reversed(word.doc[word.sent.start : word.i]):
        one = word.lower_ not in PLURALS
        fits = noun.pos_ == "NOUN" and noun.dep_ in EARLIER and (one == (noun.tag_ in SINGULAR))
        if fits and any(c.dep_ == PREPOSITION and c.lower_ in marks for c in noun.rights):
            return noun
    return None
