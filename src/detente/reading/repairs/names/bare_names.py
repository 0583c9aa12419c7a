"""A parsed text in, the same out with names given back to their verbs: "shelled Zenda", "Rassendyll condemned it".

A name that the parser does not know is taken for an adverb of time or of measure, as "Monday" would be.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import NAMES
from detente.reading.tokens import Doc, Token

_ADDRESSED, _VERBS = ("dobj",), ("VERB",)
_LOOSE = ("npadvmod", "advmod")
_TENSED = ("VBD", "VBZ", "VBP", "VBN")
_OBJECTS = frozenset({"dobj", "ccomp", "nsubjpass", "auxpass", "dative", "attr", "oprd"})
_TOLD = frozenset({"dobj", "ccomp", "xcomp"})
_BETWEEN = frozenset({"prep", "advcl", "advmod", "punct"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "aux", "auxpass", "expl", "mark"})


def repair_bare_names(doc: Doc, event_verbs: frozenset[str], days: Collection[str]) -> Doc:
    """The same document. days: names of days and months, which say when and not whom."""
    named = any(_is_bare_name(name, days) for name in doc.having(dep_=_LOOSE))
    for verb in doc.having(dep_=_ADDRESSED, pos_=_VERBS) if named else doc.having(dep_=_ADDRESSED):
        if verb.dep_ == "dobj" and verb.tag_ in NAMES:
            _read_address(verb)
        if verb.pos_ == "VERB" and verb.is_lower:
            if verb.lemma_.lower() in event_verbs:
                _give_object(verb, days)
            _give_subject(verb, days)
    return doc


def _read_address(name: Token) -> None:
    """ "Clash near Zenda, Hentz Province": after a comma, where the town lies, and not whom they clash with."""
    comma = name.left_edge.i - 1
    if comma <= name.head.i + 1 or name.doc[comma].text != ",":
        return
    place = name.doc[comma - 1]
    if place.dep_ == "pobj" and place.tag_ in NAMES and place.head.head is name.head:
        name.hang(place, "appos")


def _give_object(verb: Token, days: Collection[str]) -> None:
    """ "Troops shelled Zenda on Monday": the name right after a verb without an object is what it did it to."""
    if any(c.dep_ in _OBJECTS for c in verb.children):
        return
    name = next((c for c in verb.rights if c.left_edge.i == verb.i + 1), None)
    if name is not None and _is_bare_name(name, days):
        name.dep_ = "dobj"


def _give_subject(verb: Token, days: Collection[str]) -> None:
    """ "Rassendyll (on Monday) condemned Sylvania", "Rassendyll, citing its raids, condemned Sylvania": the name that
    opens a sentence whose verb has an object and no subject."""
    if verb.dep_ != "ROOT" or verb.tag_ not in _TENSED or any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    name = next((c for c in verb.lefts), None)
    if name is None or not name.left_edge.is_sent_start or not _is_bare_name(name, days):
        return
    between = [c for c in verb.lefts if c is not name]
    if all(c.dep_ in _BETWEEN for c in between) and any(c.dep_ in _TOLD for c in verb.rights):
        name.dep_ = "nsubj"
        verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_


def _is_bare_name(token: Token, days: Collection[str]) -> bool:
    return token.dep_ in _LOOSE and token.tag_ in NAMES and token.lemma_.lower() not in days
