"""The place of an act in, all the states out in which a list of places says that it was done.

"Protests break out in Ruritania, Sylvania and Graustark": the people of each of them protest.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.standing.status import Statuses
from detente.records import Place


def lands_listed(place: Place, statuses: Statuses) -> dict[str, str]:
    """The country of the place and of those listed with it, each with what it is called."""
    found = {place.country: place.text} if place.country else {}
    span = place.span
    named = statuses.graph.doc.char_span(span.start, span.end, alignment_mode="expand") if span else None
    if named is None or not named.root.conjuncts:
        return found
    for country, name in _beside(named.root.i, statuses):
        found.setdefault(country, name)
    return found


def _beside(head: int, statuses: Statuses) -> Iterator[tuple[str, str]]:
    doc, mentions = statuses.graph.doc, statuses.mentions
    for token in doc[head].conjuncts:
        there, mention = mentions.places.get(token.i), mentions.actors.get(token.i)
        country = there.country if there is not None else mention.actor.country if mention else None
        if country and token.pos_ == "PROPN":
            yield country, token.text
