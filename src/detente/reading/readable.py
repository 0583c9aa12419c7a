"""A document's text in, the same text with its boilerplate blanked out, so that offsets stay what they were."""

from __future__ import annotations

from detente.documents.boilerplate import Boilerplate, find_boilerplate

NOT_BLANK = "\n"


def blank_boilerplate(text: str, boilerplate: Boilerplate) -> str:
    """The text with every character of labels, biographies and the like replaced by a space; line ends stay."""
    parts: list[str] = []
    at = 0
    for start, end in find_boilerplate(text, boilerplate):
        parts += [text[at:start], "".join(c if c in NOT_BLANK else " " for c in text[start:end])]
        at = max(at, end)
    return "".join([*parts, text[at:]])
