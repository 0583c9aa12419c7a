"""An `add` of 500 reports killed 50 times at random points: afterwards the store must equal that of an undisturbed run.

    kills.py [--kills N] [--reports N] [--seed N] [--only sqlite|postgresql]

Each run is a process of its own that reads the reports from a pipe; it is killed (SIGKILL) some moment after it has
begun to read them, and the next one is given the same reports again. When a run comes to its end before it is
killed, the store is compared, and the kills go on with a new one.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from subprocess import DEVNULL, PIPE, Popen
from threading import Thread

from dump import differences
from generated import make_reports
from server import new_database, postgres_server, programs

from detente.records import to_json
from detente.store import open_store

READING = 150_000  # bytes: more than a pipe holds, so whoever has taken them is at work


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How often it was killed at work, how many stores came to their end, and what differed in them."""

    kills: int
    finished: int
    different: dict[str, int]


class Run:
    """One `detente add --reports -` that is fed the lines."""

    def __init__(self, lines: bytes, address: str) -> None:
        command = [sys.executable, "-m", "detente", "add", "--reports", "-", "--store", address]
        self.process = Popen(command, stdin=PIPE, stdout=DEVNULL, env=os.environ | {"COLUMNS": "80"})
        self._lines = lines
        self.at_work = False
        self._feeder = Thread(target=self._feed, daemon=True)
        self._feeder.start()

    def _feed(self) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(self._lines[:READING])
            self.process.stdin.flush()
            self.at_work = True
            self.process.stdin.write(self._lines[READING:])
            self.process.stdin.close()
        except OSError:  # it was killed
            return

    def end(self) -> None:
        """Wait for it; raises when it failed."""
        code = self.process.wait()
        self._close()
        if code != 0:
            raise RuntimeError("detente add failed")

    def kill_after(self, seconds: float) -> bool:
        """Kill it that long after it has begun its work; whether it was still running then."""
        while not self.at_work and self.process.poll() is None:
            time.sleep(0.005)
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.process.poll() is None:
            time.sleep(0.002)
        running = self.process.poll() is None
        self.process.kill()
        self.process.wait()
        self._close()
        return running

    def _close(self) -> None:
        self._feeder.join()
        assert self.process.stdin is not None
        with suppress(OSError):
            self.process.stdin.close()


def kill_and_compare(addresses: Iterator[str], *, reports: int, kills: int, seed: int) -> Outcome:
    """Kill until it has been done that often, then compare; `addresses` gives a new store each time."""
    random = Random(seed)
    lines = b"".join(to_json(report) + b"\n" for report in make_reports(reports))
    undisturbed = next(addresses)
    first = Run(lines, undisturbed)
    while not first.at_work:
        time.sleep(0.005)
    began = time.monotonic()
    first.end()
    work = time.monotonic() - began
    done = finished = 0
    different: dict[str, int] = {}
    while done < kills:
        address = next(addresses)
        while done < kills:
            if not Run(lines, address).kill_after(random.uniform(0, work / 8)):
                break
            done += 1
        Run(lines, address).end()
        finished += 1
        with open_store(undisturbed) as one, open_store(address) as other:
            different |= differences(one, other)
    return Outcome(kills=done, finished=finished, different=different)


@contextmanager
def stores(kind: str) -> Iterator[Iterator[str]]:
    """Addresses of stores that there are not yet."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield (str(Path(folder) / f"{number}.db") for number in count())
        return
    with postgres_server() as address:
        yield (new_database(address, f"store{number}") for number in count())


def main(arguments: Sequence[str]) -> int:
    """Print the outcome for each kind of store; 1 when a store differed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    asked = parser.parse_args(arguments)
    kinds = [asked.only] if asked.only else ["sqlite", "postgresql"] if programs() else ["sqlite"]
    wrong = False
    for kind in kinds:
        with stores(kind) as addresses:
            outcome = kill_and_compare(addresses, reports=asked.reports, kills=asked.kills, seed=asked.seed)
        print(
            f"{kind}: {outcome.kills} kills, {outcome.finished} stores, different rows: {outcome.different or 'none'}"
        )
        wrong = wrong or bool(outcome.different)
    return int(wrong)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
