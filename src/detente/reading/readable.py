"""A text in, the same out as it can be read, with offsets as they were.

Without boilerplate, without what addresses whoever is asked ("Minister, will you ...?"), and without lines in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from detente.documents.boilerplate import Boilerplate, find_boilerplate
from detente.knowledge.actors import ActorTables
from detente.knowledge.grammar import Grammar

NOT_BLANK = "\n"
# the number of a footnote, the dot of a list, what makes a word bold or a link, and a wire's mark before a headline ("UPDATE 1-")
_MARKS = re.compile(
    r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]|\*\*|\]\(https?://[^\s()]+\)|[\[\]]"
    r"|(?m:^\s*[•·▪◦‣]\s)|(?m:^\s*[A-Z]{3,} \d{1,2}-(?=[A-Z\"“‘']))"
)
_HAS_MARKS = re.compile(r"[\[\]•·▪◦‣]|\*\*|[A-Z] \d{1,2}-")
_OPENING = re.compile(r"(?m)^\s*(?:[^\W\d_]+[:.]\s+)?(?P<address>[^\W\d_]+\.?(?: [^\W\d_]+\.?){0,2},)(?=\s)")
_WORD = re.compile(r"\w+")
FEWEST, SHARE = 3, 0.9  # words of such a line; how many of its letters are capitals
LONGEST_SHORT_FORM = 6  # letters
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def blank_boilerplate(text: str, boilerplate: Boilerplate) -> str:
    """The text with every character of labels, biographies and the like replaced by a space; line ends stay."""
    text = blank_marks(text)
    parts: list[str] = []
    at = 0
    for start, end in find_boilerplate(text, boilerplate):
        parts += [text[at:start], "".join(c if c in NOT_BLANK else " " for c in text[start:end])]
        at = max(at, end)
    return "".join([*parts, text[at:]])


def blank_marks(text: str) -> str:
    """The text with a space for each character that only says how it is set or where it comes from."""
    return _MARKS.sub(lambda mark: " " * len(mark.group()), text) if _HAS_MARKS.search(text) else text


def blank_address(text: str, tables: ActorTables) -> str:
    """The text without what addresses whoever is asked; only a line that asks and says "you" addresses somebody."""
    if "?" not in text:
        return text
    parts: list[str] = []
    at = 0
    for found in _OPENING.finditer(text):
        start, end = found.span("address")
        if _is_address(found["address"], tables) and _asks(text, end, tables):
            parts += [text[at:start], " " * (end - start)]
            at = end
    return "".join([*parts, text[at:]])


def _is_address(words: str, tables: ActorTables) -> bool:
    return words.rstrip(",").replace(".", "").lower() in tables.words["addressed_as"]


def _asks(text: str, at: int, tables: ActorTables) -> bool:
    """Whether the rest of the line does."""
    end = text.find("\n", at)
    rest = text[at : end if end >= 0 else len(text)]
    return "?" in rest and not tables.words["second_person"].isdisjoint(_WORD.findall(rest.lower()))


def short_forms(names: Collection[str], grammar: Grammar) -> frozenset[str]:
    """Of all names those that are written in capitals only, but for those that are words ("WHO")."""
    capitals = {name for name in names if name.isupper() and len(name) <= LONGEST_SHORT_FORM}
    others = {name.upper() for name in names if not name.isupper() and len(name) <= LONGEST_SHORT_FORM}
    return frozenset(
        name for name in capitals - others if name.lower() not in grammar.words["small in headlines"]
    )


def quiet(text: str, short: frozenset[str]) -> str:
    """The text with lines all in capitals written with capitals at the start of words only."""
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
