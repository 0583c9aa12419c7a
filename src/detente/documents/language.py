"""A text -> whether it is hardly English, by how many of its words are English function words."""

from __future__ import annotations

import re

LOOKED_AT = 400  # words
FEWEST = 30  # words, below which headlines and lists would be taken for another language
ENGLISH = 0.15  # of the words: news in English has a quarter and more, in other languages an eighth at most

_WORD = re.compile(r"[^\W\d_]+")


def hardly_english(text: str) -> bool:
    """Whether the beginning of a text is, by its words, in another language; not said of a few words."""
    from spacy.lang.en.stop_words import STOP_WORDS  # noqa: PLC0415 - slow to load

    words = [found[0].casefold() for _, found in zip(range(LOOKED_AT), _WORD.finditer(text), strict=False)]
    return len(words) >= FEWEST and sum(word in STOP_WORDS for word in words) < ENGLISH * len(words)
