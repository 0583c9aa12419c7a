"""Names in, those before a comma and their land read as places of that land: "Tripoli, Lebanon", "Alexandria, Virginia"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from detente.coding.actors.page import Hit
from detente.knowledge.actor_rows import Entry, PlaceRow
from detente.reading.tokens import Doc

_TELLING = ("appos", "npadvmod", "nmod")
_LONGEST = 9  # tokens of an address
_SEATS = ("place", "capital", "metonym")


def settle_addresses(hits: Sequence[Hit], doc: Doc) -> Iterator[Hit]:
    """A town whose land stands after it is the one there, in a table or not; what only ends a region's name is none."""
    starts = {hit.start: hit for hit in hits}
    ends = {hit.end for hit in hits}
    for hit in hits:
        if _ends_hyphened_name(hit, ends, doc):
            continue
        seat = not hit.kinds.isdisjoint(_SEATS)
        land = (starts.get(hit.end + 1) or _land_after(hit, starts, doc)) if seat else None
        tells = land is not None and (_tells_where(land, hit, doc) or _is_within(land, hit, starts, doc))
        yield _in_land(hit, land) if tells and land is not None else hit


def _ends_hyphened_name(hit: Hit, ends: Collection[int], doc: Doc) -> bool:
    """Whether a town's name is only the second half of a region's: "Hentzau-Zenda"."""
    hyphen = hit.start - 1
    if hit.kinds != {"place"} or hyphen < 1 or doc[hyphen].text not in "-–" or hyphen in ends:
        return False
    tied = not doc[hyphen].whitespace_ and not doc[hyphen - 1].whitespace_
    return tied and doc[hyphen - 1].pos_ == "PROPN"


def _land_after(hit: Hit, starts: Mapping[int, Hit], doc: Doc) -> Hit | None:
    """ "Zenda Region, Sylvania", "Zenda, Hentzau, Sylvania": past the rest of its name and names that no table knows."""
    commas = False
    for i in range(hit.end, min(hit.end + _LONGEST, len(doc))):
        if i in starts:
            return starts[i] if commas else None
        if doc[i].text == ",":
            commas = True
        elif doc[i].pos_ not in ("PROPN", "X"):
            return None
    return None


def _tells_where(land: Hit, hit: Hit, doc: Doc) -> bool:
    """Not "in Sofia, Russia said": the land hangs on the town."""
    root = doc.span(land.start, land.end).root
    after = doc[land.start - 1].text == ","
    return after and root.dep_ in _TELLING and hit.start <= root.head.i < land.start - 1


def _is_within(land: Hit, hit: Hit, starts: Mapping[int, Hit], doc: Doc) -> bool:
    """ "Bara, Upper March, Ruritania": a region, and right after it the state that it is in, however it was parsed."""
    if land.start != hit.end + 1 or land.end + 1 >= len(doc) or doc[land.end].text != ",":
        return False
    state = starts.get(land.end + 1) or (
        starts.get(land.end + 2) if doc[land.end + 1].lower_ == "the" else None
    )
    regions = {row.country for row in land.rows("place", "phrase")}
    return state is not None and bool(regions & {row.id for row in state.rows("state")})


def _in_land(hit: Hit, land: Hit) -> Hit:
    lands = {row.id for row in land.rows("state")} or {
        row.country for row in land.rows("place", "phrase") if row.country
    }
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
