"""Sentences that are read rightly in, how many of their events are found when the syntax around the verb is another out.

    changed_syntax.py [NAME...] [--limit N] [--show N] [--texts FILE]

What differs is told apart: a type lost, a side, the status, or an event or a side too many.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from changes_syntax import Change, changes
from items import INVENTED
from rich.console import Console
from rich.table import Table
from said import Said, Test, Wanted, sources, told

from detente.pipeline import Coder
from detente.records import Document


def tests(change: Change, found: Sequence[Said], limit: int) -> list[Test]:
    """Changed sentences, each with another one beside it."""
    made: list[Test] = []
    for number, said in enumerate(found):
        for step in range(1, 40):
            test = change(said, found[(number + (number % 97 + 7) * step) % len(found)])
            if test is not None:
                made.append(test)
                break
        if len(made) == limit:
            break
    return made


def cause(test: Test, got: Wanted) -> str:
    """What is wrong: nothing, or the first of type, side, status, one too many."""
    lost = test.wanted - got
    if not lost:
        extra = (
            {g for g in got - test.wanted if g[0] not in {t[0] for t in test.wanted}}
            if not test.open_end
            else ()
        )
        more = got - test.wanted if not test.open_end else ()
        return "" if not more else "extra" if extra else "side more"
    if {t[0] for t in lost} - {g[0] for g in got}:
        return "type"
    if {(t[0], *t[2:]) for t in lost} <= {(g[0], *g[2:]) for g in got}:
        return "status"
    return "side"


def main(arguments: Sequence[str] | None = None) -> None:
    """Change, code, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="changes whose names hold one of these (default: all)")
    parser.add_argument("--limit", type=int, default=100, help="sentences for each change (default: 100)")
    parser.add_argument("--show", type=int, default=0, help="sentences to print for each change that differ")
    parser.add_argument("--texts", type=Path, help="more texts, as JSON lines with date and text")
    options = parser.parse_args(arguments)
    coder = Coder(INVENTED)
    found, forms = sources(coder, options.texts)
    console = Console()
    console.print(len(found), "sentences")
    table = Table("change", "sentences", "right", "%", "causes")
    shown: list[str] = []
    for name, change in changes(coder.knowledge.actors, forms).items():
        if options.names and not any(n in name for n in options.names):
            continue
        made = tests(change, found, options.limit)
        causes: Counter[str] = Counter()
        reports = coder.code_many(Document(text=t.text, published=t.day) for t in made)
        for test, report in zip(made, reports, strict=True):
            got = told(report)
            why = cause(test, got)
            causes[why] += 1
            if why and causes[why] <= options.show:
                shown.append(
                    f"{name} [{why}] {test.text}\n      lost {_shown(test.wanted - got)}  more {_shown(got - test.wanted)}"
                )
        right = causes.pop("", 0)
        share = f"{100 * right / max(1, len(made)):.1f}"
        table.add_row(
            name, str(len(made)), str(right), share, " ".join(f"{k} {v}" for k, v in causes.most_common())
        )
    console.print(table)
    for line in shown:
        console.print(line, highlight=False, soft_wrap=True, markup=False)


def _shown(pairs: Wanted) -> str:
    return "; ".join(f"{p[0]} {p[2]}->{p[3]} {p[1]}" for p in sorted(pairs)) or "-"


if __name__ == "__main__":
    main()
