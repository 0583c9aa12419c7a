"""Fixtures shared by all tests: the language model is loaded once."""

from pathlib import Path

import pytest
from spacy.language import Language

from detente.reading.syntax import load_model


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
