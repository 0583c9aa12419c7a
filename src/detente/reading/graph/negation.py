"""A word of the parse in, whether it is negated or counts nobody out."""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.tokens import Token

DETERMINES = ("det", "preconj", "neg", "nummod")

Words = Mapping[str, frozenset[str]]


def is_negated(token: Token, words: Words) -> bool:
    """A negation of the clause itself: not, never, no longer, neither, "no" or "few" on its subject or object."""
    if token.dep_ == "conj" and token.doc[max(token.left_edge.i - 1, 0)].lower_ in words["adding negations"]:
        return True  # ", nor did he send one"
    above = token.head
    if token.dep_ == "acl" and token.tag_ == "VBN" and above.dep_ == "ROOT" and counts_nobody(above, words):
        return True  # "No survivors found", a headline
    for child in token.children:
        joins = child.dep_ in ("preconj", "cc", "advmod")
        if child.dep_ == "neg" or (joins and child.lower_ in words["negative conjunctions"]):
            if child.lower_ in words["adding negations"]:
                return child.i < token.i
            return not _denies_elsewhere(child, token, words)
        if child.dep_ == "prep" and _opening(child) in words["denying phrases"]:
            return True
        if child.lower_ in words["no longer"] and any(
            c.lower_ in words["negative words"] for c in child.children
        ):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and counts_nobody(child, words):
            return True
        if child.dep_ == "agent" and any(counts_nobody(c, words) for c in child.children):
            return True  # "demanded by no one"
    return False


def _denies_elsewhere(negation: Token, verb: Token, words: Words) -> bool:
    """ "not only did he go", "did not go until Friday": he went."""
    following = negation.nbor(1).lower_ if negation.i + 1 < len(negation.doc) else ""
    if following in words["not only"]:
        return True
    turning = [c for c in verb.children if c.lower_ in words["turning points"] and c.dep_ == "prep"]
    past = any(c.tag_ == "VBD" and c.dep_ == "aux" for c in verb.children)
    future = any(c.tag_ == "MD" and c.lower_ in words["future modals"] for c in verb.children)
    return bool(turning) and (past or future)


def _opening(prep: Token) -> str:
    """The preposition and what it governs, as written: "at no point"."""
    return prep.doc.span(prep.i, prep.right_edge.i + 1).text.lower() if prep.right_edge.i < prep.i + 4 else ""


def counts_nobody(noun: Token, words: Words) -> bool:
    """ "no visitor", "none of them", "not one of them", "hardly anyone", "few visitors" (but not "a few")."""
    if not noun.children:
        return noun.lower_ in words["negative words"] or noun.lower_ in words["scarce words"]
    own = [c for c in noun.children if c.dep_ in (*DETERMINES, "amod")]
    if noun.lower_ in words["negative words"] or any(
        c.dep_ == "neg" or c.lower_ in words["negative words"] or any(g.dep_ == "neg" for g in c.children)
        for c in own
        if not any(g.lower_ in words["more or less"] for g in (c, *c.children))
    ):
        return True
    if any(c.dep_ == "advmod" and c.lower_ in words["scarcely"] for t in (noun, *own) for c in t.children):
        return True
    scarce = [t for t in (noun, *own) if t.lower_ in words["scarce words"]]
    return bool(scarce) and not any(c.lower_ in words["indefinite articles"] for c in own)
