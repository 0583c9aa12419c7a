"""How documents, dossiers and reports of a store are called on the command line, in full and by their first digits."""

import json
from pathlib import Path
from typing import Any

import pytest

from detente.cli import run
from detente.records import Document
from tests.cli.texts import TALKS, VISIT, lines


def test_an_id_of_the_input_is_no_beginning_of_another(
    store: Path, coder: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = coder.code(Document(text=VISIT, published="2013-02-12")).id.removeprefix("sha256:")[:4]
    path = tmp_path / "corpus.jsonl"
    rows = [{"id": "5", "text": VISIT}, {"id": first, "text": TALKS}]
    path.write_text("".join(json.dumps(row | {"published": "2013-02-12"}) + "\n" for row in rows))
    assert run(["add", str(path)]) == 0
    assert run(["forget", first]) == 0
    capsys.readouterr()
    [left] = lines(capsys, "dossiers")
    assert left["kind"] == "visit"


@pytest.mark.parametrize("digits", [0, 1, 3])
def test_a_few_digits_name_no_document(
    store: Path, news: Path, coder: Any, digits: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", str(news / "a.md")]) == 0
    name = coder.code(Document(text=VISIT)).id.removeprefix("sha256:")[:digits]
    assert run(["forget", name]) == 2
    assert "names no document" in capsys.readouterr().err


def test_a_document_is_found_by_what_sources_shows(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [talks] = lines(capsys, "dossiers", "--kind", "talks")
    assert run(["dossier", talks["dossier"], "--json"]) == 0
    [account] = json.loads(capsys.readouterr().out)["dossier"]["accounts"]
    assert "#" in account["id"]
    assert run(["forget", account["id"]]) == 0


def test_what_is_not_there_does_not_keep_the_others(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forget", "nothing", "https://b.example/1", "https://c.example/1"]) == 1
    seen = capsys.readouterr()
    assert "nothing: names no document" in seen.err
    assert seen.out.count("forgotten") == 2


def test_an_earlier_id_is_found_by_its_first_digits(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossiers = lines(capsys, "dossiers")
    assert run(["dossier", "merge", *(one["dossier"] for one in dossiers)]) == 0
    capsys.readouterr()
    [merged] = lines(capsys, "dossiers")
    [gone] = {one["dossier"] for one in dossiers} - {merged["dossier"]}
    assert run(["dossier", gone.removeprefix("dossier:")[:6]]) == 0


def test_a_report_is_split_off_by_a_short_name(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [visit] = lines(capsys, "dossiers", "--kind", "visit")
    assert run(["dossier", "split", visit["dossier"], "sha256:"]) == 2
    names = capsys.readouterr().err.split("give one of ")[1].split(", or see")[0].split(", ")
    assert len(set(names)) == 2
    assert all("#" in name for name in names)
    assert run(["dossier", "split", visit["dossier"], names[1]]) == 0
