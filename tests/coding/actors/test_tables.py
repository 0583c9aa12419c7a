"""Tables load, a user's rows replace ours, and a bad row is named with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.actor_files import load_actors
from detente.knowledge.actor_rows import Office
from detente.knowledge.files import BUILT_IN

TABLES = Path(__file__).parent / "tables"


def office(start: str, end: str, as_of: str) -> Office:
    return Office(
        "Otto Sapt", "", "RUR", "defence_minister", "Minister", start, end, as_of, "GOV", "invented", "CC0"
    )


@pytest.mark.parametrize(
    ("start", "end", "as_of", "day", "held"),
    [
        ("2010-02-01", "2013-06-30", "2014-01-01", "2013-02-12", True),
        ("2010-02-01", "2013-06-30", "2014-01-01", "2013-06-30", True),
        ("2010-02-01", "2013-06-30", "2014-01-01", "2013-07-01", False),
        ("2010-02-01", "", "2014-01-01", "2014-01-01", True),
        ("2010-02-01", "", "2014-01-01", "2014-01-02", False),
        ("2010", "2013", "2014-01-01", "2013-12-31", True),
        ("2010-02", "2013-06", "2014-01-01", "2010-01-31", False),
    ],
)
def test_an_office_is_held_on_a_day(start: str, end: str, as_of: str, day: str, *, held: bool) -> None:
    assert office(start, end, as_of).held_on(day) is held


def test_an_office_of_an_organisation_is_of_no_state() -> None:
    row = office("2010", "", "2014")._replace(country="IGO:DanubianLeague")
    assert (row.state, row.organisation) == (None, "IGO:DanubianLeague")


def test_a_later_folder_replaces_rows_of_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "states.csv").write_text("id,name\nRUR,Ruritanian Republic\n", encoding="utf-8")
    tables = load_actors([TABLES, tmp_path])
    assert tables.state_by_id["RUR"].name == "Ruritanian Republic"
    assert "SYL" in tables.state_by_id


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("states.csv", "id,name,size\nRUR,Ruritania,7\n", ("states.csv", "header", "size")),
        (
            "offices.csv",
            "person,country\nOtto Sapt,RUR\n",
            ("offices.csv", "header", "aliases", "columns are"),
        ),
        (
            "places.csv",
            "geonames,name,names,country,lat,lon,population\n1,Zenda,,RUR\n",
            ("places.csv", "line 2", "4 cells instead of 7", "quote"),
        ),
    ],
)
def test_a_bad_table_is_named(tmp_path: Path, name: str, content: str, told: tuple[str, ...]) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / name).write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_actors([tmp_path])
    for part in told:
        assert part in str(caught.value)


def test_every_row_of_offices_has_a_source_and_a_licence() -> None:
    tables = load_actors([BUILT_IN])
    assert [row for row in tables.offices if not row.source or not row.licence] == []
    assert [row for row in tables.offices if "BY-SA" in row.licence] == []


def test_every_office_is_of_a_known_state_or_organisation() -> None:
    tables = load_actors([BUILT_IN])
    unknown = {row.country for row in tables.offices if row.state and row.state not in tables.state_by_id}
    assert unknown == set()
    organisations = {row.organisation for row in tables.offices if row.organisation}
    assert organisations - set(tables.organisation_by_id) == set()
