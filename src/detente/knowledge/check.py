"""The example notation of rules, and the checks that need no coder: every rule has examples, every group near misses.

An example of a frame or operator reads `SENTENCE with one [[trigger]]. => ACTOR, ACTOR -> RECIPIENT | status`;
codes are actor ids, `?` for an actor without one, a part left out is not compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.errors import KnowledgeError, did_you_mean
from detente.knowledge.files import Rule
from detente.knowledge.frames import EventTables, Frame, Operator
from detente.records import Span

REFERENCE_DATE = "2013-02-12"  # a Tuesday; all examples are read as published that day
_MARK = re.compile(r"\[\[(.+?)\]\]")


def unmarked(line: str) -> str:
    """The sentence of an example or near miss, without its marks and what is expected of it."""
    return _MARK.sub(r"\1", line.partition("=>")[0]).strip()


@dataclass(frozen=True, kw_only=True)
class Example:
    """One example sentence of a rule, taken apart; None where the example does not say."""

    rule: Rule
    text: str
    mark: Span
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    status: str | None = None


def read_example(rule: Rule, line: str) -> Example:
    """Take an example line apart. Raises `KnowledgeError` unless it has exactly one mark."""
    sentence, _, expected = line.partition("=>")
    marks = _MARK.findall(sentence)
    if len(marks) != 1:
        raise KnowledgeError(
            file=rule.file,
            record=rule.id,
            problem=f"the example '{line}' has {len(marks)} marks",
            remedy="mark the one trigger with [[ ]]",
        )
    start = sentence.index("[[")
    sides, _, rest = expected.partition("|")
    actors, arrow, recipients = sides.partition("->")
    return Example(
        rule=rule,
        text=unmarked(line),
        mark=Span(start, start + len(marks[0])),
        actors=_codes(actors),
        recipients=_codes(recipients) if arrow else (() if actors.strip() else None),
        status=rest.split("|")[0].strip() or None,
    )


def _codes(text: str) -> tuple[str, ...] | None:
    found = tuple(sorted(part.strip() for part in text.split(",") if part.strip()))
    return found or None


def static_problems(tables: EventTables) -> Iterator[KnowledgeError]:
    """What is wrong with the event tables before any sentence is coded."""
    kinds = {kind.kind for kind in tables.kinds}
    rules: tuple[Frame | Operator, ...] = (*tables.frames, *tables.operators)
    yield from _without_examples(rules)
    yield from _without_near_miss(tables.frames)
    for rule in rules:
        for kind in _kinds_of(rule):
            if kind not in kinds:
                remedy = did_you_mean(kind, kinds, otherwise="add a row there, or use one that is")
                yield _problem(rule, f"the kind '{kind}' is not in kinds.csv", remedy)
    known = {cls.id for cls in tables.noun_classes}
    classed = ((cls, cls.includes) for cls in tables.noun_classes)
    for named, names in (*((rule, _classes_of(rule)) for rule in rules), *classed):
        for name in names:
            if name not in known:
                remedy = did_you_mean(name, known, otherwise="add it under nouns/, or write =word")
                yield _problem(named, f"there is no noun class '{name}'", remedy)
    for rule in rules:
        if not (rule.verbs or rule.nouns or (isinstance(rule, Operator) and rule.adjectives)):
            yield _problem(rule, "it has neither verbs nor nouns", "name the words that it is about")


def _kinds_of(rule: Frame | Operator) -> Iterator[str]:
    named = [rule.kind] if isinstance(rule, Frame) else [rule.makes, rule.bare, rule.refused, rule.left_open]
    yield from filter(None, named)


def _classes_of(rule: Frame | Operator) -> Iterator[str]:
    for tests in (*rule.when.values(), *rule.unless.values()):
        yield from (t.lstrip("!") for t in tests if t.lstrip("!")[:1] not in ("=", "@"))


def _without_examples(rules: Iterable[Rule]) -> Iterator[KnowledgeError]:
    for rule in rules:
        if not rule.examples:
            yield _problem(rule, "it has no example", "write a sentence that it must read")


def _without_near_miss(frames: Iterable[Frame]) -> Iterator[KnowledgeError]:
    groups: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for frame in frames:
        groups[frame.file, frame.kind].append(frame)
    for (_, kind), rules in groups.items():
        if not any(rule.not_ for rule in rules):
            yield _problem(
                rules[0], f"no rule of kind '{kind}' has a near miss", "write a sentence under 'not'"
            )


def _problem(rule: Rule, problem: str, remedy: str) -> KnowledgeError:
    return KnowledgeError(file=rule.file, record=rule.id, problem=problem, remedy=remedy)
