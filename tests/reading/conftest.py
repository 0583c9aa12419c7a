"""What the tests of how texts are read share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from detente.knowledge.load import load_knowledge
from detente.reading.reread import reread
from detente.tables import give_tables


@pytest.fixture(scope="session")
def read_again(nlp: Language) -> Callable[[Sequence[Doc]], Sequence[Doc]]:
    """Parsed blocks in, the same with all second readings out."""
    tables = give_tables(load_knowledge(), nlp, own_model=True)
    return lambda blocks: reread(blocks, nlp, tables["reread words"], tables["headline words"])
