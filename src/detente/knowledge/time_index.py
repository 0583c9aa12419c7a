"""Time rules in; their patterns compiled and indexed by the word that they may start with, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from detente.errors import KnowledgeError
from detente.knowledge.files import Rule
from detente.knowledge.time_patterns import DIGIT, SPACE, Piece, Words, compile_pattern, first_word, literal
from detente.knowledge.time_rules import Link, Modifier, TimeRule, WordClass

NAMED = re.compile(r"\(\?P<\w+>")

BARE = ("2000", "12")


@dataclass(frozen=True)
class Matcher:
    """One pattern of a rule, ready to be tried at a word; `order` is its place in the files."""

    rule: TimeRule
    order: int
    regex: re.Pattern[str]
    after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None


@dataclass(frozen=True)
class Group:
    """The patterns that start with one word and need one of the same words; where the sieve fails, all fail."""

    matchers: tuple[Matcher, ...]
    sieve: re.Pattern[str] | None


MatcherIndex = Mapping[str, Mapping[str, tuple[Group, ...]]]  # by first word, then by needed word


@dataclass(frozen=True)
class Frame:
    """One pattern of a modifier or link, ready to be tried from a word that it may start with."""

    rule: Modifier | Link
    regex: re.Pattern[str]


FrameIndex = Mapping[str, tuple[Frame, ...]]


def words_of(cls: WordClass) -> Words:
    """What the class brings to patterns."""
    listed = "|".join(literal(word) for word in sorted(cls.words, key=len, reverse=True))
    if cls.number:
        listed = f"(?:{listed})(?:(?:[- ]|{SPACE}and{SPACE})(?:{listed}))*"
    expression = "|".join(part for part in (cls.regex, listed) if part)
    first = frozenset(first_word(word) for word in cls.words)
    silent = bool(cls.words) and not any(cls.words.values())
    return Words(expression, first | {first_word("0")} if cls.regex else first, cls.core, silent)


def index_matchers(rules: Iterable[TimeRule], words: Mapping[str, Words]) -> MatcherIndex:
    """By first word, then by the words of which one is needed."""
    index: dict[str, dict[frozenset[str], list[Matcher]]] = {}
    for order, rule in enumerate(rules):
        contexts = [
            _context(rule, name, words) for name in ("after", "unless_after", "before", "unless_before")
        ]
        for pattern in rule.pattern:
            piece = _compiled(rule, pattern, words)
            matcher = Matcher(rule, order, re.compile(piece.expression), *contexts)
            for word in piece.first:
                index.setdefault(word, {}).setdefault(piece.needed, []).append(matcher)
    return {word: _by_needed(word, groups) for word, groups in index.items()}


def _by_needed(start: str, groups: Mapping[frozenset[str], list[Matcher]]) -> Mapping[str, tuple[Group, ...]]:
    found: dict[str, list[Group]] = {}
    for needed, matchers in groups.items():
        for group in _sieved(matchers) if start == DIGIT else [Group(tuple(matchers), None)]:
            for word in needed:
                found.setdefault(word, []).append(group)
    return {word: tuple(those) for word, those in found.items()}


def _sieved(matchers: Iterable[Matcher]) -> list[Group]:
    """One look for many patterns: numbers are frequent, and few of them are times. A bare number passes any sieve."""
    matchers = tuple(matchers)
    bare = tuple(m for m in matchers if any(m.regex.match(number) for number in BARE))
    rest = tuple(m for m in matchers if m not in bare)
    groups = [Group(bare, None)] if bare else []
    if rest:
        sieve = "|".join(NAMED.sub("(?:", matcher.regex.pattern) for matcher in rest)
        groups.append(Group(rest, re.compile(sieve) if len(rest) > 1 else None))
    return groups


def _context(rule: TimeRule, name: str, words: Mapping[str, Words]) -> re.Pattern[str] | None:
    patterns: tuple[str, ...] = getattr(rule, name)
    return _either(rule, patterns, words, _left if name.endswith("after") else _right)


def _left(expression: str) -> str:
    return rf"(?<!\w)(?:{expression})\s*$"


def _right(expression: str) -> str:
    return rf"\s*(?:{expression})"


def _either(
    rule: Rule, patterns: tuple[str, ...], words: Mapping[str, Words], shape: Callable[[str], str]
) -> re.Pattern[str] | None:
    if not patterns:
        return None
    plain = [NAMED.sub("(?:", _compiled(rule, p, words, context=True).expression) for p in patterns]
    return re.compile(shape("|".join(plain)))


def index_frames(patterns: Iterable[tuple[Modifier | Link, str]], words: Mapping[str, Words]) -> FrameIndex:
    """By first word."""
    index: dict[str, list[Frame]] = {}
    for rule, pattern in patterns:
        piece = _compiled(rule, pattern, words, context=True)
        frame = Frame(rule, re.compile(rf"(?:{piece.expression})"))
        for word in piece.first:
            index.setdefault(word, []).append(frame)
    return {word: tuple(frames) for word, frames in index.items()}


def _compiled(rule: Rule, pattern: str, words: Mapping[str, Words], *, context: bool = False) -> Piece:
    try:
        piece = compile_pattern(pattern, words)
    except ValueError as error:
        raise _problem(rule, f"pattern '{pattern}': {error}") from error
    if not context and not piece.needed:
        raise _problem(rule, f"pattern '{pattern}' consists of words that are everywhere")
    return piece


def _problem(rule: Rule, problem: str) -> KnowledgeError:
    return KnowledgeError(
        file=rule.file,
        record=rule.id,
        problem=problem,
        remedy="see the language of patterns in time_patterns",
    )
