"""Documents coded together give the reports that each gives alone."""

import gc
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from detente.batches import batches
from detente.collection import no_collection
from detente.documents.plain import read_plain
from detente.errors import DocumentError
from detente.pipeline import Coder
from detente.reading.tokens import Doc
from detente.records import Document

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("[0-9]*.md"))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def test_together_as_alone(coder: Coder) -> None:
    documents = [read_plain(file.read_text(encoding="utf-8"), file=file.name) for file in EXAMPLES]
    documents.insert(1, Document(text=""))
    assert list(coder.code_many(documents)) == [coder.code(document) for document in documents]


def test_what_a_text_was_read_into_goes_with_it(coder: Coder) -> None:
    documents = [read_plain(file.read_text(encoding="utf-8"), file=file.name) for file in EXAMPLES]
    told = (
        "Ruritania's king said on Monday that there were no talks and that his envoys had not met Sylvania's."
    )
    with no_collection():
        before = _texts_read()
        reports = list(coder.code_many([*documents, Document(text=told, published="2013-02-12")]))
        assert len(reports) == len(documents) + 1
        assert _texts_read() == before


def _texts_read() -> int:
    return sum(isinstance(one, Doc) for one in gc.get_objects())


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


def test_words_may_be_joined(coder: Coder) -> None:
    """A page that lost its spaces: such words headed nothing, or left a cue without a word of its own."""
    texts = (
        "In Zenda its-promise to work",
        "its-promise to work",
        "Clashes shocked-the of Klausenburg rebels and they launched attack as",
    )
    assert [report.text for report in coder.code_many(Document(text=text) for text in texts)] == list(texts)


WRONG = [  # what a program may hand over by mistake -> what is said of it
    ("Envoys met in Zenda.", "document: is a str; give Document(text=...)"),
    (Document(text=None), "document: text is of the type NoneType; give a str"),  # type: ignore[arg-type]
    (Document(text=b"Envoys"), "document: text is of the type bytes; give a str"),  # type: ignore[arg-type]
    (
        Document(text="Envoys met.", published=date(2013, 2, 12)),  # type: ignore[arg-type]
        "document: published is of the type date; give a day as 2013-02-12",
    ),
    (Document(text="Envoys\ud800 met."), "document: the text holds half a character (a surrogate); "),
    (Document(text="Envoys met.", published="12/02/2013"), "document: published: '12/02/2013' is no date; "),
]


@pytest.mark.parametrize(("given", "said"), WRONG)
def test_what_is_no_document_is_said(coder: Coder, given: Document, said: str) -> None:
    for ask in (coder.code, coder.trace, lambda one: list(coder.code_many([one]))):
        with pytest.raises(DocumentError) as caught:
            ask(given)
        assert str(caught.value).startswith(said)


def test_one_coder_serves_several_threads_and_the_folder_may_be_a_string(tmp_path: Path) -> None:
    coder = Coder(str(tmp_path))
    documents = [read_plain(file.read_text(encoding="utf-8"), file=file.name) for file in EXAMPLES[:6]]
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(coder.code, documents)) == list(coder.code_many(documents))
