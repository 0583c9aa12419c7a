"""`detente code` and `explain`: what goes in, what comes out where, and the exit code; the coder is a fake."""

import io
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from detente.records import report_from_json
from tests.cli.fake import TEXT, Detente, lines


def test_a_pipe_gets_json_lines(detente: Detente, story: Path) -> None:
    outcome = detente("code", story, "--published", "2013-02-12", "--outlet", "Strelsau Wire")
    assert (outcome.code, outcome.err) == (0, "")
    report = report_from_json(outcome.out)
    assert (report.text, report.published, report.outlet) == (TEXT, "2013-02-12", "Strelsau Wire")


def test_a_terminal_gets_a_table(detente: Detente, story: Path) -> None:
    outcome = detente("code", story, terminal=True)
    assert outcome.code == 0
    assert "WHO SAYS SO" in outcome.out


@pytest.mark.parametrize(
    ("form", "words"), [("table", "WHO SAYS SO"), ("tree", "events: 1"), ("jsonl", '"status":"planned"')]
)
def test_each_format_can_be_asked_for_and_goes_into_a_file(
    form: str, words: str, detente: Detente, story: Path, tmp_path: Path
) -> None:
    file = tmp_path / "out"
    assert words in detente("code", story, "--format", form).out
    outcome = detente("code", story, "--format", form, "--output", file)
    assert (outcome.code, outcome.out) == (0, "")
    written = file.read_text(encoding="utf-8")
    assert words in written
    assert "\x1b" not in written


def test_a_file_gets_json_lines_even_when_there_is_a_terminal(
    detente: Detente, story: Path, tmp_path: Path
) -> None:
    detente("code", story, "--output", tmp_path / "out", terminal=True)
    assert len(lines((tmp_path / "out").read_text(encoding="utf-8"))) == 1


def test_standard_input_is_read(detente: Detente, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(
        io.BytesIO(b'{"id": 1, "text": "Ruritania."}\n{"id": 2, "text": "Sylvania."}\n')
    )
    monkeypatch.setattr(sys, "stdin", stream)
    outcome = detente("code", "-")
    assert [line["source_id"] for line in lines(outcome.out)] == ["1", "2"]


def test_one_bad_input_is_named_and_the_others_go_on(detente: Detente, story: Path, tmp_path: Path) -> None:
    outcome = detente("code", tmp_path / "missing.txt", story)
    assert outcome.code == 1
    assert outcome.err == f"detente: {tmp_path / 'missing.txt'}: there is no such file; check the spelling\n"
    assert len(lines(outcome.out)) == 1


def test_nothing_that_can_be_read_is_an_error_and_loads_no_model(
    detente: Detente, loaded: list[Any], tmp_path: Path
) -> None:
    assert detente("code", tmp_path / "missing.txt", tmp_path).code == 2
    assert loaded == []


def test_the_coder_is_loaded_once_with_its_options(
    detente: Detente, loaded: list[Any], story: Path, tmp_path: Path
) -> None:
    assert detente("code", story, story, "--knowledge", tmp_path, "--model", "en_core_web_sm").code == 0
    assert loaded == [(tmp_path, "en_core_web_sm")]


def test_the_limit_of_size_can_be_set(detente: Detente, story: Path) -> None:
    outcome = detente("code", story, "--max-size", "0.00001")
    assert outcome.code == 2
    assert (
        "over the limit of 1e-05 MB a document; split it into documents, or raise the limit with --max-size"
        in outcome.err
    )


def test_an_encoding_can_be_named(detente: Detente, story: Path) -> None:
    story.write_bytes("Envoyé de Ruritanie.".encode("cp1252"))
    assert "name its encoding, such as --encoding" in detente("code", story).err
    assert lines(detente("code", story, "--encoding", "cp1252").out)[0]["text"] == "Envoyé de Ruritanie."


def test_many_documents_into_a_file_show_a_bar_on_standard_error(
    detente: Detente, story: Path, tmp_path: Path
) -> None:
    few = detente("code", *[story] * 5, "--output", tmp_path / "out", terminal=True)
    assert few.err == f"5 reports written to {tmp_path / 'out'}\n"
    many = detente(
        "code", *[story] * 5, tmp_path / "missing.txt", "--output", tmp_path / "out", terminal=True
    )
    assert "6/6" in many.err
    plain = re.sub(r"\x1b\[[\d;?]*\w", "", many.err)
    assert "missing.txt:thereisnosuchfile" in "".join(plain.split())  # a long path is broken anywhere
    assert len(lines((tmp_path / "out").read_text(encoding="utf-8"))) == 5


def test_there_is_no_bar_among_reports_or_without_a_terminal(detente: Detente, story: Path) -> None:
    assert detente("code", *[story] * 6, terminal=True).err == ""
    assert detente("code", *[story] * 6).err == ""


def test_explain_shows_a_tree(detente: Detente) -> None:
    outcome = detente("explain", "Ruritania’s king will visit Sylvania.", "--published", "2013-02-12")
    assert (outcome.code, outcome.err) == (0, "")
    assert "e1 visit planned" in outcome.out
    assert "12 Feb 2013" in outcome.out


def test_explain_writes_a_json_line(detente: Detente) -> None:
    outcome = detente("explain", "- Ruritania will.", "--format", "jsonl")
    assert report_from_json(outcome.out).text == "- Ruritania will."
