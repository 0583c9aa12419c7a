"""A noun of saying or judging in, what it is said of out, where that stands around the noun: "a plan under discussion",
"the law drew criticism", "the hope is that", "it is no secret that".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from detente.coding.attribution.candidates import Reading
from detente.coding.attribution.subjects import subject_of
from detente.reading.tokens import Token

Heads = tuple[list[Token], set[int]]
_CLAUSES = ("ccomp", "acl", "advcl", "csubj", "xcomp")
NONE: Heads = ([], set())


def found_around(noun: Token, frame: str, reading: Reading) -> Heads:
    """Heads of the content and further words of the cue; none where the frame does not hold."""
    return _AROUND[frame](noun, reading)


def _equated(noun: Token, reading: Reading) -> Heads:
    """ "The hope is that he will come", "the idea was to split the vote"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return NONE
    clause = next((c for c in verb.rights if c.dep_ in ("ccomp", "xcomp")), None)
    return ([clause], {verb.i}) if clause is not None else NONE


def _of_it(noun: Token, reading: Reading) -> Heads:
    """ "It is no secret that they quarrel"."""
    verb = noun.head
    it = next((c for c in verb.lefts if c.lower_ == "it"), None)
    if noun.dep_ != "attr" or it is None:
        return NONE
    clauses = (c for t in (verb, noun) for c in t.rights if c.dep_ in _CLAUSES and c.i > noun.i)
    clause = next(clauses, None)
    return ([clause], {verb.i, it.i}) if clause is not None else NONE


def _held(noun: Token, reading: Reading) -> Heads:
    """ "An option under discussion", "the levy is under review"."""
    under = noun.head
    if noun.dep_ != "pobj" or under.lower_ not in reading.words["under"]:
        return NONE
    holder = under.head
    if holder.pos_ in ("NOUN", "PROPN"):
        return [holder], {under.i}
    if holder.lemma_ not in reading.words["being-under"]:
        return NONE
    subject = subject_of(holder)
    return ([subject], {under.i, holder.i}) if subject is not None else NONE


def _aimed_at(noun: Token, reading: Reading) -> Heads:
    """ "The law drew criticism", "he earned a reputation as a bargainer"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in reading.words["winning-verbs"]:
        return NONE
    subject = subject_of(verb)
    further = [c for t in (noun, verb) for c in t.rights if c.lower_ in ("as", "for")]
    return ([subject, *further], {verb.i}) if subject is not None else NONE


_AROUND: Mapping[str, Callable[[Token, Reading], Heads]] = {
    "equated": _equated,
    "it": _of_it,
    "holder": _held,
    "target": _aimed_at,
}
AROUND = frozenset(_AROUND)
