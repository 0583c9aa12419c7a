"""Documents coded together give the reports that each gives alone."""

from pathlib import Path

import pytest

from detente.documents.plain import read_plain
from detente.pipeline import Coder, batches
from detente.records import Document

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("[0-9]*.md"))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def test_together_as_alone(coder: Coder) -> None:
    documents = [read_plain(file.read_text(encoding="utf-8"), file=file.name) for file in EXAMPLES]
    documents.insert(1, Document(text=""))
    assert list(coder.code_many(documents)) == [coder.code(document) for document in documents]


SIZES = [([], []), ([3], [1]), ([12], [1]), ([4, 4, 4, 4], [3, 1]), ([1, 30, 1], [2, 1]), ([10, 10], [1, 1])]


@pytest.mark.parametrize(("sizes", "expected"), SIZES)
def test_batches_hold_as_many_characters(sizes: list[int], expected: list[int]) -> None:
    documents = [Document(text="x" * size) for size in sizes]
    cut = list(batches(iter(documents), characters=10))
    assert [len(batch) for batch in cut] == expected
    assert [document for batch in cut for document in batch] == documents


def test_a_text_may_end_anywhere(coder: Coder) -> None:
    """Such as "near Victoria in London,", where a look at the next word found none."""
    text = "Envoys met near Victoria in London, Britain, and in Zenda, Upper March, Ruritania, on Monday."
    ends = [n + 1 for n, char in enumerate(text) if not char.isalnum()]
    texts = [text[:end].strip() for end in ends] + [text[end:].strip() for end in ends]
    assert len(list(coder.code_many(Document(text=text) for text in texts if text))) == len(texts) - 1
