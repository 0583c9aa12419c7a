"""A noun that is a verb in, the same word at the top of its sentence, with subject, object and particle, out."""

from __future__ import annotations

from collections.abc import Iterable

from detente.reading.shapes import with_prefix
from detente.reading.tokens import Token


def make_verb(token: Token) -> None:
    token.pos_ = "VERB"
    token.tag_ = "VBZ" if token.lower_.endswith("s") else "VBP"
    for child in list(token.rights):
        if child.dep_ == "appos":
            child.dep_ = "dobj"
        if child.dep_ in ("acl", "relcl") and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.lefts):
            child.dep_ = "xcomp"  # "votes to admit the state"


def raise_noun(verb: Token, root: Token, event_verbs: frozenset[str]) -> None:
    """The same with what stands around it put below it."""
    start, _ = with_prefix(verb)
    subject, noun = verb.doc[start - 1], verb.head
    lefts = [t for t in verb.doc[root.left_edge.i : subject.i] if t.head.i > subject.i]
    prefix = verb.doc[start : verb.i]
    was_root = noun.i == verb.i
    rights = [] if was_root else [c for c in root.rights if c.i > verb.i and not _is_its_own(c)]
    make_verb(verb)
    verb.hang(verb, "ROOT")
    for other in lefts:
        other.hang(subject, other.dep_)
    subject.hang(verb, "nsubj")
    for part in prefix:
        part.hang(verb, "compound")
    if not was_root and noun.i != subject.i:
        noun.hang(verb, "dobj")
        if root.i not in (noun.i, subject.i):
            root.hang(verb, "dep")
    hang_all(rights, verb)
    _read_particle(verb, event_verbs)


def _is_its_own(token: Token) -> bool:
    """ "Police arrest Otto Horn, a suspect in the raid": what says who somebody is stays with him."""
    return token.dep_ == "appos" and token.head.pos_ == "PROPN" and token.head.i < token.i


def hang_all(tokens: Iterable[Token], verb: Token) -> None:
    for token in tokens:
        token.hang(verb, token.dep_)


def _read_particle(verb: Token, event_verbs: frozenset[str]) -> None:
    """ "hands over control": the preposition right after the verb belongs to it."""
    following = next((c for c in verb.rights if c.i == verb.i + 1 and c.tag_ in ("IN", "RP")), None)
    if following is None or f"{verb.lemma_.lower()} {following.lower_}" not in event_verbs:
        return
    for child in list(following.children):
        if child.dep_ == "pobj":
            child.hang(verb, "dobj")
    following.dep_ = "prt"
