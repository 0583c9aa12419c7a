"""A preposition within a phrase in, whether what follows it may still say whose the phrase is out."""

from __future__ import annotations

from detente.coding.actors.page import Page

_LINKS = ("of", "in", "within")
_OF = "of"
_AHEAD = 4  # tokens from the preposition to a name


def links(page: Page, i: int, first: int) -> bool:
    """ "The head of the drone unit of the Red Dawn", "a cook in the Red Dawn's kitchen": once, and "in" only a group."""
    word = page.doc[i].lower_
    if word not in _LINKS or i == first or any(t.lower_ in _LINKS for t in page.doc[first:i]):
        return False
    ahead = (page.hit_at.get(n) for n in range(i + 1, min(i + _AHEAD, len(page.doc))))
    name = next((hit for hit in ahead if hit is not None), None)
    return name is not None and (word == _OF or bool(name.kinds & {"group"}))
