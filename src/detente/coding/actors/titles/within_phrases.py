"""Words within a phrase in, whether and whose they may say that it is out.

"The head of the drone unit of the Red Dawn", "coalition warplanes" of a coalition that was named before, and not "the
Strelsau bureau", which says where a branch of something is.
"""

from __future__ import annotations

from detente.coding.actors.page import Hit, Page

_LINKS = ("of", "in", "within")
_AHEAD = 4  # tokens from the preposition to a name
OF, WITHIN, WHERE = "of", ("in", "across"), ("of", "in", "from", "at")
_BEFORE, _TOWNS, _LANDS = ("compound", "nmod", "amod"), {"place", "capital"}, {"demonym"}


def links(page: Page, i: int, first: int) -> bool:
    """A preposition within a phrase in, whether what follows it may still say whose the phrase is out.

    "The head of the drone unit of the Red Dawn", "a cook in the Red Dawn's kitchen": once, and "in" only a group.
    """
    word = page.doc[i].lower_
    if word not in _LINKS or i == first or any(t.lower_ in _LINKS for t in page.doc[first:i]):
        return False
    ahead = (page.hit_at.get(n) for n in range(i + 1, min(i + _AHEAD, len(page.doc))))
    name = next((hit for hit in ahead if hit is not None), None)
    return name is not None and (word == OF or bool(name.kinds & {"group"}))


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


def hit_called(page: Page, i: int) -> Hit | None:
    """The name that was read last before a token and has its word in it; None where the word is no such term."""
    word = page.doc[i].lemma_.lower()
    if word not in page.words["called_term"]:
        return None
    before = (h for h in reversed(page.hits) if h.start < i and "organisation" in h.kinds)
    return next((h for h in before if any(word in row.name.lower() for row in h.rows("organisation"))), None)


def is_branch_in(page: Page, hit: Hit) -> bool:
    """Whether it stands right before such a noun."""
    name = page.root(hit.start, hit.end)
    if name.dep_ not in _BEFORE or not hit.kinds & _TOWNS or hit.kinds & _LANDS:
        return False
    return name.head.lemma_.lower() in page.words["branch_in_town"]
