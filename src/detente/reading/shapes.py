"""A token of the parser in, what repair asks of it out: its tense, its clause, its number."""

from __future__ import annotations

from detente.reading.tokens import Token

FINITE = frozenset({"VBD", "VBP", "VBZ"})


def has_tense(token: Token) -> bool:
    """Whether it is a finite verb or a modal."""
    return token.tag_ in (*FINITE, "MD")


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


def is_bare(token: Token) -> bool:
    """A base form under no auxiliary: "Greece, Turkey clash"."""
    return token.tag_ == "VB" and not any(c.dep_ in ("aux", "auxpass") for c in token.children)
