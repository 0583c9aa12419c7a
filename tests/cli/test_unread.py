"""Many lines of a file with one fault: the first are named, the rest is counted; a file that holds nothing says so."""

from pathlib import Path

import pytest

from tests.cli.fake import Detente

MANY = 2000
FAULTS = [
    ('{{"id": "{0}", "body": "The king left."}}', "missing required field `text`", "write one JSON object"),
    ("line {0}", "broken JSON", "write one JSON object"),
    ('{{"text": "The king left.", "published": "{0}. May"}}', "1. May' is not a date", "write the day as"),
    ('{{"text": " ", "id": "{0}"}}', "has no text", "give the article's text"),
]
COMMANDS = [
    ["code"],
    ["add", "--store", "STORE"],
    ["add", "--reports", "--store", "STORE"],
    ["export", "csv"],
]


def written(folder: Path, line: str, many: int = MANY) -> Path:
    path = folder / "many.jsonl"
    path.write_text("".join(f"{line.format(number)}\n" for number in range(1, many + 1)), encoding="utf-8")
    return path


@pytest.mark.parametrize(("line", "problem", "remedy"), FAULTS)
def test_of_many_lines_with_one_fault_the_first_are_named_and_the_rest_counted(
    line: str, problem: str, remedy: str, detente: Detente, tmp_path: Path
) -> None:
    file = written(tmp_path, line)
    outcome = detente("code", file)
    *first, last = outcome.err.splitlines()
    assert (outcome.code, outcome.out, len(first)) == (2, "", 3)
    assert first[0].startswith(f"detente: {file}: line 1: ")
    assert problem in first[0]
    assert last.startswith(f"detente: {file}: 1,997 more, up to line 2000; {remedy}")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_so_it_is_whatever_reads_them(command: list[str], detente: Detente, tmp_path: Path) -> None:
    words = [str(tmp_path / "news.db") if word == "STORE" else word for word in command]
    outcome = detente(*words, written(tmp_path, FAULTS[0][0]))
    assert outcome.code == 2
    assert outcome.err.count("\n") == 4
    assert "1,997 more, up to line 2000; " in outcome.err


def test_two_faults_are_counted_apart_and_few_are_all_named(detente: Detente, tmp_path: Path) -> None:
    three = written(tmp_path, FAULTS[3][0], 3)
    assert "more" not in detente("code", three).err
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_text('{"text": ""}\n{"headline": "x"}\n{"text": "The king left."}\n' * 5, encoding="utf-8")
    outcome = detente("code", mixed)
    assert (outcome.code, outcome.err.count("\n")) == (1, 8)
    assert "2 more, up to line 13; give the article's text" in outcome.err
    assert "2 more, up to line 14; write one JSON object" in outcome.err


def test_each_is_named_when_asked_for(detente: Detente, tmp_path: Path) -> None:
    assert detente("code", "--verbose", written(tmp_path, FAULTS[0][0])).err.count("\n") == MANY


def test_files_are_named_one_by_one(detente: Detente, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").touch()
    assert detente("code", tmp_path).err.count("is empty; give a file") == 5


@pytest.mark.parametrize("name", ["none.jsonl", "blank.jsonl", "none.csv", "folder"])
@pytest.mark.parametrize("command", [["code"], ["add", "--store", "STORE"]], ids=" ".join)
def test_a_file_without_a_document_says_so(
    name: str, command: list[str], detente: Detente, tmp_path: Path
) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
        (path / "a.jsonl").touch()
    else:
        path.write_text({"none.jsonl": "", "blank.jsonl": "\n\n", "none.csv": "id,text\n"}[name], "utf-8")
    words = [str(tmp_path / "news.db") if word == "STORE" else word for word in command]
    outcome = detente(*words, path)
    assert outcome.code == 0
    assert outcome.err.startswith("detente: no document was found")
    assert outcome.err.count("\n") == 1
