"""A parsed text in, names that the parser takes apart, or gives to no verb, read as names out."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import NAMES, SUBJECTS
from detente.reading.tokens import Doc, Token

LOOSE = frozenset({"npadvmod", "nsubj", "nsubjpass", "dep", "punct", "advmod"})
HYPHEN, DASHES, PART = "-", frozenset({"–", "-"}), "compound"
_ADDRESSED, _VERBS = ("dobj",), ("VERB",)
_LOOSE = ("npadvmod", "advmod")
_TENSED = ("VBD", "VBZ", "VBP", "VBN")
_OBJECTS = frozenset({"dobj", "ccomp", "nsubjpass", "auxpass", "dative", "attr", "oprd"})
_TOLD = frozenset({"dobj", "ccomp", "xcomp"})
_BETWEEN = frozenset({"prep", "advcl", "advmod", "punct"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "aux", "auxpass", "expl", "mark"})
BARE, CLAUSE = frozenset({"VB"}), "ccomp"
COUNTS = {"CD": "nummod", "DT": "det"}  # tags, and how they hang on a noun


def repair_broken_names(doc: Doc, days: Collection[str]) -> Doc:
    """The same document. days: names of days and months, which say when and not who."""
    for last in doc.having(dep_=SUBJECTS):
        if last.tag_ in NAMES and last.head.i > last.i:
            _gather(last, days)
    return doc


def _gather(last: Token, days: Collection[str]) -> None:
    """Hang on the last word of a name those right before it that hang on its verb."""
    first = last.left_edge.i
    while first > last.sent.start:
        part = last.doc[first - 1]
        if part.lower_ in DASHES and part.head.i == part.i - 1:
            part = part.head  # "State – Hentz Province"
        if part.head.i != last.head.i or part.dep_ not in LOOSE or not _goes_on(part, days):
            return
        part.hang(last, PART)
        first = part.left_edge.i


def _goes_on(part: Token, days: Collection[str]) -> bool:
    """Whether a name does not end with this word: before a word of a name, or beside a hyphen without blanks."""
    joined = not part.whitespace_ and (part.text == HYPHEN or part.nbor(1).text == HYPHEN)
    return joined or (part.tag_ in NAMES and part.lemma_.lower() not in days)


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


def repair_bidding_names(doc: Doc, crowds: Collection[str]) -> Doc:
    """The same document; `crowds` are nouns of people in the streets."""
    for verb in doc.having(tag_=BARE):
        if not verb.text.istitle() or any(c.dep_ == "aux" for c in verb.lefts):
            continue
        clause = next((c for c in verb.rights if c.dep_ == CLAUSE), None)
        people = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None) if clause is not None else None
        if clause is not None and people is not None and _are_called_so(people, verb, crowds):
            _name(verb, people, clause)
    return doc


def _are_called_so(people: Token, verb: Token, crowds: Collection[str]) -> bool:
    between = people.doc[verb.i + 1 : people.i]
    titled = any(t.text.istitle() for t in between)
    return people.lemma_.lower() in crowds and titled and people.left_edge.i == verb.i + 1


def _name(verb: Token, people: Token, clause: Token) -> None:
    """The verb stands before the people as a name does, and what they do takes its place."""
    around = [c for c in verb.children if c is not clause]
    clause.hang(clause if verb.dep_ == "ROOT" else verb.head, verb.dep_)
    verb.hang(people, "compound")
    verb.tag_, verb.pos_ = "NNP", "PROPN"
    for child in around:
        if child.i < verb.i and child.tag_ in COUNTS:
            child.hang(people, COUNTS[child.tag_])
        else:
            child.hang(clause, child.dep_)
