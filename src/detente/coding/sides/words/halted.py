"""A demand that blows against a land cease in, whoever deals them as the one of whom it is demanded out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import known_among
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

BLOWS = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})  # types
HIT, BEHIND_OF = ("on", "against"), ("of",)
DEALT = ("by", "poss", "mod", "from", "between")
DEMANDED, ENDED = ("object", "for", "on", "of"), ("of", "to", "in")
FORCE, SUFFERED = "nouns of force", "nouns of force that name who suffers behind of"  # lists of words


def with_who_is_to_stop(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A demand in, aimed at whoever was told before to attack those whom it would spare out.

    "Ruritanian jets bombed Zenda. Graustark demanded an end to the attacks on Sylvania", "... to the shelling of Sylvania":
    of Ruritania, and never of Sylvania.
    The draft; without a recipient where the noun names but who is hit and nobody is told to have hit him.
    """
    if any(r.inferred is None for r in draft.recipients):
        return draft
    for noun in _blows(draft, statuses):
        hit = _who_is_hit(noun, statuses)
        if not hit or sides(hit, draft.actors):
            continue
        found = _who_hits(hit, draft, drafts, statuses)
        if found:
            why = f"whose {statuses.graph.doc[noun.head].text} it was"
            return replace(draft, recipients=only_because(found, why))
        if sides(draft.recipients, hit):
            return replace(draft, recipients=())
    return draft


def _blows(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The nouns of force that are demanded to end; whose they are must not be said."""
    predicates, doc = statuses.graph.predicates, statuses.graph.doc
    words = statuses.graph.words
    about = predicates[draft.head].heads(*DEMANDED)
    inner = [h for head in (draft.head, *about) if head in predicates for h in predicates[head].heads(*ENDED)]
    for head in dict.fromkeys((*about, *inner)):
        noun = predicates.get(head)
        if (
            noun is None
            or noun.pos != "noun"
            or doc[head].lemma_.lower() not in words[FORCE] | words[SUFFERED]
        ):
            continue
        if not actors_at(DEALT, noun, statuses.graph, statuses.mentions):
            yield noun


def _who_is_hit(noun: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    graph = statuses.graph
    suffers = graph.doc[noun.head].lemma_.lower() in graph.words[SUFFERED]
    where = (*HIT, *BEHIND_OF) if suffers else HIT
    return known_among(actors_at(where, noun, graph, statuses.mentions))


def _who_hits(
    hit: Sequence[Actor], draft: Draft, drafts: Sequence[Draft], statuses: Statuses
) -> tuple[Actor, ...]:
    """Of the blows told before it the last one against them by somebody else than who speaks."""
    for earlier in reversed(drafts):
        if earlier.head >= draft.head or earlier.reciprocal or type_of(earlier, statuses) not in BLOWS:
            continue
        doers = known_among(earlier.actors)
        if doers and sides(earlier.recipients, hit) and not sides(doers, (*draft.actors, *hit)):
            return doers
    return ()
