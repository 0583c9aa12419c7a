"""Tokens in, the names of goods that open with a word like a verb mended: "drinking water" drinks nothing.

"The military fires tear gas": no fires tear it.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

MANNER = "in"  # "stands in growing solidarity with Sylvania": the solidarity is with it


def repair_goods(doc: Doc, openings: frozenset[str], names: frozenset[str] = frozenset()) -> Doc:
    """The same document. openings: participles that say what goods are for ("drinking", "cooking").

    names: what opens with a word that is a verb too ("tear gas").
    """
    for token in doc.having(tag_=("VBP",), dep_=("pcomp",)):
        if token.tag_ == "VBP" and token.i + 1 < len(doc):
            _read_as_name(token, names)
        if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.lower_ in openings:
            _read_as_goods(token)
    return doc


def _read_as_goods(participle: Token) -> None:
    """The noun right after it is what the preposition has; what hung on the two goes to the verb above."""
    goods = next((c for c in participle.rights if c.dep_ == "dobj" and c.i == participle.i + 1), None)
    if goods is None:
        return
    preposition = participle.head
    above = preposition.head.head if preposition.head.pos_ == "NOUN" else preposition.head
    kept = preposition.lower_ == MANNER
    for child in [c for c in (*participle.rights, *goods.rights) if c.dep_ == "prep"]:
        child.hang(goods if kept else above if above.pos_ == "VERB" else preposition.head, "prep")
    goods.hang(preposition, "pobj")
    participle.hang(goods, "amod")
    participle.pos_, participle.tag_ = "ADJ", "JJ"


def _read_as_name(opening: Token, names: frozenset[str]) -> None:
    """The noun before what opens the name is the verb, and the word before that its subject."""
    goods, verb = opening.nbor(1), opening.nbor(-1) if opening.i else opening
    if goods.head is not opening or f"{opening.lower_} {goods.lower_}" not in names:
        return
    before = [c for c in verb.lefts if c.dep_ in ("compound", "amod", "nmod")]
    if verb.dep_ != "nsubj" or verb.tag_ != "NNS" or not before or before[-1].i != verb.i - 1:
        return
    subject = before[-1]
    subject.tag_, subject.pos_ = ("NN", "NOUN") if subject.tag_ == "JJ" else (subject.tag_, subject.pos_)
    verb.tag_, verb.pos_ = "VBZ", "VERB"
    verb.hang(verb if opening.dep_ == "ROOT" else opening.head, opening.dep_)
    for child in [c for c in verb.lefts if c is not subject]:
        child.hang(subject, child.dep_)
    subject.hang(verb, "nsubj")
    for child in [c for c in opening.children if c is not verb]:
        child.hang(verb, child.dep_)
    opening.tag_, opening.pos_ = "NN", "NOUN"
    opening.hang(goods, "compound")
