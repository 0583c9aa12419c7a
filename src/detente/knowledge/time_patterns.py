"""A pattern of time words in; a regular expression, its possible first words and its needed words out.

The language, for people who write rules and not programs:

    word        that word; written small it matches any case, with a capital only Capitalised or ALL CAPS
    {class}     a word of a class, kept under the class's name; {class.2} for a second one of the same class
    [ ... ]     may be left out
    ( a | b )   one of these
    _           a hyphen, a space or nothing
    ...         up to twelve words (only in the contexts `after` and `unless_after`)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

DIGIT, MIXED = "#", "#a"  # a word of digits, and another that starts with one ("1990s")
NUMBER = frozenset({DIGIT, MIXED})
SPACE = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
WILD_WORDS = 12
WILD = rf"(?:[^\s.;!?]+{SPACE}){{0,12}}?"
APOSTROPHE = r"\s?['’]\s?"  # texts that were cut into words have "year 's end"
HYPHEN = r"(?:\s?[-‐‑–]\s?|\s)?"
TOKEN = re.compile(r"\{[\w.]+\}|\.\.\.|[\[\]()|_]|\s+|[^\s\[\](){}|_]+")
CLOSING = {"[": "]", "(": ")"}
# words too frequent to look for first; each pattern has another word that must occur
COMMON = frozenset(
    {
        "a",
        "an",
        "and",
        "any",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "it",
        "its",
        "of",
        "on",
        "or",
        "over",
    }
    | {"that", "the", "this", "to", "with"}
)
# words to look for only where a pattern has none that is rarer
FREQUENT = frozenset({
    "after", "all", "back", "before", "come", "first", "former", "good", "half", "just", "last", "long",
    "many", "more", "most", "new", "next", "not", "one", "other", "point", "right", "same", "second", "so",
    "these", "time", "too", "very",
})  # fmt: skip


@dataclass(frozen=True)
class Words:
    """What a class brings to patterns: its expression, its first words, and whether it marks time by itself."""

    expression: str
    first: frozenset[str]
    needed: frozenset[str]  # of each of its words the part that is rarest, if it marks time by itself
    longest: int = 1  # words as `WORD` of the matching counts them: "a.m." has two
    silent: bool = False  # its words add nothing to a value ("th", "p.m."), so they are not kept
    second: frozenset[str] | None = frozenset()  # what can follow the first word within it; None: anything
    single: bool = True  # whether it can be one word


@dataclass(frozen=True)
class Piece:
    """A compiled part: expression, words it may start with, words of which one must occur, may it be left out.

    longest: of how many words it consists at most. second: the words that can follow its first one within it; None:
    any word. single: whether it can be one word; wordless: whether it can be none.
    """

    expression: str
    first: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    optional: bool = False
    longest: int = 0
    second: frozenset[str] | None = frozenset()
    single: bool = False
    wordless: bool = False


def literal(word: str) -> str:
    """The expression of one word: small letters match any case, a capital is kept."""
    escaped = re.escape(word).replace(r"\ ", SPACE).replace("'", APOSTROPHE)
    if word.islower():
        return f"(?i:{escaped})"
    capitals = re.escape(word.upper()).replace(r"\ ", SPACE)
    return escaped if word == word.upper() else f"(?:{escaped}|{capitals})"


def words_in(text: str) -> int:
    """How many words the matching takes it for."""
    return len(re.findall(r"\w+", text))


def first_word(text: str) -> str:
    """The key under which a text is looked up by its first word."""
    found = re.search(r"\w+", text)
    word = found.group().lower() if found else text
    return number_key(word) if word[:1].isdigit() else word


def number_key(word: str) -> str:
    """Under which of the two a word that starts with a digit is looked up."""
    return DIGIT if word.isdecimal() else MIXED


def compile_pattern(pattern: str, classes: Mapping[str, Words]) -> Piece:
    """Raises `ValueError` saying what is wrong with the pattern; the expression itself is compiled by who uses it."""
    tokens = TOKEN.findall(pattern.strip())
    piece = _alternatives(tokens, classes, None)
    if tokens:
        raise ValueError(f"'{tokens[0]}' closes what was not opened")
    return piece


def _alternatives(tokens: list[str], classes: Mapping[str, Words], end: str | None) -> Piece:
    branches = [_sequence(tokens, classes)]
    while tokens and tokens[0] == "|":
        tokens.pop(0)
        branches.append(_sequence(tokens, classes))
    if end is not None and (not tokens or tokens.pop(0) != end):
        raise ValueError(f"'{end}' is missing")
    if len(branches) == 1:
        return branches[0]
    needed = frozenset[str]()
    if all(branch.needed for branch in branches):
        needed = frozenset(word for branch in branches for word in branch.needed)
    first = frozenset(word for branch in branches for word in branch.first)
    return Piece(
        "(?:" + "|".join(b.expression for b in branches) + ")",
        first,
        needed,
        longest=max(branch.longest for branch in branches),
        second=_united(branch.second for branch in branches),
        single=any(branch.single for branch in branches),
        wordless=any(branch.wordless for branch in branches),
    )


def _united(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """All of them; None when one is anything."""
    found = frozenset[str]()
    for words in sets:
        if words is None:
            return None
        found |= words
    return found


def _sequence(tokens: list[str], classes: Mapping[str, Words]) -> Piece:
    parts: list[tuple[Piece, bool]] = []
    spaced = False
    while tokens and tokens[0] not in ("|", "]", ")"):
        token = tokens.pop(0)
        if token.isspace():
            spaced = True
            continue
        parts.append((_element(token, tokens, classes), spaced))
        spaced = False
    return _join(parts)


def _element(token: str, tokens: list[str], classes: Mapping[str, Words]) -> Piece:
    if token in CLOSING:
        inner = _alternatives(tokens, classes, CLOSING[token])
        return replace(inner, needed=frozenset(), optional=True) if token == "[" else inner
    if token == "_":
        return Piece(HYPHEN, wordless=True)
    if token == "...":
        return Piece(WILD, longest=WILD_WORDS, second=None)
    glued = bool(tokens) and (tokens[0] == "_" or tokens[0][0].isalnum())
    piece = (
        _class(token[1:-1], classes, glued=glued) if token.startswith("{") else _literal(token, glued=glued)
    )
    return replace(piece, second=None) if glued and tokens[0] != "_" else piece


def _literal(word: str, *, glued: bool) -> Piece:
    key = first_word(word)
    needed = frozenset({key}) if word[0].isalnum() and key not in COMMON else frozenset[str]()
    keys = _mixed(frozenset({key})) if glued else frozenset({key})
    boundary = "" if glued or not word[-1].isalnum() else r"(?!\w)"
    words = re.findall(r"\w+", word)
    return Piece(
        literal(word) + boundary,
        keys,
        _mixed(needed),  # as classes of numbers are looked up, so that all patterns of numbers are one group
        longest=len(words),
        second=frozenset(map(first_word, words[1:2])),
        single=len(words) == 1,
        wordless=not words,
    )


def _class(name: str, classes: Mapping[str, Words], *, glued: bool) -> Piece:
    words = classes.get(name.split(".", maxsplit=1)[0])
    if words is None:
        raise ValueError(f"there is no word class '{name.split('.', maxsplit=1)[0]}'")
    boundary = "" if glued else r"(?!\w)"
    group = "?:" if words.silent else f"?P<{name.replace('.', '_')}>"
    expression = f"({group}{words.expression}){boundary}"
    first, needed = words.first, words.needed
    if glued:  # "6am"
        first, needed = _mixed(first), _mixed(needed)
    return Piece(expression, first, needed, longest=words.longest, second=words.second, single=words.single)


def _mixed(words: frozenset[str]) -> frozenset[str]:
    return words | NUMBER if words & NUMBER else words


def _join(parts: Sequence[tuple[Piece, bool]]) -> Piece:
    """Put parts together; the space beside a part that may be left out is left out with it."""
    text, first, needs = "", frozenset[str](), list[frozenset[str]]()
    opened, carried = False, False  # is something compulsory written; has the part before its own space
    for piece, spaced in parts:
        gap = SPACE if spaced and not carried and text else ""
        carried = piece.expression == WILD or (piece.optional and not opened)
        if not piece.optional:
            text += gap + piece.expression
        elif opened:
            text += f"(?:{gap}{piece.expression})?"
        else:
            text += f"(?:{piece.expression}{SPACE})?"
        first = first if opened else first | piece.first
        opened = opened or not piece.optional
        if piece.needed:
            needs.append(piece.needed)
    # the needed set that is found least often: one without numbers, then the smallest
    needed = min(needs, key=_rarity, default=frozenset[str]())
    whole = reduce(_followed, _fused([piece for piece, _ in parts]), Piece("", wordless=True))
    return replace(
        whole, expression=text, first=first, needed=needed, longest=sum(piece.longest for piece, _ in parts)
    )


def _fused(pieces: Sequence[Piece]) -> Iterable[Piece]:
    """Two numbers that a hyphen may join can be one word ("0415"), which anything can follow."""
    beside = zip(pieces, (*pieces[1:], Piece("")), (*pieces[2:], Piece(""), Piece("")), strict=False)
    for piece, join, after in beside:
        one = join.expression == HYPHEN and bool(NUMBER & piece.first & after.first)
        yield replace(piece, second=None) if one else piece


def _followed(left: Piece, right: Piece) -> Piece:
    """Which words come first and second, and how few there can be, when one part follows the other."""
    without = left.optional or left.wordless
    return Piece(
        "",
        first=left.first | right.first if without else left.first,
        second=_united(
            [
                left.second,
                right.first if left.single else frozenset(),
                right.second if without else frozenset(),
            ]
        ),
        single=(left.single and (right.optional or right.wordless)) or (without and right.single),
        wordless=without and (right.optional or right.wordless),
    )


def _rarity(words: frozenset[str]) -> tuple[bool, bool, int]:
    return bool(words & NUMBER), bool(words & FREQUENT), len(words)
