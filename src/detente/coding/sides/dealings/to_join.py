"""A step into a body or out of it of which only one side is named in, that body as the other out.

"Sylvania opened talks to join the European Union", "shelved talks on joining it": with it. "Its membership of the League
was suspended": by the League.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.ids import is_organisation
from detente.reading.graph import Predicate
from detente.records import Actor

JOINING, INTO = "verbs of joining a body", ("object", "to", "into", "of")
TOLD = ("purpose", "clause", "on", "about", "over", "toward", "towards")
WHY = "the talks are about joining it"
WITHIN, LEFT = ("in", "of", "at", "within"), "it is what they were a member of"


def with_body_to_join(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with it as recipient, where no other side is known."""
    if len(draft.actors) != 1:
        return draft
    for verb in _infinitives(draft.head, statuses):
        found = actors_at(INTO, verb, statuses.graph, statuses.mentions)
        if bodies := because(_bodies(found), WHY):
            return replace(draft, recipients=bodies)
    return draft


def with_body_suspending(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the body as actor whose membership somebody loses, where nobody is said to take it."""
    predicates = statuses.graph.predicates
    for head in predicates[draft.head].heads("object"):
        noun = predicates.get(head)
        found = actors_at(WITHIN, noun, statuses.graph, statuses.mentions) if noun is not None else ()
        if bodies := because(_bodies(found), LEFT):
            return replace(draft, actors=bodies)
    return draft


def _bodies(found: Iterable[Actor]) -> list[Actor]:
    return [a for a in found if is_organisation(a.id)]


def _infinitives(head: int, statuses: Statuses) -> Iterator[Predicate]:
    """ "Talks to join it", by the noun itself or hung on the verb that carries it."""
    graph = statuses.graph
    own = graph.predicates[head]
    above = [own, *graph.over(head, "object")]
    told = [h for p in above for h in p.heads(*TOLD)] + [
        c.i for c in graph.doc[head].rights if c.dep_ == "acl"
    ]
    for h in dict.fromkeys(told):
        if h in graph.predicates and graph.doc[h].lemma_.lower() in graph.words[JOINING]:
            yield graph.predicates[h]
