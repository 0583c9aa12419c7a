"""Plain text or Markdown, with or without front matter -> `Document`."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from detente.documents.fields import make_document
from detente.records import Document

FRONT_MATTER_FIELDS = ("title", "outlet", "published", "url")

_FENCE = "---"
_LINES_AT_MOST = 60
_ENTRY = re.compile(r"([A-Za-z][\w -]*):(?:\s+(.*))?")
_NO_ENTRY = re.compile(
    r"\s*(?:#.*)?|\s+\S.*|-\s.*"
)  # blank, comment, or a list under an entry that we do not read
_QUOTED = re.compile(r"([\"'])(.*)\1")


def read_plain(text: str, *, file: str) -> Document:
    """The document of a text; without front matter the text is kept as it is. Raises `DocumentError`.

    Front matter that does not end is text as well, of which a warning is logged.
    """
    fields, body = split_front_matter(text)
    if not fields and _begins_front_matter(text):
        logging.getLogger(__name__).warning(
            "%s: its front matter has no closing line ---, and is read as text; write one below the last entry",
            file,
        )
    return make_document(body, file=file, **{name: fields.get(name) for name in FRONT_MATTER_FIELDS})


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The entries between two `---` lines at the very start, and the text after them and the blank lines.

    A text that merely opens with a dashed line comes back as it is, with no entries.
    """
    lines = text.splitlines(keepends=True)
    fields, end = _entries(lines)
    if end is None or not fields:
        return {}, text
    return fields, "".join(lines[end + 1 :]).lstrip("\r\n")


def _begins_front_matter(text: str) -> bool:
    """Whether a dashed line and an entry that we read open the text."""
    fields, end = _entries(text.splitlines())
    return end is None and not fields.keys().isdisjoint(FRONT_MATTER_FIELDS)


def _entries(lines: Sequence[str]) -> tuple[dict[str, str], int | None]:
    """The entries below a first line `---`, and the number of the line that closes them, if there is one."""
    fields: dict[str, str] = {}
    if not lines or lines[0].rstrip() != _FENCE:
        return fields, None
    for number, line in enumerate(lines[1:_LINES_AT_MOST], 1):
        entry = _ENTRY.fullmatch(line.rstrip())
        if line.rstrip() == _FENCE:
            return fields, number
        if entry:
            fields[entry[1].lower()] = _unquoted((entry[2] or "").strip())
        elif not _NO_ENTRY.fullmatch(line.rstrip()):
            break
    return fields, None


def _unquoted(value: str) -> str:
    quoted = _QUOTED.fullmatch(value)
    return quoted[2] if quoted else value
