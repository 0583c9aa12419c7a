"""The speed measures call both sides equally often, read the examples, and report a child that fails."""

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture(params=["speed", "cold"])
def script(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    return load(request.param, monkeypatch)


def load(name: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A script as it is when run, its folder first on the path."""
    monkeypatch.syspath_prepend(BENCH)
    for module in (name, "machine"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    return importlib.import_module(name)


def test_help_is_there(script: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        script.main(["--help"])
    assert script.__doc__.splitlines()[0] in capsys.readouterr().out


def test_the_two_take_turns_and_the_first_round_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    speed = load("speed", monkeypatch)
    ours, theirs = speed.measure(lambda: calls.append("ours"), lambda: calls.append("theirs"), 2)
    assert calls == ["ours", "theirs", "theirs", "ours", "ours", "theirs"]
    assert (len(ours), len(theirs)) == (2, 2)


def test_the_examples_are_read_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = load("speed", monkeypatch).documents(None, 3)
    assert len(documents) == 3
    assert documents[0].text.startswith(f"{documents[0].title}\n\n")
    assert all(
        document.published for document in documents
    )  # an undated text costs more: its years are inferred


def test_a_child_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    run = load("cold", monkeypatch).run_once([sys.executable, "-c", "print('x')"])
    assert run.seconds > 0 and run.megabytes > 1


def test_a_child_that_fails_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="ended with code 3: no such thing"):
        load("cold", monkeypatch).run_once(
            [sys.executable, "-c", "import sys; print('no such thing', file=sys.stderr); sys.exit(3)"]
        )
