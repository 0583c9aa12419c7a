"""A parsed text in, what was done on a second day no longer joined to the first day out.

"Visits Zenda on Friday and Strelsau on Saturday", "met the king on Monday and his brother on Tuesday": the parser
joins the second to the day, so that it was done on Strelsau.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

AT = ("on", "in", "by")  # what the second day hangs on; nothing where the day stands alone


def repair_day_by_day(doc: Doc, days: Collection[str]) -> Doc:
    """The same document; only where both have a day of their own. days: names of days and months."""
    for noun in doc.having(dep_=("conj",)):
        day = noun.head
        if noun.dep_ != "conj" or day.lower_ not in days or noun.lower_ in days or day.dep_ != "pobj":
            continue
        first = _done_on(day.head)
        if first is not None and first.i < day.i < noun.i and _has_day(noun, days):
            _join(noun, first, day)
    return doc


def _done_on(mark: Token) -> Token | None:
    """What stands last before the first day: an object, or the noun of a preposition."""
    before = [c for c in mark.head.rights if c.i < mark.i and c.dep_ in ("dobj", "prep")]
    if not before:
        return None
    last = before[-1]
    return last if last.dep_ == "dobj" else next((c for c in last.rights if c.dep_ == "pobj"), None)


def _has_day(noun: Token, days: Collection[str]) -> bool:
    """Right behind the noun, with the preposition or without it."""
    behind = [t for t in noun.doc[noun.i + 1 : noun.i + 3] if t.i < noun.sent.end]
    if behind and behind[0].lower_ in AT:
        behind = behind[1:]
    return bool(behind) and behind[0].lower_ in days


def _join(noun: Token, first: Token, day: Token) -> None:
    verb = day.head.head
    for own in [c for c in noun.rights if c.i == noun.i + 1 and c.dep_ == "prep"]:
        own.hang(verb, "prep")
    for link in [c for c in day.rights if c.dep_ == "cc" and c.i < noun.i]:
        link.hang(first, "cc")
    noun.hang(first, "conj")
