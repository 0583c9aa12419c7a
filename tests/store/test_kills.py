"""Killed while it adds, a store loses nothing and the next run goes on; see bench/kills.py for fifty kills."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from kills import kill_and_compare
from server import new_database


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_killed_store_ends_up_as_an_undisturbed_one(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    def addresses() -> Iterator[str]:
        for number in count():
            if kind == "sqlite":
                yield str(tmp_path / f"{number}.db")
            else:
                yield new_database(request.getfixturevalue("postgres"), f"kills{number}")

    outcome = kill_and_compare(addresses(), reports=60, kills=3, seed=1)
    assert outcome.kills == 3
    assert outcome.different == {}
