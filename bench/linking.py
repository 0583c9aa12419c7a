"""Made-up accounts in, the cost of placing a document out: the last thousand against the first.

    linking.py [--documents N] [--a-day N] [--json]

Documents of three accounts each arrive one by one in the order of their days; the lookups are those of the shelf in
memory. What a document costs grows with the number of accounts that are *near* it (same sides, same family of
kinds, within the window), which is a matter of how much news a day holds, so the days go on and the news of a day
stays the same. Each cost is the mean CPU time of 200 documents that end at the thousandth and at the last.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import fmean
from typing import Any

from detente.dossiers import MemoryShelf, Placed, place
from detente.dossiers.records import Account
from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.records import Actor, Claim, Event, Source, Span, Status, Time

FIRST_DAY = date(2013, 1, 1)
STATES = 40
KINDS = ("visit", "talks", "call", "airstrike", "condemnation", "sanction", "agreement", "expulsion")
STATUSES: tuple[Status, ...] = ("planned", "scheduled", "occurred", "postponed")
ACCOUNTS = 3
MEASURED = 200


def documents(count: int, a_day: int, *, seed: int = 7) -> Iterator[list[Account]]:
    """Documents in the order of their days; few pairs make most of the news, as in the world."""
    chance = random.Random(seed)
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number // a_day)
        yield [_account(f"{chance.getrandbits(64):016x}", n, day, chance) for n in range(ACCOUNTS)]


def _account(document: str, number: int, day: date, chance: random.Random) -> Account:
    ours, theirs = chance.sample(range(STATES), 2) if chance.random() < 0.7 else (0, 1)
    status = chance.choice(STATUSES)
    ahead = chance.randint(-2, 0) if status == "occurred" else chance.randint(1, 40)
    when = (day + timedelta(days=ahead)).isoformat() if chance.random() < 0.7 else None
    event = Event(
        id="e1",
        happening=f"h{number}",
        kind=chance.choice(KINDS),
        status=status,
        actors=(_state(ours),),
        recipients=(_state(theirs),),
        time=Time(earliest=when, latest=when) if when else None,
        claims=(_claim(),),
        sentence=Span(0, 30),
        trigger=Span(4, 9),
    )
    return Account(
        id=f"{document}#h{number}",
        document=document,
        published=day.isoformat(),
        events=(event,),
        sentences=("The visit was told of by many.",),
    )


def _state(number: int) -> Actor:
    return Actor(name=f"State {number}", id=f"S{number:02}", country=f"S{number:02}")


def _claim() -> Claim:
    source = Source(name="Courier", kind="outlet")
    return Claim(attribution=None, sources=(source,), stance="asserts", factuality="CT+")


def costs(found: Iterator[list[Account]], tables: DossierTables) -> list[float]:
    """CPU seconds that `place` took for each document; keeping it on the shelf is the store's and not counted."""
    shelf = MemoryShelf(tables=tables)
    taken: list[float] = []
    for accounts in found:
        start = time.process_time()
        placements = place(accounts, shelf, tables=tables)
        taken.append(time.process_time() - start)
        by_id = {placement.account: placement for placement in placements}
        shelf.put(Placed(account, by_id.pop(account.id)) for account in accounts)
        shelf.place(by_id.values())
    return taken


def compare(count: int, a_day: int) -> dict[str, Any]:
    """Milliseconds at the thousandth and at the last document, and their ratio."""
    taken = costs(documents(count, a_day), load_dossier_tables((BUILT_IN,)))
    early, late = _mean(taken[: min(1000, count)]), _mean(taken)
    return {
        "documents": count,
        "a_day": a_day,
        "ms_at_1000": round(early * 1000, 3),
        "ms_at_last": round(late * 1000, 3),
        "ratio": round(late / early, 3),
    }


def _mean(taken: Sequence[float]) -> float:
    return fmean(taken[-MEASURED:])


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, print the result."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--a-day", type=int, default=8)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    result = compare(options.documents, options.a_day)
    if options.json:
        print(json.dumps(result))
        return
    print(
        f"document 1,000: {result['ms_at_1000']} ms; document {options.documents:,}: {result['ms_at_last']} ms"
    )
    print(f"ratio {result['ratio']}, {options.a_day} documents a day")


if __name__ == "__main__":
    main()
