"""Watchlists at the command line."""

from pathlib import Path

import pytest

from detente.cli import run
from tests.cli.texts import lines


def test_watchlists(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lists.toml"
    path.write_text('[[watchlist]]\nname = "South"\npairs = [["GRA", "SYL"]]\n', encoding="utf-8")
    assert run(["watchlist", "set", str(path)]) == 0
    assert run(["watchlist", "list"]) == 0
    assert "South: GRA-SYL" in capsys.readouterr().out
    assert [one["kind"] for one in lines(capsys, "dossiers", "--watchlist", "South")] == ["talks"]
    found = lines(capsys, "changes", "--since", "2013-01-01", "--watchlist", "South")
    assert {change["title"] for change in found} == {lines(capsys, "dossiers", "--kind", "talks")[0]["title"]}
    assert run(["dossiers", "--watchlist", "North"]) == 2
    assert "there are South" in capsys.readouterr().err
    assert run(["watchlist", "drop", "South"]) == 0


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ('pairs = ["Chnia-USA"]', "Chnia: no state is called so; did you mean China"),
        ('actors = ["Antony Blinken"]', "or give the id of an actor, as detente who prints it"),
        ('kinds = ["vist"]', "watchlist South: vist: there is no such kind; did you mean visit"),
        ('pairs = ["CHN"]', "CHN is no pair"),
    ],
)
def test_a_watchlist_that_nothing_can_meet_is_refused(
    fields: str, problem: str, filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lists.toml"
    path.write_text(f'[[watchlist]]\nname = "South"\n{fields}\n', encoding="utf-8")
    assert run(["watchlist", "set", str(path)]) == 2
    assert problem in capsys.readouterr().err
    assert run(["watchlist", "list"]) == 1


def test_states_of_a_watchlist_are_given_by_name_or_code(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lists.toml"
    path.write_text(
        '[[watchlist]]\nname = "South"\npairs = ["China-Guinea-Bissau", "GRA-SYL"]\nactors = ["Peru", "IGO:EU"]\n'
    )
    assert run(["watchlist", "set", str(path)]) == 0
    assert run(["watchlist", "list"]) == 0
    assert "South: CHN-GNB, GRA-SYL; PER, IGO:EU" in capsys.readouterr().out
