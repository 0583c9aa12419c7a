"""A boilerplate rule -> a pattern that can be looked for in a block of text.

A phrase is written as it is read. In it a space stands for any white space, ` ... ` for up to eight words,
`{name}` for a person's or paper's name in capitals, and `(a|b)`, `a?` as in regular expressions.
Small and capital letters are the same, but in `{name}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from detente.errors import KnowledgeError
from detente.knowledge.files import Rule

Part = Literal["block", "sign", "subject"]
Match = Literal["whole", "start", "within"]
Where = Literal["anywhere", "head", "tail"]

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*"
_PARTICLES = r"(?:(?:al|bin|da|de|del|der|di|du|el|ibn|la|le|of|the|van|von)\s+){0,2}"
NAME = rf"(?-i:{_CAPITAL}(?:\s+{_PARTICLES}{_CAPITAL})*)"

_SOME_WORDS = r"(?:\s+(?:\S*[^\s.!?]\s+){0,8}?)"  # within one sentence
_EDGES = " \t-–—|•·*#>()[]"


class BoilerplateRule(Rule, frozen=True, kw_only=True):
    """What one sort of boilerplate looks like.

    part: `block` (a block to leave out), `sign` (of an author's biography, or with a negative weight of an
      article), `subject` (the words after the name of whom a biography is about).
    match: the phrase is the whole block, its start, or anywhere within it. where: in any block, between
      the title and the first paragraph, or near the end. max_words: a longer block is left alone.
    takes: the `block` itself, with the `list` of lines beneath it, with the `next` block, or all the `rest`.
    weight: how much a sign counts. writing: it is a sign of a writer's life; each biography needs one.
    """

    part: Part
    phrases: tuple[str, ...]
    match: Match = "whole"
    where: Where = "anywhere"
    max_words: int = 40
    takes: Literal["block", "list", "next", "rest"] = "block"
    weight: int = 0
    writing: bool = False


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A rule with its compiled phrases."""

    rule: BoilerplateRule
    regex: re.Pattern[str]

    def find(self, text: str, edges: tuple[int, int] | None = None) -> tuple[int, int] | None:
        """Where the rule matches in a block, as its `match` says; `edges` as of `edges_of`, where it is known."""
        if self.rule.match == "within":
            found = self.regex.search(text)
        else:
            lead, end = edges or edges_of(text)
            whole = self.rule.match == "whole"
            found = self.regex.fullmatch(text, lead, end) if whole else self.regex.match(text, lead)
        return found.span() if found else None


def edges_of(text: str) -> tuple[int, int]:
    """Where the words of a block begin and end, without marks and white space."""
    lead = len(text) - len(text.lstrip(_EDGES))
    return lead, max(lead, len(text.rstrip(_EDGES + ":.")))


def first_match(patterns: Iterable[Pattern], text: str, *, where: str) -> Pattern | None:
    """The first rule that describes a block that stands there (title, head, body, tail)."""
    words, edges = len(text.split()), edges_of(text)
    for pattern in patterns:
        rule = pattern.rule
        fits = words <= rule.max_words and rule.where in ("anywhere", where)
        if fits and pattern.find(text, edges) is not None:
            return pattern
    return None


def compile_rule(rule: BoilerplateRule) -> Pattern:
    """The rule, ready to match. Raises `KnowledgeError` for a phrase that is no pattern."""
    edge = r"(?!\w)" if rule.match != "whole" else ""
    try:
        regex = re.compile(rf"(?<!\w)(?:{'|'.join(map(_expand, rule.phrases))}){edge}", re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(
            file=rule.file, record=rule.id, problem=f"a phrase is no pattern ({error})", remedy="mend it"
        ) from error
    return Pattern(rule=rule, regex=regex)


def _expand(phrase: str) -> str:
    """The regular expression of a phrase."""
    return phrase.replace(" ... ", _SOME_WORDS).replace("{name}", NAME).replace(" ", r"(?:\s+)")
