"""A named office-holder whose state no word beside him tells in, the state of who tells of his trip out."""

from __future__ import annotations

from detente.coding.actors.page import STATE_KINDS, Page
from detente.coding.actors.side import Owners, Side
from detente.coding.actors.titles.sides import sides_of
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

_CONTENT = ("ccomp", "parataxis")
_ACTS, _BODY = "nsubj", "body"
_AT = ("in", "at")
_STATES = frozenset({"state", "capital", "body"})


def side_of_teller(page: Page, name: int, opposite: frozenset[str], owners: Owners) -> Side | None:
    """ "Minister Otto Horn will fly to Sylvania, the Ruritanian foreign ministry said": its own minister.

    Only where what he does is aimed at another state; whoever tells of an arrival may as well be the host.
    name: the token that heads it. opposite: the states at whom his clause is aimed.
    """
    noun = page.doc[name]
    speaker = speaker_of(noun) if noun.dep_ == _ACTS else None
    country = None if speaker is None else _state_of(page, speaker.i, owners)
    state = page.tables.state_by_id.get(country or "")
    if state is None:
        return None
    others = opposite | _gone_to(page, noun.head)
    if not others or state.id in others:
        return None
    return Side(
        name=state.name, country=state.id, start=0, end=0, inferred=f"those of {state.name} tell of it"
    )


def _gone_to(page: Page, verb: Token) -> frozenset[str]:
    """The states in which it takes place by the words of the clause itself: "will arrive in Klausenburg"."""
    held = (h for h in page.hits if h.kinds & STATE_KINDS and _is_at(page.root(h.start, h.end), verb))
    return frozenset(row.id for hit in held for row in hit.rows("state", "capital"))


def _is_at(place: Token, verb: Token) -> bool:
    preposition = place.head
    return place.dep_ == "pobj" and preposition.lower_ in _AT and preposition.head.i == verb.i


def _state_of(page: Page, speaker: int, owners: Owners) -> str | None:
    """For which state it speaks, where that is clear."""
    hit, title = page.hit_at.get(speaker), page.title_at.get(speaker)
    if title is not None:
        sides = sides_of(page, title.start, title.end, title.head, owners)
        body = all(role.group == _BODY for role in title.roles)  # "the foreign ministry in Strelsau"
        return sides[0].country if len(sides) == 1 and (body or not sides[0].weak) else None
    if hit is None or hit.kinds.isdisjoint(_STATES):
        return None
    found = {getattr(row, "country", row.id) for row in hit.rows("state", "capital", "body")}
    return found.pop() if len(found) == 1 else None


def speaker_of(noun: Token) -> Token | None:
    """The subject of the verb of saying in whose content the noun is the subject of the clause, or one of two."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head  # "the police and the army"
    if noun.dep_ not in SUBJECTS:
        return None
    verb = noun.head
    while verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ not in _CONTENT:
        return None
    speaking = verb.head
    if speaking.tag_ == "VBG" and speaking.dep_ == "advcl":
        speaking = speaking.head  # "denied it, saying the army", "said ..., adding that"
    return next((c for c in speaking.children if c.dep_ in SUBJECTS and c.i != noun.i), None)
