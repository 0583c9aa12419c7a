"""A parsed text in, the same with the first of two joined verbs out where the parser made a noun of it.

"Police arrest and charge two men": a verb in its bare form is joined to no noun. "Forces loyal to the king attack and
burn a village": the verb was read as the last word of the name before it.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import FINITE, NOUNS
from detente.reading.tokens import Doc, Token

BARE = ("VB", "VBP")
READ_AS = ("NN", "NNP", *BARE)
TAKEN = ("aux", "auxpass", "nsubj", "mark")


def repair_first_verbs(doc: Doc, event_verbs: Collection[str]) -> Doc:
    """The same document; `event_verbs` are the verb entries of all rules."""
    for second in doc.having(dep_=("conj",)):
        if second.tag_ not in BARE or second.i < 3 or second.nbor(-1).dep_ != "cc":
            continue
        first = second.nbor(-2)
        unmarked = not any(c.dep_ in TAKEN for c in second.lefts)
        if unmarked and first.tag_ in READ_AS and first.is_lower and first.lower_ in event_verbs:
            _read_both(first, second)
    return doc


def _read_both(first: Token, second: Token) -> None:
    name, over = first.nbor(-1), second.head
    if second.head.i == first.i and name.dep_ == "compound" and name.head.i == first.i:
        if name.tag_ in NOUNS:
            _take_subject(first, name)
            _make_verb(first)
        return
    subject = over.head if over.dep_ == "amod" else over
    if subject.dep_ == "ROOT" and subject.tag_ == "NNS":
        _raise(first, name, second, subject)


def _raise(first: Token, name: Token, second: Token, subject: Token) -> None:
    """ "Forces loyal to the king attack and burn it": they do both."""
    between = list(first.doc[subject.i + 1 : first.i])
    prep = next((t for t in reversed(between) if t.dep_ == "prep"), None)
    if prep is None or first.dep_ not in ("pobj", "appos") or any(t.tag_ in FINITE for t in between):
        return
    name.hang(prep, "pobj")
    for child in [c for c in first.lefts if c.i != name.i]:
        child.hang(name, child.dep_)
    for child in [c for c in subject.rights if c.i > first.i]:
        child.hang(first, child.dep_)
    first.hang(first, "ROOT")
    subject.hang(first, "nsubj")
    second.nbor(-1).hang(first, "cc")
    second.hang(first, "conj")
    _make_verb(first)


def _take_subject(first: Token, subject: Token) -> None:
    for child in [c for c in first.lefts if c.i != subject.i]:
        child.hang(subject, child.dep_)
    subject.hang(first, "nsubj")


def _make_verb(first: Token) -> None:
    first.pos_, first.tag_, first.lemma_ = "VERB", "VBP", first.lower_


def repair_verbs_in_names(doc: Doc) -> Doc:
    """The same document; a form in -s that has a subject of its own is no part of a noun."""
    for sentence in list(doc.sents):
        if sentence.root.tag_ in ("VB", "VBP"):
            _read_compound(sentence.root)
        if sentence.root.tag_ == "VBZ":
            _read_subject(sentence.root)
    return doc


def _read_compound(noun: Token) -> None:
    """ "Ruritania delays vote on settlements": a verb that was read as a part of the noun, and the noun as the verb."""
    verb = noun.nbor(-1) if noun.i else noun
    inner = verb.dep_ == "compound" and verb.head is noun and verb.tag_ == "VBZ"
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if not inner or subject is None or any(c.dep_ == "nsubj" for c in noun.children):
        return
    verb.pos_ = "VERB"
    verb.hang(verb, "ROOT")
    noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NN", noun.lower_
    noun.hang(verb, "dobj")


def _read_subject(noun: Token) -> None:
    """ "Ruritania issues plans to halve its aid": the verb was read as a plural that acts, and its object as the verb."""
    verb = noun.nbor(-1) if noun.i else noun
    name = verb.nbor(-1) if verb.i else verb
    bare = verb.dep_ == "nsubj" and verb.head is noun and [c.i for c in verb.children] == [name.i]
    plural = verb.tag_ in ("NNS", "VBZ") and verb.lower_.endswith("s")
    if not (bare and plural) or name.tag_ != "NNP" or name.dep_ != "compound":
        return
    if any(c.dep_ in ("dobj", "ccomp", "attr", "aux", "prt") for c in noun.children):
        return
    for child in list(noun.children):
        child.hang(verb if child.dep_ == "punct" else noun, "acl" if child.dep_ == "xcomp" else child.dep_)
    verb.hang(verb, "ROOT")
    verb.pos_, verb.tag_ = "VERB", "VBZ"
    name.hang(verb, "nsubj")
    noun.hang(verb, "dobj")
    noun.pos_, noun.tag_ = "NOUN", "NNS"
