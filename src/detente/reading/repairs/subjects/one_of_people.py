"""A parsed text in, a man named by his people alone made the subject of the verb right behind him out.

"A Ruritanian stabs three people in Zenda": the parser takes "Ruritanian" for an adjective, and nobody stabs.
"""

from __future__ import annotations

from detente.reading.shapes import ANY_SUBJECTS
from detente.reading.tokens import Doc, Token

ARTICLES = frozenset({"a", "an", "another", "one"})
DESCRIBING, FINITE, OBJECT = "amod", ("VBZ", "VBD"), "dobj"


def repair_one_of_people(doc: Doc) -> Doc:
    """The same document; the verb must lack a subject, have an object, and stand right behind the word."""
    for word in doc.having(dep_=(DESCRIBING,)):
        verb = word.head
        if verb.tag_ not in FINITE or word.i + 1 != verb.i or not word.text[:1].isupper():
            continue
        before = [c for c in verb.lefts if c.i < word.i]
        lacks = not any(c.dep_ in ANY_SUBJECTS for c in verb.children)
        if lacks and any(c.dep_ == OBJECT for c in verb.rights) and _is_one(before):
            for child in before:
                child.hang(word, child.dep_)
            word.tag_, word.pos_ = "NNP", "PROPN"
            word.hang(verb, "nsubj")
    return doc


def _is_one(before: list[Token]) -> bool:
    """Whether what stands before it in the phrase is an article, with or without a word that describes him."""
    first = before[0] if before else None
    return first is not None and first.lower_ in ARTICLES and all(c.dep_ in ("det", "amod") for c in before)
