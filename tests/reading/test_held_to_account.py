"""Gerunds that go on with what somebody is accused of or thanked for, and those that do not."""

import pytest
from spacy.language import Language

from detente.reading.repairs.clauses.held_to_account import repair_held_to_account
from detente.reading.syntax import parse

HOLDING = frozenset({"accuse", "blame", "thank"})
CASES = [
    ("Serbia accuses Kosovo of treason and violating the agreement.", "violating", "treason"),
    ("Chad blames Sudan for the raid and shelling a village.", "shelling", "raid"),
    ("Peru thanked Chile for its help and sending doctors.", "sending", "help"),
]


@pytest.mark.parametrize(("sentence", "gerund", "head"), CASES)
def test_what_it_goes_on_with(sentence: str, gerund: str, head: str, nlp: Language) -> None:
    doc = repair_held_to_account(parse(sentence, nlp), HOLDING)
    assert next(token for token in doc if token.text == gerund).head.text == head


def test_other_verbs_keep_theirs(nlp: Language) -> None:
    doc = repair_held_to_account(
        parse("Chad blames Sudan for the raid and shelling a village.", nlp), {"thank"}
    )
    assert next(token for token in doc if token.text == "shelling").head.text == "blames"
