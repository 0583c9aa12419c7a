"""A text with its names in, the same out with the verbs and event nouns of headlines in capitals made small.

"Ruritania Fires Missile over Sylvania": the tagger takes each word with a capital for part of a name. Nothing is made
small that a name of the tables covers, and all offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.knowledge.grammar import Grammar
from detente.reading.names import Name
from detente.reading.reread import with_ending

LONGEST, FEWEST = 160, 3  # characters of a line; words of it with a capital
SHORT = 4  # letters: prepositions and the like, which open entries too ("over", "out")
ENDINGS = ("s", "ed")

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


def headline_words(
    event_verbs: Iterable[str], event_nouns: Iterable[str], grammar: Grammar
) -> frozenset[str]:
    """The forms of the first words of all entries that may be made small."""
    verbs = {entry.split()[0] for entry in event_verbs}
    nouns = {entry for entry in event_nouns if " " not in entry}
    forms = {with_ending(word, ending) for word in verbs if word.isalpha() for ending in ENDINGS}
    plurals = {with_ending(noun, "s") for noun in nouns if noun.isalpha()}
    return frozenset(verbs | nouns | forms | plurals | set(grammar.pasts.values()))


def lower_headlines(text: str, names: Sequence[Name], words: frozenset[str]) -> str:
    """The text with those words of such lines in small letters."""
    starts = [start for line in _LINE.finditer(text) for start in _starts(line, words)]
    if not starts:
        return text
    covered = [name.span for name in names]
    letters = list(text)
    for start in starts:
        if not any(span.start <= start < span.end for span in covered):
            letters[start] = letters[start].lower()
    small = "".join(letters)
    return small if len(small) == len(text) else text


def _starts(line: re.Match[str], words: frozenset[str]) -> Iterator[int]:
    """Where the words of a line in capitals begin that are to be made small; the first one stays."""
    said = line.group()
    if len(said) > LONGEST or _STOP.search(said):
        return
    found = list(_WORD.finditer(said))
    capitals = [word for word in found if word.group()[0].isupper()]
    small = [word.group() for word in found if word.group()[0].islower()]
    verbal = any(word in words for word in small if len(word) > SHORT)
    if len(capitals) < FEWEST or len(small) > len(capitals) // 2 or verbal:
        return
    for word in capitals:
        if word is not found[0] and word.group()[1:].islower() and word.group().lower() in words:
            yield line.start() + word.start()
