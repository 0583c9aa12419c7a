"""A noun after "and" that the parser joined to a verb, a town or a person in, the same joined to a noun out."""

from __future__ import annotations

from detente.reading.tokens import Token

OF, OBJECTS, COMMON = "of", ("pobj", "dobj"), ("NN", "NNS")
FINITE, PARTICIPLE = ("VBD", "VBP", "VBZ"), "VBN"
WHERE = ("in", "at", "into", "near", "inside", "outside", "off", "across")


def join_after(second: Token, event_nouns: frozenset[str]) -> None:
    """ "Called for a truce in Zenda and the release of captives": no noun is joined to a verb or to a town.

    "The release of Horn and the fall of the government", "killed in a raid and strikes": nor to a person or a deed.
    """
    if second.dep_ != "conj" or second.pos_ != "NOUN":
        return
    before = second.left_edge.i - 2
    if before < 0:
        return
    link, last = second.doc[before + 1], second.doc[before]
    if link.dep_ != "cc" or last.dep_ != "pobj":
        return
    named = last.pos_ == "PROPN"
    alike = _are_alike(last.head, second, event_nouns, named=named)
    where = alike or (named and last.head.lower_ in WHERE)
    first = last.head.head if where else last
    if where and not (second.head is last or second.head.tag_ in FINITE):
        return
    if not where and (
        second.head.tag_ != PARTICIPLE or last.head.head is not second.head or last.tag_ not in COMMON
    ):
        return
    fits = OBJECTS if alike or not where else OBJECTS[:1]  # "an inquiry into Horn and his rule" is into both
    if first.pos_ == "NOUN" and first.dep_ in fits:
        second.hang(first, "conj")
        link.hang(first, "cc")


def _are_alike(of: Token, second: Token, event_nouns: frozenset[str], *, named: bool) -> bool:
    """ "The release of Horn and the fall of the government": both are told with "the", and say of whom."""
    nouns = (of.head, second)
    told = named or all(noun.lemma_.lower() in event_nouns for noun in nouns)
    bound = all(any(c.dep_ == "det" for c in noun.lefts) for noun in nouns)
    return told and of.lower_ == OF and bound and any(c.lower_ == OF for c in second.rights)
