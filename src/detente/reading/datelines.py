"""A block of text in, where its dateline ends: "ZENDA, Ruritania, May 5 (Agency) --", "STRELSAU:".

A dateline says where and when a text was written. Read as a part of the first sentence it becomes a party of it.
"""

from __future__ import annotations

import re

_LOUD = r"(?:[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){1,3}|[A-Z][A-Z.'’-]{3,})"  # the place in capitals
_PLAIN = r"[A-Z][\w.'’-]{2,}(?:[ /][A-Z][\w.'’-]+){0,2}"
_LAND = r"(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:,?\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?\.?)"
_AGENCY = r"(?:\s?(?:\([A-Z][^()]{1,40}\)|/[A-Z][^/]{1,40}/)\.?)"
_DASH = r"\s*(?:--|[-–—])+\s+"
_COLON = r"\s*:\s+"

_DATELINE = re.compile(
    rf"\s*(?:{_LOUD}{_LAND}{_DAY}?{_AGENCY}?{_DASH}"
    rf"|{_LOUD}(?:{_LAND}{_DAY}{_AGENCY}?|{_LAND}{_AGENCY}){_COLON}"
    rf"|{_PLAIN}{_LAND}{_DAY}?{_AGENCY}(?:{_DASH}|{_COLON}|\s+)"
    rf"|{_PLAIN}{_LAND}{_DAY}(?:{_DASH}|{_COLON})"
    rf"|{_AGENCY}{_DASH})(?=[\"'“‘(]?[A-Z0-9])"
)
_BARE = re.compile(
    rf"(?m)^\s*{_LOUD}{_LAND}{_COLON}(?=[\"'“‘(]?[A-Z0-9])"
)  # "STRELSAU:", but also "SPEAKER:"
_NAME = r"[A-Z][\w.'’]*"
_LABEL = re.compile(
    rf"\s*(?:[•*·-]\s+)?{_NAME}(?: (?:(?:of|the|and|of the) )?{_NAME}){{0,4}}"
    rf"(?:[-–/]{_NAME}(?: {_NAME}){{0,4}}(?: [a-z]+){{0,2}})?"
    rf"(?:,\s{_NAME}(?: {_NAME}){{0,2}})?(?P<mark>{_COLON}|\s+(?:--|[-–—])\s+)(?=[\"“'‘]?\w)"
)  # "Ruritania–Sylvania relations: ", "Zenda, Ruritania – "
_TURN = re.compile(r"\s*(?P<label>[A-Z][:.]|[A-Z]{3,}:)[ \t]+(?=\S)")  # "Q: ", "ANSWER: "
_OF_THE_HOUR = re.compile(
    r"(?i)\s*(?:live|latest|breaking|\w+day)\b"
)  # they tell how or when the title's event stands
_DASHED = re.compile(r"\s(?:--|[-–—])\s")
_WHOLE = re.compile(r"[.!?][\"'”’)]*\s*$")
FEWEST_TURNS = 2
WORDS_OF_TITLE = 3  # that follow a label
AT_LEAST = 40  # characters that follow a dateline: a shorter line is a title, a label or a list


def dateline_end(block: str, *, text: str) -> int:
    """The offset at which what the block tells begins, 0 where it has no dateline.

    Only a block of whole sentences has one: in a title the words before a dash or colon are who speaks. A mere name in
    capitals with a colon is one where no other line of the text begins so; in a transcript several do.
    """
    found = _DATELINE.match(block) or _BARE.match(block)
    if found is None or len(block) - found.end() < AT_LEAST or not _WHOLE.search(block):
        return 0
    if found.re is _BARE and len(_BARE.findall(text)) > 1:
        return 0
    return found.end()


def turn_end(block: str, *, text: str) -> int:
    """As `dateline_end`, of what stands before a question or an answer: other lines of the text begin so too."""
    found = _TURN.match(block)
    return found.end() if found and text.count(f"\n{found['label']} ") >= FEWEST_TURNS else 0


def label_end(block: str) -> int:
    """As `dateline_end`, of what may be the name of who says so as well as of a place or a topic.

    A dash parts it off only behind a place and its land, and where no other dash follows.
    """
    found = _LABEL.match(block)
    if found is None:
        return 0
    rest = block[found.end() :]
    if not _WHOLE.search(block):
        parted = ":" in found["mark"] and rest.count(" ") >= WORDS_OF_TITLE - 1
        return found.end() if parted and not _OF_THE_HOUR.match(block) else 0
    if len(rest) < AT_LEAST:
        return 0
    if ":" in found["mark"]:
        return found.end()
    return found.end() if "," in found.group() and not _DASHED.search(block, found.end()) else 0


def is_dateline_at(start: int, text: str) -> bool:
    """Whether the line of the text that begins at this offset has a dateline."""
    end = text.find("\n", start)
    return dateline_end(text[start : end if end >= 0 else len(text)], text=text) > 0
