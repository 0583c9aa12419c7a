"""A parsed text and the time tables in; the longest matches of the rules' patterns out, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.knowledge.time_index import Expression, Group, Matcher
from detente.knowledge.time_patterns import DIGIT
from detente.knowledge.time_rules import Modifier, TimeRule
from detente.knowledge.times import TimeTables
from detente.reading.times.outlook import MADE_COMPOUND, outlook
from detente.reading.tokens import Doc, Span, Token

BEFORE, AFTER = 8, 2  # tokens before a needed word in which its pattern can begin; a token can hold two words
LONGEST = 10  # words of the longest pattern
FRAME, LAST_WORD = 40, 16  # code points to the left in which a modifier, and its last word, stand
MODIFIERS = 3  # "until at least early next year" has as many as we have met
HAS_NUMBER = re.compile(r"(?:^|[-‐‑–'’])\d")
WORD = re.compile(r"\w+")
GAP = re.compile(r"[-‐‑–\s]*")
NEXT = re.compile(r",?\s?(\w+)")
LAST = re.compile(r"(\w+)[-‐‑–\s]*\Z")


@dataclass(frozen=True)
class Match:
    """A rule's pattern found in the text, with the modifiers around it; groups are the words of its classes."""

    rule: TimeRule
    start: int
    end: int
    groups: dict[str, str]
    modifiers: tuple[Modifier, ...] = ()
    core: tuple[int, int] = (0, 0)
    order: int = 0


def find_matches(doc: Doc, text: str, tables: TimeTables) -> tuple[Match, ...]:
    """The longest matches that do not overlap."""
    found = [m for start, end in _windows(doc, tables) for m in _matches_in(doc, text, (start, end), tables)]
    return _longest(found)


def _windows(doc: Doc, tables: TimeTables) -> Iterator[tuple[int, int]]:
    """The stretches of text around needed words, so that the rest of the text costs next to nothing."""
    if not len(doc):
        return
    start, end = -1, -1
    for i, before in _needed(doc, tables.keys):
        low, high = max(i - before, 0), min(i + AFTER, len(doc))
        if low > end >= 0:
            yield _chars(doc, start, end)
            start = low
        start, end = (low if start < 0 else min(start, low)), high
    if end >= 0:
        yield _chars(doc, start, end)


def _needed(doc: Doc, keys: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """The tokens that are needed words, and how many tokens before them an expression can begin."""
    for token in doc:
        words = keys.get(token.lower_)
        if words is None and not token.text.isalpha() and HAS_NUMBER.search(token.text):
            words = keys[DIGIT]
        if words is not None:
            yield token.i, min(2 * words + 1, BEFORE)  # each word can have a mark beside it


def _chars(doc: Doc, start: int, end: int) -> tuple[int, int]:
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last)


def _matches_in(doc: Doc, text: str, window: tuple[int, int], tables: TimeTables) -> Iterator[Match]:
    words = list(WORD.finditer(text, *window))
    keys = [DIGIT if (word := found[0])[0].isdigit() else word.lower() for found in words]
    hits = [i for i, key in enumerate(keys) if key in tables.needed]
    starts = [(i, groups) for i, key in enumerate(keys) if (groups := tables.matchers.get(key))]
    low = 0
    for i, groups in starts:
        while low < len(hits) and hits[low] < i:
            low += 1
        near = _near(keys, hits[low : low + LONGEST], i, groups)
        start = words[i].start()
        for group in near:
            for matcher in group.at(text, start):
                found = matcher.regex.match(text, start)
                if found and _allowed(doc, text, found, matcher) and _looks(doc, found, matcher.rule, tables):
                    yield from _modified(text, found, matcher, tables)


def _near(
    keys: Sequence[str], hits: Sequence[int], start: int, groups: Mapping[str, tuple[Group, ...]]
) -> Iterable[Group]:
    """The groups of patterns that reach one of the words they need from there; some need one of several."""
    found: dict[int, Group] = {}
    for hit in hits:
        away = hit - start
        if away >= LONGEST:
            break
        for group in groups.get(keys[hit], ()):
            if away < group.longest:
                found[id(group)] = group
    return found.values()


def _allowed(doc: Doc, text: str, found: re.Match[str], matcher: Matcher) -> bool:
    start, end = found.span()
    if matcher.after and not _after(text, start, matcher.after):
        return False
    if _after(text, start, matcher.unless_after):
        return False
    if matcher.before and not matcher.before.regex.match(text, end):
        return False
    if matcher.unless_before and matcher.unless_before.regex.match(text, end):
        return False
    if matcher.rule.unless_name and _in_name(token_at(doc, *found.span()).root):
        return False
    return all(
        token_at(doc, found.start(name), found.end(name)).root.tag_ not in tags
        for name, tags in matcher.rule.unless_tag.items()
        if name in found.re.groupindex and found.start(name) >= 0
    )


def _after(text: str, start: int, context: Expression | None) -> bool:
    """Whether the context stands to the left."""
    return context is not None and bool(context.regex.search(text[max(0, start - context.width) : start]))


def _in_name(token: Token) -> bool:
    """A given name right before its surname, with neither article nor preposition, or the surname of one."""
    head, before = token.head, token.doc[token.i - 1] if token.i else None
    if before is not None and (before.pos_ == "ADP" or before.dep_ == "det"):
        return False
    if (
        before is not None
        and before.head.i == token.i
        and before.dep_ == "compound"
        and before.pos_ == "PROPN"
    ):
        return True
    plain = head.dep_ not in MADE_COMPOUND and not any(child.dep_ == "det" for child in head.children)
    return head.i == token.i + 1 and head.pos_ == "PROPN" and plain


def _looks(doc: Doc, found: re.Match[str], rule: TimeRule, tables: TimeTables) -> bool:
    return rule.when is None or outlook(token_at(doc, *found.span()), tables.cues).looks == rule.when


def token_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that the code points lie in."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span if span is not None else doc.span(0, 1)


def _modified(text: str, found: re.Match[str], matcher: Matcher, tables: TimeTables) -> Iterator[Match]:
    rule = matcher.rule
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    start, end = found.span()
    modifiers: list[Modifier] = []
    left, right = start, end
    for _ in range(MODIFIERS):
        step = _frame_left(text, left, rule, found, tables) or _frame_right(text, right, rule, found, tables)
        if step is None:
            break
        modifier, left, right = step[0], min(left, step[1]), max(right, step[1])
        modifiers.append(modifier)
        if modifier.inside:
            start, end = min(start, left), max(end, right)
    if not rule.needs_modifier or any(modifier.part for modifier in modifiers):
        yield Match(rule, start, end, groups, tuple(modifiers), found.span(), matcher.order)


def _frame_left(
    text: str, start: int, rule: TimeRule, found: re.Match[str], tables: TimeTables
) -> tuple[Modifier, int] | None:
    before = text[max(0, start - FRAME) : start]
    if tables.closing is not None:
        last = LAST.search(before, max(0, len(before) - LAST_WORD))
        if last is None or last[1].lower() not in tables.closing:
            return None
    words = list(WORD.finditer(text, start - len(before), start))[-6:]
    for word in words:  # the first is the farthest: the longest modifier wins
        for frame in tables.lefts.get(word.group().lower(), ()):
            left = frame.regex.match(text, word.start(), start)
            if not left or not GAP.fullmatch(text, left.end(), start) or not _fits(frame.rule, rule, found):
                continue
            if not _after(text, word.start(), frame.unless_after):
                assert isinstance(frame.rule, Modifier)
                return frame.rule, word.start()
    return None


def _frame_right(
    text: str, end: int, rule: TimeRule, found: re.Match[str], tables: TimeTables
) -> tuple[Modifier, int] | None:
    word = NEXT.match(text, end)
    for frame in tables.rights.get(word.group(1).lower(), ()) if word else ():
        right = frame.regex.match(text, word.start(1)) if word else None
        if right and _fits(frame.rule, rule, found):
            assert isinstance(frame.rule, Modifier)
            return frame.rule, right.end()
    return None


def _fits(modifier: object, rule: TimeRule, found: re.Match[str]) -> bool:
    if not isinstance(modifier, Modifier) or rule.type not in modifier.types:
        return False
    if modifier.only and rule.id not in modifier.only:
        return False
    opening = [
        name for name in modifier.needs if name in found.groupdict() and found.start(name) == found.start()
    ]
    return bool(opening) or not modifier.needs


def _rank(match: Match) -> tuple[int, int, bool, bool, int]:
    """Longer first, then fewer modifiers, then rules that ask for a context; else the order of the files."""
    rule = match.rule
    asks = bool(rule.after or rule.before or rule.when)
    return (
        match.start - match.end,
        match.core[0] - match.core[1],
        not asks,
        not (rule.reach or rule.when),
        match.order,
    )


def _longest(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The longest first, then the one that the rule files name first; a match inside an accepted one goes."""
    kept: list[Match] = []
    for match in sorted(matches, key=_rank):
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda m: m.start))
