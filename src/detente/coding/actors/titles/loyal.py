"""A phrase in, the side of the person or body out to which those that it names are said to be loyal."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.page import Page
from detente.coding.actors.side import Owner, Owners, Side, side_of, side_of_place

_TIES = ("to", "with", "of", "by", "from")
_FOR = ("for", "by")
_BETWEEN = "said_to_be"  # a list of words
_REACH = 10  # tokens from "loyal to" to the name
_STOPS = ("VERB", "AUX", "SCONJ", "CCONJ", "PRON")


def sides_served(page: Page, end: int, owners: Owners) -> tuple[Side, ...]:
    """ "Gunmen loyal to the Sylvanian premier", "fighters believed to be allied with Sylvania"."""
    doc, i = page.doc, end
    while i < len(doc) and page.is_word(i, _BETWEEN):
        i += 1
    if i + 1 >= len(doc) or not _serves(page, i):
        return ()
    for at in range(i + 2, min(i + _REACH, len(doc))):
        if (
            doc[at].is_sent_start
            or (doc[at].pos_ in _STOPS and doc[at].tag_ != "VBN")
            or doc[at].text in ",;"
        ):
            break
        side = _side_at(page, at, owners)
        if side is not None and side.key:
            why = f"{doc[i].text} {doc[i + 1].text} {side.name}"
            return (replace(side, sectors=(), start=0, end=0, inferred=why),)
    return ()


def _serves(page: Page, i: int) -> bool:
    """ "Loyal to", "hackers working for", "hackers backed by"; but "working with", "rebels backed by"."""
    tie = page.doc[i + 1].lower_
    return tie in (*_TIES, *_FOR) and (
        (page.is_word(i, "loyal") and tie in _TIES)
        or (page.is_word(i, "working_for") and tie in _FOR)
        or (tie == "by" and page.is_word(i, "steered") and page.is_word(i - 1, "in_secret"))
    )


def _side_at(page: Page, at: int, owners: Owners) -> Side | None:
    hit = page.hit_at.get(at)
    found = (side_of(hit, page) or side_of_place(hit, page)) if hit is not None else None
    return found or _owned(owners.get(at), at)


def _owned(owner: Owner | None, at: int) -> Side | None:
    if owner is None:
        return None
    return Side(name=owner.name, country=owner.country, organisation=owner.organisation, start=at, end=at + 1)
