"""A parsed text in, a "that" clause that was hung on the speech or letter in which it was said hung on the saying out.

"Said in a speech that Sylvania had broken the truce", "wrote in a letter to the league that it bore the blame": the
parser takes the clause to describe the speech or the league.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import FINITE, SUBJECTS
from detente.reading.tokens import Doc, Token

THAT, CLAUSES, CONTENT = "that", ("acl", "relcl"), "ccomp"
TOLD = (CONTENT, "parataxis")
ASIDE, WHOLE = "parataxis", "mark"


def repair_told_in_speech(doc: Doc, saying: Collection[str], occasions: Collection[str]) -> Doc:
    """The same document; occasions: what somebody says a thing in or at."""
    for clause in doc.having(dep_=CLAUSES, tag_=FINITE):
        that = next((c for c in clause.lefts if c.lower_ == THAT), None)
        if that is None or that.dep_ in SUBJECTS or not any(c.dep_ in SUBJECTS for c in clause.lefts):
            continue
        said, noun = _said_in(clause.head)
        if said is None or said.lemma_ not in saying or any(c.dep_ in TOLD for c in said.children):
            continue
        # "said in reply to a claim that", "in a book that Sylvania banned" tell of the claim and the book
        if noun.lemma_.lower() in occasions and said.dep_ != ASIDE:
            clause.hang(said, CONTENT)
            that.dep_, that.tag_, that.pos_ = WHOLE, "IN", "SCONJ"
    return doc


def _said_in(noun: Token) -> tuple[Token | None, Token]:
    """The verb under which a noun stands, behind prepositions only, and the noun next to the verb."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.i < noun.head.i:
        above = noun.head.head
        if above.pos_ == "VERB":
            return above, noun
        noun = above
    return None, noun
