"""`detente batch`: a corpus or web archive in, a folder of Parquet files with one report a row out."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from detente.cli.coding import ALL_CODED, NOTHING_READ, SOME_FAILED
from detente.cli.options import Knowledge, Model
from detente.errors import DetenteError
from detente.outputs.wording import counted

if TYPE_CHECKING:
    from detente.batch.code import Outcome
    from detente.batch.run import Listener, Sum

EXAMPLES = """Examples:
  detente batch corpus/ -o reports/
  detente batch "news/2024/*.jsonl.gz" -o reports/ --workers 8
  detente batch articles.parquet -o reports/ --column text=body --column published=date
  detente batch s3://archive/wet/ -o s3://results/reports --ray ray://head:10001

Exit code: 0 all shards coded, 1 some documents or shards failed,
2 wrong usage or nothing could be read, 130 interrupted."""
EVERY = 30.0  # seconds between two lines where there is no terminal
Columns = Annotated[
    tuple[str, ...],
    Parameter(
        help="FIELD=COLUMN for Parquet and CSV files whose columns are not called id, text, title, outlet, published, url.",
        negative="",
        show_default=False,
    ),
]


def batch(
    given: Annotated[
        str,
        Parameter(
            name="INPUT",
            help="A file, folder, pattern in quotes, or address: Parquet, JSON lines, CSV (not in a folder), WARC or "
            "WET, packed or not.",
        ),
    ],
    /,
    *,
    output: Annotated[
        str, Parameter(name=["--output", "-o"], help="Folder or address for the reports; it is made.")
    ],
    workers: Annotated[
        int | None, Parameter(help="Processes, each with a coder of its own; as many as cores if left out.")
    ] = None,
    ray: Annotated[
        str | None,
        Parameter(help="Address of a Ray cluster to run on, or 'local' for one on this machine."),
    ] = None,
    column: Columns = (),
    knowledge: Knowledge = None,
    model: Model = None,
    gate: Annotated[
        bool,
        Parameter(
            help="Pass over sentences that hold the words of no event rule, as most of news of other fields do.",
            negative="--no-gate",
        ),
    ] = True,
) -> int:
    """Code a corpus on all cores, or on a Ray cluster; it can be stopped and started again.

    Each input file gives one Parquet file of the same name, with a report in
    each row (column report, as JSON; detente add --reports reads it). Documents
    that fail are listed with the reason in the folder errors. Files that are
    there already are not coded again: stop with Ctrl-C, and go on with the
    same command. Sentences that cannot hold an event are passed over
    (--no-gate reads all); the reports say which.
    """
    from detente.batch.code import Settings  # noqa: PLC0415
    from detente.batch.run import Job, run  # noqa: PLC0415
    from detente.batch.shards import ERRORS  # noqa: PLC0415

    if workers is not None and workers < 1:
        raise DetenteError(f"--workers: {workers} is no number of processes; give 1 or more")
    settings = Settings(knowledge=knowledge, model=model, gate=gate, columns=_columns(column))
    _check(settings.knowledge)
    job = Job(given=given, output=output, settings=settings, workers=workers, ray=ray)
    start = time.perf_counter()
    with _progress() as listener:
        result = run(job, listener)
    _say(result, time.perf_counter() - start, f"{output.rstrip('/')}/{ERRORS}")
    return _exit_code(result)


def _exit_code(result: Sum) -> int:
    if not (result.failed or result.problems):
        return ALL_CODED
    return SOME_FAILED if result.coded or result.finished_before else NOTHING_READ


def _columns(pairs: tuple[str, ...]) -> dict[str, str]:
    from detente.documents.tables import COLUMNS  # noqa: PLC0415

    columns = dict(pair.partition("=")[::2] for pair in pairs)
    for name, column in columns.items():
        if name not in COLUMNS or not column:
            raise DetenteError(
                f"--column {name}={column}: write FIELD=COLUMN, FIELD one of {', '.join(COLUMNS)}"
            )
    return columns


def _check(knowledge: Path | None) -> None:
    if knowledge is not None:
        from detente.knowledge.load import require_folder  # noqa: PLC0415

        require_folder(knowledge)


def _say(result: Sum, seconds: float, errors: str) -> None:
    for problem in (*result.problems, *result.reasons):
        sys.stderr.write(f"detente: {problem}\n")
    if result.failed:
        where = f"all documents that failed, with the reasons, are in {errors}"
        sys.stderr.write(f"detente: {where}; read them with: duckdb -c \"from '{errors}/*.parquet'\"\n")
    if result.failed_before:
        count = f"{result.failed_before} of the files that were done before"
        sys.stderr.write(
            f"detente: {count} hold documents that failed (see {errors}); "
            "to have a file coded anew, remove its file of reports\n"
        )
    if result.passed_over:
        left = f"{counted(result.passed_over, 'file')} of other forms passed over"
        sys.stderr.write(f"detente: {left}; detente code and detente add read them\n")
    done = result.coded + result.failed
    parts = [f"{counted(result.coded, 'document')} coded", f"{result.failed} failed"]
    if result.finished_before:
        parts.append(f"{result.finished_before} of {result.shards} files were done before")
    if done:
        parts.append(f"{done / seconds:.1f} documents a second")
    sys.stderr.write(f"detente: {', '.join(parts)}\n")


@contextmanager
def _progress() -> Iterator[Listener]:
    """A bar with rate and time left on a terminal, else a line from time to time, on standard error."""
    if sys.stderr.isatty():
        with _bar() as listener:
            yield listener
    else:
        yield Lines().listener()


@contextmanager
def _bar() -> Iterator[Listener]:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    from detente.batch.run import Listener  # noqa: PLC0415

    columns = (
        TextColumn("coding"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    lines = Lines()
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False) as bar:
        task = bar.add_task("coding", rate="", total=None)

        def begun(total: int, left: int) -> None:
            bar.update(task, total=total, completed=total - left)

        def documents(more: int) -> None:
            lines.done += more
            bar.update(task, rate=lines.rate())

        yield Listener(begun=begun, documents=documents, shard=lambda outcome: bar.advance(task))


class Lines:
    """Counts, and writes a line with rate and time left when the last one is `EVERY` seconds old."""

    def __init__(self) -> None:
        self.done = self.shards = self.left = 0
        self._begun = self._said = time.monotonic()

    def listener(self) -> Listener:
        """What `run` is to tell."""
        from detente.batch.run import Listener  # noqa: PLC0415

        return Listener(begun=self._begin, documents=self._documents, shard=self._shard)

    def rate(self) -> str:
        """Documents a second so far."""
        return f"{self.done / max(time.monotonic() - self._begun, 1e-9):.1f} documents/s"

    def _begin(self, _total: int, left: int) -> None:
        self.left = left

    def _documents(self, more: int) -> None:
        self.done += more
        if time.monotonic() - self._said > EVERY:
            self._said = time.monotonic()
            sys.stderr.write(f"detente: {self.done} documents, {self.rate()}{self._remaining()}\n")

    def _shard(self, _outcome: Outcome) -> None:
        self.shards += 1

    def _remaining(self) -> str:
        if not self.shards:
            return ""
        seconds = (time.monotonic() - self._begun) / self.shards * (self.left - self.shards)
        return f", {self.shards} of {self.left} files, {seconds / 60:.0f} minutes left"
