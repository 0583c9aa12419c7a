"""Tokens in, whom something is given to out, where the parser hung them on what is given.

"Handed Klausenburg ten tanks" has one object, and "handed over a suspect in the raid on the port to Sylvania" was
handed over to Sylvania.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

NAMES = ("NNP", "NNPS")
TWO = 2


def repair_recipients(doc: Doc, giving: frozenset[str]) -> Doc:
    """The same document. giving: verbs, with their particle, that say to whom."""
    for token in doc:
        if token.tag_ == "VBZ" and token.dep_ == "pobj":
            token.pos_, token.tag_ = "NOUN", "NNS"  # "the names of suspects to Klausenburg"
    for token in doc:
        if token.pos_ != "VERB":
            continue
        objects = [c for c in token.rights if c.dep_ == "dobj"]
        if len(objects) == TWO and _is_recipient(*objects):
            objects[0].dep_ = "dative"
        elif len(objects) == 1 and _entry(token) in giving and not _says_to_whom(token):
            _free_recipient(token, objects[0])
    return doc


def _is_recipient(first: Token, second: Token) -> bool:
    """A name right before what is given."""
    joined = any(c.dep_ in ("conj", "cc", "appos") for c in first.children)
    return first.tag_ in NAMES and not joined and second.left_edge.i == first.right_edge.i + 1


def _entry(verb: Token) -> str:
    particle = next((f" {c.lower_}" for c in verb.children if c.dep_ == "prt"), "")
    return verb.lemma_.lower() + particle


def _says_to_whom(verb: Token) -> bool:
    return any(c.dep_ == "dative" or c.lower_ == "to" for c in verb.rights)


def _free_recipient(verb: Token, given: Token) -> None:
    """The last "to" with a name, if it hangs on a noun deeper than what is given."""
    below = [t for child in verb.rights for t in child.subtree if t.i > given.i]
    for token in reversed(below):
        named = any(c.dep_ == "pobj" and c.tag_ in NAMES for c in token.children)
        if token.lower_ == "to" and token.dep_ == "prep" and named and _deep(token, verb, given):
            token.hang(verb, "prep")
            return


def _deep(mark: Token, verb: Token, given: Token) -> bool:
    """Whether only nouns and prepositions are between it and the verb."""
    above = [t for t in mark.ancestors if t.i > verb.i]
    return mark.head.i not in (verb.i, given.i) and all(t.pos_ in ("NOUN", "PROPN", "ADP") for t in above)
