"""A parsed text in, the same with what stands before "hours after" given back to the clause that it belongs to out.

"Jets bomb bases in the hills hours after the premier blamed the rebels": with two subjects, one on either side of "after",
the first is what the verb before it is done to; so is a name that was taken for part of
the hours. "In Sylvania weeks before": the land is where, and the weeks say when. "Shut for two
hours after a blast": the port was shut after it, and not only the hours are told to be.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

SUBJECT, MARK, OBJECT, WHEN = "nsubj", "mark", "dobj", "npadvmod"
LATER = ("conj", "ccomp", "advcl", "dep", "parataxis")
LINKS, NAMES, BESIDE = ("after", "before", "since"), ("NNP", "NNPS"), ("compound", "nmod")


def repair_hours_after(doc: Doc, units: frozenset[str], verbs: frozenset[str]) -> Doc:
    """The same document. units: nouns of time; verbs: lemmas that are done to somebody."""
    for noun in doc.having(dep_=("pobj",)):
        if noun.lemma_ in units and noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ in LINKS:
            _off_place(noun)
            _off_span(noun)
    for unit in doc.having(lemma_=units):
        if unit.dep_ in (WHEN, OBJECT) and unit.i + 1 < len(doc) and doc[unit.i + 1].lower_ in LINKS:
            _off_what_is_done(unit, verbs)
    for noun in doc.having(dep_=(SUBJECT,)):
        later = noun.head
        first = later.head
        if later.dep_ not in LATER or first.i != noun.left_edge.i - 1 or first.lemma_ not in verbs:
            continue
        if _stands_before_clause(noun, later) and not any(c.dep_ == OBJECT for c in first.rights):
            noun.hang(first, OBJECT)
            later.hang(first, "advcl")
    return doc


def _off_what_is_done(unit: Token, verbs: frozenset[str]) -> None:
    """ "Bombed Zenda hours after", "closed the bridge days after": what is done to it, and the hours say when."""
    if unit.dep_ == OBJECT:
        if any(c.dep_ == OBJECT and c.i < unit.i for c in unit.head.rights):
            unit.hang(unit.head, WHEN)
        return
    name = unit.doc[unit.left_edge.i]
    verb, beside = unit.doc[max(name.i - 1, 0)], unit.nbor(-1) if unit.i else unit
    if beside.tag_ not in NAMES or beside.dep_ not in BESIDE or beside.head is not unit:
        return
    if verb.pos_ == "VERB" and verb.lemma_ in verbs and not any(c.dep_ == OBJECT for c in verb.rights):
        for other in [c for c in unit.lefts if c.i < beside.i]:
            other.hang(beside, other.dep_)
        beside.hang(verb, OBJECT)


def _off_place(unit: Token) -> None:
    """ "In Sylvania hours after he left"."""
    place, where = unit.nbor(-1), unit.head
    if place.tag_ not in NAMES or place.head is not unit or place.dep_ not in BESIDE or where.dep_ != "prep":
        return
    link = unit.nbor(1)
    place.hang(where, "pobj")
    for other in [c for c in unit.lefts if c.i < place.i]:
        other.hang(place, other.dep_)
    unit.hang(link if link.dep_ == "prep" else link.head, WHEN)


def _off_span(unit: Token) -> None:
    """ "Shut for an hour after a drone was seen": what came before it, and no hour that is reckoned from it."""
    span, link = unit.head, unit.nbor(1)
    told = span.lower_ == "for" and span.dep_ == "prep" and span.head.pos_ == "VERB"
    if told and link.head is unit and link.dep_ == "prep":
        link.hang(span.head, "prep")


def _stands_before_clause(noun: Token, later: Token) -> bool:
    """The conjunction stands between it and another subject."""
    marks = [c.i for c in later.lefts if c.dep_ == MARK and c.i > noun.i]
    return bool(marks) and any(c.dep_ == SUBJECT and c.i > marks[0] for c in later.lefts)
