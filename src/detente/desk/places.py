"""Places on the map: degrees to the units of the world outline (see `tools/build_world.py`)."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from detente.desk.overviews import Spot


class ShownSpot(NamedTuple):
    """A dot: its place in map units, its radius (area by number of dossiers), its words."""

    name: str
    country: str | None
    dossiers: int
    x: float
    y: float
    r: float


def shown_spots(spots: Iterable[Spot]) -> list[ShownSpot]:
    """The dots in the order of the spots, so that small ones lie on top of large ones."""
    return [
        ShownSpot(
            name=spot.name,
            country=spot.country,
            dossiers=spot.dossiers,
            x=round(2 * (spot.longitude + 180), 1),
            y=round(2 * (90 - spot.latitude), 1),
            r=round(min(2 + sqrt(spot.dossiers), 14), 1),
        )
        for spot in spots
    ]
