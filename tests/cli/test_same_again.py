"""The same text coded in two processes, of which each has its own order of sets: the same report."""

import os
import subprocess
import sys
from pathlib import Path

TEXTS = (
    "Norway, Chile and Kenya announce their recognition of Palestine; Israel's premier calls it a reward for terror.",
    "Algeria and Tunisia open a joint pipeline. Morocco's foreign minister calls it a provocation.",
    "Norway and Chile launch missiles at Houthi targets in Yemen in response to attacks on ships in the Red Sea. "
    "Iran condemns the strikes, and the Houthis say that five of their fighters have been killed.",
)


def coded(folder: Path, seed: int) -> str:
    """What the command prints of the texts in a process of its own."""
    command = [sys.executable, "-m", "detente", "code", str(folder), "--format", "jsonl"]
    environment = os.environ | {"PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout


def test_two_processes_give_the_same_report(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    first = coded(tmp_path, 1)
    assert '"criticism"' in first
    assert [coded(tmp_path, seed) for seed in (2, 3, 4)] == [first] * 3
