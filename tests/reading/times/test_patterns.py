"""The language of patterns, and what is said when a rule is wrong."""

import re
from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.files import BUILT_IN
from detente.knowledge.time_index import last_words
from detente.knowledge.time_needs import Openings
from detente.knowledge.time_patterns import Words, compile_pattern
from detente.knowledge.times import load_times

UNITS = frozenset({"day", "days", "week", "weeks"})
CLASSES = {
    "unit": Words("days?|weeks?", UNITS, UNITS),
    "n": Words(r"\d+", frozenset({"#"}), frozenset()),
}


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("next {unit}", "next week", True),
        ("next {unit}", "NEXT\nweek", True),
        ("next {unit}", "next\n\nweek", False),
        ("next {unit}", "next weekly", False),
        ("[the] next {unit}", "the next week", True),
        ("[the] next {unit}", "next week", True),
        ("{n} [more] {unit}", "3 more days", True),
        ("{n} [more] {unit}", "3 days", True),
        ("{n}_{unit}", "3-day", True),
        ("{n}_{unit}", "3 day", True),
        ("(this|that) {unit}", "that day", True),
        ("May", "may", False),
        ("May", "MAY", True),
        ("may", "May", True),
    ],
)
def test_pattern(pattern: str, text: str, matches: bool) -> None:  # noqa: FBT001
    assert bool(re.fullmatch(compile_pattern(pattern, CLASSES).expression, text)) is matches


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [("next {unt}", "no word class 'unt'"), ("[the next", "missing"), ("next) week", "not opened")],
)
def test_a_wrong_pattern_is_explained(pattern: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        compile_pattern(pattern, CLASSES)


def test_first_and_needed_words() -> None:
    piece = compile_pattern("[the] next {unit}", CLASSES)
    assert piece.first == {"the", "next"}
    assert piece.needed == UNITS  # "next" is frequent
    assert piece.longest == 3


@pytest.mark.parametrize(
    ("pattern", "second", "single"),
    [
        ("[the] next {unit}", UNITS | {"next"}, False),
        ("{unit} (ago|before now)", frozenset({"ago", "before"}), False),
        ("{unit} [ago]", frozenset({"ago"}), True),
        ("year's end", frozenset({"s"}), False),
        ("mid_{unit}", UNITS, False),
        ("{n}_{n.2} GMT", None, False),  # "0415 GMT"
        ("{unit}s", None, False),
    ],
)
def test_second_words(pattern: str, second: frozenset[str] | None, single: bool) -> None:  # noqa: FBT001
    piece = compile_pattern(pattern, CLASSES)
    assert (piece.second, piece.single) == (second, single)


def test_a_bad_rule_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "times").mkdir()
    (tmp_path / "times" / "rules-mine.yaml").write_text("id: mine\npattern: ['the {moon}']\nvalue: X\n")
    with pytest.raises(KnowledgeError, match=r"rules-mine.yaml: mine: .*moon"):
        load_times((tmp_path,))


def test_no_expression_is_compiled_before_a_text_needs_it() -> None:
    tables = load_times((BUILT_IN,))
    groups = [group for needed in tables.matchers.values() for those in needed.values() for group in those]
    matchers = [matcher for group in groups for matcher in group.matchers]
    assert matchers
    assert not any("regex" in vars(expression) for m in matchers for expression in m.expressions())


def test_every_pattern_of_ours_is_a_regular_expression() -> None:
    tables = load_times((BUILT_IN,))
    tables.compile_all()
    groups = [group for needed in tables.matchers.values() for those in needed.values() for group in those]
    assert all("regex" in vars(e) for g in groups for m in g.matchers for e in m.expressions())


@pytest.mark.parametrize("pattern", ["{month} or {month}", "the {bad} week"])
def test_what_is_no_regular_expression_names_its_file(tmp_path: Path, pattern: str) -> None:
    (tmp_path / "times").mkdir()
    (tmp_path / "times" / "words-mine.yaml").write_text("id: bad\nregex: '(x'\ncore: true\n")
    (tmp_path / "times" / "rules-mine.yaml").write_text(f"id: mine\npattern: ['{pattern}']\nvalue: X\n")
    with pytest.raises(KnowledgeError, match=r"rules-mine.yaml: mine: pattern '.*'"):
        load_times((BUILT_IN, tmp_path)).compile_all()


@pytest.mark.parametrize(
    ("patterns", "last"),
    [
        (["for", "the (last|past)"], {"for", "the", "last", "past"}),
        (["{unit} ... in [(more than|over)]"], {"in", "more", "than", "over"}),
        (["Mr.", "mid-"], {"mr", "", "mid"}),
        (["than {n}"], None),
        (["not ..."], None),
        (["[the]"], None),
    ],
)
def test_last_words(patterns: list[str], last: set[str] | None) -> None:
    assert last_words(patterns) == (frozenset(last) if last is not None else None)


def test_nothing_begins_within_a_number() -> None:
    openings = Openings({"#": (), "a": ()})
    assert [offset for _, offset, _ in openings["2,000"]] == [0]
    assert [offset for _, offset, _ in openings["9:05"]] == [0]
    assert [offset for _, offset, _ in openings["18-19"]] == [0, 3]
