"""A full disk is one line with a remedy and never a traceback, for whatever is written and wherever it goes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")  # each write to it fails as on a full disk
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
COMMANDS = [
    ["--version"],
    ["--help"],
    ["schema"],
    ["who", "China"],
    ["export", "csv", "--dictionary"],
    ["explain", "France met Germany."],
    ["code", "{story}"],
    ["add", "{story}", "--store", "{folder}/news.db"],
]
TEXT = "France and Germany held talks in Paris on Monday."


def _run(arguments: list[str], folder: Path, stdout: int) -> subprocess.CompletedProcess[str]:
    story = folder / "story.txt"
    story.write_text(TEXT, encoding="utf-8")
    filled = [argument.format(story=story, folder=folder) for argument in arguments]
    command = [sys.executable, "-m", "detente", *filled]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_standard_output(arguments: list[str], tmp_path: Path) -> None:
    with FULL.open("w") as full:
        done = _run(arguments, tmp_path, full.fileno())
    remedy = "make room on the disk, or write to another"
    assert done.stderr.splitlines()[-1:] == [
        f"detente: standard output: cannot be written (No space left on device); {remedy}"
    ]
    assert "Traceback" not in done.stderr
    assert done.returncode == 2


def test_a_file(tmp_path: Path) -> None:
    done = _run(["code", "{story}", "-o", str(FULL)], tmp_path, subprocess.DEVNULL)
    assert done.stderr == (
        "detente: --output /dev/full: cannot be written (No space left on device); "
        "make room on the disk, or write to another; what is there is not whole\n"
    )
    assert done.returncode == 2


def test_what_is_closed_is_not_missed(tmp_path: Path) -> None:
    story, made = tmp_path / "story.txt", tmp_path / "made.jsonl"
    story.write_text(TEXT, encoding="utf-8")
    line = 'exec "$0" -m detente code "$1" -o "$2" >&- 2>&-'
    done = subprocess.run(["sh", "-c", line, sys.executable, str(story), str(made)], check=False)
    assert (done.returncode, made.read_text(encoding="utf-8").count("\n")) == (0, 1)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small file system")
def test_reports_of_a_corpus(tmp_path: Path) -> None:
    small, corpus = tmp_path / "small", tmp_path / "news.jsonl"
    small.mkdir()
    corpus.write_text(f'{{"text": "{TEXT}"}}\n' * 5, encoding="utf-8")
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(small)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        (small / "fill").write_bytes(b"x" * 4096)
        done = _run(["batch", str(corpus), "-o", str(small), "--workers", "1"], tmp_path, subprocess.DEVNULL)
        left = sorted(path.name for path in small.rglob("*"))
    finally:
        subprocess.run(["umount", str(small)], check=True)
    assert done.stderr.splitlines()[0] == (
        f"detente: {small}/news.jsonl.parquet: cannot be written (No space left on device); "
        "make room on the disk, or write to another, and start the same command again"
    )
    assert (done.returncode, left) == (2, ["fill"])
