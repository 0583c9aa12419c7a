"""What a cleft or a subject parts from its word, and sentences that do neither."""

import pytest
from spacy.language import Language

from detente.knowledge.files import BUILT_IN
from detente.knowledge.grammar import load_grammar
from detente.reading.repairs.phrases.displaced import repair_displaced
from detente.reading.syntax import parse

WORDS = load_grammar((BUILT_IN,)).words
AWAITED, DAYS = WORDS["nouns of what is awaited"], WORDS["names of days"]
CASES = [
    ("What Kenya seeks is a truce with Chad.", "truce", "seeks"),
    ("What Kenya is asking for is an extension of the deal.", "extension", "for"),
    ("What Kenya demands is that Chad free the envoy.", "free", "demands"),
    ("All we ask is that Chad free the envoy.", "free", "ask"),
    ("What surprised Kenya was the raid on Chad.", "raid", "was"),
    ("Preparations have begun for a visit by the king.", "for", "Preparations"),
    ("A call with the king is planned for Friday.", "for", "planned"),
    ("The king left for a visit to Chad.", "for", "left"),
]


@pytest.mark.parametrize(("sentence", "word", "above"), CASES)
def test_the_word_hangs_where_it_belongs(sentence: str, word: str, above: str, nlp: Language) -> None:
    doc = repair_displaced(parse(sentence, nlp), AWAITED, DAYS)
    assert [t.head.text for t in doc if t.text == word][-1] == above
