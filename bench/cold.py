"""One article in, wall time and peak memory out: `detente code ARTICLE` as a fresh process, median of five.

    cold.py [ARTICLE] [--runs N] [--json]

One run that is not counted goes before, after which Python has its compiled modules, as after any first use.
Peak memory is the child's largest resident set, as the system reports it when the child ends (Linux, macOS).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from machine import processor, versions

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
# ru_maxrss is in kilobytes on Linux and in bytes on macOS.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


class Run(NamedTuple):
    """One fresh process."""

    seconds: float
    megabytes: float


def detente_command() -> str:
    """The installed command beside this Python, else the one on the path."""
    beside = Path(sys.executable).with_name("detente")
    found = str(beside) if beside.exists() else shutil.which("detente")
    if found is None:
        sys.exit("the command 'detente' is not installed; run this with 'uv run'")
    return found


def run_once(command: Sequence[str]) -> Run:
    """Start the command, throw its output away, wait for it."""
    start = time.perf_counter()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    assert child.stderr is not None  # a pipe was asked for
    with child.stderr:
        complaint = child.stderr.read()
    _, code, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(code)
    if child.returncode:
        said = (complaint.decode(errors="replace").strip().splitlines() or ["no message"])[-1]
        sys.exit(f"{' '.join(command)} ended with code {child.returncode}: {said}")
    return Run(time.perf_counter() - start, usage.ru_maxrss * MAXRSS_UNIT / 1e6)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", nargs="?", type=Path, help="default: the first example")
    parser.add_argument("--runs", type=int, default=5, help="fresh processes (default 5)")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args(arguments)
    article = options.article or sorted(EXAMPLES.glob("[0-9]*.md"))[0]
    command = [detente_command(), "code", str(article), "--format", "table"]
    run_once(command)
    runs = [run_once(command) for _ in range(options.runs)]
    figures = {
        "seconds": round(median(run.seconds for run in runs), 2),
        "slowest": round(max(run.seconds for run in runs), 2),
        "peak MB": round(median(run.megabytes for run in runs)),
        "runs": options.runs,
        "article": article.name,
        "cores": os.cpu_count(),
        "processor": processor(),
    } | versions()
    if options.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:10} {value}")


if __name__ == "__main__":
    main()
