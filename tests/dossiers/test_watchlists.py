"""Watchlists: what they let through, and what a bad file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.dossiers.assembling import link
from detente.dossiers.state import state
from detente.dossiers.watchlists import Watchlist, matches, read_watchlists
from detente.errors import DocumentError
from detente.knowledge.dossiers import DossierTables
from tests.dossiers.making import account, event

CASES = [
    (Watchlist(name="w", pairs=(("SYL", "RUR"),)), True),
    (Watchlist(name="w", pairs=(("SYL", "GRA"),)), False),
    (Watchlist(name="w", actors=("person:anna-kovar",)), True),
    (Watchlist(name="w", actors=("RUR",)), True),
    (Watchlist(name="w", actors=("GRA",)), False),
    (Watchlist(name="w", pairs=(("SYL", "GRA"),), actors=("RUR",)), True),
    (Watchlist(name="w", kinds=("visit",)), True),
    (Watchlist(name="w", kinds=("talks",)), False),
    (Watchlist(name="w", pairs=(("RUR", "SYL"),), kinds=("talks",)), False),
    (Watchlist(name="w", words=("EVENT was",)), True),
    (Watchlist(name="w", words=("balloon",)), False),
]


@pytest.mark.parametrize(("watchlist", "expected"), CASES)
def test_what_matches(watchlist: Watchlist, *, expected: bool, tables: DossierTables) -> None:
    (one,) = link([account("doc", "2013-02-12", event(actors="person:anna-kovar@RUR"))], tables=tables)
    now = state(one, "2013-02-12", tables=tables)
    assert now is not None
    assert matches(now, watchlist, one) is expected


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "watch.toml"
    path.write_text('[[watchlist]]\nname = "Strait"\npairs = [["CHN", "USA"]]\nkinds = ["visit"]\n')
    assert read_watchlists(path) == (Watchlist(name="Strait", pairs=(("CHN", "USA"),), kinds=("visit",)),)


def test_a_pair_is_written_as_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "watch.toml"
    path.write_text(
        '[[watchlist]]\nname = "a"\npairs = ["CHN-USA", ["URY", "PRT"], "Guinea-Bissau - Senegal"]\n'
    )
    (one,) = read_watchlists(path)
    assert one.pairs == (("CHN", "USA"), ("URY", "PRT"), ("Guinea-Bissau", "Senegal"))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[watchlist]]\nname = "a"\npairs = ["CHN"]\n', "CHN is no pair"),
        ("[[watchlist]]\n", "name"),
        ('[[watchlist]]\nname = "a"\n', "watches nothing"),
        ('[[watchlist]]\nname = "a"\nstates = ["CHN"]\n', "states"),
        ('[[watchlist]]\nname = "a"\nkinds = ["visit"]\n' * 2, "used twice"),
        ("[[watchlist\n", "watchlist"),
    ],
)
def test_a_bad_file(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "watch.toml"
    path.write_text(text)
    with pytest.raises(DocumentError, match=problem):
        read_watchlists(path)
