"""Names in, those before a comma and their land read as places of that land: "Tripoli, Lebanon", "Alexandria, Virginia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.coding.actors.page import Hit
from detente.knowledge.actors import Entry, PlaceRow
from detente.reading.tokens import Doc

_TELLING = ("appos", "npadvmod", "nmod")
_SEATS = ("place", "capital", "metonym")


def settle_addresses(hits: Sequence[Hit], doc: Doc) -> Iterator[Hit]:
    """A town whose land stands after it is the one there, in a table or not."""
    starts = {hit.start: hit for hit in hits}
    for hit in hits:
        land = starts.get(hit.end + 1)
        tells = land is not None and hit.kinds & set(_SEATS) and _tells_where(land, hit, doc)
        yield _in_land(hit, land) if tells and land is not None else hit


def _tells_where(land: Hit, hit: Hit, doc: Doc) -> bool:
    """Not "in Sofia, Russia said": the land hangs on the town."""
    root = doc.span(land.start, land.end).root
    return doc[hit.end].text == "," and root.dep_ in _TELLING and hit.start <= root.head.i < hit.end


def _in_land(hit: Hit, land: Hit) -> Hit:
    lands = {row.id for row in land.rows("state")} or {row.country for row in land.rows("place")}
    own = {row.id for row in hit.rows("state", "capital", "metonym")}
    if not lands or lands & own or (land.kinds & {"state"} and len(lands) > 1):
        return hit
    there = tuple(e for e in hit.entries if e.kind == "place" and e.row.country in lands)
    if there or len(lands) > 1:
        return replace(hit, entries=there or hit.entries)
    unknown = PlaceRow(
        geonames="", name=hit.text, names="", country=lands.pop(), lat="", lon="", population=""
    )
    return replace(hit, entries=(Entry("place", unknown),))
