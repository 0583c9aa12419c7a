"""Sides of an event in, by what they are told apart, which of them are known and by which word they are named out."""

from __future__ import annotations

from collections.abc import Iterable

from detente.reading.tokens import Doc, Span, Token
from detente.records import Actor, Place


def key_of(actor: Actor) -> str | None:
    """By what two actors are told apart: the state, or else the organisation or group."""
    return actor.country or actor.id


def keys_of(actors: Iterable[Actor]) -> set[str | None]:
    """The keys of a side; None is of somebody unknown."""
    return {a.country or a.id for a in actors}


def any_known(actors: Iterable[Actor]) -> bool:
    """Whether of anybody a state or a name is known."""
    return any(a.country or a.id for a in actors)


def known_among(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Those of whom a state or a name is known."""
    return tuple([a for a in actors if a.country or a.id])


def only_land(actors: Iterable[Actor]) -> str | None:
    """The one state that all of them are of; None if it is not known of all, or they are of several."""
    lands = {a.country for a in actors}
    return lands.pop() if len(lands) == 1 else None


def phrase_of(side: Actor | Place, doc: Doc) -> Span | None:
    """The words that name it, if the text does."""
    return doc.char_span(*side.span, alignment_mode="expand") if side.span is not None else None


def word_of(side: Actor | Place, doc: Doc) -> Token | None:
    """The word at the head of the phrase that names it, if the text does."""
    phrase = phrase_of(side, doc)
    return phrase.root if phrase is not None else None
