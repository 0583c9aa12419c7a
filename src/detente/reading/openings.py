"""A text in, the edits out that write what opens its lines in capitals as other words are: "THE EUROPEAN UNION said ...".

Some papers set the first words of an article so. A dateline ("STRELSAU, March 3 --") and who speaks ("MS. KELLER: ") have
a mark behind them and stay; so do short forms and what is neither a word nor a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.knowledge.actor_names import fold
from detente.knowledge.actors import ActorTables
from detente.reading.headlines import HeadlineWords
from detente.reading.places import Edit
from detente.reading.readable import LONGEST_SHORT_FORM

MOST, SHORT = (
    8,
    3,
)  # words of an opening; letters of a word that is more likely a short form where it stands alone

_WORD = r"[A-ZÀ-ÖØ-Þ]+(?:[’'-][A-ZÀ-ÖØ-Þ]+)*(?:[’']s)?"
_OPENING = re.compile(
    rf"(?m)^[ \t\"“‘]*({_WORD}(?: {_WORD}){{0,{MOST - 1}}})(?= [a-zß-öø-ÿ]| [A-ZÀ-Þ][a-zß-öø-ÿ])"
)
_END = re.compile(r"[’'](?:s|S)$")


def quiet_openings(text: str, words: HeadlineWords, tables: ActorTables) -> Iterator[Edit]:
    """For each line that begins so; all edits are as long as what they stand for."""
    for found in _OPENING.finditer(text):
        loud = found[1].split(" ")
        plain = " ".join(_quieted(loud, words, tables))
        yield Edit(*found.span(1), plain if len(plain) == len(found[1]) else found[1])


def _quieted(loud: Sequence[str], words: HeadlineWords, tables: ActorTables) -> Iterator[str]:
    """The words in small letters, with a capital where they are names, and as they are where they are neither."""
    at = 0
    while at < len(loud):
        named = next((n for n in range(len(loud), at, -1) if _is_name(loud[at:n], tables)), at)
        if named > at:
            yield from map(_with_capital, loud[at:named])
        else:
            yield _plain(loud, at, words, tables)
        at = max(named, at + 1)


def _is_name(loud: Sequence[str], tables: ActorTables) -> bool:
    """Whether words are a name in other letters, and no short form in these."""
    bare = [*loud[:-1], _END.sub("", loud[-1])]
    known = tables.names.number
    titled = fold(" ".join(map(_with_capital, bare)))
    short = len(loud) == 1 and len(bare[0]) <= LONGEST_SHORT_FORM and known(fold(bare[0])) is not None
    return known(titled) is not None and not short


def _plain(loud: Sequence[str], at: int, words: HeadlineWords, tables: ActorTables) -> str:
    word = loud[at]
    low = _END.sub("", word).lower()
    alone = len(loud) == 1 and len(low) <= SHORT and low not in words.small
    if tables.names.number(fold(word)) is not None or alone or not (words.common(low) or low in words.small):
        return word
    return word.lower() if at else _with_capital(word)


def _with_capital(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
