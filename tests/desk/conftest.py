"""A store of the examples, and the desk over it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from detente.desk.app import make_desk
from detente.documents.inputs import read_documents
from detente.pipeline import Coder
from detente.records import Document
from detente.store.store import Store, open_store

EXAMPLES = Path(__file__).parents[2] / "examples"
TOKEN = "let-me-write"
DAY = date(2024, 12, 20)


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The fourteen examples, coded and added."""
    coder = Coder()
    documents = [item for item in read_documents([str(EXAMPLES)]) if isinstance(item, Document)]
    with open_store(str(tmp_path_factory.mktemp("desk") / "examples.db")) as store:
        store.add_many(coder.code(document) for document in documents)
        yield store


@pytest.fixture
def desk(example_store: Store) -> Iterator[TestClient]:
    """A reader of the desk on a day after the last example."""
    with TestClient(make_desk(example_store, token=TOKEN, clock=lambda: DAY)) as reader:
        yield reader
