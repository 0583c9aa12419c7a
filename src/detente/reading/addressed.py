"""A text in, the same with a blank for each letter of how a question addresses whoever is asked out: "Minister, will you ...?".

Read as a part of the sentence it becomes its subject.
"""

from __future__ import annotations

import re

from detente.knowledge.actors import ActorTables

_OPENING = re.compile(r"(?m)^\s*(?:[^\W\d_]+[:.]\s+)?(?P<address>[^\W\d_]+\.?(?: [^\W\d_]+\.?){0,2},)(?=\s)")
_WORD = re.compile(r"\w+")


def blank_address(text: str, tables: ActorTables) -> str:
    """The text without it; only a line that asks and says "you" addresses somebody."""
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
