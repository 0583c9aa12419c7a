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
    NUMBER,
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
NUMBERS = re.compile(
    r"(?:\\[d.]|\[[\d-]+\]|[\d,|?:()+*{}]|st|nd|rd|th)*"
)  # a regex of numbers and nothing else

BREAK = re.compile(r"[}_]|\.\.\.")  # behind which a pattern can be looked at by itself
OPTIONAL = re.compile(r"\s*\[[^\[\]]*\]\s*$")  # what may be left out at the end of a pattern
TWENTY, HUNDRED = 20, 100
NUMERAL, IN_REGEX = 6, 2  # words of "two hundred and twenty-five" and of what a class describes by a regex
WIDE, NARROW = 120, 50  # code points to the left in which a context is looked for, with and without "..."


@dataclass(frozen=True)
class Expression:
    """A regular expression of a rule, compiled when a text first asks for it."""

    rule: Rule
    said: str
    text: str
    closing: frozenset[str] | None = None  # the words of which one must come last, if that can be told

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

    order: its place in the files. longest: of how many words what it matches consists at most. second: the words of
    which one must come second; None: any, or none.
    """

    rule: TimeRule
    order: int
    longest: int
    second: frozenset[str] | None
    expression: Expression
    after: Expression | None
    unless_after: Expression | None
    before: Expression | None
    unless_before: Expression | None

    @cached_property
    def closing(self) -> frozenset[str] | None:
        """The words of which one must stand right before it, if that can be told."""
        return self.after.closing if self.after else None

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Tries the pattern at a place in a text."""
        return self.expression.regex.match

    def expressions(self) -> Iterator[Expression]:
        """The pattern and its contexts."""
        yield self.expression
        contexts = (self.after, self.unless_after, self.before, self.unless_before)
        yield from (context for context in contexts if context)


@dataclass(frozen=True)
class Group:
    """The patterns that start with one word and need one of the same words.

    longest: of how many words a match consists at most, so that a needed word farther off is none for them.
    """

    matchers: tuple[Matcher, ...]
    longest: int

    def at(self, second: str | None) -> tuple[Matcher, ...]:
        """Those that may match where that word follows the first; none: it is not known which does."""
        return self.matchers if second is None else self._by_second.get(second, self._short)

    @cached_property
    def _short(self) -> tuple[Matcher, ...]:
        return tuple(m for m in self.matchers if m.second is None)

    @cached_property
    def _by_second(self) -> Mapping[str, tuple[Matcher, ...]]:
        words = frozenset(word for m in self.matchers for word in m.second or ())
        return {
            word: tuple(m for m in self.matchers if m.second is None or word in m.second) for word in words
        }


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
    listed = _listed(cls.words) if not cls.number else _numerals(cls.words)
    expression = "|".join(part for part in (cls.regex, listed) if part)
    first = frozenset(first_word(word) for word in cls.words)
    silent = bool(cls.words) and not any(cls.words.values())
    first = first | NUMBER if cls.regex else first
    numbers = (
        NUMBER if DIGIT in first else first & NUMBER
    )  # one set for all, so that their patterns are one group
    needed = frozenset(map(_telling, cls.words)) | numbers if cls.core else frozenset[str]()
    single = bool(cls.regex) or any(words_in(word) == 1 for word in cls.words)
    return Words(expression, first, needed, _longest(cls), silent, _second(cls, first), single)


def _listed(words: Iterable[str]) -> str:
    return "|".join(literal(word) for word in sorted(words, key=len, reverse=True))


def _numerals(words: Mapping[str, str]) -> str:
    """What can be one number: "twenty-five", "two hundred and six", but not the words of "two eight-hour shifts"."""
    large = [word for word, code in words.items() if int(code) >= HUNDRED]
    tens = [word for word, code in words.items() if TWENTY <= int(code) < HUNDRED]
    small = [word for word, code in words.items() if int(code) < TWENTY]
    join = f"(?:[- ]|{SPACE}and{SPACE})"
    below = f"(?:(?:{_listed(tens)})(?:[- ](?:{_listed(small)}))?|{_listed(small)})"
    above = f"(?:{_listed(large)})(?:{join}{below})?"
    return f"(?:{below}(?:{join}{above})*|{above})"


def _second(cls: WordClass, first: frozenset[str]) -> frozenset[str] | None:
    """What can follow the first word of what the class lists; None where its regex may hold more than numbers."""
    if cls.regex and not NUMBERS.fullmatch(cls.regex):
        return None
    listed = (re.findall(r"\w+", word)[1:2] for word in cls.words)
    found = frozenset(first_word(word) for words in listed for word in words)
    found |= NUMBER if cls.regex else frozenset()
    return found | first | {"and"} if cls.number else found


def _telling(words: str) -> str:
    """The word by which an entry is looked for: "saints" of "All Saints' Day"."""
    return first_word(max(re.findall(r"\w+", words), key=len, default=words))


def _longest(cls: WordClass) -> int:
    """Of how many words a word of the class consists at most; numerals combine."""
    listed = max((words_in(word) for word in cls.words), default=1)
    return NUMERAL if cls.number else max(listed, IN_REGEX) if cls.regex else listed


def index_matchers(rules: Iterable[TimeRule], words: Mapping[str, Words]) -> MatcherIndex:
    """By first word, then by the words of which one is needed."""
    index: dict[str, dict[frozenset[str], list[Matcher]]] = {}
    for order, rule in enumerate(rules):
        contexts = [
            _context(rule, name, words) for name in ("after", "unless_after", "before", "unless_before")
        ]
        for pattern in rule.pattern:
            piece = _piece(rule, pattern, words)
            matcher = Matcher(
                rule,
                order,
                piece.longest,
                None if piece.single else piece.second,
                Expression(rule, pattern, piece.expression),
                *contexts,
            )
            for word in piece.first:
                index.setdefault(word, {}).setdefault(piece.needed, []).append(matcher)
    return {word: _by_needed(groups) for word, groups in index.items()}


def _by_needed(groups: Mapping[frozenset[str], list[Matcher]]) -> Mapping[str, tuple[Group, ...]]:
    found: dict[str, list[Group]] = {}
    for needed, matchers in groups.items():
        group = Group(tuple(matchers), max(matcher.longest for matcher in matchers))
        for word in needed:
            found.setdefault(word, []).append(group)
    return {word: tuple(those) for word, those in found.items()}


def _context(rule: TimeRule | Modifier, name: str, words: Mapping[str, Words]) -> Expression | None:
    patterns: tuple[str, ...] = getattr(rule, name)
    return _either(rule, patterns, words, _left if name.endswith("after") else _right)


def _left(expression: str) -> str:
    return rf"(?:(?<!\w)|(?!\w))(?:{expression})\s*$"  # a mark can follow a word at once


def _right(expression: str) -> str:
    return rf"\s*(?:{expression})"


def _either(
    rule: Rule, patterns: tuple[str, ...], words: Mapping[str, Words], shape: Callable[[str], str]
) -> Expression | None:
    if not patterns:
        return None
    plain = [NAMED.sub("(?:", _piece(rule, p, words, context=True).expression) for p in patterns]
    return Expression(rule, ", ".join(patterns), shape("|".join(plain)), last_words(patterns))


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


def last_words(patterns: Iterable[str]) -> frozenset[str] | None:
    """The words that the patterns can end in, or more; empty: a mark, as in "Mr."; None where a class ends one."""
    found: set[str] = set()
    for pattern in patterns:
        certain = pattern.rstrip()
        while (shorter := OPTIONAL.sub("", certain)) != certain:
            certain = shorter
        tail = BREAK.split(certain)[-1]
        if not re.search(r"\w|[^-\s()]", tail) or tail.count("(") != tail.count(")"):
            return None
        found.update(re.findall(r"\w+", BREAK.split(pattern)[-1].lower() + " " + tail.lower()))
        found.update(() if re.search(r"\w[-)]?$", tail) else ("",))
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
