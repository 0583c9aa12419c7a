"""The examples and near misses of all time rules, read as published on the reference date."""

import re
from datetime import date

import pytest
from spacy.language import Language

from detente.knowledge.check import REFERENCE_DATE
from detente.knowledge.files import BUILT_IN, Rule
from detente.knowledge.times import TimeTables, load_times
from detente.reading.syntax import parse
from detente.reading.times import find_times
from detente.records import TimeExpression

TABLES = load_times((BUILT_IN,))
MARK = re.compile(r"\[\[(.+?)\]\]")
EXAMPLES = [(rule, line) for rule in TABLES.rules for line in rule.examples]
NEAR_MISSES = [(rule, line) for rule in TABLES.rules for line in rule.not_]
FILES = sorted({rule.file for rule in TABLES.rules})


def ids(case: object) -> str:
    return case.id if isinstance(case, Rule) else str(case)


def fired(times: tuple[TimeExpression, ...], rule: Rule) -> list[TimeExpression]:
    return [t for t in times if t.rule and rule.id in t.rule.split("+")]


@pytest.mark.parametrize(("rule", "line"), EXAMPLES, ids=ids)
def test_example_is_read(rule: Rule, line: str, nlp: Language) -> None:
    sentence, _, expected = line.partition("=>")
    text, found = read(sentence, nlp, TABLES)
    mark = MARK.search(sentence)
    assert mark is not None and len(MARK.findall(sentence)) == 1
    marked = [t for t in found if t.span == (mark.start(), mark.start() + len(mark.group(1)))]
    assert [t.text for t in marked] == [mark.group(1)], [(t.text, t.value) for t in found]
    if not rule.file.startswith("outlook"):
        assert fired(found, rule) == marked, [(t.text, t.rule) for t in found]
    value, *rest = expected.split()
    assert marked[0].value == value
    mod = next((part for part in rest if ".." not in part), None)
    assert marked[0].mod == mod
    interval = next((part for part in rest if ".." in part), None)
    if interval is not None:
        assert f"{marked[0].earliest or ''}..{marked[0].latest or ''}" == interval
    assert text[slice(*marked[0].span)] == mark.group(1)


@pytest.mark.parametrize(("rule", "line"), NEAR_MISSES, ids=ids)
def test_near_miss_is_left_alone(rule: Rule, line: str, nlp: Language) -> None:
    _, found = read(line, nlp, TABLES)
    assert fired(found, rule) == []


def read(sentence: str, nlp: Language, tables: TimeTables) -> tuple[str, tuple[TimeExpression, ...]]:
    text = MARK.sub(r"\1", sentence).strip()
    return text, find_times(parse(text, nlp), REFERENCE_DATE, tables)


def test_every_rule_has_an_example() -> None:
    assert [rule.id for rule in TABLES.rules if not rule.examples] == []


@pytest.mark.parametrize("file", FILES)
def test_every_file_has_near_misses(file: str) -> None:
    assert any(rule.not_ for rule in TABLES.rules if rule.file == file)


def test_the_reference_date_is_a_tuesday() -> None:
    assert date.fromisoformat(REFERENCE_DATE).isoweekday() == 2
