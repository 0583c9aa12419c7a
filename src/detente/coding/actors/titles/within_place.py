"""A word behind a noun in, whether it leads from a place without a name to where that is, out."""

from __future__ import annotations

from detente.coding.actors.page import Page

OF, WITHIN, WHERE = "of", ("in", "across"), ("of", "in", "from", "at")


def within_place(page: Page, end: int, i: int) -> bool:
    """ "Residents of two towns in Sylvania", "farmers from the village of Holk in Sylvania": end is "of" or "from"."""
    doc = page.doc
    if doc[i].lower_ not in WITHIN or doc[end].lower_ not in WHERE:
        return False
    noun = next((t for t in reversed(doc[end + 1 : i]) if t.pos_ == "NOUN"), None)
    if noun is None or not all(t.pos_ == "PROPN" or t.lower_ == OF for t in doc[noun.i + 1 : i]):
        return False
    return noun.lower_ in page.words["settlement"]
