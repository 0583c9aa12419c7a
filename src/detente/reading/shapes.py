"""A token of the parser in, what repair asks of it out: its tense, its clause, its number."""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.tokens import Token

NAMES = frozenset({"NNP", "NNPS"})
PLURALS = frozenset({"NNS", "NNPS"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
TENSED = FINITE | {"MD"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ANY_SUBJECTS = SUBJECTS | {"expl", "csubj"}  # "there", "that they left"


def has_tense(token: Token) -> bool:
    """Whether it is a finite verb or a modal."""
    return token.tag_ in TENSED


def is_finite(verb: Token) -> bool:
    """Whether it, or an auxiliary before it, has a tense."""
    return verb.tag_ in TENSED or any(c.dep_ in ("aux", "auxpass") and c.tag_ in TENSED for c in verb.lefts)


def is_below(token: Token) -> bool:
    """Whether a verb stands in a clause below the main one: "police arrest two men who tried to break in"."""
    return any(t.dep_ in ("relcl", "advcl", "acl") for t in (token, *token.ancestors))


def is_of_one(plural: Token) -> bool:
    """ "a bomb explodes near ...": no plural has such an article."""
    return any(c.dep_ == "det" and c.morph.get("Definite", []) == ["Ind"] for c in plural.lefts)


def ends_at_semicolon(verb: Token) -> bool:
    """ "The envoy was recalled; Sylvania blamed Graustark": what a semicolon sets off is not what is said."""
    return verb.i < verb.head.i and any(t.text == ";" for t in verb.doc[verb.i : verb.head.i])


def with_prefix(token: Token) -> tuple[int, str]:
    """Where the word begins, and its lemma with what a hyphen joins to it ("test-fire")."""
    if token.i >= 2 and token.nbor(-1).text == "-" and not token.nbor(-2).whitespace_:
        return token.i - 2, f"{token.nbor(-2).lower_}-{token.lemma_.lower()}"
    return token.i, token.lemma_.lower()


def is_pointed_at(noun: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "The visit", "those steps": taken as known."""
    return any(c.lower_ in words["definite words"] for c in noun.lefts)


def is_bare(token: Token) -> bool:
    """A base form under no auxiliary: "Greece, Turkey clash"."""
    return token.tag_ == "VB" and not any(c.dep_ in ("aux", "auxpass") for c in token.children)


def has_object(root: Token, event_verbs: frozenset[str]) -> bool:
    """ "The guard gun down nine miners": a noun with an object of its own, after a noun that can act, is a verb.

    "Ukraine downs Russian bomber": so is one with an apposition that no comma sets off.
    """
    if root.tag_ not in ("NN", "NNS") or root.i == root.sent.start:
        return False
    before = root.nbor(-1)
    if before.tag_ not in NOUNS and not (before.is_title and before.is_sent_start and root.tag_ == "NNS"):
        return False
    particles = [c.lower_ for c in root.rights if c.tag_ == "RP" and c.i == root.i + 1]
    known = " ".join((root.lemma_.lower(), *particles)) in event_verbs
    return known and any(c.dep_ == "dobj" for c in root.rights)
