"""The event tables as they are shipped: they load, agree with each other, and no row can be ambiguous."""

from collections import Counter
from collections.abc import Iterable
from itertools import product
from typing import get_args

import pytest
import yaml

from detente.knowledge.check import read_example, static_problems
from detente.knowledge.files import BUILT_IN
from detente.knowledge.frames import Frame, load_event_tables
from detente.records import Status

CODING = BUILT_IN.parents[1] / "coding"
TABLES = load_event_tables((BUILT_IN,))
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
ARGUMENT_TESTS = (
    "@actor",
    "@state",
    "@organisation",
    "@group",
    "@foreign",
    "@armed",
    "@forces",
    "@international",
    "@place",
    "@person",
    "@people",
    "@firm",
    "@event",
    "@number",
    "@known",
    "@held",
    "@any",
    "@name",
    "@outlet",
    "@town",
    "@curbing",
    "@told",
)
SCORED = {(score.type, score.mode) for score in TABLES.scores}


def repeated(names: Iterable[object]) -> list[object]:
    return [name for name, count in Counter(names).items() if count > 1]


def test_every_rule_has_example_and_every_group_a_near_miss_and_all_names_are_known() -> None:
    assert [str(problem) for problem in static_problems(TABLES)] == []


@pytest.mark.parametrize("frame", TABLES.frames, ids=lambda frame: frame.id)
def test_each_example_of_a_frame_has_one_mark(frame: Frame) -> None:
    assert all(read_example(frame, line).text for line in frame.examples)


def test_no_sentence_serves_two_rules() -> None:
    lines = [line.partition("=>")[0] for frame in TABLES.frames for line in (*frame.examples, *frame.not_)]
    assert repeated(lines) == []


def test_a_frame_names_no_word_twice_and_has_words() -> None:
    assert [f.id for f in TABLES.frames if repeated((*f.verbs, *f.nouns)) or not (f.verbs or f.nouns)] == []


def test_a_verb_entry_has_at_most_four_words_after_the_verb() -> None:
    assert [(f.id, verb) for f in TABLES.frames for verb in f.verbs if len(verb.split()) > 5] == []


def test_conditions_on_the_text_are_known_tests() -> None:
    tests = (
        test for f in TABLES.frames for d in (f.when, f.unless) for values in d.values() for test in values
    )
    assert {t for t in tests if t.lstrip("!").startswith("@")} <= {
        *ARGUMENT_TESTS,
        *(f"!{t}" for t in ARGUMENT_TESTS),
    }


@pytest.mark.parametrize("file", sorted((BUILT_IN / "frames").glob("*.yaml")), ids=lambda path: path.stem)
def test_knowledge_files_stay_short(file: object) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300  # type: ignore[attr-defined]


def test_noun_classes_include_only_classes_that_exist() -> None:
    known = {cls.id for cls in TABLES.noun_classes}
    assert [(cls.id, name) for cls in TABLES.noun_classes for name in cls.includes if name not in known] == []


def test_noun_class_ids_are_used_once_over_all_files() -> None:
    files = (BUILT_IN / "nouns").glob("*.yaml")
    rules = [rule for file in files for rule in yaml.safe_load_all(file.read_text(encoding="utf-8")) if rule]
    assert repeated(rule["id"] for rule in rules) == []


def test_kinds_are_unique_and_scored() -> None:
    assert repeated(kind.kind for kind in TABLES.kinds) == []
    assert [k.kind for k in TABLES.kinds if k.type and (k.type, k.mode) not in SCORED] == []


def test_only_kinds_that_point_at_another_act_have_no_type() -> None:
    assert {kind.family for kind in TABLES.kinds if kind.type is None} == {"same act"}


def test_every_type_has_kinds_and_a_score_without_mode() -> None:
    assert {kind.type for kind in TABLES.kinds if kind.type} == set(TYPES)
    assert [name for name in TYPES if (name, None) not in SCORED] == []


def test_every_group_of_kinds_has_kinds_and_is_asked_for() -> None:
    groups = {row.group for row in TABLES.groups}
    assert groups == {group for kind in TABLES.kinds for group in kind.groups}
    code = "".join(path.read_text(encoding="utf-8") for path in CODING.rglob("*.py"))
    assert [group for group in groups if f'"{group}"' not in code] == []


def test_every_type_has_a_row_for_every_status() -> None:
    rows = {(row.type, row.status) for row in TABLES.status_codes}
    assert set(product(TYPES, get_args(Status))) - rows == set()
    assert repeated((row.type, row.status) for row in TABLES.status_codes) == []


def test_codes_in_the_tables_are_scored() -> None:
    coded = [(row.code, row.mode) for row in TABLES.status_codes if row.code]
    coded += [(row.code, row.mode) for row in TABLES.embedded_codes]
    assert [code for code in coded if code not in SCORED] == []


def test_what_did_not_take_place_and_was_not_said_has_no_code() -> None:
    silent = {"postponed", "denied", "hypothetical"}
    assert [row for row in TABLES.status_codes if row.status in silent and row.code] == []


@pytest.mark.parametrize(
    ("type_", "status", "code", "mode"),
    [
        ("CONSULT", "planned", "AGREE", None),
        ("CONSULT", "declined", "REJECT", "meet"),
        ("AID", "declined", "REJECT", "assist"),
        ("RETREAT", "planned", "CONCEDE", None),
        ("RETREAT", "declined", "REJECT", "yield"),
        ("SANCTION", "planned", "THREATEN", "relations"),
        ("ASSAULT", "planned", "THREATEN", "violence"),
        ("COERCE-arrest", "planned", "THREATEN", "arrest"),
        ("ACCUSE", "occurred", "ACCUSE", None),
    ],
)
def test_codes_by_status(type_: str, status: str, code: str, mode: str | None) -> None:
    rows = {(row.type, row.status): (row.code, row.mode) for row in TABLES.status_codes}
    assert rows[type_, status] == (code, mode)
