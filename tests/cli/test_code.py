"""`detente code` and `explain`: what goes in, what comes out where, and the exit code.

The coder is a fake that needs no model: one event for each document, at its first word.
"""

import io
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from detente.cli import run
from detente.coding.explain import Trace
from detente.errors import KnowledgeError, ModelError
from detente.records import Document, Event, Report, Span, Versions, report_from_json

CRASHES = "CRASH"  # a document that opens with this word is one that the coder fails at
INTERRUPTS = "INTERRUPT"  # a document that opens with this word is where the user presses Ctrl-C


class FakeCoder:
    """Loads like the real one, and codes each document alike."""

    loaded: list[tuple[Path | None, str | None]] = []

    def __init__(
        self,
        knowledge: Path | None = None,
        model: str | None = None,
        *,
        loaded: object | None = None,
        precise: bool = False,
    ) -> None:
        if model == "missing":
            raise ModelError(
                "no spaCy pipeline called 'missing' is installed; install it, or leave --model out"
            )
        if knowledge is not None and not knowledge.is_dir():
            raise KnowledgeError(
                file=str(knowledge), record="folder", problem="no such folder", remedy="name another"
            )
        self.loaded.append((knowledge, model))

    def code(self, document: Document) -> Report:
        first = document.text.split()[0]
        if first == INTERRUPTS:
            raise KeyboardInterrupt
        if first == CRASHES:
            raise IndexError("list index\nout of range")
        start = document.text.index(first)
        span = Span(start, start + len(first))
        return Report(
            id="sha256:0",
            source_id=document.source_id,
            title=document.title,
            outlet=document.outlet,
            url=document.url,
            published=document.published,
            text=document.text,
            versions=Versions(detente="0", model="fake", knowledge="0"),
            events=(
                Event(id="e1", happening="h1", kind="visit", status="planned", sentence=span, trigger=span),
            ),
        )

    def trace(self, document: Document) -> Trace:
        return Trace(report=self.code(document), actors=(), arguments=(), fired=(), nearly=())


@dataclass
class Outcome:
    code: int
    out: str
    err: str


Detente = Callable[..., Outcome]


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, str | None]]:
    """With what the coder has been loaded."""
    pipeline = ModuleType("detente.pipeline")
    pipeline.Coder = FakeCoder  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "detente.pipeline", pipeline)
    monkeypatch.setattr(FakeCoder, "loaded", [])
    return FakeCoder.loaded


@pytest.fixture
def detente(
    loaded: list[tuple[Path | None, str | None]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Detente:
    """Runs a command line, on a terminal if asked to, and gives its exit code and what it wrote."""

    def call(*arguments: str | Path, terminal: bool = False) -> Outcome:
        with monkeypatch.context() as patch:
            if terminal:
                patch.setenv("TERM", "xterm-256color")
                patch.setattr(sys.stdout, "isatty", lambda: True)
                patch.setattr(sys.stderr, "isatty", lambda: True)
            code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


TEXT = "Ruritania will send its envoy to Sylvania.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


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


def test_many_documents_into_a_file_show_a_bar_on_standard_error(
    detente: Detente, story: Path, tmp_path: Path
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
