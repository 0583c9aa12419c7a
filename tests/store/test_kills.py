"""Killed while it adds, a store loses nothing and the next run goes on; several may add at once.

See bench/kills.py for fifty kills.
"""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from dump import differences
from generated import make_reports
from kills import Run, kill_and_compare
from server import new_database

from detente.records import to_json
from detente.store import open_store

type Addresses = Callable[[], Iterator[str]]


@pytest.fixture(params=["sqlite", "postgresql"])
def addresses(request: pytest.FixtureRequest, tmp_path: Path, database_names: Iterator[str]) -> Addresses:
    server = request.getfixturevalue("postgres") if request.param == "postgresql" else None

    def new() -> Iterator[str]:
        for number in count():
            if server is None:
                yield str(tmp_path / f"{number}.db")
            else:
                yield new_database(server, next(database_names))

    return new


def test_a_killed_store_ends_up_as_an_undisturbed_one(addresses: Addresses) -> None:
    outcome = kill_and_compare(addresses(), reports=60, kills=3, seed=1)
    assert outcome.kills == 3
    assert outcome.different == {}


def test_several_processes_add_at_once(addresses: Addresses) -> None:
    """Each in another order; somebody reads meanwhile."""
    reports = list(make_reports(60, a_day=5))
    undisturbed, shared, *_ = (address for address, _ in zip(addresses(), range(2), strict=False))
    orders = (reports, reports[::-1], reports[30:] + reports[:30])
    running = [Run(b"".join(to_json(report) + b"\n" for report in order), shared) for order in orders]
    with open_store(shared) as reader:
        while any(run.process.poll() is None for run in running):
            for report in reader.reports():
                assert report.text
    for run in running:
        run.end()
    with open_store(undisturbed) as one, open_store(shared) as other:
        one.add_many(reports)
        assert differences(one, other) == {}
