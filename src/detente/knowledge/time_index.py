"""Time rules in; their patterns indexed by the word that they may start with, out. Each is compiled at first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from detente.errors import KnowledgeError
from detente.knowledge.files import Rule
from detente.knowledge.time_patterns import (
    DIGIT,
    SPACE,
    Piece,
    Words,
    compile_pattern,
    first_word,
    literal,
    words_in,
)
from detente.knowledge.time_rules import Link, Modifier, TimeRule, WordClass

NAMED = re.compile(r"\(\?P<\w+>")

BARE = ("2000", "12")
NUMERAL, IN_REGEX = 6, 2  # words of "two hundred and twenty-five" and of what a class describes by a regex
WIDE, NARROW = 120, 50  # code points to the left in which a context is looked for, with and without "..."


@dataclass(frozen=True)
class Expression:
    """A regular expression of a rule, compiled when a text first asks for it."""

    rule: Rule
    said: str
    text: str

    @cached_property
    def width(self) -> int:
        """Code points to the left in which a context is looked for."""
        return WIDE if "..." in self.said else NARROW

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Raises `KnowledgeError` naming the rule and its pattern."""
        try:
            return re.compile(self.text)
        except re.error as error:
            raise _problem(self.rule, f"pattern '{self.said}': {error}") from error


@dataclass(frozen=True)
class Matcher:
    """One pattern of a rule, ready to be tried at a word.

    order: its place in the files. longest: of how many words what it matches consists at most.
    """

    rule: TimeRule
    order: int
    longest: int
    expression: Expression
    after: Expression | None
    unless_after: Expression | None
    before: Expression | None
    unless_before: Expression | None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled at first use."""
        return self.expression.regex

    def expressions(self) -> Iterator[Expression]:
        """The pattern and its contexts."""
        yield self.expression
        contexts = (self.after, self.unless_after, self.before, self.unless_before)
        yield from (context for context in contexts if context)


@dataclass(frozen=True)
class Group:
    """The patterns that start with one word and need one of the same words.

    sieved: numbers are frequent and few of them are times, so one look is taken for many patterns. A bare number
    passes any sieve, so patterns that a bare number fits stand before it. longest: of how many words a match
    consists at most, so that a needed word farther off is none for them.
    """

    matchers: tuple[Matcher, ...]
    sieved: bool
    longest: int

    def at(self, text: str, start: int) -> tuple[Matcher, ...]:
        """Those that may match there."""
        if not self.sieved or self._sieve.match(text, start):
            return self.matchers
        return self._bare

    @cached_property
    def _bare(self) -> tuple[Matcher, ...]:
        return tuple(m for m in self.matchers if any(m.regex.match(number) for number in BARE))

    @cached_property
    def _sieve(self) -> re.Pattern[str]:
        rest = (m for m in self.matchers if m not in self._bare)
        return re.compile("|".join(NAMED.sub("(?:", m.expression.text) for m in rest) or "(?!)")


MatcherIndex = Mapping[str, Mapping[str, tuple[Group, ...]]]  # by first word, then by needed word


@dataclass(frozen=True)
class Frame:
    """One pattern of a modifier or link, ready to be tried from a word that it may start with."""

    rule: Modifier | Link
    expression: Expression
    unless_after: Expression | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled at first use."""
        return self.expression.regex


FrameIndex = Mapping[str, tuple[Frame, ...]]


def words_of(cls: WordClass) -> Words:
    """What the class brings to patterns."""
    listed = "|".join(literal(word) for word in sorted(cls.words, key=len, reverse=True))
    if cls.number:
        listed = f"(?:{listed})(?:(?:[- ]|{SPACE}and{SPACE})(?:{listed}))*"
    expression = "|".join(part for part in (cls.regex, listed) if part)
    first = frozenset(first_word(word) for word in cls.words)
    silent = bool(cls.words) and not any(cls.words.values())
    first = first | {first_word("0")} if cls.regex else first
    numbers = first & {DIGIT}
    needed = frozenset(map(_telling, cls.words)) | numbers if cls.core else frozenset[str]()
    return Words(expression, first, needed, _longest(cls), silent)


def _telling(words: str) -> str:
    """The word by which an entry is looked for: "saints" of "All Saints' Day"."""
    return first_word(max(re.findall(r"\w+", words), key=len, default=words))


def _longest(cls: WordClass) -> int:
    """Of how many words a word of the class consists at most; numerals combine."""
    listed = max((words_in(word) for word in cls.words), default=1)
    return NUMERAL if cls.number else max(listed, IN_REGEX) if cls.regex else listed


def index_matchers(rules: Iterable[TimeRule], words: Mapping[str, Words]) -> MatcherIndex:
    """By first word, then by the words of which one is needed."""
    index: dict[str, dict[tuple[frozenset[str], int], list[Matcher]]] = {}
    for order, rule in enumerate(rules):
        contexts = [
            _context(rule, name, words) for name in ("after", "unless_after", "before", "unless_before")
        ]
        for pattern in rule.pattern:
            piece = _piece(rule, pattern, words)
            matcher = Matcher(
                rule, order, piece.longest, Expression(rule, pattern, piece.expression), *contexts
            )
            for word in piece.first:
                key = piece.needed, 0 if word == DIGIT else piece.longest  # numbers share one sieve
                index.setdefault(word, {}).setdefault(key, []).append(matcher)
    return {word: _by_needed(word, groups) for word, groups in index.items()}


def _by_needed(
    start: str, groups: Mapping[tuple[frozenset[str], int], list[Matcher]]
) -> Mapping[str, tuple[Group, ...]]:
    found: dict[str, list[Group]] = {}
    for (needed, _), matchers in groups.items():
        longest = max(matcher.longest for matcher in matchers)
        group = Group(tuple(matchers), sieved=start == DIGIT and len(matchers) > 1, longest=longest)
        for word in needed:
            found.setdefault(word, []).append(group)
    return {word: tuple(those) for word, those in found.items()}


def _context(rule: TimeRule | Modifier, name: str, words: Mapping[str, Words]) -> Expression | None:
    patterns: tuple[str, ...] = getattr(rule, name)
    return _either(rule, patterns, words, _left if name.endswith("after") else _right)


def _left(expression: str) -> str:
    return rf"(?<!\w)(?:{expression})\s*$"


def _right(expression: str) -> str:
    return rf"\s*(?:{expression})"


def _either(
    rule: Rule, patterns: tuple[str, ...], words: Mapping[str, Words], shape: Callable[[str], str]
) -> Expression | None:
    if not patterns:
        return None
    plain = [NAMED.sub("(?:", _piece(rule, p, words, context=True).expression) for p in patterns]
    return Expression(rule, ", ".join(patterns), shape("|".join(plain)))


def index_frames(patterns: Iterable[tuple[Modifier | Link, str]], words: Mapping[str, Words]) -> FrameIndex:
    """By first word."""
    index: dict[str, list[Frame]] = {}
    for rule, pattern in patterns:
        piece = _piece(rule, pattern, words, context=True)
        forbidden = _context(rule, "unless_after", words) if isinstance(rule, Modifier) else None
        frame = Frame(rule, Expression(rule, pattern, rf"(?:{piece.expression})"), forbidden)
        for word in piece.first:
            index.setdefault(word, []).append(frame)
    return {word: tuple(frames) for word, frames in index.items()}


def closing_words(patterns: Iterable[str]) -> frozenset[str] | None:
    """The words that the patterns can end in, or more; None where a class makes that hard to tell."""
    found: set[str] = set()
    for pattern in patterns:
        if "{" in pattern:
            return None
        plain = not set("()[]|_") & set(pattern)
        found.update(re.findall(r"\w+", pattern.lower())[-1 if plain else 0 :])
    return frozenset(found)


def _piece(rule: Rule, pattern: str, words: Mapping[str, Words], *, context: bool = False) -> Piece:
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
