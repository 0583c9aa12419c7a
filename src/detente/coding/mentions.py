"""What an argument of a predicate can be: the actors and places of a text, by the token that heads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from detente.records import Actor, Place

MentionKind = Literal["state", "body", "person", "organisation", "group", "outlet"]


@dataclass(frozen=True, kw_only=True)
class Mention:
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


@dataclass(frozen=True, kw_only=True)
class Mentions:
    """Actors and places by token index; a metonym such as a capital has both, its role in the clause decides.

    modifiers: "Ruritanian", "Strelsau-based" before a noun. opposed: "anti-Ruritanian"; favoured: "pro-".
    unpolitical: nouns for which no state answers.
    papers: bare "the letter", "the report" of somebody told of before. setting: the state that a longer text is set in.
    performers: by id or name, those whom the text calls by what they do in sport or art; sportsmen: of these.
    """

    actors: Mapping[int, Mention] = field(default_factory=dict)
    places: Mapping[int, Place] = field(default_factory=dict)
    modifiers: Mapping[int, Mention] = field(default_factory=dict)
    opposed: Mapping[int, Mention] = field(default_factory=dict)
    favoured: Mapping[int, Mention] = field(default_factory=dict)
    unpolitical: frozenset[int] = frozenset()
    papers: Mapping[int, Actor] = field(default_factory=dict)
    setting: str | None = None
    performers: frozenset[str] = frozenset()
    sportsmen: frozenset[str] = frozenset()
