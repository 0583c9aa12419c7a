"""The files `times/*.yaml` in, everything that reading times looks up out (patterns are compiled here, once).

Four kinds of records, by file name: `words-*` word classes, `rules-*` expressions, `modifiers-*` what stands
around an expression and narrows it, `outlook-*` the words that make a clause look ahead or back. The language of
patterns is described in `time_patterns`.

An example ends in what is expected: `"The talks begin [[next week]]. => 2013-W08"`, then if wanted the mod and the
interval: `=> 2013-W08 ON_OR_AFTER 2013-02-18..`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from spacy.strings import get_string_id

from detente.errors import KnowledgeError
from detente.knowledge.files import Rule, read_rules
from detente.knowledge.time_patterns import SPACE, Piece, Words, compile_pattern, first_word, literal
from detente.records import TimexType

Look = Literal["tense", "past", "future", "this", "last", "next"]
Anchor = Literal["published", "told", "near"]
Bound = Literal["until_now", "from_now", "from", "after", "until", "before", "around"]
Reach = Literal["ahead", "back", "tense", "until_now"]
Part = Literal["start", "mid", "end", "week1", "week2", "week3", "week4", "last_week", "half1", "half2"]
Outlooks = Literal["past", "future", "open"]


class WordClass(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words and what they stand for in a value; `regex` adds what cannot be listed, digits above all.

    core: any of these words is reason enough to look for an expression. number: the words are numerals that
    combine ("twenty-five", "two hundred").
    """

    words: dict[str, str] = {}
    regex: str | None = None
    core: bool = False
    number: bool = False


class TimeRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An expression: how it is said (`pattern`) and what it means.

    value: a TIMEX3 value with `{class}` for words; X in front is what the context has to tell.
    shift: "+1 {unit}": so many units from the anchor; gives a value of that grain, which fills the X of `value`.
    look: how X are filled: by the tense of the clause, or always past, future, this, last, next.
    anchor: published, told (the last time told before) or near (one told in the same sentence, else published).
    until: the value of the last day of a range. bound: what of the interval is left. reach: for durations, the
    stretch they cover. after, unless_after, before, unless_before: what must (not) stand on either side.
    unless_tag: class -> tags (Penn Treebank) with which its word is no time word. needs_modifier: it is an
    expression only together with a modifier ("the end of" the year).
    """

    pattern: tuple[str, ...]
    type: TimexType = "DATE"
    value: str | None = None
    shift: str | None = None
    look: Look = "tense"
    anchor: Anchor = "published"
    until: str | None = None
    mod: str | None = None
    note: str | None = None
    part: Part | None = None
    bound: Bound | None = None
    reach: Reach | None = None
    grain: str | None = None
    when: Outlooks | None = None
    holiday: dict[str, int] | None = None
    after: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    unless_tag: dict[str, tuple[str, ...]] = {}
    needs_modifier: bool = False


class Modifier(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around an expression: `left` and `right` are patterns; `inside`: they belong to the expression.

    needs: word classes of which the expression must have one ("over three weeks", not "over the weekend").
    only: ids of the rules whose expressions it can modify; none: any.
    """

    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    inside: bool = False
    mod: str | None = None
    part: Part | None = None
    bound: Bound | None = None
    types: tuple[TimexType, ...] = ("DATE", "TIME")
    needs: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


class Link(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What joins two expressions to a range: "from A to B"; `lead` may or must stand before A."""

    lead: tuple[str, ...] = ()
    middle: tuple[str, ...]


class Outlook(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make what they govern or modify look ahead or back; lemmas, by the role in which they stand."""

    looks: Outlooks
    governors: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    perfects: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    announces: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matcher:
    """One pattern of a rule, ready to be tried at a word."""

    rule: TimeRule
    regex: re.Pattern[str]
    after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None


@dataclass(frozen=True)
class Frame:
    """One pattern of a modifier or link, ready to be tried from a word that it may start with."""

    rule: Modifier | Link
    regex: re.Pattern[str]


FrameIndex = Mapping[str, tuple[Frame, ...]]


@dataclass(frozen=True, kw_only=True)
class TimeTables:
    """All that the time stage looks up."""

    needed: frozenset[str]
    keys: frozenset[int]
    matchers: Mapping[str, tuple[Matcher, ...]]
    lefts: FrameIndex
    rights: FrameIndex
    middles: FrameIndex
    leads: FrameIndex
    outlooks: tuple[Outlook, ...]
    classes: Mapping[str, WordClass]
    rules: tuple[Rule, ...]


def load_times(folders: Iterable[Path]) -> TimeTables:
    """Read the `times` files of each folder, later ones over earlier ones."""
    folders = tuple(folders)
    classes = {c.id: c for c in read_rules(folders, "times/words-*.yaml", WordClass)}
    words = {name: _words(cls) for name, cls in classes.items()}
    rules = read_rules(folders, "times/rules-*.yaml", TimeRule)
    modifiers = read_rules(folders, "times/modifiers-*.yaml", Modifier)
    links = read_rules(folders, "times/links-*.yaml", Link)
    outlooks = read_rules(folders, "times/outlook-*.yaml", Outlook)
    needed, matchers = _index(rules, words)
    return TimeTables(
        needed=needed,
        keys=frozenset(get_string_id(word + dot) for word in needed for dot in ("", ".")),
        matchers=matchers,
        lefts=_frames(((m, p) for m in modifiers for p in m.left), words),
        rights=_frames(((m, p) for m in modifiers for p in m.right), words),
        middles=_frames(((m, p) for m in links for p in m.middle), words),
        leads=_frames(((m, p) for m in links for p in m.lead), words),
        outlooks=outlooks,
        classes=classes,
        rules=(*rules, *modifiers, *links, *outlooks),
    )


def _words(cls: WordClass) -> Words:
    listed = "|".join(literal(word) for word in sorted(cls.words, key=len, reverse=True))
    if cls.number:
        listed = f"(?:{listed})(?:(?:[- ]|{SPACE}and{SPACE})(?:{listed}))*"
    expression = "|".join(part for part in (cls.regex, listed) if part)
    first = frozenset(first_word(word) for word in cls.words)
    silent = bool(cls.words) and not any(cls.words.values())
    return Words(expression, first | {first_word("0")} if cls.regex else first, cls.core, silent)


def _index(
    rules: Iterable[TimeRule], words: Mapping[str, Words]
) -> tuple[frozenset[str], dict[str, tuple[Matcher, ...]]]:
    needed: set[str] = set()
    index: dict[str, list[Matcher]] = {}
    for rule in rules:
        contexts = [
            _context(rule, name, words) for name in ("after", "unless_after", "before", "unless_before")
        ]
        for pattern in rule.pattern:
            piece = _compiled(rule, pattern, words)
            needed |= piece.needed
            matcher = Matcher(rule, re.compile(piece.expression), *contexts)
            for word in piece.first:
                index.setdefault(word, []).append(matcher)
    return frozenset(needed), {word: tuple(matchers) for word, matchers in index.items()}


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
    plain = [re.sub(r"\?P<\w+>", "?:", _compiled(rule, p, words, context=True).expression) for p in patterns]
    return re.compile(shape("|".join(plain)))


def _frames(patterns: Iterable[tuple[Modifier | Link, str]], words: Mapping[str, Words]) -> FrameIndex:
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


def number(cls: WordClass, text: str) -> str:
    """What the words of a class stand for: "twenty-five" is 25, "2,000" 2000, "March" 03; digits stay as they are."""
    lowered = {word.lower(): code for word, code in cls.words.items()}
    key = re.sub(r"\s+", " ", text.lower())
    if key in lowered:
        return lowered[key]
    if not cls.number or text[:1].isdigit():
        return re.sub(r",|(?<=\d)[a-z]+$", "", text)
    total = 0
    for word in re.split(r"[- ]+", key):
        value = int(lowered.get(word, "0"))
        total = total * value if value >= 100 and total else total + value
    return str(total)
