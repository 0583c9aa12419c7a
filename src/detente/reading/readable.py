"""A document's text in, the same text with its boilerplate blanked out, so that offsets stay what they were."""

from __future__ import annotations

import re

from detente.documents.boilerplate import Boilerplate, find_boilerplate

NOT_BLANK = "\n"

# the number of a footnote, the dot of a list, what makes a word bold or a link, and a wire's mark before a headline ("UPDATE 1-")
_MARKS = re.compile(
    r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]|\*\*|\]\(https?://[^\s()]+\)|[\[\]]"
    r"|(?m:^\s*[•·▪◦‣]\s)|(?m:^\s*[A-Z]{3,} \d{1,2}-(?=[A-Z\"“‘']))"
)
_HAS_MARKS = re.compile(r"[\[\]•·▪◦‣]|\*\*|[A-Z] \d{1,2}-")


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
