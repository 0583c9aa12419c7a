"""A text -> whether it is hardly English, by its letters and by how many of its words are English function words."""

from __future__ import annotations

import re

LOOKED_AT = 400  # words, or letters
FEWEST = 30  # words or letters, below which headlines and lists would be taken for another language
ENGLISH = 0.15  # of the words: news in English has a quarter and more, in other languages an eighth at most

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


def hardly_english(text: str) -> bool:
    """Whether the beginning of a text is in another script or, by its words, in another language; not said of a few."""
    letters = [found[0] for _, found in zip(range(LOOKED_AT), _LETTER.finditer(text), strict=False)]
    if len(letters) >= FEWEST and sum(letter.isascii() for letter in letters) < len(letters) / 2:
        return True  # also where no blanks part the words
    from spacy.lang.en.stop_words import STOP_WORDS  # noqa: PLC0415 - slow to load

    words = [found[0].casefold() for _, found in zip(range(LOOKED_AT), _WORD.finditer(text), strict=False)]
    return len(words) >= FEWEST and sum(word in STOP_WORDS for word in words) < ENGLISH * len(words)
