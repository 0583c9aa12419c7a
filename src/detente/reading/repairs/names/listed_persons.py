"""Tokens in, persons listed beside each other, of whom the parser makes one, parted out.

"Horn and Sylvanian envoy Ida Falk met", "Horn, his counterpart Falk and Graustark's Ida Toth met".
"""

from __future__ import annotations

from detente.reading.tokens import Token

SINGULAR = ("NN", "NNP")
JOINS = "and"


def part_persons(token: Token) -> None:
    """The list mended, where `token` is one of its names."""
    if token.dep_ == "appos" and _follows_and(token):
        token.hang(token.head, "conj")  # "the head of the army and the chief of the guard met": two people
    elif token.dep_ == "appos":
        _join_titled(token)
    elif token.head.dep_ == "appos":
        _free_from_name(token)
        _close_list(token)


def _follows_and(second: Token) -> bool:
    """Whether "and" stands right before it, and hangs where it hangs: so no second name of the first."""
    link = second.left_edge.nbor(-1) if second.left_edge.i else second
    return link.lower_ == JOINS and link.dep_ == "cc" and link.head in (second.head, *second.head.subtree)


def _free_from_name(second: Token) -> None:
    """ "President Otto Horn and rebel leader Ida Falk meet": both meet, and not the president by two names."""
    name = second.head
    title = name.head
    beside = name.pos_ == "PROPN" and title.pos_ == "NOUN" and name.left_edge.i == title.i + 1
    if not beside or second.pos_ != "PROPN" or not any(c.lower_ == JOINS for c in name.rights):
        return
    for child in [c for c in name.rights if c.dep_ == "cc"]:
        child.hang(title, "cc")
    second.hang(title, "conj")


def _close_list(last: Token) -> None:
    """ "Horn, his Sylvanian counterpart Falk and Graustark's Ida Toth met": three met, if no comma ends a phrase."""
    second = last.head.head if last.head.head.dep_ == "appos" else last.head
    first, end = second.head, last.right_edge.i + 1
    acts = first.dep_ == "nsubj" and second.dep_ == "appos" and end < len(last.doc)
    named = first.pos_ == last.pos_ == "PROPN" and any(t.dep_ == "poss" for t in second.lefts)
    if acts and named and last.doc[end].pos_ in ("VERB", "AUX"):
        second.hang(first, "conj")
        last.hang(first, "conj")


def _join_titled(name: Token) -> None:
    """ "between Horn and Sylvanian Foreign Minister Falk": the second name is Falk's, and not another of Horn's."""
    title = name.nbor(-1)
    if (
        name.i > name.head.i + 1
        and title.dep_ == "conj"
        and title.head is name.head
        and title.tag_ in SINGULAR
        and name.pos_ == "PROPN"
    ):
        name.hang(title.head, "conj")
        for child in list(title.children):
            child.hang(name, child.dep_)
        title.hang(name, "compound")
