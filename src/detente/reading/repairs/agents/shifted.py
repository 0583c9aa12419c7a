"""A parsed text in, the same with objects that stand after whom they are given to read as such out.

"Gave back to Sylvania seven paintings", "handed over to Sylvania two suspects": the parser takes what is given for a
second name of whom it is given to.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

TOWARDS = ("to", "from", "against", "on")
MARKS = ("IN", "TO")
NAMES = ("NNP", "NNPS")
NOUNS = ("NN", "NNS", *NAMES)
OPENS = ("CD", "DT", "PRP$")
FITTING = ("appos", "nmod", "npadvmod", "dep", "pobj", "compound", "conj", "dative", "oprd", "attr")
OBJECTS = ("dobj", "attr", "ccomp")
AGO = ("ago", "later", "earlier", "before", "after", "away", "since")


def repair_shifted(doc: Doc, times: frozenset[str]) -> Doc:
    """The same document. times: nouns that only say when ("two days ago")."""
    for mark in doc.having(tag_=MARKS):
        if mark.lower_ in TOWARDS and mark.i:
            _part(mark, times)
    return doc


def _part(mark: Token, times: frozenset[str]) -> None:
    verb = _verb_before(mark)
    if verb is None or any(c.dep_ in OBJECTS and c.i > verb.i for c in verb.children):
        return
    name = _name_after(mark)
    if name is None or name.i + 1 >= mark.sent.end:
        return
    opens = name.nbor(1)
    given = opens.head
    if opens.tag_ not in OPENS or given.i <= opens.i or given.tag_ not in NOUNS or given.dep_ not in FITTING:
        return
    if given.lemma_.lower() in times or (given.i + 1 < mark.sent.end and given.nbor(1).lower_ in AGO):
        return
    if given.head.i not in (verb.i, mark.i, name.i) and not given.head.i < mark.i:
        return
    mark.hang(verb, "prep")
    given.hang(verb, "dobj")
    for part in [c for c in given.lefts if c.i < name.i]:
        part.hang(name, part.dep_)
    name.hang(mark, "pobj")


def _verb_before(mark: Token) -> Token | None:
    """The verb right before a preposition, or before the particle before it."""
    before = mark.nbor(-1)
    if before.pos_ in ("ADV", "ADP", "PART") and before.i and before.head.i == before.i - 1:
        before = before.head
    return before if before.pos_ == "VERB" else None


def _name_after(mark: Token) -> Token | None:
    """The last word of the name right after it."""
    last = None
    for token in mark.doc[mark.i + 1 : mark.sent.end]:
        if token.tag_ not in NAMES and not (last is None and token.lower_ == "the"):
            break
        last = token if token.tag_ in NAMES else None
    return last
