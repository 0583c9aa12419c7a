"""Texts in; what the gate before syntax loses and what it gains out.

    gate.py TEXTS.jsonl... [--limit N] [--lost]

All texts are coded without the gate and with it, in this process. Lost are the events of texts that are passed over;
gained is the CPU time. A field `section` in the rows is counted by itself. `--lost` prints the sentences of lost events.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from machine import ONE_BLAS_THREAD, processor, versions


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="+", help="JSON lines with a field `text`")
    parser.add_argument("--limit", type=int, help="only the first N texts of each file")
    parser.add_argument("--lost", action="store_true", help="print the sentences of lost events")
    options = parser.parse_args(arguments)
    os.environ |= ONE_BLAS_THREAD  # read when numpy is imported, hence the late imports
    for path in options.texts:
        compare(path, limit=options.limit, lost=options.lost)
    print(f"{processor()}; {versions()}")


def compare(path: Path, *, limit: int | None, lost: bool) -> None:
    """Code the texts of a file both ways and print what came of it."""
    from detente.pipeline import Coder  # noqa: PLC0415
    from detente.records import Document  # noqa: PLC0415

    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = rows[:limit]
    documents = [Document(text=row["text"], published=row.get("published")) for row in rows]
    coders = {"without": Coder(), "with": Coder(gate=True)}
    reports, seconds = {}, {}
    for name in ("with", "without", "with"):  # the first time is for warming up
        start = time.process_time()
        reports[name] = list(coders[name].code_many(documents))
        seconds[name] = time.process_time() - start
    counts = {name: Counter[str]() for name in ("texts", "passed over", "events", "lost")}
    for row, whole, gated in zip(rows, reports["without"], reports["with"], strict=True):
        gone = len(whole.events) - len(gated.events)
        over = any(uncoded.reason.startswith("gated") for uncoded in gated.uncoded)
        for name, more in (
            ("texts", 1),
            ("passed over", over),
            ("events", len(whole.events)),
            ("lost", gone),
        ):
            for section in ("all", row.get("section", "other")):
                counts[name][section] += more
        if lost and gone:
            print(*(f"lost: {row['text'][slice(*event.sentence)]}" for event in whole.events), sep="\n")
    for section, texts in counts["texts"].most_common():
        figures = ", ".join(f"{counts[name][section]} {name}" for name in ("passed over", "events", "lost"))
        print(f"{path.name}, {section}: {texts} texts, {figures}")
    print(f"{path.name}: CPU {seconds['without']:.2f} s without, {seconds['with']:.2f} s with")


if __name__ == "__main__":
    main()
