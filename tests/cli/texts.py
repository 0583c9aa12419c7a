"""Reports of two happenings between invented states, and what a command writes of them."""

import json
from typing import Any

import pytest

from detente.cli import run

VISIT = "Ruritania's king will visit Sylvania on 3 March, the Ruritanian foreign ministry said on Monday.\n"
LATER = "The visit of Ruritania's king to Sylvania on 3 March has been postponed, Sylvania's foreign ministry said.\n"
TALKS = "Graustark's premier held talks with Sylvania's premier in Klausenburg on Tuesday.\n"


def lines(capsys: pytest.CaptureFixture[str], *command: str) -> list[dict[str, Any]]:
    """The JSON lines that a command writes."""
    assert run([*command, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]
