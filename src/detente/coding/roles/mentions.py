"""What an argument of a predicate can be: the actors and places of a text, by the token that heads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from detente.records import Actor, Place

MentionKind = Literal["state", "body", "person", "organisation", "group", "outlet"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as mentioned once.

    head: index of the head token of the noun phrase (for "the Ruritanian foreign minister, Anna Kovar" both
    `minister` and `Kovar` head a mention of the same actor). anonymous: a group or person without a name
    ("unnamed Ruritanian officials"). several: the states or persons that a group term stands for ("both nations").
    """

    head: int
    actor: Actor
    kind: MentionKind
    anonymous: bool = False
    several: tuple[Actor, ...] = ()


class Mentions(msgspec.Struct, frozen=True, kw_only=True):
    """Actors and places by token index; a metonym such as a capital has both, its role in the clause decides.

    modifiers: "Ruritanian", "Strelsau-based" before a noun. opposed: "anti-Ruritanian"; favoured: "pro-".
    unpolitical: nouns for which no state answers.
    papers: bare "the letter", "the report" of somebody told of before. setting: the state that a longer text is set in.
    voice: whoever speaks in the text himself.
    performers: by id or name, those whom the text calls by what they do in sport or art; sportsmen: of these.
    """

    actors: Mapping[int, Mention] = {}
    places: Mapping[int, Place] = {}
    modifiers: Mapping[int, Mention] = {}
    opposed: Mapping[int, Mention] = {}
    favoured: Mapping[int, Mention] = {}
    unpolitical: frozenset[int] = frozenset()
    papers: Mapping[int, Actor] = {}
    setting: str | None = None
    voice: Mention | None = None
    performers: frozenset[str] = frozenset()
    sportsmen: frozenset[str] = frozenset()
