"""A pronoun for whom something is said to in, whom the act before was aimed at out; one for whoever says it, whom it is
said of."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping

from detente.coding.actors.pointing.binding import OBJECTS, TOLD_IN, aimed_at
from detente.coding.actors.pointing.clauses_around import PERSON
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

SET_IN = ("parataxis", "ccomp")  # where ", he said," hangs on what he says
TO_MIND = ("on", "to")  # "called on it"


def accused(token: Token, actors: Container[int], words: Mapping[str, frozenset[str]]) -> int | None:
    """Of "it" in "sued Sylvania at the court, accusing it of raids", "chided Sylvania over its ties with Graustark and
    urged it to cut them", "told the court of raids and asked its judges", the actor whom the act before was aimed at."""
    clause = _says_to(token, words)
    verbs = words[
        "addressing" if token.lower_ in PERSON else "addressing_again"
    ]  # "told him that all must act"
    if clause is None or clause.lemma_.lower() not in verbs:
        return None
    for verb in _acts_before(clause):
        aimed = [t for t in aimed_at(verb, words["target"]) if verb.i < t.i < clause.left_edge.i]
        owners = (
            c for t in aimed for c in t.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"
        )  # "summoned Sylvania's envoy"
        known = [t.i for t in (*aimed, *owners) if t.i in actors]
        if known:
            return known[-1]
    return None


def _says_to(token: Token, words: Mapping[str, frozenset[str]]) -> Token | None:
    """The verb by which something is said to him, or to those who rule there."""
    noun = token
    if token.dep_ == "poss":
        noun = token.head
        if noun.lemma_.lower() not in words["urged"]:
            return None
    if noun.dep_ == "pobj" and noun.head.lower_ in TO_MIND:
        return noun.head.head
    return noun.head if noun.dep_ in OBJECTS else None


def _acts_before(clause: Token) -> Iterator[Token]:
    """The verbs before, latest first, that have the same subject."""
    first = clause.head
    if clause.dep_ == "advcl" and clause.tag_ == "VBG" and first.pos_ == "VERB":
        yield first
    while clause.dep_ == "conj" and clause.head.pos_ == "VERB":
        if any(c.dep_ in SUBJECTS for c in clause.lefts):
            return
        clause = clause.head
        yield clause


def told_of(token: Token, speech: Collection[str]) -> frozenset[int]:
    """ "Rassendyll would travel on Monday, he said": somebody else says so; of himself he would say "he"."""
    verb = token.head
    if token.dep_ not in SUBJECTS or token.lower_ not in PERSON or verb.lemma_.lower() not in speech:
        return frozenset()
    before = [t for c in verb.lefts if c.dep_ in TOLD_IN for t in c.subtree]
    if verb.dep_ in SET_IN:
        own = {t.i for t in verb.subtree}
        before += [t for t in verb.head.subtree if t.i not in own]
    subjects = {t.i for t in before if t.dep_ in SUBJECTS and t.head.lemma_.lower() in speech}
    named = frozenset(t.i for t in before if t.i < token.i and t.pos_ != "PRON")
    return named - subjects  # "Rassendyll said it was over, he added"
