"""Which words within a phrase may say whose it is."""

from __future__ import annotations

from detente.coding.actors.page import Page

_LINKS = ("of", "in", "within")
_OF = "of"
_AHEAD = 4  # tokens from the preposition to a name
OF, WITHIN, WHERE = "of", ("in", "across"), ("of", "in", "from", "at")


def links(page: Page, i: int, first: int) -> bool:
    """A preposition within a phrase in, whether what follows it may still say whose the phrase is out.

    "The head of the drone unit of the Red Dawn", "a cook in the Red Dawn's kitchen": once, and "in" only a group.
    """
    word = page.doc[i].lower_
    if word not in _LINKS or i == first or any(t.lower_ in _LINKS for t in page.doc[first:i]):
        return False
    ahead = (page.hit_at.get(n) for n in range(i + 1, min(i + _AHEAD, len(page.doc))))
    name = next((hit for hit in ahead if hit is not None), None)
    return name is not None and (word == _OF or bool(name.kinds & {"group"}))


def within_place(page: Page, end: int, i: int) -> bool:
    """A word behind a noun in, whether it leads from a place without a name to where that is, out.

    "Residents of two towns in Sylvania", "farmers from the village of Holk in Sylvania": end is "of" or "from".
    """
    doc = page.doc
    if doc[i].lower_ not in WITHIN or doc[end].lower_ not in WHERE:
        return False
    noun = next((t for t in reversed(doc[end + 1 : i]) if t.pos_ == "NOUN"), None)
    if noun is None or not all(t.pos_ == "PROPN" or t.lower_ == OF for t in doc[noun.i + 1 : i]):
        return False
    return noun.lower_ in page.words["settlement"]
