""" "The crew", "the hostages", "the woman" in, those of the ship or of the people who were told of as taken before out.

"Pirates seized a Sylvanian tanker. Ruritanian marines freed the crew": Sylvania's, and not of whoever frees them.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import NEAR, Page
from detente.coding.actors.pointing.thing_again import (
    COUNTS,
    MISSIONS,
    SUFFERS,
    acts,
    is_bare,
    is_craft,
    owner_of_thing,
)
from detente.coding.roles.mentions import Mention
from detente.reading.spans import sentences_before
from detente.reading.tokens import Span, Token
from detente.records import Actor

ABOARD, CAPTIVES, POSTED = "aboard_again", "captive_again", "posted_there"  # lists of words
PEOPLE = (ABOARD, POSTED, CAPTIVES)
OWNER, OWN = "poss", ("its", "their")
TAKING = ("taking_away", "taken_or_freed")
HELD = "made_captive"
CIVILIANS = ("CVL",)
CONJUNCT = "conj"


def taken_again(page: Page, draft: Draft, token: Token) -> Mention | None:
    """The people as a mention of their own; None where they can be of two states."""
    if (land := land_of_taken(page, draft, token)) is None:
        return None
    state = page.tables.state_by_id.get(land)
    why = f"'the {token.text}' are of {state.name if state is not None else land}, told of before"
    span = span_of(page, token.i, token.i + 1)
    actor = Actor(name=token.text, country=land, sectors=CIVILIANS, span=span, inferred=why)
    return Mention(head=token.i, actor=actor, kind="person", anonymous=True)


def land_of_taken(page: Page, draft: Draft, token: Token) -> str | None:
    """The one state of those who were taken, or of the craft on which such people are."""
    if not token.sent.start:
        return None
    noun = token.lemma_.lower()
    if noun not in page.said_before(token.sent) and noun not in page.words.of(PEOPLE):
        return None  # any other noun only stands for those who are called by it there
    aboard, posted, captive = [noun in page.words[kind] for kind in PEOPLE]
    if not (is_bare(token) or (aboard and _is_of_it(page, token))):
        return None
    told: list[Token] = []
    for near in sentences_before(token.sent, NEAR):
        if aboard and (called := [t for t in near if t.lemma_.lower() == noun]):
            return _one_land(page, draft, called)  # "a Sylvanian tanker with a Ruritanian crew"
        told += _victims(page, token, near)
        if not told and (aboard or posted):
            told = _crafts(page, token, near) if aboard else _missions(page, near)
        if told and not captive:
            break
    return _one_land(page, draft, told)


def _one_land(page: Page, draft: Draft, told: Sequence[Token]) -> str | None:
    owners = [owner_of_thing(page, draft, t) for t in told]
    lands = {m.actor.country if m is not None else None for m in owners}
    return lands.pop() if len(lands) == 1 else None


def _missions(page: Page, near: Span) -> list[Token]:
    return [t for t in near if t.lemma_.lower() in page.words[MISSIONS]]


def _is_of_it(page: Page, token: Token) -> bool:
    """ "Its captain", "the boat's captain": of the craft, and not of whoever acts."""
    owners = [c for c in token.lefts if c.dep_ == OWNER]
    plain = all(c.dep_ == OWNER or c.dep_ in COUNTS for c in token.lefts)
    return plain and any(c.lower_ in OWN or (is_craft(page, c) and is_bare(c)) for c in owners)


def _crafts(page: Page, token: Token, near: Span) -> list[Token]:
    """Those of a sentence; of one that hits another the other, unless it is its crew that does something."""
    told = [t for t in near if is_craft(page, t)]
    hit = [t for t in told if t.dep_ in SUFFERS]
    return [t for t in told if t not in hit] or hit if acts(token) else hit or told


def _victims(page: Page, token: Token, near: Span) -> list[Token]:
    """Those who were taken whom the noun can mean: called by the same word, or by one that says no more."""
    noun = token.lemma_.lower()
    taken = [t for t in near if _is_taken(page, t)]
    same = [t for t in taken if t.lemma_.lower() == noun]
    if same or noun not in page.words.of((CAPTIVES, ABOARD)):
        return same
    crafts = [t for t in taken if is_craft(page, t)]
    return crafts if noun in page.words[ABOARD] else [t for t in taken if t not in crafts] or crafts


def _is_taken(page: Page, token: Token) -> bool:
    """ "Seized a tanker", "three nurses were abducted", "took three nurses hostage"."""
    while token.dep_ == CONJUNCT:
        token = token.head
    verb = token.head
    if token.dep_ not in SUFFERS:
        return False
    lemma = verb.lemma_.lower()
    held = lemma in page.words[HELD] and any(c.lemma_.lower() in page.words[CAPTIVES] for c in verb.rights)
    return held or lemma in page.words.of(TAKING)
