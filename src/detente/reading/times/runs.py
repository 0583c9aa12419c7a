"""A duration and the day told after it in its sentence in; the days that it runs over, if that is its first or last, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.knowledge.time_rules import Running
from detente.reading.times.ends import DAY
from detente.reading.times.match import Match, token_at
from detente.reading.times.meaning import Meaning
from detente.reading.times.values import step
from detente.reading.tokens import Doc, Token

COUNTED = re.compile(r"P(\d+)([DWMY])")
FINITE = ("VBD", "VBP", "VBZ", "MD")  # tags
ON, OF = "on", "of"


def running(doc: Doc, lasting: Match, day: Match, rules: Sequence[Running]) -> Running | None:
    """The rule that says which end of the duration the day is; None where the sentence does not say so."""
    length, told = token_at(doc, lasting.start, lasting.end), token_at(doc, day.start, day.end)
    ended = _ended(length.root, _verb_over(told.root))
    if any(token.tag_ in FINITE and token is not ended for token in doc[length.end : told.start]):
        return None
    before = told.start - 1 - (doc[told.start - 1].lower_ == ON)
    word, verb = doc[before].lower_, _verb_over(length.root)
    for rule in rules:
        governs = verb is not None and verb.lemma_.lower() in rule.verbs and _verb_over(told.root) is verb
        governs = governs or (ended is not None and ended.lemma_.lower() in rule.verbs)
        if (before >= length.end and word in rule.words) or governs:
            return rule
    return None


def _ended(length: Token, verb: Token | None) -> Token | None:
    """ "Two days of talks ended on Thursday", "in two days of talks that ended on Thursday": the verb, if of these."""
    of = next((c for c in length.rights if c.lower_ == OF), None)
    lasting = (length, *(of.rights if of is not None else ()))
    if verb is None:
        return None
    over = verb.head if verb.dep_ == "relcl" else next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return verb if any(over is one for one in lasting) else None


def _verb_over(token: Token) -> Token | None:
    return next((t for t in token.ancestors if t.pos_ == "VERB"), None)


def runs_by(meaning: Meaning, day: Meaning, rule: Running) -> Meaning:
    """The duration with both ends, counted from its first or last day; both count."""
    found = COUNTED.fullmatch(meaning.value)
    if (
        found is None
        or day.days is None
        or day.days.first != day.days.last
        or meaning.earliest
        or meaning.latest
    ):
        return meaning
    told, count = day.days.first, int(found[1])
    try:
        if rule.side == "start":
            return meaning.between((told, step(told, count, found[2]) - DAY))
        return meaning.between((step(told, -count, found[2]) + DAY, told))
    except (OverflowError, ValueError):
        return meaning
