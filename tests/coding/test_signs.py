"""What lets a rule be passed over without a look at its conditions agrees with a look at them."""

import re
from pathlib import Path

import pytest

from detente.checking import example_coder
from detente.coding.matching.lexicon import Lexicon, any_meets, is_named_in, signs_at
from detente.coding.matching.noun_tests import has_form, read_tests
from detente.knowledge.frames import Operator
from detente.pipeline import Coder
from detente.records import Document

LINES = (Path(__file__).parent / "contexts" / "sentences.txt").read_text(encoding="utf-8").splitlines()
TEXT = " ".join(line.split(": ", 1)[1] for line in LINES if line and line[0] not in "#!")[:4000]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def test_a_noun_that_a_rule_names_has_one_of_its_signs(coder: Coder) -> None:
    layers = coder.layers(Document(text=TEXT, published="2013-02-12"))
    doc, mentions, lexicon = layers["doc"], layers["mentions"], layers["lexicon"]
    asked = [read_tests(t, lexicon.tests) for t in _tests(lexicon)]
    named = 0
    for head in [t.i for t in doc if t.pos_ in ("NOUN", "PROPN")]:
        signs = signs_at(head, doc, mentions, lexicon)
        for tests in asked:
            if has_form(tests, head, doc):
                named += 1
                assert not tests.signs.isdisjoint(signs)
                assert is_named_in(tests, head, doc, mentions, lexicon)
    assert named > 100


def test_a_clause_says_nothing_that_has_no_sign_of_it(coder: Coder) -> None:
    layers = coder.layers(Document(text=TEXT, published="2013-02-12"))
    doc, mentions, lexicon = layers["doc"], layers["mentions"], layers["lexicon"]
    said = {o.says for entries in lexicon.verb_operators.values() for _, o in entries if o.says}
    met = 0
    for head in [t.i for t in doc if t.pos_ in ("VERB", "NOUN", "ADJ")]:
        signs = signs_at(head, doc, mentions, lexicon)
        for says in said:
            tests = read_tests(says, lexicon.tests)
            if tests.by_signs and any_meets(says, (head,), doc, mentions, lexicon):
                met += 1
                assert not tests.signs.isdisjoint(signs)
    assert met > 50


def test_every_context_of_several_words_can_begin(coder: Coder) -> None:
    relations = coder.knowledge.relations
    several = [topic for topic in relations.topics if " " in topic or "-" in topic]
    for topic in several:
        first, second, *_ = re.findall(r"[^\s-]+|-", topic)
        assert second in relations.topic_starts[first]
    assert several


def _tests(lexicon: Lexicon) -> set[tuple[str, ...]]:
    tables = (lexicon.verb_frames, lexicon.noun_frames, lexicon.verb_operators, lexicon.noun_operators)
    rules = [rule for table in tables for entries in table.values() for _, rule in entries]
    found = {tests for rule in rules for tests in (*rule.when.values(), *rule.unless.values())}
    return found | {rule.says for rule in rules if isinstance(rule, Operator) and rule.says}
