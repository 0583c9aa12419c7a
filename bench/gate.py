"""Texts in; what the gate before syntax loses and what it gains out.

    gate.py TEXTS.jsonl... [--limit N] [--lost]

All texts are coded without the gate and with it, in this process. Lost are the events that are not found with it, by
trigger, kind and status; of other sides are those found with other parties; gained is the CPU time. A field `section` in the rows
is counted by itself.
`--lost` prints the sentences of lost events.
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

from detente.reading.passing import GATED
from detente.records import Event

COUNTED = ("texts", "characters", "passed over", "events", "lost", "with the gate", "of other sides")


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
    counts = {name: Counter[str]() for name in COUNTED}
    for row, whole, gated in zip(rows, reports["without"], reports["with"], strict=True):
        over = sum(one.span.end - one.span.start for one in gated.uncoded if one.reason == GATED)
        sides = {_event(event): _sides(event) for event in gated.events}
        gone = [event for event in whole.events if _event(event) not in sides]
        other = sum(sides.get(_event(event), _sides(event)) != _sides(event) for event in whole.events)
        found = (1, len(row["text"]), over, len(whole.events), len(gone), len(gated.events), other)
        for name, more in zip(COUNTED, found, strict=True):
            for section in ("all", row.get("section", "other")):
                counts[name][section] += more
        if lost:
            print(
                *(f"lost: {row['text'][slice(*event.sentence)]}" for event in gone),
                sep="\n",
                end="\n" if gone else "",
            )
    for section, texts in counts["texts"].most_common():
        figures = ", ".join(f"{counts[name][section]} {name}" for name in COUNTED[1:])
        print(f"{path.name}, {section}: {texts} texts, {figures}")
    print(f"{path.name}: CPU {seconds['without']:.2f} s without, {seconds['with']:.2f} s with")


def _event(event: Event) -> tuple[object, ...]:
    return (event.trigger, event.kind, event.status)


def _sides(event: Event) -> tuple[object, ...]:
    return tuple((one.id, one.country) for one in (*event.actors, *event.recipients))


if __name__ == "__main__":
    main()
