"""Places of one name in, those out that a region or larger half of that name does not put in the shade."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.actors.page import Hit, Page
from detente.knowledge.actor_rows import Phrase, PlaceRow

_DWARFED = 10  # how many times as many inhabitants the region has
_PLACE = "place"  # what a phrase means
_NEXT_TO = 0.2  # degrees between the halves of a town on a border


def undwarfed(rows: Sequence[PlaceRow]) -> list[PlaceRow]:
    """ "Ontario": the province, and not the town of that name in another state that the text names too."""
    regions = [int(row.population or 0) for row in rows if not row.geonames]
    largest = max(regions, default=0)
    return [row for row in rows if int(row.population or 0) * _DWARFED >= largest]


def is_lesser_half(row: PlaceRow, rows: Sequence[PlaceRow]) -> bool:
    """ "Zenda" on a border: the smaller town of that name, right across from the one that is meant if nothing is said."""
    people = int(row.population or 0)
    return any(
        other.country != row.country and int(other.population or 0) > people and _is_next_to(row, other)
        for other in rows
    )


def _is_next_to(row: PlaceRow, other: PlaceRow) -> bool:
    if not (row.lat and row.lon and other.lat and other.lon):
        return False
    apart = (float(row.lat) - float(other.lat), float(row.lon) - float(other.lon))
    return max(map(abs, apart)) < _NEXT_TO


def phrases_meant(hit: Hit, page: Page) -> list[Phrase]:
    """What a name is set down to mean; but a region of two lands is where the text is ("Lahore, Punjab, Pakistan").

    A region that two dispute is of the one that the text names, if it names no neighbour of it.
    """
    lands = {row.country for row in hit.rows("place") if page.countries[row.country]}
    phrases: list[Phrase] = hit.rows("phrase")
    if lands and not any(_is_neighbour_named(land, page) for land in lands):
        phrases = [p for p in phrases if p.country or p.means != _PLACE]
    return [p for p in phrases if not lands or not p.country or page.countries[p.country]]


def _is_neighbour_named(land: str, page: Page) -> bool:
    state = page.tables.state_by_id.get(land)
    return state is not None and any(page.countries[other] for other in state.neighbours)
