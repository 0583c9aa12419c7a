"""`detente code` where something goes wrong: what the user is told, and the exit code; the coder is a fake."""

import sys
from pathlib import Path

import pytest

from tests.cli.fake import Detente, lines

WRONG = [
    (["code"], "nothing to code; name a file, a folder or a web address, or - for standard input"),
    (
        ["code", "STORY", "--published", "2023-02-30"],
        "--published: published '2023-02-30' is not a day of the calendar",
    ),
    (
        ["code", "STORY", "--format", "xml"],
        'Invalid value "xml" for --format. Choose from: "table", "jsonl", "tree". See detente code --help.',
    ),
    (["code", "STORY", "--nope"], "unknown option --nope; see detente code --help"),
    (["code", "STORY", "--max-size", "0"], "--max-size: 0 is too little, or no number; give one above 0"),
    (["code", "STORY", "--timeout", "nan"], "--timeout: nan is too little, or no number"),
    (
        ["code", "STORY", "--max-size", "large"],
        'Invalid value for --max-size: unable to convert "large" into float.',
    ),
    (["code", "STORY", "--model", "missing"], "no spaCy pipeline called 'missing' is installed; install it"),
    (["code", "STORY", "--knowledge", "nowhere"], "nowhere: folder: no such folder; name another"),
    (
        ["code", "STORY", "--output", "/nowhere/at/all"],
        "--output /nowhere/at/all: cannot be written (No such file",
    ),
    (["cod", "STORY"], 'Unknown command "cod". Did you mean "code"?'),
    (["explain"], "requires an argument"),
    (
        ["explain", "Ruritania.", "--published", "12/2/2013"],
        "--published: published '12/2/2013' is not a date",
    ),
    (["explain", " "], "the sentence: has no text"),
    (["explain", "--nope"], "unknown option --nope; see detente explain --help"),
    (
        ["explain", "Ruritania", "mobilised."],
        "'mobilised.' is one too many; put what belongs together in quot",
    ),
    (["code", "STORY", "--max-size", "-1"], "--max-size: -1 is too little"),
    (
        ["code", "ftp://news.example/a"],
        "ftp://news.example/a: is no address that can be fetched; give one that",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_usage_is_one_line_and_exit_code_2(
    arguments: list[str], message: str, detente: Detente, story: Path
) -> None:
    outcome = detente(*(story if argument == "STORY" else argument for argument in arguments))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("detente: ")
    assert message in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_document_that_the_coder_fails_at_is_named_and_the_others_go_on(
    detente: Detente, story: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(
        '{"id": "a7", "text": "CRASH here"}\n{"id": "a8", "text": "Sylvania."}\n', encoding="utf-8"
    )
    outcome = detente("code", bad, story)
    assert (outcome.code, len(lines(outcome.out))) == (1, 2)
    assert outcome.err == (
        f"detente: {bad} (a7): the coder failed (IndexError: list index out of range); "
        "see where with --verbose, and report it with the text\n"
    )


def test_a_crash_in_a_folder_names_the_file_and_alone_is_exit_code_1(
    detente: Detente, tmp_path: Path
) -> None:
    (tmp_path / "bad.txt").write_text("CRASH here", encoding="utf-8")
    outcome = detente("code", tmp_path)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"detente: {tmp_path / 'bad.txt'}: the coder failed")


@pytest.mark.parametrize("way", ["option", "variable"])
def test_where_it_failed_is_shown_on_request(
    way: str, detente: Detente, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("CRASH here", encoding="utf-8")
    if way == "variable":
        monkeypatch.setenv("DETENTE_DEBUG", "1")
    outcome = detente("code", bad, *(["--verbose"] if way == "option" else []))
    assert outcome.code == 1
    assert "Traceback (most recent call last)" in outcome.err


def test_ctrl_c_keeps_what_was_coded(detente: Detente, story: Path, tmp_path: Path) -> None:
    stop = tmp_path / "stop.txt"
    stop.write_text("INTERRUPT here", encoding="utf-8")
    file = tmp_path / "out"
    outcome = detente("code", story, story, stop, story, "-o", file)
    assert outcome.code == 130
    assert outcome.err == "detente: interrupted; what was coded so far has been written\n"
    assert len(lines(file.read_text(encoding="utf-8"))) == 2


def test_a_reader_that_has_seen_enough_is_no_error(
    detente: Detente, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("detente.cli.coding.write_report", closed)
    stdout = sys.stdout
    outcome = detente("code", story)
    sys.stdout = stdout
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")
