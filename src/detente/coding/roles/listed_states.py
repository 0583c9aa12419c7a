"""A state in that stands beside those whom it describes, whether they are told of already out.

"US and Sylvanian officials", "delegations from the Red Dawn, Ruritania and Sylvania": no state besides its own people.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.coding.reasons import LIES_IN
from detente.coding.roles.mentions import Mention, Mentions
from detente.ids import is_of_no_state, is_organisation
from detente.reading.graph import Graph
from detente.reading.tokens import Token
from detente.records import Actor, Place

TWO = 2  # a delegation and a state may well be two sides


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


def of_several_states(head: int, mention: Mention, graph: Graph, mentions: Mentions) -> tuple[Actor, ...]:
    """ "The foreign ministers of A and B", "officials from a town in A and a port in B": one actor for each state."""
    noun = graph.predicates.get(head)
    if noun is None or graph.doc[head].tag_ not in ("NNS", "NNPS"):
        return ()
    known_group = is_of_no_state(mention.actor.id)  # "its fighters from A and B"
    for name in ("mod",) if known_group else ("of", "mod", "poss", "from"):
        heads = {i for h in noun.heads(name) for i in (h, *(t.i for t in graph.doc[h].conjuncts))}
        if len(heads) < 2:  # nearly always
            continue
        own = [h for h in sorted(heads) if not only_backs(graph.doc[h])]
        states = [s for h in own if (s := _state_at(h, name, graph, mentions)) is not None]
        if len({_side(s) for s in states}) > 1:
            word = graph.doc[head].text
            return tuple(
                msgspec.structs.replace(
                    mention.actor,
                    name=f"{word} of {s.name}",
                    id=None if s.country else s.id,
                    country=s.country,
                    span=s.span,
                    inferred=s.inferred,
                )
                for s in states
            )
    return ()


def _state_at(head: int, name: str, graph: Graph, mentions: Mentions) -> Actor | None:
    """The state or organisation of states that a word names, or that the town or region lies in."""
    tables = (mentions.modifiers, mentions.actors) if name == "mod" else (mentions.actors,)
    named = next((t[head].actor for t in tables if head in t), None)
    if named is not None:
        return named if _side(named) else None
    noun = graph.predicates.get(head)
    if name == "mod" or noun is None:
        return None
    return next((a for h in noun.heads("in") if (a := _state_at(h, "in", graph, mentions)) is not None), None)


def _side(actor: Actor) -> str | None:
    """The state or the organisation of states that an actor stands for."""
    return actor.country or (actor.id if is_organisation(actor.id) else None)


def state_of(place: Place) -> Actor:
    """The state in which a place lies, as an inferred actor."""
    return Actor(
        name=place.country or place.text,
        id=place.country,
        country=place.country,
        sectors=(),
        span=place.span,
        inferred=None
        if place.name and place.text == place.name and place.geonames is None
        else LIES_IN.of(place.text),
    )
