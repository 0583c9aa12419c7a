"""An attack on a ship or the seizure of one in, the states whose flag she flies or whose firms own her as its aim out.

"The Graustarkian-flagged, Sylvanian-owned freighter was struck off Zenda": where she was is no side. A ship that is
called by her name alone is whose she was said to be before: "the Sylvanian tanker Vega ... They seized the Vega".
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_of, distinct
from detente.coding.sides.blows.craft_told_of import is_craft
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

HOSTILE = frozenset({"ASSAULT", "COERCE"})
HIT = ("object", "on", "at", "against", "into")
NAME, BESIDE, WHOSE = "PROPN", ("compound", "appos", "nmod"), "whose ship it was said to be"
NEAR = 12  # tokens between the flag and the name of the ship


def with_flag(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where somebody is said to be hit."""
    said = any(r.inferred is None and r.country != r.id for r in draft.recipients)
    if said:
        return draft
    for head in statuses.graph.predicates[draft.head].heads(*HIT):
        flags = distinct(_flags(head, statuses)) or _told_before(head, statuses)
        if flags:
            return replace(draft, recipients=flags)
    return draft


def _told_before(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """Whose the ship of that name is, by the last words before that say what she is."""
    doc = statuses.graph.doc
    if doc[head].pos_ != NAME or head in statuses.mentions.actors or head in statuses.mentions.places:
        return ()
    for i in range(doc[head].sent.start - 1, -1, -1):
        if doc[i].text != doc[head].text or not any(is_craft(n, statuses) for n in _called(doc[i])):
            continue
        flags = distinct(_flags(i, statuses))
        whose = (actors_of(n, "object", statuses.graph, statuses.mentions) for n in _called(doc[i]))
        return flags or tuple(replace(a, inferred=WHOSE) for a in next(filter(None, whose), ()) if a.country)
    return ()


def _called(name: Token) -> tuple[int, ...]:
    """The name and the noun that it stands beside: "the tanker Vega"."""
    beside = [c.i for c in name.lefts if c.dep_ in BESIDE]
    return (name.i, *beside, *((name.head.i,) if name.dep_ in BESIDE else ()))


def _flags(head: int, statuses: Statuses) -> Iterator[Actor]:
    """The states before "-flagged" or "-owned" in the phrase of the ship, or in what is added to it at once."""
    doc, words = statuses.graph.doc, statuses.graph.words["flag words"]
    sentence = doc[head].sent
    start, end = max(sentence.start, head - NEAR), min(sentence.end - 2, head + NEAR)
    for i in range(start, end):
        if doc[i + 1].text != "-" or doc[i + 2].lower_ not in words:
            continue
        between = doc[min(i, head) : max(i, head)]
        if any(t.pos_ in ("VERB", "AUX") and t.lower_ not in words for t in between):
            continue
        mention = statuses.mentions.modifiers.get(i) or statuses.mentions.actors.get(i)
        if mention is not None and mention.actor.country:
            why = f"{doc[i + 2].text} there"
            yield replace(mention.actor, inferred=why)
