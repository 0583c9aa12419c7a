"""PLOVER's 37 contexts on sentences written for them: each at least three times, each with a near miss."""

from collections import Counter
from pathlib import Path

import pytest

from detente.checking import example_coder
from detente.coding.plover import contexts_of
from detente.pipeline import Coder
from detente.records import Document

LINES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split(": ", 1)) for line in LINES if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def _contexts(coder: Coder, text: str) -> set[str]:
    layers = coder.layers(Document(text=text, published="2013-02-12"))
    relations = coder.knowledge.relations
    found = (contexts_of(s, relations.topics, relations.topic_starts) for s in layers["doc"].sents)
    return {context for contexts in found for context in contexts}


def test_every_context_has_three_sentences_and_a_near_miss(coder: Coder) -> None:
    counts = Counter(context for context, _ in CASES)
    known = {context for contexts in coder.knowledge.relations.topics.values() for context in contexts}
    assert len(known) == 37
    assert {c for c in known if counts[c] < 3 or not counts[f"!{c}"]} == set()


def test_contexts_are_read_off_the_words(coder: Coder) -> None:
    """All but a few of the sentences; a near miss must not tell of the context that it nearly tells of."""
    missed = [text for context, text in CASES if context[0] != "!" and context not in _contexts(coder, text)]
    false = [text for context, text in CASES if context[0] == "!" and context[1:] in _contexts(coder, text)]
    assert (missed, false) == ([], [])


def test_an_event_takes_the_contexts_of_its_sentence(coder: Coder) -> None:
    text = "Ruritania accused Sylvania of bribery. Graustark visited Strelsau."
    events = coder.code(Document(text=text, published="2013-02-12")).events
    assert "corruption" in events[0].contexts
    assert all("corruption" not in event.contexts for event in events[1:])
