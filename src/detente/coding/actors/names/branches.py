"""The name of a town in, whether it says where a branch of something is out: "the Strelsau bureau", "Strelsau offices"."""

from __future__ import annotations

from detente.coding.actors.page import Hit, Page

_BEFORE, _TOWNS, _LANDS = ("compound", "nmod", "amod"), {"place", "capital"}, {"demonym"}


def is_branch_in(page: Page, hit: Hit) -> bool:
    """Whether it stands right before such a noun."""
    name = page.root(hit.start, hit.end)
    if name.dep_ not in _BEFORE or not hit.kinds & _TOWNS or hit.kinds & _LANDS:
        return False
    return name.head.lemma_.lower() in page.words["branch_in_town"]
