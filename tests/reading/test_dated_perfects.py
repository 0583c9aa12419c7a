"""A day between "has" and its participle, read once more without it."""

import pytest
from spacy.language import Language

from detente.reading.dated_perfects import undated_perfects
from detente.reading.second_reading import read_once_more
from detente.reading.syntax import parse_blocks

DAYS = frozenset({"monday", "thursday"})


@pytest.mark.parametrize(
    ("text", "verb", "object_"),
    [
        (
            "Vietnam has on Thursday massed troops along the border with Peru, officials said.",
            "massed",
            "troops",
        ),
        ("Kenyan police have on Monday harassed Chilean diplomats, officials said.", "harassed", "diplomats"),
        ("Kenya has on Monday severed diplomatic ties with Chile, officials said.", "severed", "ties"),
        ("Kenya has on Monday recalled its ambassador from Chile.", "recalled", "ambassador"),
    ],
)
def test_the_participle_is_the_verb(text: str, verb: str, object_: str, nlp: Language) -> None:
    ((block,),) = read_once_more([parse_blocks(text, nlp)], nlp, [undated_perfects(DAYS)])
    words = {token.text: token for token in block}
    assert block.text == text
    assert [words[object_].head.text, words[object_].dep_] == [verb, "dobj"]
    assert [words["on"].head.text, words["on"].tag_] == [verb, "IN"]


def test_other_days_are_left_as_they_were_read(nlp: Language) -> None:
    blocks = parse_blocks("Kenya has on its side frozen Lake Turkana, and on Monday a fair.", nlp)
    assert read_once_more([blocks], nlp, [undated_perfects(DAYS)])[0][0] is blocks[0]
