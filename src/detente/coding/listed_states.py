"""A state in that stands beside those whom it describes, whether they are told of already out.

"US and Sylvanian officials", "delegations from the Red Dawn, Ruritania and Sylvania": no state besides its own people.
"""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.mentions import Mentions
from detente.reading.graph import Graph
from detente.reading.tokens import Token
from detente.records import Actor

TWO = 2  # a delegation and a state may well be two sides


def tells_of_state(head: int, graph: Graph, mentions: Mentions) -> bool:
    """Whether the noun that a place's name describes stands for that state too."""
    token = graph.doc[head]
    mention = mentions.actors.get(token.head.i) if token.dep_ == "nmod" else None
    country = mentions.places[head].country
    if mention is None or mention.actor.span is None or mention.actor.span.start > token.idx:
        return False  # "Ruritania and Zendan separatists": the separatists of Zenda alone
    return any(a.country == country for a in mention.several or (mention.actor,))


def only_backs(token: Token) -> bool:
    """ "League-backed Sylvanian forces": they are Sylvania's, whoever is behind them."""
    doc, i = token.doc, token.i
    return i + 2 < len(doc) and doc[i + 1].text == "-" and doc[i + 2].is_lower


def without_states_within(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors without bare states that their own people stand beside."""
    return tuple(a for a in actors if not _stands_within(a, actors)) if len(actors) > TWO else actors


def _stands_within(state: Actor, actors: Iterable[Actor]) -> bool:
    """Whether it is a bare state whose name is part of that of others, who are of it."""
    own = state.span
    if own is None or state.country is None or state.id != state.country:
        return False
    return any(
        a.span.start <= own.start and own.end <= a.span.end
        for a in actors
        if a.id is None and a.country == state.country and a.span is not None
    )
