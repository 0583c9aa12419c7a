"""`import detente`: what it offers, and that it costs nothing until it is asked for."""

import subprocess
import sys
from importlib.metadata import version

import pytest

import detente


@pytest.mark.parametrize("name", detente.__all__)
def test_what_is_offered_is_there(name: str) -> None:
    assert getattr(detente, name).__name__ == name
    assert name in dir(detente)


def test_its_version_is_that_of_the_package() -> None:
    assert detente.__version__ == version("detente")


def test_what_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'detente' has no attribute 'coder'"):
        _ = detente.coder


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, detente; print([n for n in sys.modules if n.split('.')[0] in ('spacy', 'sqlalchemy', 'msgspec')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
