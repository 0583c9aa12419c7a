"""Tokens in, the verb after a modal given back where the parser takes it for an adverb or an adjective.

"Would double spending on nets", "would triple duties on pipes": "double" and "triple" are what is done.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

NOUNS = ("NN", "NNS", "VBG")


def repair_after_modals(doc: Doc, event_verbs: frozenset[str]) -> Doc:
    """The same document; only a word that is a verb of some rule is made one."""
    for modal in doc.having(tag_=("MD",)):
        after = doc[modal.i + 1] if modal.i + 1 < len(doc) else modal
        if modal.tag_ != "MD" or after.lower_ not in event_verbs:
            continue
        if _is_adverb(after, modal) or _is_adjective(after, modal):
            _make_verb(after, modal, after.head)
    return doc


def _is_adverb(after: Token, modal: Token) -> bool:
    return after.dep_ == "advmod" and modal.head is after.head and after.head.i == after.i + 1


def _is_adjective(after: Token, modal: Token) -> bool:
    return after.dep_ == "amod" and after.head.head is modal and after.head.dep_ == "dobj"


def _make_verb(verb: Token, modal: Token, thing: Token) -> None:
    """The clause of the modal or of the thing becomes that of the verb, and the thing its object."""
    old = modal if thing.head is modal else thing
    if thing.tag_ not in NOUNS:
        return
    verb.hang(verb if old.head is old else old.head, old.dep_)
    for child in list(old.children):
        before = child.i < modal.i or (old is modal and child is not thing)
        if child.i != verb.i and (before or child.i == modal.i or child.dep_ == "punct"):
            child.hang(verb, child.dep_)
    modal.hang(verb, "aux")
    thing.hang(verb, "dobj")
    verb.pos_, verb.tag_ = "VERB", "VB"
    if thing.tag_ == "VBG":
        thing.pos_, thing.tag_ = "NOUN", "NN"
