"""Measure how fast names are matched, and how fast all knowledge loads.

    uv run python bench/names.py                prints milliseconds and megabytes
    uv run python bench/names.py TEXT ...       the same over other texts

The text is our own examples, repeated to one megabyte. Matching is `find_names_in`: every name in the tables, with
all that it can stand for. Memory is by how much one run raises the peak of a process of its own.
Times are those of the processor, the best of several runs, since whatever else runs makes them longer.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from detente.knowledge.actor_files import load_actors
from detente.knowledge.actors import ActorTables
from detente.knowledge.files import BUILT_IN
from detente.knowledge.load import load_knowledge
from detente.reading.names import find_names_in

ROOT = Path(__file__).parents[1]
MEGABYTE = 1_000_000
RUNS = 7
MEASURED_ALONE = "--memory"


def main() -> None:
    if sys.argv[1:2] == [MEASURED_ALONE]:
        sys.stdout.write(memory_of_matching([Path(name) for name in sys.argv[2:]]))
        return
    paths = [Path(name) for name in sys.argv[1:]]
    text = text_of_a_megabyte(paths)
    loading = best_of(lambda: load_knowledge(None), runs=3)
    tables = load_actors([BUILT_IN])
    matching = best_of(lambda: find_names_in(text, tables), runs=RUNS)
    names = len(find_names_in(text, tables))
    sys.stdout.write(
        f"load all knowledge   {1000 * loading:6.0f} ms   ({len(tables.names)} names)\n"
        f"match 1 MB of text   {1000 * matching:6.0f} ms   ({names} names found)\n"
    )
    own = subprocess.run(
        [sys.executable, __file__, MEASURED_ALONE, *map(str, paths)],
        capture_output=True,
        text=True,
        check=True,
    )  # a process of its own: the peak of this one is that of loading twice
    sys.stdout.write(own.stdout)


def text_of_a_megabyte(paths: list[Path]) -> str:
    """The texts one after another, repeated until they are a megabyte."""
    found = paths or sorted((ROOT / "examples").glob("*.txt")) or sorted((ROOT / "examples").rglob("*.*"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in found)
    return (text * (MEGABYTE // len(text) + 1))[:MEGABYTE]


def best_of(run: Callable[[], object], *, runs: int) -> float:
    """The shortest of several runs, in seconds."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def memory_of_matching(paths: list[Path]) -> str:
    text = text_of_a_megabyte(paths)
    tables: ActorTables = load_actors([BUILT_IN])
    before = peak_megabytes()
    find_names_in(text, tables)
    return f"memory to match      {peak_megabytes() - before:6.0f} MB   (process with the tables {before:.0f} MB)\n"


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
