"""Fixtures shared by all tests: the language model is loaded once."""

import os
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

from detente.documents.plain import read_plain
from detente.pipeline import Coder
from detente.reading.syntax import load_model
from detente.records import Report

# Several threads that spin for the same core make small products of matrices many times slower.
for library in ("OPENBLAS", "OMP", "BLIS"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

# No test asserts a time: a busy machine is slow at times.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

# What is kept from one process to the next stays beside pytest's own, and out of the home of whoever runs the tests.
os.environ.setdefault("DETENTE_CACHE", str(Path(__file__).parents[1] / ".pytest_cache" / "detente"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold sets beside the checkout; tests that need it are skipped where it is absent."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("the folder 'shared' with the gold sets is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def example_reports() -> tuple[Report, ...]:
    """The reports of the articles in `examples/`, in the order of their names."""
    folder, coder = Path(__file__).parents[1] / "examples", Coder()
    files = sorted(folder.glob("[0-9]*.md"))
    return tuple(coder.code(read_plain(file.read_text(encoding="utf-8"), file=file.name)) for file in files)
