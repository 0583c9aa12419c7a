"""A parsed text in, people and towns named with their land read with it out."""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

OF, NAME, LINKS = "of", "PROPN", (",", "and")
LISTED, INNER, JOINED = ("conj", "appos"), "compound", "conj"
STANDING = SUBJECTS | {"dep", "npadvmod", "advcl"}  # what the true subject is taken for once the land acts
NOUNS, NAMES, COMMA, AFTER = ("NN", "NNS", "NNP", "NNPS"), ("NNP", "NNPS"), ",", "pobj"


def repair_persons_of_lands(doc: Doc) -> Doc:
    """The same document; only full names right behind each other are joined, each with "of" and a name of its own."""
    heads: dict[int, Token] = {}
    for of in doc.having(lower_=(OF,)):
        first, land = of.head, _land(of)
        if land is None or not _is_full_name(first):
            continue
        head = heads.get(first.i, first)
        second = _next_named(land)
        if second is None or second.dep_ not in LISTED or not _is_below(second, head):
            continue
        _lead(head)
        for link in [t for t in doc[land.i + 1 : second.left_edge.i] if t.dep_ == "cc"]:
            link.hang(head, "cc")
        second.hang(head, JOINED)
        heads[second.i] = head
    return doc


def _land(of: Token) -> Token | None:
    return next((c for c in of.rights if c.dep_ == "pobj" and c.pos_ == NAME), None)


def _is_full_name(name: Token) -> bool:
    return name.pos_ == NAME and any(
        c.dep_ == INNER and c.pos_ == NAME and c.i == name.i - 1 for c in name.lefts
    )


def _next_named(land: Token) -> Token | None:
    """ "Otto Horn of Sylvania, | Ida Falk of": the last word of the name that follows, where such a one does."""
    doc, i = land.doc, land.i + 1
    while i < len(doc) and doc[i].lower_ in LINKS:
        i += 1
    start = i
    while i < len(doc) and doc[i].pos_ == NAME:
        i += 1
    if start == land.i + 1 or i - start < len(LINKS) or i >= len(doc) or doc[i].lower_ != OF:
        return None
    named = doc[i - 1]
    return named if _is_full_name(named) and doc[i].head is named and _land(doc[i]) is not None else None


def _is_below(second: Token, head: Token) -> bool:
    return any(t is head or t is head.head for t in second.ancestors)


def _lead(name: Token) -> None:
    """ "presidents Otto Horn of Sylvania": he is who acts, and "presidents" what he is."""
    title = name.head
    if name.dep_ == "appos" and title.pos_ == "NOUN" and title.i < name.i:
        name.hang(title if title.head is title else title.head, title.dep_)
        title.hang(name, INNER)


def repair_lands_after_places(doc: Doc) -> Doc:
    """The same document; only a name right after a comma and a name below the true subject is moved."""
    for token in doc.having(dep_=SUBJECTS):
        if token.tag_ in NAMES:
            _give_to_town(token)
    return doc


def _give_to_town(land: Token) -> None:
    start = land.left_edge.i
    if start - 2 <= land.sent.start or land.doc[start - 1].text != COMMA:
        return
    last, verb, label = land.doc[start - 2], land.head, land.dep_
    subject = next((c for c in verb.children if c.dep_ in STANDING and c.i < last.i), None)
    if subject is None or subject.tag_ not in NOUNS or last.tag_ not in NAMES:
        return
    town = last
    while town.dep_ in LISTED and town.head.i < town.i:
        town = town.head
    if town.dep_ != AFTER or subject not in tuple(town.ancestors):
        return
    land.hang(last, "appos")
    subject.hang(verb, label)
