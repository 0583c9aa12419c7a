"""Make the world outline of the desk's map: TopoJSON of world-atlas (Natural Earth, 1:110m) in, one SVG out.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/build_world.py package/countries-110m.json

The projection is plate carrée, two units a degree: x = 2 (longitude + 180), y = 2 (90 - latitude).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src/detente/desk/static/world.svg"

WORLD, HALF = 720, 360  # units round the world, and half of that (also the height of the map)

type Points = list[tuple[float, float]]


def main(source: str) -> None:
    """Write the outline from the TopoJSON file `source`."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    land = "".join(_ring(ring, arcs) for ring in _rings(topology["objects"]["land"]))
    borders = "".join(_path(_unbroken(arc)) for arc in arcs)
    OUT.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 360">'
        f'<g id="land"><path d="{land}"/></g><g id="borders"><path d="{borders}" fill="none"/></g></svg>\n',
        encoding="utf-8",
    )


def _decode(arc: list[list[int]], transform: dict[str, list[float]]) -> Points:
    """Delta-coded integers to map units (TopoJSON specification, section 2.1.2)."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    longitudes = accumulate(point[0] for point in arc)
    latitudes = accumulate(point[1] for point in arc)
    return [
        (round(2 * (x * scale_x + left + 180), 1), round(2 * (90 - y * scale_y - bottom), 1))
        for x, y in zip(longitudes, latitudes, strict=True)
    ]


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    if geometry["type"] == "GeometryCollection":
        yield from chain.from_iterable(map(_rings, geometry["geometries"]))
    else:
        yield from chain.from_iterable(geometry["arcs"])


def _ring(indices: list[int], arcs: list[Points]) -> str:
    """A ring's arcs end to end; a negative index is an arc run backwards. What crosses the 180th meridian is drawn
    on past the edge of the map, and once more one world to the other side."""
    points = list(chain.from_iterable(arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices))
    whole = _unbroken(points)
    if abs(whole[-1][0] - whole[0][0]) > HALF:  # round a pole: closed along the edge of the map
        whole = [*whole, (whole[-1][0], HALF), (whole[0][0], HALF)]
    lies = [0] if all(0 <= x <= WORLD for x, _ in whole) else [-WORLD, 0, WORLD]
    return "".join(_path([(x + move, y) for x, y in whole]) + "Z" for move in lies)


def _unbroken(points: Points) -> Points:
    """The points with no leap from one edge of the map to the other: they run on past the edge."""
    turns = accumulate(
        (WORLD if here - before > HALF else -WORLD if before - here > HALF else 0)
        for (before, _), (here, _) in pairwise(points)
    )
    moved = ((x - turn, y) for (x, y), turn in zip(points[1:], turns, strict=True))
    return [points[0], *moved]


def _path(points: Points) -> str:
    """SVG path data without points that rounding made equal."""
    kept = [point for point, before in zip(points, [None, *points], strict=False) if point != before]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept)


if __name__ == "__main__":
    main(sys.argv[1])
