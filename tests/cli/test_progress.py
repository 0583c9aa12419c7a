"""What is said on a terminal while a user waits, and that nothing of it is said elsewhere."""

import sys

import pytest

from detente.cli.progress import working


def test_a_terminal_is_told_what_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with working("weighing what happened"):
        pass
    seen = capsys.readouterr()
    assert "weighing what happened ..." in seen.err
    assert seen.out == ""


def test_a_file_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with working("weighing what happened"):
        pass
    assert capsys.readouterr() == ("", "")
