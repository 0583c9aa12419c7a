"""Tokens in, plurals after "a" read as the verb that they are out: "a judge issues arrest warrants"."""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

ONE = frozenset({"a", "an"})
BASE = ("VBP", "VB")
PLURAL = "NNS"


def repair_one_of_many(doc: Doc, event_nouns: frozenset[str], event_verbs: frozenset[str]) -> Doc:
    """The same document; only a verb right behind the plural, which is also the noun of an event, is looked at."""
    for plural in doc.having(tag_=(PLURAL,)):
        if plural.tag_ != PLURAL or plural.i + 1 >= plural.sent.end:
            continue
        verb = plural.nbor(1)
        if verb.tag_ not in BASE or verb.lower_ not in event_nouns or not _is_one(plural):
            continue
        if plural.lemma_.lower() in event_verbs and plural.head is verb:
            _read_as_verb(plural, verb)
    return doc


def _is_one(plural: Token) -> bool:
    return any(c.lower_ in ONE and c.dep_ == "det" for c in plural.lefts)


def _read_as_verb(verb: Token, noun: Token) -> None:
    """The word before the plural acts, and what was taken for the verb describes its object."""
    doer, object_ = verb.nbor(-1), next((c for c in noun.rights if c.dep_ == "dobj"), None)
    if doer.head is not verb or doer.tag_ != "NN" or object_ is None or object_.i != noun.i + 1:
        return
    above, dep = noun.head, noun.dep_
    verb.pos_, verb.tag_ = "VERB", "VBZ"
    verb.hang(verb if above is noun else above, dep)
    for child in [c for c in verb.lefts if c is not doer]:
        child.hang(doer, child.dep_)
    doer.hang(verb, "nsubj")
    for child in [c for c in noun.children if c is not object_]:
        child.hang(verb, child.dep_)
    object_.hang(verb, "dobj")
    noun.pos_, noun.tag_ = "NOUN", "NN"
    noun.hang(object_, "compound")
