"""Headlines that leave out their verb, read once more with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from detente.reading.syntax import parse_blocks

ReadAgain = Callable[[Sequence[Doc]], Sequence[Doc]]


@pytest.mark.parametrize(
    ("text", "word", "verb", "subjects"),
    [
        ("Lula in Jakarta for three-day state visit", "in", "be", ["Lula"]),
        ("Iran FM in Muscat for nuclear talks with US", "in", "be", ["FM"]),
        ("Merz, Macron in Kyiv to meet Zelensky", "in", "be", ["Merz", "Macron"]),
        ("Hamas team in Cairo for truce talks", "in", "be", ["team"]),
        ("Guterres in Baghdad as UN mission closes", "in", "be", ["Guterres"]),
        ("Putin back in Beijing for talks with Xi", "back", "be", ["Putin"]),
        ("Meloni off to Tripoli", "off", "go", ["Meloni"]),
        ("Lula on three-day visit to Indonesia", "on", "be", ["Lula"]),
        ("Ruto due in Tokyo next week", "due", "be due", ["Ruto"]),
    ],
)
def test_the_verb_that_is_meant(
    text: str, word: str, verb: str, subjects: list[str], nlp: Language, read_again: ReadAgain
) -> None:
    (block,) = read_again(parse_blocks(text, nlp))
    found = next(t for t in block if t.text == word)
    first = [c for c in found.lefts if c.dep_ == "nsubj"]
    assert block.text == text
    assert (found.dep_, found.lemma_) == ("ROOT", verb)
    assert [t.text for s in first for t in (s, *s.conjuncts)] == subjects


@pytest.mark.parametrize(
    "text",
    [
        "Zambia in response called on Malawi to reopen the bridge.",
        "Officials in Strelsau attribute the bombing to the Black Eagles.",
        "The premier on Tuesday conferred with militant leaders in Zenda.",
        "Macron in Berlin urges talks",
        "Protest in Zenda over tariffs",
        "Talks in Geneva on Monday",
        "The French decision to bomb Zenda angered Qatar.",
    ],
)
def test_lines_with_a_verb_and_events_stay(text: str, nlp: Language, read_again: ReadAgain) -> None:
    before = parse_blocks(text, nlp)
    after = read_again(before)
    assert [t.lemma_ for b in after for t in b if t.text in ("in", "on")] == [
        t.lemma_ for b in before for t in b if t.text in ("in", "on")
    ]
