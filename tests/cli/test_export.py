"""`detente export` on JSON lines of reports: files, pipes, filters, and what is wrong said before a file is made."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from detente.cli import run
from detente.records import Report, to_json


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory, example_reports: Sequence[Report]) -> Path:
    file = tmp_path_factory.mktemp("reports") / "reports.jsonl"
    file.write_bytes(b"".join(to_json(report) + b"\n" for report in example_reports))
    return file


def test_a_table_and_its_dictionary_beside_it(reports: Path, tmp_path: Path) -> None:
    assert run(["export", "csv", str(reports), "-o", str(tmp_path / "events.csv")]) == 0
    table = pd.read_csv(tmp_path / "events.csv")
    assert list(pd.read_csv(tmp_path / "events.dictionary.csv")["column"]) == list(table.columns)


def test_filters_take_states_by_name(reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    assert (
        run(["export", "csv", str(reports), "-o", str(file), "--pair", "Portugal-URY", "--kind", "visit"])
        == 0
    )
    table = pd.read_csv(file)
    assert set(table["kind"]) == {"visit"}
    assert {"PRT"} <= set(table["actor_countries"]) <= {"PRT", "URY"}


def test_standard_input(
    reports: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(reports.read_bytes())))
    assert run(["export", "cameo", "-", "--no-header"]) == 0
    assert all(line.count(b"\t") == 60 for line in capfdbinary.readouterr().out.splitlines())


def test_a_bad_line_is_named_and_the_rest_written(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "some.jsonl"
    file.write_bytes(b"{}\n" + reports.read_bytes())
    assert run(["export", "jsonl", str(file), "-o", str(tmp_path / "events.jsonl")]) == 1
    assert f"{file}: line 1: is no report" in capsys.readouterr().err
    assert (tmp_path / "events.jsonl").stat().st_size > 1000


WRONG = [
    (["csv", "absent.jsonl"], "absent.jsonl: there is no such file; check the spelling"),
    (["csv", "-", "--pair", "USA"], "this is no pair of states"),
    (["csv", "-", "--pair", "Chinna-USA"], "did you mean China (CHN)?"),
    (["csv", "-", "--status", "done"], "there is no such status"),
    (["csv", "-", "--since", "soon"], "--since: day 'soon' is not a date"),
    (["xml", "-"], "Invalid value"),
]


@pytest.mark.parametrize("arguments, message", WRONG)
def test_what_is_wrong_is_said_before_anything_is_written(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out"
    assert run(["export", *arguments, "-o", str(file)]) == 2
    assert message in capsys.readouterr().err
    assert not file.exists()


def test_a_folder_of_files_of_reports(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "jsonl", str(tmp_path), "-o", str(tmp_path / "out")]) == 2
    assert f"{tmp_path}: holds no file of reports ending in .parquet or .jsonl" in capsys.readouterr().err
    (tmp_path / "errors").mkdir()
    (tmp_path / "errors" / "a.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "a.jsonl").write_bytes(reports.read_bytes())
    for name, source in (("one", reports), ("folder", tmp_path)):
        assert run(["export", "jsonl", str(source), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "folder").read_bytes()


def test_the_dictionary_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "csv", "--dictionary"]) == 0
    assert capsys.readouterr().out.startswith("column,type,meaning")
