"""Build `offices.csv`: office-holders trimmed to what news names, with source and licence of every row kept.

    uv run python tools/build_offices.py OFFICEHOLDERS.csv src/detente/knowledge/en/actors/offices.csv

Kept: the five offices of state and those others that `office_titles.csv` beside this script names, held in
1985 or later. Two spellings of one person (same item, or same surname in the same office at the same time)
become one name with aliases; `office_names.csv` has those that this does not find, `offices_added.csv` holders that
the source lacks. A share-alike licence is dropped with its source where another stands beside it.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

HELD_SINCE = "1985"
AMBASSADORS_SINCE = "2012"  # they are many, and older news seldom names them
SHARE_ALIKE = "CC-BY-SA"
SHARE_ALIKE_SOURCE = "open-data-archive"
LAST_OF_OTHER_SOURCES = "2026-01"  # the newest edition among the sources that remain
COUNTRY_CODES = {"XKX": "KOS", "LAS": "IGO:ArabLeague"}  # as in the other tables
LABELLED = "every-politician-scrapers"  # its names are labels that readers know
NOWHERE = "INT"  # bodies of the world that are no actors of ours
UNCITED = "hand-entered, no citable source yet"
CORE_SECTORS = {"secretary_general": "IGO"}
LATIN = re.compile(r"[A-Za-z]")
COLUMNS = [
    "person",
    "aliases",
    "country",
    "role",
    "title",
    "start",
    "end",
    "as_of",
    "sectors",
    "source",
    "licence",
]


def read_titles() -> list[tuple[re.Pattern[str], str, str]]:
    with Path(__file__).with_name("office_titles.csv").open(encoding="utf-8", newline="") as stream:
        return [
            (re.compile(r["pattern"], re.IGNORECASE), r["role"], r["sectors"]) for r in csv.DictReader(stream)
        ]


def read_slips(then: str) -> re.Pattern[str]:
    """Words of a title or a state that a table reader took for the start of the name."""
    with Path(__file__).with_name("office_slips.csv").open(encoding="utf-8", newline="") as stream:
        prefixes = [re.escape(row["prefix"]) for row in csv.DictReader(stream) if row["then"] == then]
    return re.compile(rf"^(?:{'|'.join(prefixes)}) (?=\S+ \S)")


def read_names() -> dict[tuple[str, str], str]:
    """Spellings of one person that share too little to be found to be one."""
    with Path(__file__).with_name("office_names.csv").open(encoding="utf-8", newline="") as stream:
        return {(row["country"], row["person"]): row["then"] for row in csv.DictReader(stream)}


def read_added() -> Iterator[dict[str, str]]:
    """Holders written by hand under the name that news knows, without a source that can be cited."""
    with Path(__file__).with_name("offices_added.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield {
                **row,
                "source": UNCITED,
                "licence": "own statement of fact",
                "item": "",
                "chosen": row["person"],
            }


def classify(row: dict[str, str], titles: list[tuple[re.Pattern[str], str, str]]) -> tuple[str, str] | None:
    if row["role"] != "other":
        return row["role"], CORE_SECTORS.get(row["role"], "GOV")
    return next(
        ((role, sectors) for pattern, role, sectors in titles if pattern.search(row["role_title"])), None
    )


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
    titles, slips, strangers = read_titles(), read_slips("strip"), read_slips("drop")
    names = read_names()
    for raw in rows:
        kind = classify(raw, titles)
        if kind is None or raw["country_iso3"] == NOWHERE:
            continue
        since = AMBASSADORS_SINCE if kind[0] == "ambassador" else HELD_SINCE
        if (
            (raw["end"] or raw["as_of"]) < since
            or strangers.match(raw["person"])
            or not LATIN.search(raw["person"])
        ):
            continue
        row = without_share_alike(raw)
        code = row["country_iso3"]
        written = slips.sub("", " ".join(row["person"].split()))
        person = names.get((code, written), written)
        spelled = [*filter(None, row["aliases"].split("|")), *({written} - {person})]
        yield {
            "person": person,
            "aliases": ";".join(spelled),
            "country": COUNTRY_CODES.get(code, code if is_state(code) else f"IGO:{code}"),
            "role": kind[0],
            "title": " ".join(row["role_title"].split()),
            "start": row["start"],
            "end": row["end"],
            "as_of": row["as_of"],
            "sectors": kind[1],
            "source": row["source"],
            "licence": row["licence"],
            "item": row["wikidata"],
            "chosen": person if person != written else "",
        }


def plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()


def surname_of(name: str) -> str:
    words = re.sub(r",.*| jr\.?$| [ivx]+$", "", plain(name)).split()
    return words[-1] if words else ""


def one_name_each(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Rows of one person under one name, the other spellings as aliases."""
    same = Same()
    for row in rows:
        if row["item"]:
            same.join((row["country"], row["person"]), ("item", row["item"]))
    posts: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        post = row["role"].removesuffix("_of_state").removesuffix("_of_government")
        posts.setdefault((row["country"], post), []).append(row)
    for held in posts.values():
        held.sort(key=lambda row: row["start"])
        for i, one in enumerate(held):
            for other in held[i + 1 :]:
                overlap = other["start"][:4] <= (one["end"] or one["as_of"])[:4]
                if overlap and may_be_one(one["person"], other["person"]):
                    same.join((one["country"], one["person"]), (other["country"], other["person"]))
    people: dict[object, list[dict[str, str]]] = {}
    for row in rows:
        people.setdefault(same.root((row["country"], row["person"])), []).append(row)
    owners = {(row["country"], bare(row["person"])) for row in rows}
    return [named for group in people.values() for named in under_one_name(group, owners)]


def may_be_one(one: str, other: str) -> bool:
    """Not two brothers: the same surname with first names that start alike, or one name within the other."""
    words, others = set(plain(one).replace("-", " ").split()), set(plain(other).replace("-", " ").split())
    if len(words & others) >= 2 and (words <= others or others <= words):
        return True
    return surname_of(one) == surname_of(other) and plain(one)[0] == plain(other)[0]


def bare(name: str) -> str:
    return plain(name).replace("-", "").replace(" ", "")


def under_one_name(group: list[dict[str, str]], owners: set[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """The data base's label where there is one, else the shortest spelling; the others become aliases."""
    country = group[0]["country"]
    own = {bare(row["person"]) for row in group}
    spellings = {s for row in group for s in (row["person"], *row["aliases"].split(";")) if s}
    spellings = {s for s in spellings if bare(s) in own or (country, bare(s)) not in owners}  # another's name
    labels = {row["person"] for row in group if row["source"].startswith(LABELLED)} & spellings
    labels = {row["chosen"] for row in group if row.get("chosen")} & spellings or labels
    name = min(labels or spellings, key=lambda s: (" " not in s, s[0].islower(), initials(s), len(s), s))
    name = min(
        (s for s in spellings if plain(s) == plain(name)), key=lambda s: (s.isascii(), s)
    )  # with its accents
    others = sorted(spellings - {name})
    for row in group:
        yield {**row, "person": name, "aliases": ";".join(others)}


def initials(name: str) -> int:
    """Initials, suffixes, and letters that a table reader lost."""
    lost = sum(len(word) == 1 and word.islower() and word not in ("y", "e") for word in name.split())
    return name.count(".") + name.count(",") + 3 * lost


class Same:
    """Things found to be one (union-find)."""

    def __init__(self) -> None:
        self.parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(self, thing: tuple[str, str]) -> tuple[str, str]:
        while self.parent.get(thing, thing) != thing:
            thing = self.parent[thing]
        return thing

    def join(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        self.parent[self.root(one)] = self.root(other)


def is_state(code: str) -> bool:
    return len(code) == 3 and code not in ORGANISATIONS


ORGANISATIONS = frozenset(("IMF", "LAS", "WHO", "WTO", "INT"))


def sort_key(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[column] for column in ("country", "role", "start", "person", "title"))


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    with source.open(encoding="utf-8", newline="") as stream:
        found = [*convert(csv.DictReader(stream)), *read_added()]
        rows = one_name_each(sorted(found, key=sort_key))
    ordered = sorted(rows, key=sort_key)
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(ordered)


if __name__ == "__main__":
    main()
