"""Rows a second and memory of the exports.

    exports.py [--rows N] [--format FORMAT ...] [--json]

The reports are those of the examples, coded once and repeated under ids of their own: as JSON lines, so that what
is measured is the whole way from the output of `detente code` to the file. Each format runs in a process of its
own; its peak memory is compared with that of a run over a tenth of the rows, which it must not exceed by much.
Beside the whole way stands the writing alone: the same rows, read before, over and over.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, cast, get_args

from machine import processor, versions
from msgspec.structs import replace

from detente.documents.coded import read_reports
from detente.documents.fields import document_id
from detente.outputs.exports.rows import rows_of
from detente.outputs.exports.write import Format, write_export
from detente.records import Report, report_from_json, to_json

HELD = 4_000  # rows that are written again and again
SAMPLE = 50_000  # rows of which the making is timed
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def coded_examples() -> list[bytes]:
    """The reports of the examples as JSON."""
    from detente.documents.plain import read_plain  # noqa: PLC0415
    from detente.pipeline import Coder  # noqa: PLC0415

    coder, files = Coder(), sorted(EXAMPLES.glob("[0-9]*.md"))
    return [to_json(coder.code(read_plain(file.read_text("utf-8"), file=file.name))) for file in files]


def repeated(lines: Sequence[bytes], rows: int) -> Iterator[bytes]:
    """Lines that give about that many rows: each report again and again, under another last line and its id."""
    reports = [report_from_json(line) for line in lines]
    each = sum(1 for _ in rows_of(reports))
    for number in range(max(1, rows // each)):
        for report in reports:
            text = f"{report.text}\n{number}"
            yield to_json(replace(report, text=text, id=document_id(text))) + b"\n"


def reports_of(lines: Iterator[bytes]) -> Iterator[Report]:
    """The reports of lines, read as a command reads them from a pipe."""
    stream = cast("BinaryIO", lines)
    return (item for item in read_reports(["-"], stdin=stream) if isinstance(item, Report))


def run_one(form: Format, file: Path, rows: int) -> dict[str, Any]:
    """Export once in this process; what it takes to make the lines is taken off."""
    lines = file.read_bytes().splitlines()
    sample = min(rows, SAMPLE)
    start, start_cpu = time.perf_counter(), time.process_time()
    for _ in repeated(lines, sample):
        pass
    making, making_cpu = time.perf_counter() - start, time.process_time() - start_cpu
    making, making_cpu = making * rows / sample, making_cpu * rows / sample
    wall, cpu = time.perf_counter(), time.process_time()
    with TemporaryDirectory() as folder, (Path(folder) / "out").open("wb") as stream:
        counted = write_export(form, rows_of(reports_of(repeated(lines, rows))), stream)
        size = stream.tell()
    wall, cpu = time.perf_counter() - wall - making, time.process_time() - cpu - making_cpu
    writing = _writing_alone(form, lines, rows)
    done = counted.written + counted.left_out
    return {
        "format": form,
        "rows": done,
        "rows_per_second": round(done / wall),
        "rows_per_cpu_second": round(done / cpu),
        "rows_written_per_second": writing,
        "megabytes": round(size / 1e6, 1),
        "peak_megabytes": peak_megabytes(),
    }


def _writing_alone(form: Format, lines: Sequence[bytes], rows: int) -> int:
    """Rows a second when the reports are decoded before."""
    ready = list(rows_of(reports_of(repeated(lines, HELD))))
    with TemporaryDirectory() as folder, (Path(folder) / "out").open("wb") as stream:
        start = time.perf_counter()
        counted = write_export(form, islice(cycle(ready), rows), stream)
        return round((counted.written + counted.left_out) / (time.perf_counter() - start))


def peak_megabytes() -> int:
    """Peak memory of this process; the system's own count of a child would start with its parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        return round(int(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text("utf-8"))[0]) / 1024)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def measure(forms: Sequence[str], rows: int) -> Iterator[dict[str, Any]]:
    """The figures of each format, from processes of their own."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_bytes(b"\n".join(coded_examples()))
        for form in forms:
            few, many = (_in_a_process(form, file, number) for number in (rows // 10, rows))
            yield {**many, "peak_megabytes_of_a_tenth": few["peak_megabytes"]}


def _in_a_process(form: str, file: Path, rows: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--run", form, str(file), "--rows", str(rows)]
    made: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return made


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--format", nargs="+", choices=get_args(Format), default=list(get_args(Format)))
    parser.add_argument("--run", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.run:
        print(json.dumps(run_one(asked.run[0], Path(asked.run[1]), asked.rows)))
        return
    figures = list(measure(asked.format, asked.rows))
    if asked.json:
        print(json.dumps({"machine": processor(), "versions": versions(), "exports": figures}))
        return
    print(
        f"{processor()}\n{'format':8} {'rows':>9} {'rows/s':>8} {'per CPU s':>9} {'MB':>7} {'peak MB':>8}"
        " (of a tenth)"
        "  rows written/s"
    )
    for one in figures:
        print(
            f"{one['format']:8} {one['rows']:>9,} {one['rows_per_second']:>8,} {one['rows_per_cpu_second']:>9,} "
            f"{one['megabytes']:>7} {one['peak_megabytes']:>8} ({one['peak_megabytes_of_a_tenth']})"
            f"  {one['rows_written_per_second']:,}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
