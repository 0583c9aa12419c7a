"""A repair that has changed one sentence looks in those behind only at what it asked for."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from detente.reading.repairs.agents.hurt_in import repair_put_to_death
from detente.reading.repairs.phrases.displaced import repair_displaced
from detente.reading.repairs.subjects.two_subjects import repair_two_subjects
from detente.reading.repairs.words.headline_words import repair_first_to
from detente.reading.repairs.words.set_phrases import repair_nothing_to_do
from detente.reading.syntax import parse
from detente.reading.tokens import Doc, Token

CASES: list[tuple[Callable[[Doc], object], str, str]] = [
    (
        lambda doc: repair_first_to(doc, {"first"}),
        "Norway is the first to recognise Sylvania.",
        "The envoy will come in to discuss the crisis.",
    ),
    (
        lambda doc: repair_displaced(doc, frozenset(), frozenset()),
        "What Norway seeks is a truce.",
        "What Chad talks about now is mainstream.",
    ),
    (
        lambda doc: repair_nothing_to_do(doc, {"nothing"}),
        "Norway has nothing to do with the plot.",
        "The fund said Chad had nothing to do there, but asked for a loan.",
    ),
    (
        lambda doc: repair_two_subjects(doc, {"say"}),
        "The militia Kataib al-Nur vowed to fight.",
        "I said when I announced I was not running, I am going to speak.",
    ),
    (
        lambda doc: repair_put_to_death(doc, {"hanging", "firing squad"}),
        "He was executed by hanging in Oslo.",
        "He is the first to be executed via firing squad.",
    ),
]


def labels(tokens: list[Token]) -> list[tuple[str, str, str, int]]:
    return [(t.text, t.dep_, t.tag_, t.head.i) for t in tokens]


@pytest.mark.parametrize(("repair", "first", "second"), CASES)
def test_a_change_in_one_sentence_leaves_the_next_alone(
    repair: Callable[[Doc], object], first: str, second: str, nlp: Language
) -> None:
    doc = parse(f"{first} {second}", nlp)
    begins = next(t.i for t in doc if t.idx > len(first))
    before = labels(doc)
    repair(doc)
    after = labels(doc)
    assert before[:begins] != after[:begins], "the first sentence sets it off"
    assert before[begins:] == after[begins:]
