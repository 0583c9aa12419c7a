"""A corpus in; documents a second with one process and with two, in turn, and the memory of each worker, out.

    batch.py [TEXTS.jsonl] [--rounds 3] [--shards 8] [--repeat N]

Both code the same shards; the medians of the wall times are compared, from the moment on at which as many shards are
done as there are workers, so that loading the coders is left out; give each worker many shards. The load of the machine
is said, since it decides what two processes gain. `--repeat` writes every text that often, with a number before it, so
that memory can be watched over many documents.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from multiprocessing import active_children
from pathlib import Path
from statistics import median

from machine import processor, versions
from speed import documents

from detente.batch.code import Outcome, Settings
from detente.batch.run import Job, Listener, run


def write_shards(texts: Path | None, folder: Path, *, shards: int, repeat: int) -> int:
    """The texts in turn over the files; how many documents there are."""
    read = documents(texts, None)
    total = len(read) * repeat
    for number in range(shards):
        with (folder / f"{number:03}.jsonl").open("w", encoding="utf-8") as file:
            for n in range(number, total, shards):
                document = read[n % len(read)]
                text = f"{n // len(read)} {document.text}" if n >= len(read) else document.text
                file.write(json.dumps({"text": text, "published": document.published}) + "\n")
    return total


def resident(pid: int | None) -> float:
    """Megabytes that a process holds now; 0 where the system does not say."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Watch:
    """Times from the first finished shard on, and the memory of the workers as shards are done."""

    def __init__(self) -> None:
        self.megabytes: list[float] = []
        self.ends: list[tuple[float, int]] = []

    def shard(self, outcome: Outcome) -> None:
        """One is done."""
        self.ends.append((time.perf_counter(), outcome.coded))
        self.megabytes.append(max((resident(child.pid) for child in active_children()), default=0.0))

    def rate(self, workers: int) -> float:
        """Documents a second once as many shards are done as there are workers."""
        (first, _), *rest = self.ends[workers - 1 :]
        return sum(coded for _, coded in rest) / (rest[-1][0] - first)


def measure(corpus: Path, workers: int) -> Watch:
    """One run."""
    watch = Watch()
    with tempfile.TemporaryDirectory() as output:
        job = Job(given=str(corpus), output=output, settings=Settings(), workers=workers)
        run(job, Listener(shard=watch.shard))
    return watch


def figures(corpus: Path, rounds: int) -> Iterator[tuple[str, object]]:
    """What was measured, by name."""
    watches = {workers: [] for workers in (1, 2)}  # type: dict[int, list[Watch]]
    for _ in range(rounds):
        for workers, found in watches.items():
            found.append(measure(corpus, workers))
    one, two = (median(watch.rate(workers) for watch in watches[workers]) for workers in (1, 2))
    yield "documents/s, 1 process", round(one, 1)
    yield "documents/s, 2 processes", round(two, 1)
    yield "ratio", round(two / one, 2)
    memory = [watch.megabytes for watch in watches[1]]
    yield "MB a worker, first shard", round(median(m[0] for m in memory))
    yield "MB a worker, last shard", round(median(m[-1] for m in memory))
    yield "load", os.getloadavg()
    yield "processor", processor()


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="?", help="JSON lines with `text` (default: the examples)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shards", type=int, default=8)
    parser.add_argument("--repeat", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as corpus:
        count = write_shards(options.texts, Path(corpus), shards=options.shards, repeat=options.repeat)
        for name, value in figures(Path(corpus), options.rounds):
            print(f"{name:26} {value}")
    print(f"{'documents':26} {count}; {versions()}")


if __name__ == "__main__":
    main()
