"""A parsed text in, the same out with the verb found that an insertion parts from its subject."""

from __future__ import annotations

from detente.reading.shapes import ANY_SUBJECTS, NOUNS
from detente.reading.tokens import Doc, Token

PASTS = ("VBN", "VBD")
OPENING = ("VBG", "VBN", "IN", "DT", "RB", "JJ", "PRP$")  # tags of what opens an insertion
MARKS = (",", "–", "—", "--")
LONGEST = 14  # tokens of an insertion
WITH_OBJECT = frozenset({"dobj", "ccomp", "xcomp", "prt", "advcl"})
MISREAD = ("acl", "amod", "conj")
INSERTED = ("advcl", "acl", "prep")  # an apposition stays
JOINING, COMMA = ("and", "but", "while"), ","
NAMES, PARTICIPLES = ("NNP", "NNPS", "NN", "NNS"), ("VBG", "VBN")
FINITE, HELPING = ("VBD", "VBZ", "VBP"), ("aux", "auxpass")
JOINED, RELATIVE, PAST = "conj", "relcl", "VBD"
TODAY, BARE = ("VBZ", "VBP"), "VB"
LONGEST_INSERTION = 24  # tokens of an insertion


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


def repair_second_subjects(doc: Doc) -> Doc:
    """The same document."""
    for joining in doc.having(lower_=JOINING):
        if joining.i < 2 or joining.nbor(-1).text != COMMA or joining.i + 4 >= joining.sent.end:
            continue
        name = _joined_behind(joining)
        verb = _second_verb(name) if name is not None else None
        first = _verb_over(name, verb) if name is not None and verb is not None else None
        if name is not None and verb is not None and first is not None:
            _part(first, joining, name, verb)
    return doc


def repair_after_relatives(doc: Doc) -> Doc:
    """The same document; what is told in the present goes on with a verb of the present."""
    for joining in doc.having(lower_=JOINING[:2]):
        clause = joining.head
        if clause.dep_ != RELATIVE or clause.tag_ != PAST or joining.nbor(-1).text != COMMA:
            continue
        second = next((c for c in clause.rights if c.dep_ == JOINED and c.i > joining.i), None)
        first = next((w for w in clause.ancestors if w.tag_ in TODAY), None)
        if second is None or first is None or second.tag_ not in (*TODAY, BARE):
            continue
        if second.left_edge.i == joining.i + 1 == second.i and not any(
            c.dep_ in HELPING for c in second.lefts
        ):
            second.tag_ = first.tag_ if second.tag_ == BARE else second.tag_
            joining.hang(first, "cc")
            second.hang(first, JOINED)
    return doc


def _joined_behind(joining: Token) -> Token | None:
    """The name right behind, with a comma and a participle behind it."""
    start = joining.nbor()
    name = next((w for w in (start, *start.ancestors) if w.dep_ == JOINED), None)
    if name is None or name.left_edge.i != start.i or name.tag_ not in NAMES or name.i + 2 >= name.sent.end:
        return None
    return name if name.nbor().text == COMMA and name.nbor(2).tag_ in PARTICIPLES else None


def _second_verb(name: Token) -> Token | None:
    """The finite verb without a subject right behind the second comma."""
    doc = name.doc
    for at in range(name.i + 3, min(name.sent.end - 1, name.i + LONGEST_INSERTION)):
        word = doc[at + 1]
        if doc[at].text != COMMA or word.tag_ not in FINITE:
            continue
        verb = word.head if word.dep_ in HELPING else word
        return verb if not any(c.dep_ in ANY_SUBJECTS and c.i > name.i for c in verb.lefts) else None
    return None


def _verb_over(name: Token, second: Token) -> Token | None:
    """The verb of the clause before."""
    above = (w for w in name.ancestors if w.tag_ in FINITE and w.i < name.i and w is not second)
    return next(above, None)


def _part(first: Token, joining: Token, name: Token, second: Token) -> None:
    if first in second.subtree and first.head.i != first.i:
        first.hang(first if second.dep_ == "ROOT" else second.head, second.dep_)
    joining.hang(first, "cc")
    inserted = name.nbor(2)
    name.hang(second, "nsubj")
    second.hang(first, JOINED)
    if inserted.head in (first, name) or second in inserted.subtree:
        inserted.hang(second, "advcl")
