"""A parsed text and the time tables in; the longest matches of the rules' patterns out, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from msgspec import Struct

from detente.knowledge.time_index import Expression, Matcher
from detente.knowledge.time_index import Frame as Pattern
from detente.knowledge.time_needs import WORD, Parts
from detente.knowledge.time_patterns import NUMBER
from detente.knowledge.time_rules import Modifier, TimeRule
from detente.knowledge.times import TimeTables
from detente.reading.times.outlook import MADE_COMPOUND, outlook
from detente.reading.tokens import Doc, Span, Token

FRAME, LAST_WORD = 40, 16  # code points to the left in which a modifier, and its last word, stand
MARKS = 4  # tokens without a word, such as a comma and a line's end, between two words of an expression
MODIFIERS = 3  # "until at least early next year" has as many as we have met
GAP = re.compile(r"[-‐‑–\s]*['’‘]?")
NEXT = re.compile(r",?\s?(\w+)")
LAST = re.compile(r"(\w+)[-‐‑–\s]*['’‘]?\Z")

SPANS = "spans of times"  # kept with the doc

Frame = tuple[Modifier, int]  # a modifier and where it begins, or ends


class Match(Struct, frozen=True):
    """A rule's pattern found in the text, with the modifiers around it."""

    rule: TimeRule
    start: int
    end: int
    found: re.Match[str]
    modifiers: tuple[Modifier, ...] = ()
    order: int = 0

    @property
    def groups(self) -> dict[str, str]:
        """The words of the rule's classes."""
        return {name: value for name, value in self.found.groupdict().items() if value is not None}


def find_matches(doc: Doc, text: str, tables: TimeTables) -> tuple[Match, ...]:
    """The longest matches that do not overlap."""
    found, sides = list[Match | None](), _Sides(text, tables)
    for start, matchers in _candidates(doc, tables):
        for matcher in matchers:
            closing = matcher.closing
            if closing is not None and sides.last(start) not in closing:
                continue
            match = matcher.match(text, start)
            if match is None or not _allowed(doc, match, matcher, sides):
                continue
            if matcher.rule.when is None or _looks(doc, match, matcher.rule, tables):
                found.append(_modified(match, matcher, sides))
    return _longest([match for match in found if match is not None])


def _candidates(doc: Doc, tables: TimeTables) -> Iterator[tuple[int, tuple[Matcher, ...]]]:
    """Where which pattern may match: a word that it begins with stands near enough before one that it needs."""
    words = [token.lower_ for token in doc]
    tried = set[tuple[int, int]]()
    for i in compress(range(len(words)), map(tables.needs.__getitem__, words)):
        for need in tables.needs[words[i]]:
            first = max(i - need.before, 0)
            openings = list(map(need.openings.__getitem__, words[first : i + 1]))
            for j in compress(range(first, i + 1), openings):
                for n, offset, groups in openings[j - first]:
                    start, second = doc[j].idx + offset, None
                    for group in groups:
                        place = start, id(group)
                        if i - j < 2 * group.longest and place not in tried:
                            tried.add(place)
                            second = second or _second(words, j, n, tables.parts)
                            if matchers := group.at(second):
                                yield start, matchers


def _second(words: Sequence[str], i: int, n: int, parts: Parts) -> str | None:
    """The word after the nth of a token, as patterns look it up; empty at the end, None after "1530GMT"."""
    here = parts[words[i]]
    if here[n][1] in NUMBER and not words[i].isdecimal():
        number = WORD.match(words[i], here[n][0])
        if number and not number.group().isdecimal():
            return None
    if n + 1 < len(here):
        return here[n + 1][1]
    for word in words[i + 1 : i + 1 + MARKS]:
        if following := parts[word]:
            return following[0][1]
    return ""


def _allowed(doc: Doc, found: re.Match[str], matcher: Matcher, sides: _Sides) -> bool:
    text, (start, end) = found.string, found.span()
    if matcher.after and not sides.after(start, matcher.after):
        return False
    if matcher.before and not matcher.before.regex.match(text, end):
        return False
    if matcher.unless_before and matcher.unless_before.regex.match(text, end):
        return False
    if matcher.unless_after and sides.after(start, matcher.unless_after):
        return False
    if matcher.rule.unless_name and _in_name(token_at(doc, start, end).root):
        return False
    return not matcher.rule.unless_tag or _tagged(doc, found, matcher.rule)


def _tagged(doc: Doc, found: re.Match[str], rule: TimeRule) -> bool:
    """Whether the words of the classes are no other parts of speech."""
    return all(
        token_at(doc, found.start(name), found.end(name)).root.tag_ not in tags
        for name, tags in rule.unless_tag.items()
        if name in found.re.groupindex and found.start(name) >= 0
    )


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
    return outlook(token_at(doc, *found.span()), tables.cues).looks == rule.when


def token_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that the code points lie in, kept with the doc: several rules ask for the same ones."""
    known: dict[tuple[int, int], Span] = doc.user_data[SPANS]
    found = known.get((start, end))
    if found is None:
        span = doc.char_span(start, end, alignment_mode="expand")
        found = known[start, end] = span if span is not None else doc.span(0, 1)
    return found


class _Sides:
    """What stands right beside a place in the text, whatever rule asks."""

    def __init__(self, text: str, tables: TimeTables) -> None:
        self._text, self._tables = text, tables
        self._last: dict[int, str] = {}
        self._left: dict[int, tuple[Frame, ...]] = {}
        self._right: dict[int, tuple[Frame, ...]] = {}

    def last(self, start: int) -> str:
        """The word before it in small letters, if only hyphens and spaces stand between."""
        word = self._last.get(start)
        if word is None:
            word = self._last[start] = _last_word(self._text[max(0, start - LAST_WORD) : start])
        return word

    def after(self, start: int, context: Expression) -> bool:
        """Whether the context stands to the left."""
        if context.closing is not None and self.last(start) not in context.closing:
            return False
        return bool(context.regex.search(self._text[max(0, start - context.width) : start]))

    def left(self, start: int) -> tuple[Frame, ...]:
        """The modifiers that end there, the longest first."""
        frames = self._left.get(start)
        if frames is None:
            closing = self._tables.closing
            asked = closing is None or self.last(start) in closing
            frames = self._left[start] = tuple(self._lefts(start)) if asked else ()
        return frames

    def right(self, end: int) -> tuple[Frame, ...]:
        """The modifiers that begin there."""
        found = self._right.get(end)
        if found is None:
            word = NEXT.match(self._text, end)
            frames = self._tables.rights.get(word[1].lower()) if word else None
            found = self._right[end] = tuple(_rights(word, frames)) if word and frames else ()
        return found

    def _lefts(self, start: int) -> Iterator[Frame]:
        words = list(WORD.finditer(self._text, max(0, start - FRAME), start))[-6:]
        for word in words:  # the first is the farthest: the longest modifier wins
            for frame in self._tables.lefts.get(word.group().lower(), ()):
                left = frame.regex.match(self._text, word.start(), start)
                forbidden = frame.unless_after
                if (
                    left
                    and GAP.fullmatch(self._text, left.end(), start)
                    and isinstance(frame.rule, Modifier)
                    and not (forbidden and self.after(word.start(), forbidden))
                ):
                    yield frame.rule, word.start()


def _last_word(before: str) -> str:
    head, space, nothing = before.rpartition(" ")
    plain = head.rpartition(" ")[2] if space and not nothing else ""
    if plain.isalnum():  # as nearly always: the word, a space
        return plain.lower()
    found = LAST.search(before)
    return found[1].lower() if found else ""


def _rights(word: re.Match[str], frames: Iterable[Pattern]) -> Iterator[Frame]:
    for frame in frames:
        right = frame.regex.match(word.string, word.start(1))
        if right and isinstance(frame.rule, Modifier):
            yield frame.rule, right.end()


def _modified(found: re.Match[str], matcher: Matcher, sides: _Sides) -> Match | None:
    """With the modifiers around it; None where the rule needs one that is not there."""
    rule = matcher.rule
    start, end = left, right = found.span()
    modifiers: list[Modifier] = []
    for _ in range(MODIFIERS):
        beside = sides.left(left) + sides.right(right)
        step = next((frame for frame in beside if _fits(frame[0], rule, found)), None) if beside else None
        if step is None:
            break
        modifier, left, right = step[0], min(left, step[1]), max(right, step[1])
        modifiers.append(modifier)
        if modifier.inside:
            start, end = min(start, left), max(end, right)
    if rule.needs_modifier and not any(modifier.part for modifier in modifiers):
        return None
    return Match(rule, start, end, found, tuple(modifiers), matcher.order)


def _fits(modifier: Modifier, rule: TimeRule, found: re.Match[str]) -> bool:
    if rule.type not in modifier.types or (modifier.only and rule.id not in modifier.only):
        return False
    named = found.re.groupindex
    opening = [name for name in modifier.needs if name in named and found.start(name) == found.start()]
    return bool(opening) or not modifier.needs


def _rank(match: Match) -> tuple[int, int, bool, bool, int]:
    """Longer first, then fewer modifiers, then rules that ask for a context; else the order of the files."""
    rule, found = match.rule, match.found
    asks = bool(rule.after or rule.before or rule.when)
    return (
        match.start - match.end,
        found.start() - found.end(),
        not asks,
        not (rule.reach or rule.when),
        match.order,
    )


def _longest(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The longest first, then the one that the rule files name first; a match inside an accepted one goes."""
    kept: list[Match] = []
    for together in _overlapping(matches):
        here: list[Match] = []
        for match in sorted(together, key=_rank) if len(together) > 1 else together:
            if all(match.end <= other.start or match.start >= other.end for other in here):
                here.append(match)
        kept += sorted(here, key=_start)
    return tuple(kept)


def _overlapping(matches: Iterable[Match]) -> Iterator[list[Match]]:
    """In text order, those together that overlap or hang together by others."""
    together, end = list[Match](), 0
    for match in sorted(matches, key=_start):
        if together and match.start >= end:
            yield together
            together = []
        together.append(match)
        end = max(end, match.end)
    if together:
        yield together


def _start(match: Match) -> int:
    return match.start
