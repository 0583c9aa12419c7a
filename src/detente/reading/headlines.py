"""A text with its names in, the same out with headlines in capitals written as sentences are.

"Ruritania Fires Missile over Sylvania": the tagger takes each word with a capital for part of a name. Nothing is made
small that a name of the tables covers, nor a word that the language does not have, and all offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from detente.knowledge.grammar import Grammar
from detente.reading.names import Name
from detente.reading.presents import with_ending
from detente.reading.readable import LINE, WORD

LONGEST, FEWEST = 200, 3  # characters of a line; words of it with a capital
RAISED = 2  # articles and prepositions with a capital
PLACE = "place"  # of an entry
ENDINGS = ("s", "ed")

_STOP = re.compile(r"[.…][\"'”’)\]]*\s*$")
_NUMBER = re.compile(r"\W{1,2}\d")  # "May 3"


class HeadlineWords(msgspec.Struct, frozen=True, kw_only=True):
    """What tells the words of a headline that are no names.

    entries: the forms of the first words of all event rules. common: whether the language has the word, in small
    letters. given: first names. small: words that a headline in capitals may leave small; capital: those that are
    never small ("Monday"). dated, before_dates: months that are words too ("May"), and what stands before a date.
    before_towns: what stands before a place. phrases: those whose first word is no surname ("said to"). openings:
    those that the tagger takes for names where they open a line ("Amid").
    """

    entries: frozenset[str]
    common: Callable[[str], bool]
    given: frozenset[str]
    small: frozenset[str]
    capital: frozenset[str]
    dated: frozenset[str]
    before_dates: frozenset[str]
    before_towns: frozenset[str]
    phrases: tuple[str, ...]
    openings: frozenset[str]


def headline_words(
    event_verbs: Iterable[str],
    event_nouns: Iterable[str],
    grammar: Grammar,
    common: Callable[[str], bool],
    given: frozenset[str],
) -> HeadlineWords:
    """The words that may be made small, and those that may not."""
    verbs = {entry.split()[0] for entry in event_verbs}
    nouns = {entry for entry in event_nouns if " " not in entry}
    forms = {with_ending(word, ending) for word in verbs if word.isalpha() for ending in ENDINGS}
    plurals = {with_ending(noun, "s") for noun in nouns if noun.isalpha()}
    return HeadlineWords(
        entries=frozenset(verbs | nouns | forms | plurals | set(grammar.pasts.values())),
        common=common,
        given=given - grammar.words["always with a capital"],  # a minister's may be "Monday"
        small=grammar.words["small in headlines"],
        capital=grammar.words["always with a capital"],
        dated=grammar.words["months that are words"],
        before_dates=grammar.words["before a month"],
        before_towns=grammar.words["before a town"],
        phrases=tuple(sorted(grammar.words["no surname in headlines"])),
        openings=grammar.words["openings taken for names"],
    )


def lower_headlines(text: str, names: Sequence[Name], words: HeadlineWords) -> str:
    """The text with the words of such lines in small letters that are no names; the first one stays.

    So too a preposition that opens any line, where it is one that the tagger takes for a name ("Amid").
    """
    text = _with_small_openings(text, words.openings)
    lines = [line for line in LINE.finditer(text) if _is_headline(line.group(), words.small)]
    if not lines:
        return text
    named = {i for name in names if not _is_word(name, text, words) for i in range(*name.span)}
    letters = list(text)
    for line in lines:
        for start in _starts(line, words):
            if start not in named:
                letters[start] = letters[start].lower()
    small = "".join(letters)
    return small if len(small) == len(text) else text


def _with_small_openings(text: str, openings: frozenset[str]) -> str:
    if not any(word.capitalize() in text for word in openings):
        return text
    letters = list(text)
    for line in LINE.finditer(text):
        found = WORD.search(line.group())
        if found is not None and found.group().lower() in openings:
            start = line.start() + found.start()
            letters[start] = letters[start].lower()
    return "".join(letters)


def _is_headline(line: str, small: frozenset[str]) -> bool:
    """All its words have a capital but articles, prepositions and what follows a hyphen ("EU-brokered").

    One with a full stop, or a long one, is of sentences, unless its articles and prepositions have a capital too.
    """
    capitals = raised = 0
    for word in WORD.finditer(line):
        if word.group()[0].isupper():
            capitals += 1
            raised += word.start() > 0 and word.group().lower() in small
        elif word.group() not in small and line[word.start() - 1 : word.start()] != "-":
            return False
    return capitals >= FEWEST and (raised >= RAISED or not (len(line) > LONGEST or _STOP.search(line)))


def _is_word(name: Name, text: str, words: HeadlineWords) -> bool:
    """ "Rules Out Sale": a word of our rules, and no town, where no "in" or "near" stands before it; "Said to Plan"."""
    start, end = name.span
    if text[start : end + LONGEST].lower().startswith(words.phrases):
        return True
    if text[start:end].lower() not in words.entries or any(e.kind != PLACE for e in name.entries):
        return False
    before = text[:start].rsplit(maxsplit=1)
    return not before or before[-1].lower() not in words.before_towns


def _starts(line: re.Match[str], words: HeadlineWords) -> Iterator[int]:
    """Where the words begin that are to be made small."""
    before = ""
    for number, found in enumerate(WORD.finditer(line.group())):
        word = found.group()
        if number and word[0].isupper() and word[1:] == word[1:].lower():
            followed = bool(_NUMBER.match(line.group(), found.end()))
            if _may_be_small(word, before, words, dated=followed):
                yield line.start() + found.start()
        before = word


def _may_be_small(word: str, before: str, words: HeadlineWords, *, dated: bool) -> bool:
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if word in words.dated:
        return not dated and before.lower() not in words.before_dates
    if word in words.capital or len(low) < 2:
        return False
    if low in words.entries or low in words.small:
        return True
    named = word in words.given or before in words.given
    return not named and words.common(low)
