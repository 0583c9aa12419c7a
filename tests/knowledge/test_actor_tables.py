"""The tables of actors and places: complete, well formed, no name claimed twice unless it is listed here."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from detente.knowledge.files import BUILT_IN, LIST_SEPARATOR
from detente.knowledge.word_lists import WordLists

TABLES = ("states", "organisations", "groups", "bodies", "outlets", "roles", "places")
LEAST = {
    "states": 249,
    "organisations": 150,
    "groups": 120,
    "bodies": 400,
    "outlets": 200,
    "roles": 120,
    "places": 30_000,
}
COLUMNS = {
    "states": "id name names demonyms capitals metonyms start end prefixes sovereign successor geonames lat lon neighbours note",
    "organisations": "id name names sectors plover members part_of note",
    "groups": "id name names sectors country also plover note",
    "bodies": "id name names country sectors weak note",
    "outlets": "id name names country kind",
    "roles": "id nouns role sectors office group countries",
    "places": "geonames name names country lat lon population",
}
LISTS = ("names", "demonyms", "capitals", "metonyms", "prefixes", "sectors", "members", "nouns", "countries")
PLOVER = "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRE PRM PTY REB REF REL SOC SPY UAF UNK"
SECTORS = frozenset(PLOVER.split())
HEADS = "head_of_state head_of_government vice_president crown_prince foreign_minister defence_minister"
OFFICES = frozenset(["", *HEADS.split(), "secretary_general"])
IDS = {
    "states": r"[A-Z]{3}",
    "organisations": r"(IGO|NGO):[\w+-]+",
    "groups": r"NSA:[\w-]+",
    "bodies": r"[A-Z]{3}:[a-z0-9-]+",
    "outlets": r"outlet:[a-z0-9-]+",
    "roles": r"[a-z0-9-]+",
    "places": r"\d*",
}
# Names that two states have; the engine decides by the text.
AMBIGUOUS_STATE_NAMES = frozenset(
    ["Congo", "Congolese", "Korea", "Korean", "Koreans", "Dominican", "Dominicans", "Guinean", "Guineans"]
) | {"the North", "the South", "The North", "The South"}

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    with (BUILT_IN / "actors" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


def items(cell: str) -> list[str]:
    return cell.split(LIST_SEPARATOR) if cell else []


def states() -> frozenset[str]:
    return frozenset(row["id"] for row in table("states"))


def claims(name: str, *columns: str) -> dict[str, set[str]]:
    """By name, the rows that claim it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table(name):
        for column in columns:
            for item in items(row[column]):
                found[item].add(row["id"])
    return found


def claimed_twice(name: str, *columns: str) -> dict[str, set[str]]:
    return {item: ids for item, ids in claims(name, *columns).items() if len(ids) > 1}


@pytest.mark.parametrize("name", TABLES)
def test_is_as_long_as_promised_and_has_its_columns(name: str) -> None:
    assert len(table(name)) >= LEAST[name]
    assert list(table(name)[0]) == COLUMNS[name].split()


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_well_formed(name: str) -> None:
    faults = []
    for row in table(name):
        key = row.get("id", row.get("geonames", ""))
        lists = [row[column] for column in LISTS if column in row]
        cells = [cell for listed in lists for cell in items(listed)] + [row.get("name", "x"), key]
        if None in row or None in row.values():
            faults.append((row, "has too many or too few cells"))
        elif any(cell != cell.strip() or (not cell and cell is not key) for cell in cells):
            faults.append((row, "has an empty item or a blank at an end"))
        elif any(len(items(listed)) != len(set(items(listed))) for listed in lists):
            faults.append((row, "lists an item twice"))
        elif row.get("name") in items(row.get("names", "")):
            faults.append((row, "repeats its name"))
        elif not re.fullmatch(IDS[name], key):
            faults.append((row, "has an id of another shape"))
    assert not faults


@pytest.mark.parametrize("name", TABLES)
def test_no_id_is_used_twice(name: str) -> None:
    ids = [key for row in table(name) if (key := row.get("id", row.get("geonames", "")))]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["organisations", "groups", "bodies", "roles"])
def test_sectors_are_those_of_plover(name: str) -> None:
    assert not {sector for row in table(name) for sector in items(row["sectors"])} - SECTORS
    assert all(row["sectors"] for row in table(name))


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("groups", "country"),
        ("bodies", "country"),
        ("outlets", "country"),
        ("places", "country"),
        ("roles", "countries"),
        ("organisations", "members"),
        ("states", "sovereign"),
    ],
)
def test_countries_are_states_of_the_table(name: str, column: str) -> None:
    assert not {code for row in table(name) for code in items(row[column])} - states()


def test_every_state_and_territory_of_iso_3166_has_a_row() -> None:
    codes = (Path(__file__).parent / "iso3166.txt").read_text(encoding="utf-8").split()
    assert len(codes) == 249
    assert not {*codes, "KOS"} - states()


def test_historic_states_have_dates_in_order() -> None:
    historic = [row for row in table("states") if row["start"] or row["end"]]
    assert {"SUN", "YUG", "CSK", "DDR", "ZAR"} <= {row["id"] for row in historic}
    assert all(date.fromisoformat(row["start"]) < date.fromisoformat(row["end"]) for row in historic)


def test_no_state_name_is_claimed_twice_but_the_listed() -> None:
    assert set(claimed_twice("states", "name", "names", "demonyms")) == AMBIGUOUS_STATE_NAMES


@pytest.mark.parametrize("name", ["organisations", "groups", "bodies", "outlets"])
def test_no_name_is_claimed_by_two_rows(name: str) -> None:
    assert not claimed_twice(name, "name", "names")


def test_no_actor_name_is_claimed_by_two_tables() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for name in ("states", "organisations", "groups", "bodies", "outlets"):
        columns = ("name", "names", "demonyms", "capitals") if name == "states" else ("name", "names")
        for item in claims(name, *columns):
            found[item].add(name)
    either = {"Brussels", "Congress"}  # a capital for what sits there; a parliament, and a party in India
    assert not {item: where for item, where in found.items() if len(where) > 1 and item not in either}


@pytest.mark.parametrize(
    ("column", "word", "expected"),
    [
        ("names", "US", {"USA"}),
        ("names", "U.S.", {"USA"}),
        ("names", "Burma", {"MMR"}),
        ("names", "Congo", {"COD", "COG"}),
        ("demonyms", "Nigerien", {"NER"}),
        ("demonyms", "Nigerian", {"NGA"}),
        ("demonyms", "Congolese", {"COD", "COG"}),
        ("demonyms", "Dominican", {"DMA", "DOM"}),
        ("demonyms", "Korean", {"KOR", "PRK"}),
        ("demonyms", "Guinean", {"GIN", "GNB", "GNQ"}),
        ("demonyms", "Soviet", {"SUN"}),
        ("capitals", "Beijing", {"CHN"}),
        ("capitals", "Moscow", {"RUS", "SUN"}),
    ],
)
def test_state_by_name(column: str, word: str, expected: set[str]) -> None:
    assert claims("states", column)[word] == expected


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("organisations", "U.N.", "IGO:UN"),
        ("organisations", "UN nuclear watchdog", "IGO:IAEA"),
        ("organisations", "Red Cross", "NGO:ICRC"),
        ("groups", "ISIS", "NSA:IslamicState"),
        ("groups", "Hizbollah", "NSA:Hezbollah"),
        ("bodies", "Foggy Bottom", "USA:state-department"),
        ("bodies", "Kremlin", "RUS:kremlin"),
        ("bodies", "Revolutionary Guards", "IRN:irgc"),
        ("outlets", "AFP", "outlet:afp"),
    ],
)
def test_actor_by_name(name: str, word: str, expected: str) -> None:
    assert claims(name, "name", "names")[word] == {expected}


def test_bodies_are_those_of_the_state_that_their_id_names() -> None:
    assert all(row["id"].split(":")[0] == row["country"] for row in table("bodies"))
    assert {row["weak"] for row in table("bodies")} == {"", "yes"}
    assert len({row["country"] for row in table("bodies")}) >= 60


def test_organisations_have_a_plover_code() -> None:
    assert {row["plover"] for row in table("organisations")} == {"UNO", "EUR", "IGO", "NGO"}


def test_outlets_are_of_a_known_kind() -> None:
    assert {row["kind"] for row in table("outlets")} == {"agency", "newspaper", "broadcaster", "site"}


def test_roles_have_a_known_group_and_office() -> None:
    assert {row["group"] for row in table("roles")} == {"person", "group", "body"}
    assert {row["office"] for row in table("roles")} == OFFICES
    assert sum(len(items(row["nouns"])) for row in table("roles")) >= 250


def test_a_noun_of_two_roles_is_told_apart_by_state_or_group() -> None:
    meanings: dict[str, list[Row]] = defaultdict(list)
    for row in table("roles"):
        for noun in items(row["nouns"]):
            meanings[noun].append(row)
    unclear = {
        noun: [row["id"] for row in rows]
        for noun, rows in meanings.items()
        if len({(row["countries"], row["group"]) for row in rows}) < len(rows)
    }
    assert not unclear


@pytest.mark.parametrize(
    ("noun", "state", "office"),
    [
        ("secretary of state", "USA", "foreign_minister"),
        ("foreign secretary", "GBR", "foreign_minister"),
        ("foreign secretary", "IND", ""),
        ("chancellor", "DEU", "head_of_government"),
        ("chancellor", "GBR", ""),
        ("defense secretary", "USA", "defence_minister"),
        ("external affairs minister", "IND", "foreign_minister"),
    ],
)
def test_office_of_a_title_depends_on_the_state(noun: str, state: str, office: str) -> None:
    offices = {
        row["office"]
        for row in table("roles")
        if noun in items(row["nouns"]) and state in items(row["countries"])
    }
    assert offices == {office}


def test_places_have_coordinates_and_the_file_is_small() -> None:
    assert all(-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 for row in table("places"))
    assert (BUILT_IN / "actors" / "places.csv").stat().st_size < 3_000_000


def test_places_are_no_states_and_no_common_words() -> None:
    names = {row["name"] for row in table("places")}
    assert not names & {"Of", "Police", "March", "Same", "Obama", "Peru", "Jordan", "India", "Turkey"}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Sochi", "RUS"),
        ("Davos", "CHE"),
        ("Camp David", "USA"),
        ("Rafah crossing", "PSE"),
        ("Kharkov", "UKR"),
        ("Khan Younis", "PSE"),
        ("Crimea", "UKR"),
        ("South China Sea", ""),
        ("Georgia", "USA"),
    ],
)
def test_newsworthy_places_are_there(name: str, country: str) -> None:
    assert country in {
        row["country"] for row in table("places") if name in (row["name"], *items(row["names"]))
    }


def test_several_lists_of_words_are_asked_as_one() -> None:
    lists = WordLists([("ship", frozenset({"tanker"})), ("plane", frozenset({"jet"}))])
    assert lists.of(("ship", "plane", "unknown")) == {"tanker", "jet"}
    assert lists.of(("ship",)) == {"tanker"}
