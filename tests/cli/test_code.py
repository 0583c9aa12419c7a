"""`detente code`: what goes in, what comes out where, and the exit code."""

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from detente.records import report_from_json

TEXT = "Ruritania will send its envoy to Sylvania.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_pipe_gets_json_lines(detente: Any, story: Path) -> None:
    outcome = detente("code", story, "--published", "2013-02-12", "--outlet", "Strelsau Wire")
    assert (outcome.code, outcome.err) == (0, "")
    report = report_from_json(outcome.out)
    assert (report.text, report.published, report.outlet) == (TEXT, "2013-02-12", "Strelsau Wire")


def test_a_terminal_gets_a_table(detente: Any, story: Path) -> None:
    outcome = detente("code", story, terminal=True)
    assert outcome.code == 0
    assert "WHO SAYS SO" in outcome.out


@pytest.mark.parametrize(
    ("form", "words"), [("table", "WHO SAYS SO"), ("tree", "events: 1"), ("jsonl", '"status":"planned"')]
)
def test_each_format_can_be_asked_for_and_goes_into_a_file(
    form: str, words: str, detente: Any, story: Path, tmp_path: Path
) -> None:
    file = tmp_path / "out"
    assert words in detente("code", story, "--format", form).out
    outcome = detente("code", story, "--format", form, "--output", file)
    assert (outcome.code, outcome.out) == (0, "")
    written = file.read_text(encoding="utf-8")
    assert words in written
    assert "\x1b" not in written


def test_a_file_gets_json_lines_even_when_there_is_a_terminal(
    detente: Any, story: Path, tmp_path: Path
) -> None:
    detente("code", story, "--output", tmp_path / "out", terminal=True)
    assert len(lines((tmp_path / "out").read_text(encoding="utf-8"))) == 1


def test_standard_input_is_read(detente: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(
        io.BytesIO(b'{"id": 1, "text": "Ruritania."}\n{"id": 2, "text": "Sylvania."}\n')
    )
    monkeypatch.setattr(sys, "stdin", stream)
    outcome = detente("code", "-")
    assert [line["source_id"] for line in lines(outcome.out)] == ["1", "2"]


def test_one_bad_input_is_named_and_the_others_go_on(detente: Any, story: Path, tmp_path: Path) -> None:
    outcome = detente("code", tmp_path / "missing.txt", story)
    assert outcome.code == 1
    assert outcome.err == f"detente: {tmp_path / 'missing.txt'}: there is no such file; check the spelling\n"
    assert len(lines(outcome.out)) == 1


def test_nothing_that_can_be_read_is_an_error_and_loads_no_model(
    detente: Any, loaded: list[Any], tmp_path: Path
) -> None:
    assert detente("code", tmp_path / "missing.txt", tmp_path).code == 2
    assert loaded == []


def test_the_coder_is_loaded_once_with_its_options(
    detente: Any, loaded: list[Any], story: Path, tmp_path: Path
) -> None:
    assert detente("code", story, story, "--knowledge", tmp_path, "--model", "en_core_web_sm").code == 0
    assert loaded == [(tmp_path, "en_core_web_sm")]


def test_the_limit_of_size_can_be_set(detente: Any, story: Path) -> None:
    outcome = detente("code", story, "--max-size", "0.00001")
    assert outcome.code == 2
    assert (
        "over the limit of 1e-05 MB a document; split it into documents, or raise the limit with --max-size"
        in outcome.err
    )


def test_an_encoding_can_be_named(detente: Any, story: Path) -> None:
    story.write_bytes("Envoyé de Ruritanie.".encode("cp1252"))
    assert "name its encoding, such as --encoding" in detente("code", story).err
    assert lines(detente("code", story, "--encoding", "cp1252").out)[0]["text"] == "Envoyé de Ruritanie."


WRONG = [
    (["code"], "nothing to code; name a file, a folder or a web address, or - for standard input"),
    (
        ["code", "STORY", "--published", "2023-02-30"],
        "--published: published '2023-02-30' is not a day of the calendar",
    ),
    (
        ["code", "STORY", "--format", "xml"],
        'Invalid value "xml" for --format. Choose from: "table", "jsonl", "tree".',
    ),
    (["code", "STORY", "--nope"], "unknown option --nope; see detente code --help"),
    (["code", "STORY", "--max-size", "0"], "--max-size: 0 is not a size or time; give a number above 0"),
    (["code", "STORY", "--timeout", "nan"], "--timeout: nan is not a size or time"),
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
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_usage_is_one_line_and_exit_code_2(
    arguments: list[str], message: str, detente: Any, story: Path
) -> None:
    outcome = detente(*(story if argument == "STORY" else argument for argument in arguments))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("detente: ")
    assert message in outcome.err
    assert outcome.err.count("\n") == 1


def test_ctrl_c_keeps_what_was_coded(detente: Any, story: Path, tmp_path: Path) -> None:
    stop = tmp_path / "stop.txt"
    stop.write_text("INTERRUPT here", encoding="utf-8")
    file = tmp_path / "out"
    outcome = detente("code", story, story, stop, story, "--output", file)
    assert outcome.code == 130
    assert outcome.err == "detente: interrupted; what was coded so far has been written\n"
    assert len(lines(file.read_text(encoding="utf-8"))) == 2


def test_a_reader_that_has_seen_enough_is_no_error(
    detente: Any, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("detente.cli.coding.write_report", closed)
    stdout = sys.stdout
    outcome = detente("code", story)
    sys.stdout = stdout
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")


def test_many_documents_into_a_file_show_a_bar_on_standard_error(
    detente: Any, story: Path, tmp_path: Path
) -> None:
    few = detente("code", *[story] * 5, "--output", tmp_path / "out", terminal=True)
    assert few.err == ""
    many = detente(
        "code", *[story] * 5, tmp_path / "missing.txt", "--output", tmp_path / "out", terminal=True
    )
    assert "6/6" in many.err
    plain = re.sub(r"\x1b\[[\d;?]*\w", "", many.err)
    assert "missing.txt: there is no such file" in " ".join(plain.split())
    assert len(lines((tmp_path / "out").read_text(encoding="utf-8"))) == 5


def test_reports_on_the_terminal_are_their_own_progress(detente: Any, story: Path) -> None:
    assert detente("code", *[story] * 6, terminal=True).err == ""


def test_without_a_terminal_there_is_no_bar(detente: Any, story: Path) -> None:
    outcome = detente("code", *[story] * 6)
    assert (len(lines(outcome.out)), outcome.err) == (6, "")
