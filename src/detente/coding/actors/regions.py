"""Places of one name in, those out that a region of that name does not put in the shade."""

from __future__ import annotations

from collections.abc import Sequence

from detente.knowledge.actors import PlaceRow

_DWARFED = 10  # how many times as many inhabitants the region has


def undwarfed(rows: Sequence[PlaceRow]) -> list[PlaceRow]:
    """ "Ontario": the province, and not the town of that name in another state that the text names too."""
    regions = [int(row.population or 0) for row in rows if not row.geonames]
    largest = max(regions, default=0)
    return [row for row in rows if int(row.population or 0) * _DWARFED >= largest]
