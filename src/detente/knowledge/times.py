"""The files `times/*.yaml` in, everything that reading times looks up out; patterns are compiled at first use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from detente.knowledge.files import Rule, read_rules
from detente.knowledge.time_bounds import BoundTable, load_bounds
from detente.knowledge.time_index import (
    FrameIndex,
    MatcherIndex,
    closing_words,
    index_frames,
    index_matchers,
    words_of,
)
from detente.knowledge.time_needs import Needs, Parts
from detente.knowledge.time_rules import Link, Modifier, Outlook, Outlooks, Running, TimeRule, WordClass

ROLES = (
    "governors",
    "modifiers",
    "modals",
    "prepositions",
    "auxiliaries",
    "perfects",
    "infinitives",
    "commands",
    "behind",
    "settings",
    "reacts",
    "names",
    "gathers",
)


@dataclass(frozen=True)
class Codes:
    """What the words of a class stand for, by the word in small letters."""

    number: bool
    codes: Mapping[str, str]


@dataclass(frozen=True)
class Cues:
    """The outlook words by role. participles: with the prepositions that lead to what is planned; none: any.

    nouns: the same for nouns that hold a plan.
    """

    words: Mapping[str, Mapping[str, Outlooks]]
    participles: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    announces: frozenset[str]

    def of(self, role: str, word: str) -> Outlooks | None:
        """Where a word in that role looks."""
        return self.words[role].get(word)


@dataclass(frozen=True, kw_only=True)
class TimeTables:
    """All that the time stage looks up.

    needs: by token, the patterns that need it; parts: by token, the words that a pattern can begin with; closing: the
    last words of the modifiers that stand to the left, if that can be told.
    """

    needs: Needs
    parts: Parts
    matchers: MatcherIndex
    lefts: FrameIndex
    rights: FrameIndex
    closing: frozenset[str] | None
    middles: FrameIndex
    leads: FrameIndex
    runs: tuple[Running, ...]
    cues: Cues
    bounds: BoundTable
    classes: Mapping[str, Codes]
    rules: tuple[Rule, ...]

    def compile_all(self) -> None:
        """Compile every pattern now. Raises `KnowledgeError` at the first that is no regular expression."""
        by_need = (group for groups in self.matchers.values() for those in groups.values() for group in those)
        used = [expression for group in by_need for m in group.matchers for expression in m.expressions()]
        for index in (self.lefts, self.rights, self.middles, self.leads):
            used += [frame.expression for frames in index.values() for frame in frames]
        for expression in used:
            _ = expression.regex


def load_times(folders: Iterable[Path]) -> TimeTables:
    """Read the `times` files of each folder, later ones over earlier ones."""
    folders = tuple(folders)
    classes = read_rules(folders, "times/words-*.yaml", WordClass)
    words = {cls.id: words_of(cls) for cls in classes}
    rules = read_rules(folders, "times/rules-*.yaml", TimeRule)
    modifiers = read_rules(folders, "times/modifiers-*.yaml", Modifier)
    links = read_rules(folders, "times/links-*.yaml", Link)
    runs = read_rules(folders, "times/runs-*.yaml", Running)
    outlooks = read_rules(folders, "times/outlook-*.yaml", Outlook)
    matchers = index_matchers(rules, words)
    return TimeTables(
        needs=Needs(matchers),
        parts=Parts(),
        matchers=matchers,
        lefts=index_frames(((m, p) for m in modifiers for p in m.left), words),
        closing=closing_words(pattern for m in modifiers for pattern in m.left),
        rights=index_frames(((m, p) for m in modifiers for p in m.right), words),
        middles=index_frames(((m, p) for m in links for p in m.middle), words),
        leads=index_frames(((m, p) for m in links for p in m.lead), words),
        runs=runs,
        cues=_cues(outlooks),
        bounds=load_bounds(folders),
        classes={c.id: Codes(c.number, {w.lower(): code for w, code in c.words.items()}) for c in classes},
        rules=(*rules, *modifiers, *links, *runs, *outlooks),
    )


def _cues(rules: Iterable[Outlook]) -> Cues:
    rules = tuple(rules)
    leads: dict[str, frozenset[str]] = {}
    for rule in sorted(rules, key=lambda r: not r.leads):  # one that takes any preposition comes last
        leads |= dict.fromkeys(rule.participles, frozenset(rule.leads))
    return Cues(
        {role: {word: rule.looks for rule in rules for word in getattr(rule, role)} for role in ROLES},
        leads,
        {noun: frozenset(rule.leads) for rule in rules for noun in rule.nouns},
        frozenset(word for rule in rules for word in rule.announces),
    )


def code_of(cls: Codes, text: str) -> str:
    """What a text of the class stands for: "twenty-five" is 25, "2,000" 2000, "March" 03; digits stay."""
    code = cls.codes.get(text.lower())
    if code is not None:
        return code
    key = " ".join(text.lower().split())
    if key in cls.codes:
        return cls.codes[key]
    if key.isdecimal():
        return key
    if not cls.number or text[:1].isdigit():
        return re.sub(r",|(?<=\d)[a-z]+$", "", text)
    total = 0
    for word in re.split(r"[- ]+", key):
        value = int(cls.codes.get(word, "0"))
        total = total * value if value >= 100 and total else total + value
    return str(total)
