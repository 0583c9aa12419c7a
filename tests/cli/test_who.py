"""`detente who`: what the tables know under a name, with its source, as a table or JSON lines."""

import json
from pathlib import Path

import pytest

from detente.cli import run

OFFICES = """person,aliases,country,role,title,start,end,as_of,sectors,source,licence
Otto Sapt,,RUR,defence_minister,Minister of Defence,2010-02-01,2013-06-30,2014-01-01,GOV,Gazette 7,CC0
Otto Sapt,,RUR,head_of_state,Regent,2013-07-01,,2014-01-01,GOV;MIL,"hand-entered, no citable source yet",CC0
"""
STATES = """id,name,demonyms,capitals
RUR,Ruritania,Ruritanian,Strelsau
"""


@pytest.fixture
def tables(tmp_path: Path) -> str:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "offices.csv").write_text(OFFICES, encoding="utf-8")
    (tmp_path / "actors" / "states.csv").write_text(STATES, encoding="utf-8")
    return str(tmp_path)


def test_json_lines_hold_office_days_state_sectors_and_source(
    tables: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["who", "otto sapt", "--on", "2013-08-01", "--knowledge", tables, "--format", "jsonl"]
    assert run(arguments) == 0
    regent, minister = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (regent["what"], regent["on_the_day"], minister["on_the_day"]) == ("Regent of RUR", True, False)
    assert (regent["id"], regent["country"], regent["sectors"]) == ("person:otto-sapt", "RUR", ["GOV", "MIL"])
    assert (regent["source"], minister["source"]) == ("no citable source", "Gazette 7")


IN_THE_TABLE = ["Otto Sapt", "person:otto-sapt", "RUR", "Minister of Defence", "1 Feb 2010 –", "30 Jun 2013", "not that day",
                "Gazette 7", "no citable source", "1 Jan 2014", "✓ that day"]  # fmt: skip


@pytest.mark.parametrize("words", IN_THE_TABLE)
def test_the_table_says(words: str, tables: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "Otto Sapt", "--on", "2013-08-01", "--knowledge", tables]) == 0
    out = capsys.readouterr().out
    assert words in out
    assert max(map(len, out.splitlines())) <= 100


TENURES = [
    # end, as of, source; each row of the one tenure
    (
        (("", "2014-01", "no citable source yet"), ("", "2013-11-01", "Gazette 7")),
        [("not before 2013-11-01", "Gazette 7")],
    ),
    (
        (("", "2013-11", "no citable source yet"), ("", "2014-01", "no citable source yet")),
        [("not before 2014-01", "no citable source")],
    ),
    (
        (("2014-03", "2015-01", "Gazette 7"), ("2014-03-02", "2016-01", "Gazette 8")),
        [("2014-03-02", "Gazette 8")],
    ),
    ((("", "2014-01", "Gazette 7"), ("2014-03-02", "2016-01", "Gazette 8")), [("2014-03-02", "Gazette 8")]),
    (
        (("2013-09-01", "2014-01", "Gazette 7"), ("2014-03-02", "2016-01", "Gazette 8")),
        [("2013-09-01", "Gazette 7"), ("2014-03-02", "Gazette 8")],
    ),
    (
        (("2013-09-01", "2014-01", "Gazette 7"), ("", "2016-01", "Gazette 8")),
        [("2013-09-01", "Gazette 7"), ("not before 2016-01", "Gazette 8")],
    ),
]


@pytest.mark.parametrize(("rows", "told"), TENURES)
def test_rows_on_one_tenure_are_told_as_one_unless_they_contradict(
    rows: list[tuple[str, str, str]],
    told: list[tuple[str, str]],
    tables: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = [
        f"Ada Rischenheim,,RUR,minister,Chancellor,2013-07-01,{e},{at},GOV,{source},CC0"
        for e, at, source in rows
    ]
    path = Path(tables) / "actors" / "offices.csv"
    path.write_text("\n".join([OFFICES.splitlines()[0], *lines]) + "\n", encoding="utf-8")
    arguments = ["who", "Ada Rischenheim", "--on", "2013-08-01", "--knowledge", tables, "--format", "jsonl"]
    assert run(arguments) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["end"], one["source"]) for one in found] == told
    assert all(one["on_the_day"] for one in found)


def test_a_capital_is_told_with_its_state(tables: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "Strelsau", "--knowledge", tables]) == 0
    assert "Ruritania" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["who", "Nobody Known"], 1, "Nobody Known: nobody and nothing is called so"),
        (["who", "Sapt", "--on", "2013-02-30"], 2, "--on: day '2013-02-30' is not a day of the calendar"),
        (["who", "Sapt", "--knowledge", "nowhere"], 2, "nowhere: folder: there is no such folder"),
        (["who"], 2, "requires an argument"),
        (["who", ""], 1, "nobody and nothing is called so"),
        (["who", " "], 1, "nobody and nothing is called so"),
        (["who", "Wang", "Yi"], 2, "'Yi' is one too many; put what belongs together in quotation marks."),
    ],
)
def test_what_is_wrong_is_one_line(
    arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == code
    written = capsys.readouterr()
    assert (written.out, written.err.count("\n")) == ("", 1)
    assert message in written.err


@pytest.mark.parametrize("name", ["rur", "RUR", "person:otto-sapt"])
def test_an_id_is_looked_up_too(name: str, tables: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", name, "--knowledge", tables, "--format", "jsonl"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {one["id"].casefold() for one in answers} == {name.casefold()}
