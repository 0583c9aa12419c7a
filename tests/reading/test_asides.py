"""Phrases that only say when, where it was said or who told of it."""

import pytest
from spacy.language import Language

from detente.knowledge.files import BUILT_IN
from detente.knowledge.grammar import load_grammar
from detente.reading.asides import PAPER, SETTING, TELLER, note_asides, outside
from detente.reading.syntax import parse

WORDS = load_grammar((BUILT_IN,)).words

CASES = [
    ("Police broke up a march, a week before elections in Peru.", "broke", "a week before elections in Peru"),
    ("Like Peru before it, Chile closed the border.", "closed", "Like Peru"),
    ("Police broke up a march, days ahead of a summit in Peru.", "broke", "days ahead of a summit in Peru"),
    (
        "Kenya sent tents two days after an earthquake in Peru.",
        "sent",
        "two days after an earthquake in Peru",
    ),
    ("In a speech in Peru, the minister accused Chile of spying.", "accused", "In a speech in Peru"),
    ("A Peruvian minister said that Chile had closed the border.", "closed", "A Peruvian minister"),
    ("The envoys, who met in Peru, condemned a raid by Chile.", "raid", "in Peru"),
    ("Kenya recalled its envoy after a raid by Peru.", "recalled", ""),
    ("Kenya sent tents before the earthquake in Peru.", "earthquake", ""),
]


@pytest.mark.parametrize(("sentence", "word", "aside"), CASES)
def test_an_aside_is_outside_the_deed(sentence: str, word: str, aside: str, nlp: Language) -> None:
    doc = parse(sentence, nlp)
    note_asides(doc, WORDS)
    head = next(token.i for token in doc if token.text == word)
    assert " ".join(doc[i].text for i in sorted(outside(head, doc))) == aside


def test_the_place_of_a_deed_may_stand_in_its_setting(nlp: Language) -> None:
    doc = parse("Soldiers were shot during a patrol in Peru.", nlp)
    note_asides(doc, WORDS)
    assert outside(2, doc) and not outside(2, doc, but=SETTING)


def test_a_paper_tells_of_others_and_a_teller_may_tell_of_his_own(nlp: Language) -> None:
    told = [
        parse(f"Police beat monks, the {word} said.", nlp) for word in ("Peruvian report", "Peruvian army")
    ]
    for doc in told:
        note_asides(doc, WORDS)
    assert [bool(outside(1, doc, only=PAPER)) for doc in told] == [True, False]
    assert [bool(outside(1, doc, but=TELLER)) for doc in told] == [True, False]
