"""A text in, the same out with lines all in capitals written with capitals at the start of words only.

"RURITANIA SIGNS TRUCE WITH NATO" becomes "Ruritania Signs Truce With NATO", which is read as other headlines are
(`reading.headlines`); short forms that the actor tables know stay, and so do all offsets.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from detente.knowledge.grammar import Grammar

FEWEST, SHARE = 3, 0.9  # words of such a line; how many of its letters are capitals
LONGEST_SHORT_FORM = 6  # letters

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def short_forms(names: Collection[str], grammar: Grammar) -> frozenset[str]:
    """Of all names those that are written in capitals only, but for those that are words ("WHO")."""
    capitals = {name for name in names if name.isupper() and len(name) <= LONGEST_SHORT_FORM}
    others = {name.upper() for name in names if not name.isupper() and len(name) <= LONGEST_SHORT_FORM}
    return frozenset(
        name for name in capitals - others if name.lower() not in grammar.words["small in headlines"]
    )


def quiet(text: str, short: frozenset[str]) -> str:
    """The text without such lines."""
    return LINE.sub(lambda line: _quieted(line.group(), short), text)


def _quieted(line: str, short: frozenset[str]) -> str:
    if sum(map(str.isupper, line)) < SHARE * sum(map(str.isalpha, line)):  # as nearly all are
        return line
    letters = [letter for letter in line if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    if capitals < SHARE * len(letters) or len(WORD.findall(line)) < FEWEST:
        return line
    plain = WORD.sub(lambda word: word.group() if word.group() in short else word.group().capitalize(), line)
    return plain if len(plain) == len(line) else line
