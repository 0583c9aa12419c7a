"""What is asked of a store and is not there, or cannot be: one line, with the remedy."""

import re
from pathlib import Path

import pytest

from detente.cli import run
from tests.cli.texts import TALKS


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["date"], "no document waits for a day"),
        (["watchlist", "list"], "no watchlist is kept; detente watchlist set"),
    ],
)
def test_an_empty_list_says_so(
    filled: Path, command: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command) == 1
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("pair", ["Greece-Turkey", "IGO:EU-SYL"])
def test_a_pair_without_news_is_no_mistake(
    filled: Path, pair: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["dossiers", "--pair", pair]) == 1
    assert "no such happening is in the store" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["dossiers", "--store", "nowhere.db"], "there is no such store; detente add makes one"),
        (["dossiers", "--store", "mysql://x/y"], "is no address of a store"),
        (["add"], "nothing to add"),
        (["add", "x", "--sotre", "y"], "unknown option --sotre"),
        (["changes", "--since", "soon"], "is not a date"),
        (["dossiers", "--pair", "RUR"], "is no pair"),
        (["dossiers", "--pair", "SYL-XXX"], "XXX: no state is called so"),
        (["dossiers", "--kind", "vist"], "vist: there is no such kind; did you mean visit"),
        (["dossiers", "--status", "off"], "off: there is no such status; give any of cancelled, "),
        (["dossier", "dossier:"], "fits 2 dossiers ("),
        (["forget"], "nothing to forget"),
        (["dossiers", "--limit", "-3"], "--limit: -3 is too little, or no number"),
        (["dossiers", "--limit", "0"], "--limit: 0 is too little, or no number"),
        (["dossier", "status", "0", "canceled"], 'Choose from: "proposed", "planned", '),
        (["changes", "--since", "2013-02-12", "--until", "2013-02-11"], "that is after 2013-02-11"),
    ],
)
def test_wrong_usage_is_one_line(
    filled: Path, capsys: pytest.CaptureFixture[str], command: list[str], says: str
) -> None:
    assert run(command) == 2
    assert re.search(re.escape(says), capsys.readouterr().err)


def test_kinds_and_statuses_are_given_with_commas_or_again(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = []
    for kinds in (["--kind", "visit,talks"], ["--kind", "visit", "--kind", "talks"], []):
        assert run(["dossiers", *kinds]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1] == printed[2]


def test_what_has_no_day_has_none_in_the_list(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(TALKS, encoding="utf-8")
    assert run(["add", str(path)]) == 0
    assert run(["dossiers"]) == 0
    assert "0000" not in capsys.readouterr().out
