"""A parsed text in, the same with clauses that say who did it hung on who that is out.

"It was Ruritania that closed the border", "it was the envoy that Sylvania expelled": the parser takes the clause for
what something else was. "Graustark is the country that expelled him": it did, and no country that has no name.
"""

from __future__ import annotations

from detente.reading.shapes import FINITE
from detente.reading.tokens import Doc, Token

IT, BE, PRONOUNS = "it", "be", ("that", "who", "which", "whom")
FILLS, NAMES, NOUNS = ("nsubj", "nsubjpass", "dobj"), ("NNP", "NNPS"), ("NN", "NNS")
THE, OBJECT, TAKEN = ("the", "one"), "dobj", ("dobj", "ccomp", "xcomp")


def repair_clefts(doc: Doc) -> Doc:
    """The same document."""
    for noun in doc.having(dep_=("attr",)):
        subject = next((c for c in noun.head.lefts if c.dep_ == "nsubj"), None)
        if noun.head.lemma_ != BE or noun.i < noun.head.i or subject is None:
            continue
        if subject.lower_ == IT:
            _give_clause(noun)
        elif subject.tag_ in NAMES and noun.tag_ in NOUNS and _is_definite(noun):
            _give_to_name(noun, subject)
    return doc


def _give_clause(noun: Token) -> None:
    """The clause right behind the noun, if it begins with a pronoun that has a place in it."""
    for clause in [c for c in noun.head.rights if c.dep_ == "ccomp"]:
        pronoun = clause.left_edge
        filled = pronoun.dep_ in FILLS and pronoun.head is clause and pronoun.lower_ in PRONOUNS
        if (
            not filled
            or pronoun.i < noun.i
            or not _is_finite(clause)
            or (pronoun.dep_ == OBJECT and any(c.dep_ in TAKEN for c in clause.rights))
        ):
            continue
        clause.hang(noun, "relcl")
        pronoun.tag_, pronoun.pos_ = "WDT", "PRON"


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.lefts)


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in THE for c in noun.lefts)


def _give_to_name(noun: Token, name: Token) -> None:
    """What the noun is told to have done, the name has."""
    for clause in [c for c in noun.rights if c.dep_ == "relcl"]:
        pronoun = clause.left_edge
        if pronoun.dep_ in FILLS and pronoun.head is clause and pronoun.lower_ in PRONOUNS:
            clause.hang(name, "relcl")
