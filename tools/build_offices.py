"""Build `offices.csv`: office-holders trimmed to what news names, with source and licence of every row kept.

    uv run python tools/build_offices.py OFFICEHOLDERS.csv src/detente/knowledge/en/actors/offices.csv

Kept: the five offices of state, and those other offices that `office_titles.csv` beside this script names, that
were held in 1985 or later. A share-alike licence is dropped with its source where another source stands beside it.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HELD_SINCE = "1985"
AMBASSADORS_SINCE = "2012"  # they are many, and older news seldom names them
SHARE_ALIKE = "CC-BY-SA"
SHARE_ALIKE_SOURCE = "open-data-archive"
LAST_OF_OTHER_SOURCES = "2026-01"  # the newest edition among the sources that remain
COUNTRY_CODES = {"XKX": "KOS"}  # PLOVER's code
CORE_SECTORS = {"secretary_general": "IGO"}
COLUMNS = "person aliases country role title start end as_of sectors source licence".split()


def read_titles() -> list[tuple[re.Pattern[str], str, str]]:
    with Path(__file__).with_name("office_titles.csv").open(encoding="utf-8", newline="") as stream:
        return [(re.compile(r["pattern"], re.IGNORECASE), r["role"], r["sectors"]) for r in csv.DictReader(stream)]


def classify(row: dict[str, str], titles: list[tuple[re.Pattern[str], str, str]]) -> tuple[str, str] | None:
    if row["role"] != "other":
        return row["role"], CORE_SECTORS.get(row["role"], "GOV")
    return next(((role, sectors) for pattern, role, sectors in titles if pattern.search(row["role_title"])), None)


def without_share_alike(row: dict[str, str]) -> dict[str, str]:
    """The row on its other sources alone; what only the share-alike source saw later is not claimed."""
    if SHARE_ALIKE not in row["licence"]:
        return row
    keep = {
        key: "; ".join(part for part in row[key].split("; ") if mark not in part)
        for key, mark in (("source", SHARE_ALIKE_SOURCE), ("licence", SHARE_ALIKE))
    }
    return {**row, **keep, "as_of": min(row["as_of"], LAST_OF_OTHER_SOURCES)}


def convert(rows: Iterator[dict[str, str]]) -> Iterator[dict[str, str]]:
    titles = read_titles()
    for raw in rows:
        kind = classify(raw, titles)
        if kind is None:
            continue
        since = AMBASSADORS_SINCE if kind[0] == "ambassador" else HELD_SINCE
        if (raw["end"] or raw["as_of"]) < since:
            continue
        row = without_share_alike(raw)
        code = row["country_iso3"]
        yield {
            "person": " ".join(row["person"].split()),
            "aliases": ";".join(row["aliases"].split("|")),
            "country": COUNTRY_CODES.get(code, code if is_state(code) else f"IGO:{code}"),
            "role": kind[0],
            "title": " ".join(row["role_title"].split()),
            "start": row["start"],
            "end": row["end"],
            "as_of": row["as_of"],
            "sectors": kind[1],
            "source": row["source"],
            "licence": row["licence"],
        }


def is_state(code: str) -> bool:
    return len(code) == 3 and code not in ORGANISATIONS


ORGANISATIONS = frozenset(("IMF", "LAS", "WHO", "WTO", "INT"))


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    with source.open(encoding="utf-8", newline="") as stream:
        rows = sorted(convert(csv.DictReader(stream)), key=lambda r: (r["country"], r["role"], r["start"], r["person"]))
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
