"""The gold sets in, one table of the main figures out: the shipped coder, scored by each set's own scorer.

    accuracy.py [--blind] [--task NAME ...] [--json] [--shared DIR]

The gold sets are looked for in `shared/gold` beside the checkout. Work on the open halves; `--blind` runs the
other halves and is for the end of an issue, once. At most two processes run at a time, one BLAS thread each.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import batched
from pathlib import Path
from typing import Any

import scores
from machine import ONE_BLAS_THREAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

HERE = Path(__file__).resolve().parent
PROCESSES = 2


class BenchError(Exception):
    """What is wrong and what to do about it, in one line."""


@dataclass(frozen=True, kw_only=True)
class Set:
    """A gold set: the predictor's task, the gold file and its scorer, below `shared/gold`."""

    name: str
    task: str
    gold: str
    scorer: str
    options: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        return self.name.split("/")[0]


SETS = (
    Set(name="events", task="events", gold="events/plover_gsr_dev.jsonl", scorer="events/score_events.py"),
    Set(
        name="attribution",
        task="attribution",
        gold="attribution/polnear_dev.jsonl",
        scorer="attribution/score_attribution.py",
        options=("--json",),
    ),
    Set(
        name="time/meantime",
        task="time",
        gold="time/meantime_dev.jsonl",
        scorer="time/score_timex.py",
        options=("--json",),
    ),
    Set(
        name="time/diplomatic",
        task="time",
        gold="time/diplomatic_timex.jsonl",
        scorer="time/score_intervals.py",
    ),
    Set(name="status", task="status", gold="status/meantime_dev.jsonl", scorer="status/score_status.py"),
    Set(
        name="stream",
        task="reports",
        gold="stream/coded_dev.jsonl",
        scorer="stream/score_reports.py",
        options=("--json",),
    ),
)


@dataclass(frozen=True, kw_only=True)
class Job:
    """One set with its files of this run."""

    of: Set
    gold: Path
    pred: Path
    rows: int


def prepare(of: Set, *, gold_root: Path, half: str, folder: Path) -> Job:
    """Write the wanted half of the gold file."""
    source = gold_root / of.gold
    if not source.is_file():
        raise BenchError(f"{source} is not there; name the folder with gold/ with --shared DIR")
    text = run([sys.executable, str(gold_root / "split.py"), str(source), half])
    stem = of.name.replace("/", "-")
    gold = folder / f"{stem}.gold.jsonl"
    gold.write_text(text, encoding="utf-8")
    return Job(of=of, gold=gold, pred=folder / f"{stem}.pred.jsonl", rows=text.count("\n"))


def score(job: Job, *, gold_root: Path, predictor: Path) -> scores.Figures:
    """Predict and score one set."""
    run([sys.executable, str(predictor), job.of.task, str(job.gold), "-o", str(job.pred)])
    scorer = [sys.executable, str(gold_root / job.of.scorer), str(job.gold), str(job.pred), *job.of.options]
    return scores.READERS[job.of.name](run(scorer))


def run(command: Sequence[str]) -> str:
    """What the command prints; its last line of complaint when it fails."""
    done = subprocess.run(
        command, env=os.environ | ONE_BLAS_THREAD, capture_output=True, text=True, check=False
    )
    if done.returncode:
        complaint = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise BenchError(f"{' '.join(command[1:4])} ended with code {done.returncode}: {complaint}")
    return done.stdout


def score_all(jobs: Sequence[Job], *, gold_root: Path, predictor: Path) -> dict[str, scores.Figures]:
    """The figures of all sets, with a progress bar over their rows."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with (
        ThreadPoolExecutor(max_workers=PROCESSES) as pool,
        Progress(*columns, console=Console(stderr=True), transient=True) as progress,
    ):
        bar = progress.add_task("documents", total=sum(job.rows for job in jobs))
        running = {
            job.of.name: pool.submit(score, job, gold_root=gold_root, predictor=predictor) for job in jobs
        }
        try:
            while not all(future.done() for future in running.values()):
                _stop_at_failure(running.values())
                progress.update(bar, completed=sum(rows_written(job.pred) for job in jobs))
                time.sleep(0.5)
        except BenchError:
            pool.shutdown(cancel_futures=True)
            raise
    return {name: future.result() for name, future in running.items()}


def _stop_at_failure(futures: Any) -> None:
    for future in futures:
        _raise_early(future)


def _raise_early(future: Future[scores.Figures]) -> None:
    if future.done():
        future.result()


def rows_written(path: Path) -> int:
    """How far a predictor has come."""
    return path.read_bytes().count(b"\n") if path.exists() else 0


def table(results: dict[str, scores.Figures], rows: dict[str, int], half: str) -> Table:
    """The main figures, one row a set, two figures a line."""
    shown = Table("set", title=f"Accuracy, {half} halves", title_justify="left")
    shown.add_column("rows", justify="right")
    shown.add_column("figures")
    for name, figures in results.items():
        cells = [f"{key} [bold]{show(value)}[/]" for key, value in figures.items()]
        shown.add_row(name, str(rows[name]), "\n".join("  ".join(pair) for pair in batched(cells, 2)))
    return shown


def show(value: float | str | None) -> str:
    """A figure as it is printed."""
    if value is None:
        return "-"
    return value if isinstance(value, str) else f"{value:.1f}"


def options_of(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    groups = list(dict.fromkeys(each.group for each in SETS))
    parser.add_argument("--task", choices=groups, action="append", help="only this task (may be repeated)")
    parser.add_argument("--blind", action="store_true", help="the blind halves: at the end of an issue, once")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument(
        "--shared", type=Path, default=HERE.parents[1] / "shared", help="the folder with gold/"
    )
    parser.add_argument("--predictor", type=Path, default=HERE / "predict.py", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the wanted sets and print the figures."""
    options = options_of(arguments)
    gold_root, half = options.shared / "gold", "blind" if options.blind else "open"
    wanted = [each for each in SETS if options.task is None or each.group in options.task]
    try:
        with tempfile.TemporaryDirectory() as folder:
            jobs = [prepare(each, gold_root=gold_root, half=half, folder=Path(folder)) for each in wanted]
            results = score_all(jobs, gold_root=gold_root, predictor=options.predictor)
    except BenchError as error:
        sys.exit(str(error))
    rows = {job.of.name: job.rows for job in jobs}
    if options.json:
        print(json.dumps({"half": half, "rows": rows, "figures": results}, indent=1))
        return
    Console().print(table(results, rows, half))


if __name__ == "__main__":
    main()
