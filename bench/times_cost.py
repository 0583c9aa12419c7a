"""Texts in, one ratio out: CPU time of reading the times of texts to that of their syntax.

    times_cost.py [TEXTS.jsonl] [--limit N] [--rounds N] [--json]

Both are measured in this process on the same texts, taking turns as in speed.py; finding expressions and attaching
them to words are both counted. Without a file the repository's examples are read.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from machine import ONE_BLAS_THREAD, processor, versions
from speed import documents, measure

from detente.blas import name_processor


def compare(path: Path | None, *, limit: int | None, rounds: int) -> dict[str, Any]:
    """The figures of one run."""
    from detente.knowledge.files import BUILT_IN  # noqa: PLC0415
    from detente.knowledge.times import load_times  # noqa: PLC0415
    from detente.reading.syntax import load_model, parse  # noqa: PLC0415
    from detente.reading.times import attach_times, find_times  # noqa: PLC0415

    documents_read = documents(path, limit)
    nlp, tables = load_model(), load_times((BUILT_IN,))
    parsed = [(parse(document.text, nlp), document.published) for document in documents_read]

    def times() -> None:
        for doc, published in parsed:
            attach_times(doc, find_times(doc, published, tables))

    def syntax() -> None:
        for document in documents_read:
            parse(document.text, nlp)

    times_took, syntax_took = (median(took) for took in measure(times, syntax, rounds))
    return {
        "ratio": round(times_took / syntax_took, 4),
        "documents": len(parsed),
        "tokens": sum(len(doc) for doc, _ in parsed),
        "expressions": sum(len(find_times(doc, published, tables)) for doc, published in parsed),
        "rounds": rounds,
        "processor": processor(),
    } | versions()


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "texts", type=Path, nargs="?", help="JSON lines with a field `text` (default: the examples)"
    )
    parser.add_argument("--limit", type=int, help="only the first N texts")
    parser.add_argument("--rounds", type=int, default=5, help="counted rounds (default 5)")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args(arguments)
    os.environ |= ONE_BLAS_THREAD  # read when numpy is imported, hence the late imports
    name_processor()
    figures = compare(options.texts, limit=options.limit, rounds=options.rounds)
    if options.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:16} {value}")


if __name__ == "__main__":
    main()
