"""Second verbs of headlines: what they are joined to, and what they do it to."""

import pytest
from spacy.language import Language

from detente.reading.repairs.words.second_verbs import repair_second_verbs
from detente.reading.syntax import parse

VERBS = frozenset(
    {"condemn", "arrest", "sink", "storm", "summon", "vow", "freeze", "jail", "hand over", "urge", "charge"}
)
WORDS = {
    "spans before after": frozenset({"day"}),
    "verbs without object": frozenset({"defect"}),
    "verbs that are no nouns": frozenset({"apologise"}),
}

JOINED = [
    (
        "The Turkish government condemns the Greek raid and arrests a Greek journalist",
        "arrests",
        "condemns",
        "journalist",
    ),
    ("Ankara on Monday sinks Greek trawler and storms Greek embassy", "storms", "sinks", "embassy"),
    ("Turkey jails Greek activist, freezes Greek assets", "freezes", "jails", "assets"),
    ("Turkish president summons Greek envoy, vows to punish Greece", "vows", "summons", None),
    (
        "President Erdogan urges Greece to pull out and charges Greek consul with spying",
        "charges",
        "urges",
        "consul",
    ),
]


@pytest.mark.parametrize(("sentence", "second", "first", "target"), JOINED)
def test_second_verb_is_joined_to_the_first(
    sentence: str, second: str, first: str, target: str | None, nlp: Language
) -> None:
    doc = repair_second_verbs(parse(sentence, nlp), VERBS, WORDS)
    token = next(t for t in doc if t.text == second)
    assert (token.head.text, token.dep_, token.tag_) == (first, "conj", "VBZ")
    assert target is None or target in [c.text for c in token.children if c.dep_ == "dobj"]


def test_noun_before_a_span_of_time_is_no_part_of_it(nlp: Language) -> None:
    doc = parse(
        "Turkish foreign ministry fires missiles at Greek port day after Egypt arrests a journalist", nlp
    )
    repair_second_verbs(doc, VERBS, WORDS)
    assert next(t.head.text for t in doc if t.text == "port") == "at"


def test_verb_without_object_is_no_participle(nlp: Language) -> None:
    doc = repair_second_verbs(parse("A Turkish general defected to Greece.", nlp), VERBS, WORDS)
    assert [(t.text, t.dep_) for t in doc if t.text in ("general", "defected")] == [
        ("general", "nsubj"),
        ("defected", "ROOT"),
    ]


@pytest.mark.parametrize(
    "sentence", ["Turkey condemns attacks and arrests in Greece", "Three Turkish soldiers killed in Syria"]
)
def test_nouns_and_participles_stay(sentence: str, nlp: Language) -> None:
    before = [(t.text, t.tag_, t.head.text) for t in parse(sentence, nlp)]
    doc = repair_second_verbs(parse(sentence, nlp), VERBS, WORDS)
    assert [(t.text, t.tag_, t.head.text) for t in doc] == before
