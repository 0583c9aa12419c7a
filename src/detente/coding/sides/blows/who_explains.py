"""A blow by nobody who is known in, whoever says why it was dealt as its author out.

"Missiles rain on Sylvania in what the Ruritanian army says is revenge", "A missile is fired at Klausenburg; the
Ruritanian premier says that it is an answer to the raids": it was Ruritania's.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import actors_of, sides
from detente.coding.sides.looking.told_before import end_of_next
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

FORCE = "ASSAULT"
NAMED_AS, SUBJECT = ("attr", "oprd"), "nsubj"
POINTERS = frozenset({"what", "it", "this", "that", "which", "they"})
DURING, WEAPONS = ("during", "amid"), "whose weapons are told of"
WHY = "says what it answers"


def with_who_explains(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the subject of the word of saying as its actor, unless that one was hit."""
    known = any_known(draft.actors)
    if known:
        return draft
    if weapons := _same_weapons(draft, statuses):
        return replace(draft, actors=weapons)
    for noun in _reasons(draft, statuses):
        speaker = _speaker(noun, statuses)
        found = actors_of(speaker.i, SUBJECT, statuses.graph, statuses.mentions) if speaker else ()
        found = tuple(a for a in found if (a.country or a.id) and not _only_thought(a))
        if found and not sides(found, draft.recipients):
            return replace(draft, actors=tuple(_named(a) for a in found))
    return draft


def _same_weapons(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritanian drones entered Sylvania's airspace during an attack on Graustark": Ruritania's attack."""
    graph, mentions = statuses.graph, statuses.mentions
    for governor in graph.governors.get(draft.head, ()):
        verb = graph.predicates[governor.head]
        if governor.name not in DURING or verb.pos != "verb":
            continue
        things = [h for h in verb.heads("subject") if h not in mentions.actors]
        found = tuple(a for h in things for a in actors_of(h, "subject", graph, mentions) if a.country)
        if found and not sides(found, draft.recipients):
            return only_because(found, WEAPONS)
    return ()


def _reasons(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """The nouns after it, in its sentence and the next, that call something an answer."""
    doc, answers = statuses.graph.doc, statuses.graph.words["answers"]
    for token in doc[draft.head : end_of_next(draft.head, doc)]:
        if token.lemma_.lower() in answers and token.dep_ in NAMED_AS and _points_back(token, statuses):
            yield token


def _points_back(noun: Token, statuses: Statuses) -> bool:
    said = (c for c in noun.head.children if c.dep_ in (SUBJECT, "dobj"))
    return any(_is_pointer(c, statuses) for c in said)


def _is_pointer(token: Token, statuses: Statuses) -> bool:
    return token.lower_ in POINTERS or token.lower_ in statuses.graph.words["words for the blow"]


def _speaker(noun: Token, statuses: Statuses) -> Token | None:
    """Who says so: the subject of the verb over the clause, or of the verb that gives it the name."""
    verb = noun.head
    if noun.dep_ == NAMED_AS[0] and verb.dep_ == "ccomp":
        verb = verb.head
    subjects = (c for c in verb.children if c.dep_ == SUBJECT)
    return next((c for c in subjects if not _is_pointer(c, statuses)), None)


def _only_thought(actor: Actor) -> bool:
    """ "Authorities say": whose they are is only supposed."""
    return actor.inferred is not None and actor.id is None


def _named(actor: Actor) -> Actor:
    return replace(actor, inferred=actor.inferred or WHY)
