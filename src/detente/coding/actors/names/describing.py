"""Names of states in a sentence in, whether they only say what people and goods are: "a Sylvanian woman"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.coding.actors.page import Hit, Page
from detente.coding.actors.side import Side

LANDS = frozenset({"state", "place", "demonym"})
DESCRIBING = ("amod", "compound")


def only_describes(page: Page, near: Mapping[str, Side]) -> bool:
    """Whether the states of a sentence only say what people are."""
    return all(_describes(page, h) for h in page.hits if any(h.start == s.start for s in near.values()))


def all_describe(page: Page, hits: Iterable[Hit]) -> bool:
    """Whether each of these names is an adjective: "the government bars Sylvanian beef"."""
    return all(_describes(page, hit) for hit in hits if hit.kinds & LANDS)


def _describes(page: Page, hit: Hit) -> bool:
    return "demonym" in hit.kinds and page.doc[hit.end - 1].dep_ in DESCRIBING
