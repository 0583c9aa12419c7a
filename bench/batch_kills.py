"""A run of `detente batch` killed again and again at random moments; whether the output is that of a run left alone.

    batch_kills.py [TEXTS.jsonl] [--kills 20] [--shards 12] [--seed 1]

Every kill ends the run and its workers at once (SIGKILL to the process group); then the same command is started again.
Said at the end: one row for each input document or not, and whether all rows are those of the undisturbed run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
from machine import processor, versions
from speed import documents

Rows = list[tuple[str, int, str]]


def write_shards(texts: Path | None, folder: Path, count: int) -> int:
    """The texts in turn over `count` files; how many there are."""
    read = documents(texts, None)
    for number in range(count):
        rows = [{"text": d.text, "published": d.published} for d in read[number::count]]
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{number:03}.jsonl").write_text(lines, encoding="utf-8")
    return len(read)


def start(corpus: Path, output: Path) -> subprocess.Popen[bytes]:
    """The command, in a process group of its own."""
    line = [
        sys.executable,
        "-c",
        "from detente.cli import main; main()",
        "batch",
        str(corpus),
        "-o",
        str(output),
    ]
    return subprocess.Popen([*line, "--workers", "2"], stderr=subprocess.DEVNULL, start_new_session=True)


def rows_of(output: Path) -> Rows:
    """All rows of reports and errors, sorted."""
    found: Rows = []
    for name, folder in (("report", output), ("reason", output / "errors")):
        for file in folder.glob("*.parquet"):
            found += [(file.name, row["row"], row[name]) for row in pq.read_table(file).to_pylist()]
    return sorted(found)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run once undisturbed, once with kills, and compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="?", help="JSON lines with `text` (default: the examples)")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--shards", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as place:
        corpus, calm, killed = (Path(place) / name for name in ("corpus", "calm", "killed"))
        corpus.mkdir()
        count = write_shards(options.texts, corpus, options.shards)
        begun = time.perf_counter()
        start(corpus, calm).wait()
        took = time.perf_counter() - begun
        kills = 0
        while kills < options.kills:
            if (
                len(rows_of(killed)) == count
            ):  # all done: begin again, until there were as many kills as asked for
                shutil.rmtree(killed)
            run = start(corpus, killed)
            try:
                run.wait(timeout=chance.uniform(0, took))
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                run.wait()
                kills += 1
        start(corpus, killed).wait()
        same, found = rows_of(killed) == rows_of(calm), rows_of(killed)
        print(
            f"{kills} kills; {count} documents, {len(found)} rows, {len({r[:2] for r in found})} of them distinct"
        )
        print(
            f"the rows are {'' if same else 'NOT '}those of the undisturbed run; {processor()}, {versions()}"
        )
        sys.exit(0 if same and len(found) == count else 1)


if __name__ == "__main__":
    main()
