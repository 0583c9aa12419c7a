"""A parsed text in, the same out with the verb found that an insertion parted from the name that opens its sentence.

"Sylvania, citing unrest, imposed a curfew", "Sylvania – once a friend – handed over two men",
"Sylvania for the first time imposed a curfew": the parser takes the name for
a title, and the past of the verb for a participle.
"""

from __future__ import annotations

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

PASTS = ("VBN", "VBD")
OPENING = ("VBG", "VBN", "IN", "DT", "RB", "JJ", "PRP$")  # tags of what opens an insertion
MARKS = (",", "–", "—", "--")
LONGEST = 14  # tokens of an insertion
WITH_OBJECT = frozenset({"dobj", "ccomp", "xcomp", "prt", "advcl"})
MISREAD = ("acl", "amod", "conj")
INSERTED = ("advcl", "acl", "prep")  # an apposition stays


def repair_interrupted(doc: Doc) -> Doc:
    """The same document."""
    for name in doc.having(dep_=("ROOT",)):
        if name.dep_ == "ROOT" and name.tag_ in NOUNS and name.left_edge.is_sent_start:
            verb = _verb_behind(name)
            if verb is not None and _is_told(verb):
                _raise(verb, name)
    return doc


def _verb_behind(name: Token) -> Token | None:
    """The word right behind the insertion that follows the name, past an adverb, if it is a past."""
    doc, end = name.doc, name.sent.end
    at = _behind_marks(name) or _behind_phrase(name)
    if at is not None and at < end and doc[at].pos_ == "ADV":
        at += 1
    fits = at is not None and at < end and doc[at].tag_ in PASTS and doc[at].dep_ in MISREAD
    return doc[at] if fits and at is not None else None


def _behind_phrase(name: Token) -> int | None:
    """ "Sylvania for the first time imposed": behind the noun of the phrase, which has no participle with an object."""
    phrase = next((c for c in name.rights if c.dep_ == "prep" and c.i == name.i + 1), None)
    nouns = [c for c in phrase.rights if c.dep_ == "pobj"] if phrase is not None else []
    behind = [c.i for noun in nouns for c in noun.rights if c.dep_ == "acl" and c.left_edge.i == noun.i + 1]
    return behind[0] if behind else None


def _behind_marks(name: Token) -> int | None:
    """Behind the second of two commas or dashes, what is said of the name between them."""
    doc, start = name.doc, next((c.i for c in name.rights if c.text in MARKS), name.i + 1)
    end = min(name.sent.end, start + LONGEST)
    if end - start < 2 or doc[start].text not in MARKS or doc[start + 1].tag_ not in OPENING:
        return None
    return next((i + 1 for i in range(start + 2, end) if doc[i].text == doc[start].text), None)


def _is_told(verb: Token) -> bool:
    """Whether it has an object or a clause, which a participle of the passive has not."""
    if verb.dep_ == "amod":
        return verb.head.i > verb.i and verb.head.left_edge.i <= verb.i and verb.head.dep_ != "nsubj"
    return any(c.dep_ in WITH_OBJECT for c in verb.rights)


def _raise(verb: Token, name: Token) -> None:
    described = verb.head if verb.dep_ == "amod" else None
    verb.hang(verb, "ROOT")
    verb.tag_, verb.pos_ = "VBD", "VERB"
    if described is not None:
        described.hang(verb, "dobj")
    for child in list(name.rights):
        if child is not verb and (child.dep_ in INSERTED or child.i > verb.i):
            child.hang(verb, "advcl" if child.dep_ == "acl" else child.dep_)
    name.hang(verb, "nsubj")
