"""The project's own confusion set in, type F1 and false events out: the shipped coder on sentences written for it.

    confusion.py [--held] [--errors]

The sentences are in tests/coding/confusion/sentences.txt, `TYPE[/TYPE]: sentence` or `-: sentence` for one without an
event. A third, chosen by hash, is held: it is run once, when a piece of work is done, and its errors are never shown.
As in the gold sets of PLOVER, the type is that of the sentence's principal events; any event at all in a sentence
without one is false.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.pipeline import Coder
from detente.records import Document

FILE = Path(__file__).parents[1] / "tests" / "coding" / "confusion" / "sentences.txt"
PUBLISHED = "2025-03-04"
NONE = "-"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A sentence and the types that a fair reader could give it; none for a sentence without an event."""

    text: str
    types: frozenset[str]
    held: bool


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A case, the types of its principal events, and how many events of any sort were found."""

    case: Case
    found: frozenset[str]
    events: int


def read_cases(path: Path = FILE) -> Iterator[Case]:
    """The cases of the file, in its order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            types, text = line.split(": ", 1)
            wanted = frozenset() if types == NONE else frozenset(types.split("/"))
            held = int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0
            yield Case(text=text, types=wanted, held=held)


def outcome_of(case: Case, coder: Coder) -> Outcome:
    """What the coder says of a case."""
    events = coder.code(Document(text=case.text, published=PUBLISHED)).events
    found = frozenset(e.type for e in events if e.principal and e.type)
    return Outcome(case=case, found=found, events=len(events))


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Precision, recall and F1 of types (percent), and false events in 100 sentences without any."""
    positive = [o for o in outcomes if o.case.types]
    empty = [o for o in outcomes if not o.case.types]
    predicted = sum(len(o.found) for o in positive)
    right = sum(len(o.found & o.case.types) for o in positive)
    hit = sum(bool(o.found & o.case.types) for o in positive)
    precision, recall = right / max(1, predicted), hit / max(1, len(positive))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    false = 100 * sum(o.events for o in empty) / max(1, len(empty))
    return {
        "sentences": len(outcomes),
        "precision": round(100 * precision, 1),
        "recall": round(100 * recall, 1),
        "type F1": round(100 * f1, 1),
        "false per 100 empty": round(false, 1),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Code the wanted part and print its figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--held", action="store_true", help="the held third: once, at the end")
    parser.add_argument(
        "--errors", action="store_true", help="print what is missed or false (never of the held third)"
    )
    options = parser.parse_args(arguments)
    coder = Coder()
    outcomes = [outcome_of(c, coder) for c in read_cases() if c.held == options.held]
    print(figures(outcomes))
    if options.errors and not options.held:
        for o in outcomes:
            if not (o.found & o.case.types) and (o.case.types or o.events):
                print("/".join(sorted(o.case.types)) or NONE, sorted(o.found), o.events, "|", o.case.text)


if __name__ == "__main__":
    main()
