"""A bare "coalition" before a noun in, the organisation named before by that word out: "coalition warplanes"."""

from __future__ import annotations

from detente.coding.actors.page import Hit, Page


def hit_called(page: Page, i: int) -> Hit | None:
    """The name that was read last before a token and has its word in it; None where the word is no such term."""
    word = page.doc[i].lemma_.lower()
    if word not in page.words["called_term"]:
        return None
    before = (h for h in reversed(page.hits) if h.start < i and "organisation" in h.kinds)
    return next((h for h in before if any(word in row.name.lower() for row in h.rows("organisation"))), None)
