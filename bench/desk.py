"""How long the desk takes for each page over a large store of generated reports, and how much it sends.

    uv run python bench/desk.py --documents 100000 [--postgres | --store ADDRESS]

Server side, through the application without a network: median and 95th percentile over different dossiers, articles,
actors and pairs, in milliseconds; the bytes are those of the compressed page.
An event of a report has some eight claims, so that 100,000 reports hold 1,000,000.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from generated import make_reports
from machine import processor, versions
from server import postgres_server
from starlette.testclient import TestClient

from detente.desk.app import make_desk
from detente.store import Store, open_store

ROUNDS = 60
CLAIMS = (6, 8, 9)  # that an event of a report may have


def main() -> None:
    """Fill the store when it is empty, ask for each page, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--store", help="the address of a store; made and thrown away when there is none")
    parser.add_argument("--postgres", action="store_true", help="a PostgreSQL server of our own")
    options = parser.parse_args()
    with _address(options) as place, open_store(place) as store:
        _fill(store, options.documents)
        print(processor(), versions())
        print("| page | median ms | p95 ms | kB |\n|---|---|---|---|")
        with TestClient(make_desk(store, token="bench")) as reader:
            for name, address in _pages(reader).items():
                print(_row(reader, name, address))


@contextmanager
def _address(options: argparse.Namespace) -> Iterator[str]:
    if options.store:
        yield options.store
    elif options.postgres:
        with postgres_server() as address:
            yield address
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder) / "desk.db")


def _fill(store: Store, documents: int) -> None:
    if any(True for _ in store.documents()):
        return
    started = time.perf_counter()
    store.add_many(make_reports(documents, claims=CLAIMS))
    claims = sum(len(event.claims) for report in store.reports() for event in report.events)
    print(
        f"{documents} documents, {claims} claims added in {time.perf_counter() - started:.0f} s", flush=True
    )


def _pages(reader: TestClient) -> dict[str, Callable[[], str]]:
    """For each page a function that gives another address each time."""
    random = Random(1)
    rows = [
        row
        for start in range(0, 2000, 200)
        for row in reader.get(f"/api/dossiers?limit=200&start={start}").json()
    ]
    accounts = [
        reader.get(f"/api/dossiers/{row['dossier']}").json()["accounts"][0]
        for row in random.sample(rows, ROUNDS)
    ]
    pairs = [sorted({a["country"] for a in _sides(account)}) for account in accounts]
    actors = [_sides(account)[0]["id"] for account in accounts]
    return {
        "today": lambda: "/",
        "dossiers": lambda: f"/dossiers?start={random.randrange(0, 1000, 50)}",
        "dossiers of a pair": lambda: f"/dossiers?pair={'-'.join(random.choice(pairs))}",
        "dossier": lambda: f"/dossiers/{random.choice(rows)['dossier']}",
        "article": lambda: f"/articles/{random.choice(accounts)['document']}",
        "relation": lambda: "/relations/" + "/".join(random.choice(pairs)),
        "relations": lambda: "/relations",
        "actor": lambda: f"/actors/{random.choice(actors)}",
        "search": lambda: f"/search?q={random.choice(('harvest', 'border council', 'visit', 'minister'))}",
        "sources": lambda: "/sources",
        "map": lambda: "/map",
        "calendar": lambda: "/calendar.ics",
        "feed": lambda: "/feed.atom",
    }


def _sides(account: dict[str, list[dict[str, list[dict[str, str]]]]]) -> list[dict[str, str]]:
    event = account["events"][0]
    return [*event["actors"], *event["recipients"]]


def _row(reader: TestClient, name: str, address: Callable[[], str]) -> str:
    taken, sent = [], 0
    for _ in range(ROUNDS):
        asked = address()
        started = time.perf_counter()
        response = reader.get(asked)
        taken.append(1000 * (time.perf_counter() - started))
        sent = max(sent, int(response.headers.get("content-length", len(response.content))))
    taken.sort()
    return f"| {name} | {taken[ROUNDS // 2]:.0f} | {taken[int(ROUNDS * 0.95)]:.0f} | {sent / 1000:.0f} |"


if __name__ == "__main__":
    main()
