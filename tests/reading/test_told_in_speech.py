"""What is said in a speech hangs on the saying, and what is wanted done is no clause of its own."""

import pytest
from spacy.language import Language

from detente.reading.repairs.clauses.saying import repair_told_in_speech
from detente.reading.repairs.words.bare_passives import repair_bare_passives
from detente.reading.syntax import parse

SAYING, OCCASIONS = frozenset({"say", "argue", "write", "tell"}), frozenset({"speech", "statement", "letter"})


@pytest.mark.parametrize(
    ("text", "clause", "head"),
    [
        ("Norway's premier said in a speech that Chile had broken the truce.", "broken", "said"),
        ("Norway's premier argued in a televised speech that Chile should withdraw.", "withdraw", "argued"),
        ("The minister wrote in a letter to the league that Chile bore the blame.", "bore", "wrote"),
        ("Norway's premier praised the speech that Chile had criticised.", "criticised", "speech"),
    ],
)
def test_what_is_said_in_a_speech_hangs_on_the_saying(
    nlp: Language, text: str, clause: str, head: str
) -> None:
    doc = repair_told_in_speech(parse(text, nlp), SAYING, OCCASIONS)
    assert next(t for t in doc if t.text == clause).head.text == head


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("Norway wants her extradited.", "her", "nsubjpass"),
        ("Norway wants the envoys freed.", "envoys", "nsubjpass"),
        ("Norway says the envoys fled.", "envoys", "nsubj"),
    ],
)
def test_what_is_wanted_done_is_done_to_somebody(nlp: Language, text: str, word: str, label: str) -> None:
    doc = repair_bare_passives(parse(text, nlp), (), (), frozenset({"want"}))
    assert next(t for t in doc if t.text == word).dep_ == label
