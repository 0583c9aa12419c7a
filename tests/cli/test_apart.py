"""What is read is never written over, and what is written is never read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.cli import run
from tests.cli.fake import Detente

SECONDS = 120  # a command that reads what it writes never ends; it is stopped then


def test_an_input_is_never_written_over(detente: Detente, story: Path) -> None:
    before = story.read_text(encoding="utf-8")
    outcome = detente("code", story, "-o", story)
    assert outcome.err == (
        f"detente: --output {story}: is among what is read; write into a file outside of it\n"
    )
    assert (outcome.code, story.read_text(encoding="utf-8")) == (2, before)


def test_another_name_of_an_input_is_the_input(detente: Detente, story: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(story)
    assert detente("code", story, "-o", link).code == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [("out.jsonl", 2), ("deep/out.jsonl", 2), ("out", 0), (".out.jsonl", 0), ("../out.jsonl", 0)],
)
def test_a_folder_never_gets_what_would_be_read_in_it(
    detente: Detente, story: Path, tmp_path: Path, name: str, code: int
) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    story.rename(folder / "story.txt")
    assert detente("code", folder, "-o", folder / name).code == code
    assert (folder / name).exists() == (code == 0)


def test_nor_does_a_shell_that_writes_into_it(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("France met Germany.", encoding="utf-8")
    with (tmp_path / "zz.jsonl").open("w", encoding="utf-8") as made:
        done = subprocess.run(
            [sys.executable, "-m", "detente", "code", "."],
            cwd=tmp_path,
            stdout=made,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    assert done.returncode == 2
    assert "standard output (zz.jsonl): is among what is read" in done.stderr


def test_a_file_is_emptied_only_when_there_is_something_to_write(detente: Detente, tmp_path: Path) -> None:
    file, empty = tmp_path / "kept.jsonl", tmp_path / "empty.jsonl"
    file.write_text("of yesterday\n", encoding="utf-8")
    assert detente("code", tmp_path / "absent.txt", "-o", file).code == 2
    assert file.read_text(encoding="utf-8") == "of yesterday\n"
    empty.touch()
    assert detente("code", empty, "-o", file).code == 0
    assert file.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    "command",
    [["export", "csv"], ["brief", "--since", "2013-02-01"], ["calendar"], ["feed", "--since", "2013-02-01"]],
    ids=lambda command: command[0],
)
def test_the_store_is_never_written_over(
    filled: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    before = filled.stat().st_size
    assert run([*command, "-o", os.path.relpath(filled)]) == 2
    assert "is among what is read" in capsys.readouterr().err
    assert filled.stat().st_size == before
    made = filled.with_name("made")
    assert run([*command, "-o", str(made)]) == 0
    assert made.exists()


def test_a_file_of_reports_is_never_written_over(tmp_path: Path, filled: Path) -> None:
    reports = tmp_path / "reports.jsonl"
    reports.touch()
    assert run(["export", "jsonl", str(reports), "-o", str(reports)]) == 2
    assert run(["feed", "--reports", str(reports), "-o", str(reports)]) == 2
