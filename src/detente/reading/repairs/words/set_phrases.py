"""A parsed text in, the same with what is "put on hold" or "taken into custody" as the object of the verb out.

"Puts on hold all trade with Graustark": the parser takes the trade for what is held, or "custody hundreds" for one name.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
OBJECT = "dobj"


def repair_set_phrases(
    doc: Doc, event_verbs: Collection[str], ends: Collection[str], like_infinitives: Collection[str] = ()
) -> Doc:
    """The same document.

    event_verbs: the verb entries of all rules, some of them of a verb, a preposition and a noun; ends: the nouns of
    these; like_infinitives: such nouns that may be taken for verbs.
    """
    for noun in doc.having(lower_=ends):
        verb, at = (doc[noun.i - 2], doc[noun.i - 1]) if noun.i > 1 else (noun, noun)
        if noun.tag_ not in NOUNS or verb.pos_ not in ("VERB", "AUX"):
            continue
        if f"{verb.lemma_.lower()} {at.lower_} {noun.lower_}" in event_verbs:
            _part(verb, at, noun)
    for word in doc.having(lower_=like_infinitives):
        if word.tag_ != "VB" or word.lower_ not in like_infinitives:
            continue
        to, verb = (doc[word.i - 1] if word.i else word), word.head
        phrase = f"{verb.lemma_.lower()} {to.lower_} {word.lower_}"
        if to.tag_ == "TO" and verb.i < to.i and phrase in event_verbs:
            _make_noun(word, to, verb)
    return doc


def _make_noun(word: Token, to: Token, verb: Token) -> None:
    """ "Will hold the generals to account": the parser takes it for what these do."""
    for child in list(word.children):
        if child is not to:
            child.hang(verb, OBJECT if child.dep_ in SUBJECTS else child.dep_)
    to.tag_, to.pos_, word.tag_, word.pos_ = "IN", "ADP", "NN", "NOUN"
    to.hang(verb, "prep")
    word.hang(to, "pobj")


def _part(verb: Token, at: Token, noun: Token) -> None:
    """The phrase below the verb, and what the parser hung on its noun beside it."""
    what = next((c for c in noun.rights if c.dep_ == OBJECT), None)
    if what is None and noun.dep_ in ("compound", "nmod", "amod") and noun.head.tag_ in NOUNS:
        what = noun.head
    if what is None or what.i <= noun.i:
        return
    what.hang(verb, OBJECT)
    at.hang(verb, "prep")
    noun.hang(at, "pobj")
    for child in [c for c in noun.rights if c.i > what.i]:
        child.hang(what, child.dep_)
