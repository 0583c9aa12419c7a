"""Words that the parser hangs on the noun or clause beside the one that they belong to."""

from __future__ import annotations

import pytest
from spacy.language import Language

from detente.reading.repairs.clauses.protesting import repair_protesting
from detente.reading.repairs.names.called_names import repair_named_so
from detente.reading.repairs.subjects.hours_after import repair_hours_after
from detente.reading.syntax import parse
from detente.reading.tokens import Doc

CASES = [
    ("Monks are held during a vigil outside the parliament denouncing the expulsion.", "denouncing", "vigil"),
    ("Norway recalls envoys in Kenya weeks before the two sides sign a pact.", "Kenya", "in"),
    ("Norway recalls envoys in Kenya weeks before the two sides sign a pact.", "weeks", "sign"),
    ("Norway bombed Oulu weeks after Finland struck Narvik.", "Oulu", "bombed"),
    ("Norway has bombed East Oulu weeks after Finland struck Narvik.", "Oulu", "bombed"),
    ("Oslo calls the move blackmail.", "move", "calls"),
    ("Oslo calls the move blackmail.", "blackmail", "calls"),
    ("Oslo tries a move in June.", "move", "tries"),
]


def read(sentence: str, nlp: Language) -> Doc:
    """The sentence with these repairs alone."""
    doc = repair_hours_after(parse(sentence, nlp), frozenset({"week"}), frozenset({"bomb"}))
    doc = repair_named_so(doc, frozenset({"call"}), frozenset({"blackmail"}))
    none = frozenset[str]()
    return repair_protesting(doc, none, none, frozenset({"vigil"}), frozenset({"denounce"}))


@pytest.mark.parametrize(("sentence", "word", "head"), CASES)
def test_what_a_word_belongs_to(sentence: str, word: str, head: str, nlp: Language) -> None:
    doc = read(sentence, nlp)
    assert next(t.head.text for t in doc if t.text == word) == head
