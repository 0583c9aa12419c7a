"""spaCy's own command line is left out of a start, and is there for whoever wants it."""

import subprocess
import sys

LEFT_OUT = """
import sys
from detente.cli.lean import import_spacy
import_spacy()
import detente.pipeline
print(sorted(name for name in sys.modules if name.startswith("spacy.cli")))
"""
THERE = """
from detente.cli.lean import import_spacy
import_spacy()
from spacy.cli import info
print(info.__module__)
"""
ALREADY = """
import spacy
from detente.cli.lean import import_spacy
import_spacy()
print(spacy.info.__module__)
"""


def said_by(script: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_it_is_left_out() -> None:
    assert said_by(LEFT_OUT) == "[]"


def test_it_can_be_imported_afterwards() -> None:
    assert said_by(THERE) == "spacy.cli.info"


def test_spacy_that_is_there_already_stays_as_it_is() -> None:
    assert said_by(ALREADY) == "spacy.cli.info"
