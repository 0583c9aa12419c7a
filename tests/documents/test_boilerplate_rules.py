"""Every boilerplate rule matches each of its examples at the marks, and none of its near misses."""

import re
from pathlib import Path

import pytest

from detente.documents.phrases import BoilerplateRule, compile_rule
from detente.errors import KnowledgeError
from detente.knowledge.files import BUILT_IN, read_rules

RULES = {rule.id: rule for rule in read_rules([BUILT_IN], "boilerplate/*.yaml", BoilerplateRule)}
MARKED = re.compile(r"\[\[(.*?)\]\](?!\])")
EXAMPLES = [(rule.id, example) for rule in RULES.values() for example in rule.examples]
NEAR_MISSES = [(rule.id, example) for rule in RULES.values() for example in rule.not_]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_says_why_and_has_examples_and_near_misses(rule: BoilerplateRule) -> None:
    assert rule.why
    assert rule.examples
    assert rule.not_


@pytest.mark.parametrize(("rule_id", "example"), EXAMPLES)
def test_an_example_is_matched_at_its_marks(rule_id: str, example: str) -> None:
    marked = MARKED.search(example)
    assert marked, "mark the words that the rule finds with [[ ]]"
    text = MARKED.sub(r"\1", example)
    found = compile_rule(RULES[rule_id]).find(text)
    assert found is not None
    assert text[slice(*found)] == marked[1]


@pytest.mark.parametrize(("rule_id", "example"), NEAR_MISSES)
def test_a_near_miss_is_not_matched(rule_id: str, example: str) -> None:
    found = compile_rule(RULES[rule_id]).find(example)
    assert found is None, example[slice(*found)]


def test_a_phrase_that_is_no_pattern_is_an_error_with_file_and_rule(tmp_path: Path) -> None:
    rule = BoilerplateRule(id="broken", part="block", phrases=("(open",), file="own.yaml")
    with pytest.raises(KnowledgeError, match=r"^own\.yaml: broken: a phrase is no pattern"):
        compile_rule(rule)
