"""The letters that a text puts in brackets behind a body in, that body out wherever they stand alone after it.

"The Ruritanian Coast Guard Command (RCGC) seized a trawler. The RCGC also fired on a boat."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Doc, Token
from detente.records import Actor

OPENS, CLOSES, OF = "(", ")", "of"
LETTERS = re.compile(r"[A-Z](?:[A-Za-z&]?[A-Z]){1,6}")
LONGEST = 10  # words of a name
IN_FRONT = ("amod", "compound", "nmod", "poss", "case")
STATE, OUTLET = "state", "outlet"


class Short(msgspec.Struct, frozen=True):
    """Letters, and the tokens `[start, end)` of the name that they are short for."""

    letters: str
    start: int
    end: int


def shortened(page: Page) -> dict[int, Short]:
    """What each of the letters that stand alone is short for, by its token; letters of a known name are left as it is."""
    doc, known = page.doc, dict[str, Short]()
    for opening in doc.having(lower_=(OPENS,)):
        letters, end = doc[opening.i + 1 : opening.i + 3], opening.i
        if len(letters) < 2 or letters[1].text != CLOSES or not LETTERS.fullmatch(letters[0].text):
            continue
        start = _start_of(doc, end, letters[0].text) if end and letters[0].text not in known else None
        if start is not None:
            known[letters[0].text] = Short(letters=letters[0].text, start=start, end=end)
    said = [token for token in doc if token.text in known] if known else []
    return {t.i: known[t.text] for t in said if t.i > known[t.text].end + 1}


def _start_of(doc: Doc, end: int, letters: str) -> int | None:
    """Where the words begin whose first letters these are, small words with or without theirs."""
    left = letters.upper().replace("&", "")
    for i in range(end - 1, max(end - LONGEST, doc[end - 1].sent.start) - 1, -1):
        if doc[i].text[:1].upper() == left[-1]:
            left = left[:-1]
        elif doc[i].text[:1].isupper():
            return None
        if not left:
            return i
    return None


def named_in_full(page: Page, draft: Draft, token: Token, short: Short) -> Mention | None:
    """The mention of the body by its letters: whoever its full name was read as, else a body of the state beside it."""
    why = f"'{short.letters}' is short for {page.text(short.start, short.end)}"
    full = next(
        (draft.actors[i] for i in range(short.end - 1, short.start - 1, -1) if i in draft.actors), None
    )
    span = span_of(page, token.i, token.i + 1)
    if full is not None and full.kind not in (STATE, OUTLET) and not full.several:
        actor = renamed(full.actor, span, why)
        return Mention(head=token.i, actor=actor, kind=full.kind, anonymous=full.anonymous)
    land = next((m.actor.country for m in _lands(page, draft, short) if m.actor.country), None)
    if land is None:
        return None
    name = page.text(short.start, short.end)
    actor = Actor(name=name, country=land, sectors=("GOV",), span=span, inferred=why)
    return Mention(head=token.i, actor=actor, kind="body")


def _lands(page: Page, draft: Draft, short: Short) -> Iterator[Mention]:
    """The states that describe a name, own it, or stand behind it with an "of"."""
    doc, start = page.doc, short.start
    while (
        start > 0 and doc[start - 1].dep_ in IN_FRONT and doc[start - 1].sent.start == doc[start].sent.start
    ):
        start -= 1
    for i in range(start, short.end):
        mention = draft.modifiers.get(i) or draft.actors.get(i)
        if mention is not None and mention.kind == STATE:
            yield mention
    after = short.end + 3  # behind the brackets
    if (
        after + 1 < len(doc)
        and doc[after].lower_ == OF
        and (owner := draft.actors.get(after + 1)) is not None
    ):
        yield owner
