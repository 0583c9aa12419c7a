"""Names of a text in, those of places that are told as examples of what lies in a land out as places of that land.

"Hit several villages in Lebanon, including Holk and Ain": of whatever other land the tables know a Holk, it is not meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.actors.page import Hit
from detente.reading.tokens import Doc, Token

EXAMPLES, WITHIN = ("including", "like", "as", "notably"), ("in", "across", "throughout", "of", "inside")
PLACE, JOINED, IN_PHRASE = frozenset({"place"}), ("conj", "appos"), "pobj"


def settle_examples(hits: Sequence[Hit], doc: Doc) -> Iterator[Hit]:
    """The names, without those of places elsewhere."""
    for hit in hits:
        land = _land_of(doc.span(hit.start, hit.end).root, hits) if hit.kinds == PLACE else set()
        inside = tuple(e for e in hit.entries if e.row.country in land) if land else hit.entries
        if inside:
            yield hit if len(inside) == len(hit.entries) else replace(hit, entries=inside)


def _land_of(place: Token, hits: Sequence[Hit]) -> set[str]:
    """The land in which that is of which the place is an example."""
    while place.dep_ in JOINED and place.head.i < place.i:
        place = place.head
    mark = place.head
    if place.dep_ != IN_PHRASE or mark.lower_ not in EXAMPLES or mark.head.i > mark.i:
        return set()
    phrases = [c for c in mark.head.children if c.lower_ in WITHIN and c.i < mark.i]
    named = [t.i for c in phrases for t in c.children if t.dep_ == IN_PHRASE]
    within = ({row.id for h in hits if h.start <= i < h.end for row in h.rows("state")} for i in named)
    return next((land for land in within if land), set())
