"""Every word of a paragraph that names an event, and where it stands, by the labels of the status gold.

A mark is the word, a slash and a letter: o occurred, f future, n negated, u uncertain; `!` where it is known to be
read wrongly.
"""

import re
from pathlib import Path

import pytest
from predict import folded

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document, Span

HERE = Path(__file__).parent
PUBLISHED = "2013-02-12"
LABELS = {"o": "occurred", "f": "future", "n": "negated", "u": "uncertain"}
MARK = re.compile(r"([\w'-]+)/([ofnu])(!?)(?![\w])")


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def paragraphs() -> list[str]:
    """The paragraphs of all files."""
    files = sorted(HERE.glob("paragraphs_*.txt"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("paragraph", paragraphs())
def test_paragraph(paragraph: str, coder: Coder) -> None:
    marks = list(MARK.finditer(paragraph))
    text = MARK.sub(lambda mark: mark[1], paragraph)
    shifts = [len(MARK.sub(lambda mark: mark[1], paragraph[: mark.start()])) for mark in marks]
    spans = [Span(start, start + len(mark[1])) for start, mark in zip(shifts, marks, strict=True)]
    standings = coder.standings(Document(text=text, published=PUBLISHED), spans)
    read = [
        f"{mark[1]}/{mark[2]}{'' if folded(*standing) == LABELS[mark[2]] else '!'}"
        for mark, standing in zip(marks, standings, strict=True)
    ]
    assert read == [mark[0] for mark in marks]
