"""A parsed text in, a day no longer joined to who acts in the clause behind it out.

"Jets bombed the port on Friday and Sylvanian gunners shelled Zenda": the parser makes gunners of Friday and of
Sylvania, so that they are nobody's, or what the bombing was on. So too "was held on Friday and Sylvania protested".
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import ANY_SUBJECTS, FINITE
from detente.reading.tokens import Doc, Token

MODIFIERS = {
    "JJ": "amod",
    "VBN": "amod",
    "VBG": "amod",
    "CD": "nummod",
    "DT": "det",
}  # other words are a compound


def repair_days_joined(doc: Doc, days: Collection[str]) -> Doc:
    """The same document; days: names of days and months."""
    for day in doc.having(dep_=("nmod",)):
        noun = day.head
        link = next((c for c in day.rights if c.dep_ == "cc"), None)
        if (
            day.dep_ != "nmod"
            or day.lower_ not in days
            or link is None
            or noun.i < day.i
            or day.nbor() is not link
        ):
            continue
        verb = _verb_of(noun)
        if verb is not None:
            _part(day, link, noun, verb)
    for noun in doc.having(dep_=("conj",)):
        if (
            noun.dep_ == "conj"
            and noun.head.lower_ in days
            and noun.lower_ not in days
            and noun.head.dep_ != "nmod"
        ):
            _give_its_verb(noun, noun.head)
    return doc


def _give_its_verb(noun: Token, day: Token) -> None:
    """ "On Friday and Sylvania protested": what follows the day has a verb of its own."""
    verb = _verb_behind(noun)
    link = next((c for c in day.rights if c.dep_ == "cc"), None)
    if verb is None or link is None or noun.left_edge.i < link.i or verb.head.i > day.i:
        return
    noun.hang(verb, "nsubj")
    link.hang(verb.head, "cc")


def _verb_of(noun: Token) -> Token | None:
    """The verb whose subject it is, or right behind it and without one."""
    if noun.dep_ in ANY_SUBJECTS:
        return noun.head if noun.head.i > noun.i else None
    return _verb_behind(noun) if noun.dep_ == "pobj" else None


def _verb_behind(noun: Token) -> Token | None:
    """A finite verb right behind it that has no subject."""
    at = noun.right_edge.i + 1
    if at >= noun.sent.end:
        return None
    verb = noun.doc[at]
    taken = any(c.dep_ in ANY_SUBJECTS for c in verb.children)
    return verb if verb.tag_ in FINITE and not taken and verb.dep_ in ("conj", "advcl", "ccomp") else None


def _part(day: Token, link: Token, noun: Token, verb: Token) -> None:
    before = day.nbor(-1) if day.i > day.sent.start else day
    first = verb.head
    for word in [c for c in day.rights if c.dep_ == "conj"]:
        word.hang(noun, MODIFIERS.get(word.tag_, "compound"))
    if before.dep_ == "prep":
        day.hang(before, "pobj")
    else:
        day.hang(first, "npadvmod")
    if noun.dep_ not in ANY_SUBJECTS:
        noun.hang(verb, "nsubj")
        verb.hang(first, "conj")
    link.hang(first, "cc")
