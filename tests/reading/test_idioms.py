"""The preposition that ends an idiom, and the quoted name before what is called so."""

import pytest
from spacy.language import Language

from detente.reading.repairs.names.called_names import repair_quoted_before
from detente.reading.repairs.words.set_phrases import idioms_of, repair_idioms
from detente.reading.syntax import parse

IDIOMS = idioms_of(frozenset({"hit roof over", "be up in arms over", "put on plane to"}), frozenset())
NOUNS = frozenset(noun for _, noun, _ in IDIOMS)

CASES = [
    ("Kenya hit the roof over a map of the lake.", "over", "hit"),
    ("Kenya is up in arms over a map of the lake.", "over", "is"),
    ("A mason hit the roof of a house.", "of", "roof"),
]


@pytest.mark.parametrize(("sentence", "word", "above"), CASES)
def test_the_preposition_hangs_on_the_verb(sentence: str, word: str, above: str, nlp: Language) -> None:
    doc = repair_idioms(parse(sentence, nlp), IDIOMS, NOUNS)
    assert next(t.head.text for t in doc if t.text == word) == above


def test_what_is_quoted_is_the_name(nlp: Language) -> None:
    sentence = 'The minister called "deeply troubling" the arrest of a writer.'
    doc = repair_quoted_before(parse(sentence, nlp), frozenset({"call"}))
    hung = {t.text: (t.head.text, t.dep_) for t in doc}
    assert hung["troubling"] == ("called", "oprd")
    assert hung["arrest"] == ("called", "dobj")
