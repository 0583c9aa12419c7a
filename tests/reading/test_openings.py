"""Who acts behind an opening phrase that ends in a name."""

import pytest
from spacy.language import Language

from detente.reading.repairs.subjects.openings import repair_openings
from detente.reading.syntax import parse

TIMES = frozenset({"day", "hour", "week"})
CASES = [
    ("After talks in Uruguay, Bahrain and Qatar resume flights next week.", "resume", ["Bahrain"]),
    ("With an eye on Uruguay, Cyprus and Egypt are set to sign a gas agreement.", "set", ["Cyprus"]),
    ("After talks with Chile, Peru's foreign ministry recalled its ambassador.", "recalled", ["ministry"]),
    (
        "Having signed an accord on fishing, Brazil and Suriname reopened their border.",
        "reopened",
        ["Brazil"],
    ),
    ("After a long war with Iran, Iraq annexed Kuwait.", "annexed", ["Iraq"]),
]
OTHERWISE = [
    "The talks in Uruguay, Chile and Peru resume next week.",
    "In Peru, Chile and Bolivia prices fell.",
    "Following the leader, a dog killed by a bus.",
]
SUBJECTS = ("nsubj", "nsubjpass")


@pytest.mark.parametrize(("sentence", "verb", "subjects"), CASES)
def test_who_stands_behind_the_comma_acts(
    sentence: str, verb: str, subjects: list[str], nlp: Language
) -> None:
    (root,) = {token.sent.root for token in repair_openings(parse(sentence, nlp), TIMES)}
    assert (root.text, [c.text for c in root.lefts if c.dep_ in SUBJECTS]) == (verb, subjects)


@pytest.mark.parametrize("sentence", OTHERWISE)
def test_other_lists_stay(sentence: str, nlp: Language) -> None:
    before = [(token.dep_, token.head.i) for token in parse(sentence, nlp)]
    assert [(token.dep_, token.head.i) for token in repair_openings(parse(sentence, nlp), TIMES)] == before
