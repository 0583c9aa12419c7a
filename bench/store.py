"""What a store costs: adding the 10,000th document beside the 1,000th, and asking a store of 100,000 claims.

    store.py [--documents N] [--claims N] [--only sqlite|postgresql | --postgres] [--keep DIR]

Documents are generated reports, 20 for each day of news, so that news stays as dense as it grows longer. Adding is
measured one document a transaction, as `detente add` does, over the 500 documents around the 1,000th and the last.
`dossier` and `changes` (a week) are medians over 50 questions, state and changes worked out as the commands do.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from generated import make_reports
from kills import stores
from machine import processor, versions
from sqlalchemy import func, select

from detente.dossiers import changes, state
from detente.records import Report
from detente.store import Store, open_store
from detente.store import tables as t
from detente.store.engine import reading

LAST = "2033-01-01"
EARLY, AROUND = 1_000, 250  # documents
QUESTIONS = 50
LATER = date(2023, 1, 1)  # of the reports that fill the store up, which have more claims


def seconds_to_add(store: Store, reports: Iterator[Report], number: int) -> list[float]:
    """Seconds for each of the next `number` reports, one a transaction."""
    found = []
    for report in islice(reports, number):
        began = time.perf_counter()
        store.add(report)
        found.append(time.perf_counter() - began)
    return found


def measure_adding(store: Store, reports: Iterator[Report], documents: int) -> dict[str, float]:
    """Median milliseconds a document around the 1,000th and around the last, and their ratio."""
    store.add_many(islice(reports, EARLY - AROUND))
    early = median(seconds_to_add(store, reports, 2 * AROUND))
    store.add_many(islice(reports, documents - EARLY - 3 * AROUND))
    late = median(seconds_to_add(store, reports, 2 * AROUND))
    return {"early_ms": early * 1000, "late_ms": late * 1000, "ratio": late / early}


def measure_asking(store: Store) -> dict[str, float]:
    """Median milliseconds of `dossier` and of `changes` over a week."""
    random = Random(7)
    with reading(store.engine) as connection:
        ids = connection.execute(select(t.placements.c.dossier).distinct()).scalars().all()
        days = connection.execute(select(t.documents.c.published)).scalars().all()
    chosen = random.sample(sorted(ids), QUESTIONS)
    weeks = [date.fromisoformat(day) for day in random.sample([day for day in days if day], QUESTIONS)]
    return {
        "dossier_ms": _median(lambda name: _ask_dossier(store, name), chosen),
        "changes_ms": _median(lambda day: _ask_changes(store, day), weeks),
        "dossiers_ms": _median(lambda day: len(list(store.dossiers(as_of=day.isoformat()))), weeks[:5]),
    }


def _ask_dossier(store: Store, name: str) -> None:
    dossier = store.dossier(name)
    state(dossier, LAST, tables=store.tables)
    changes(dossier, None, LAST, tables=store.tables)


def _ask_changes(store: Store, day: date) -> None:
    list(store.changes(since=day.isoformat(), until=(day + timedelta(days=6)).isoformat()))


def _median[T](ask: Callable[[T], object], questions: Sequence[T]) -> float:
    found = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        found.append((time.perf_counter() - began) * 1000)
    return median(found)


def fill(store: Store, reports: Iterator[Report], claims: int) -> dict[str, int]:
    """Add until there are that many claims; how much there is then."""
    while (held := _count(store, t.claims)) < claims:
        store.add_many(islice(reports, max(100, (claims - held) // 20)))
    return {table.name: _count(store, table) for table in (t.documents, t.claims, t.states)}


def _count(store: Store, table: Any) -> int:
    with reading(store.engine) as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def main(arguments: Sequence[str]) -> int:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--only", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument(
        "--postgres", dest="only", action="store_const", const="postgresql", help="on a server of its own"
    )
    parser.add_argument("--keep", type=Path, help="folder in which the SQLite file is kept")
    asked = parser.parse_args(arguments)
    reports = make_reports(1_000_000)
    figures: dict[str, Any] = {"machine": processor(), **versions(), "store": asked.only}
    with tempfile.TemporaryDirectory(), stores(asked.only) as addresses:
        address = str(asked.keep / "bench.db") if asked.keep else next(addresses)
        with open_store(address) as store:
            figures["adding"] = measure_adding(store, reports, asked.documents)
            print(json.dumps(figures), file=sys.stderr)
            more = make_reports(1_000_000, seed=8, claims=(12, 16, 20), start=LATER)
            figures["held"] = fill(store, more, asked.claims)
            figures["asking"] = measure_asking(store)
    print(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
