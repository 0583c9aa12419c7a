"""A draft that says by what somebody does what the verb above says in, whom that verb is aimed at as its other side out.

"Graustark punished Sylvania by recalling its envoy": from Sylvania.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.roles.known import any_known, known_among
from detente.coding.roles.roles import actors_at, actors_of, sides, without_states
from detente.coding.standing.status import Statuses
from detente.records import Actor

BY = "by"
HIT = ("at", "object", "against", "on", "outside", "into")
STRUCK_IN, ATTACK = ("in", "with"), "ASSAULT"  # prepositions, a type
WITH, MOVING = "with", ("ASSAULT", "MOBILIZE")
DEED_IN, AFTER, ENDING = ("in", "during"), "after", "verbs of ending a deed"
BY_FORCE, LEAVING = ("ASSAULT", "COERCE", "AID", "MOBILIZE", "RETREAT"), "RETREAT"  # types
RELATIVE = "relcl"
POLICE, ARMY = "COP", "MIL"  # sectors
WHOM = ("object", "against", "to", "on")
AIMED_AT, DOES = "whom '{}' is aimed at", "who does what '{}' says"


def with_side_of_means(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the object of the verb that it is the means of as recipients; said to be inferred."""
    graph = statuses.graph
    open_still = all(r.inferred and sides((r,), draft.actors) for r in draft.recipients)
    if not open_still:
        return draft
    for name, above in graph.governing(graph.verb_of(draft.head)):
        if name != BY or above.pos != "verb" or above.passive:
            continue
        found = without_states(actors_at(WHOM, above, graph, statuses.mentions), draft.actors)
        if found:
            return replace(draft, recipients=_said_of(found, AIMED_AT, above.head, statuses))
    return draft


def with_aim_of_means(draft: Draft, statuses: Statuses) -> Draft:
    """ "Protested by hurling stones at Sylvanian guards", "answered with salvoes of rockets on Klausenburg": whom they did
    it to the protest or the answer is aimed at."""
    kind = statuses.lexicon.kinds[draft.kind]
    verb = statuses.graph.predicates[draft.head]
    for head in verb.heads(BY, WITH) if verb.pos == "verb" else ():
        found = without_states(_hit_by(head, kind.type, statuses), draft.actors)
        if found:
            return replace(draft, recipients=_said_of(found, AIMED_AT, head, statuses))
    return draft


def _hit_by(head: int, code: str | None, statuses: Statuses) -> tuple[Actor, ...]:
    """At whom something is thrown or fired: "by firing mortars into Sylvania", "with a barrage of rockets on it"."""
    graph = statuses.graph
    deed = graph.predicates.get(head)
    if deed is not None and deed.pos == "verb":
        return actors_at(HIT, deed, graph, statuses.mentions)
    noun = graph.doc[head]
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # "salvoes of rockets on Klausenburg"
    below = [noun, *(t for c in noun.rights if c.lower_ == "of" for t in c.rights)]
    aims = (t for one in below for c in one.rights if c.lower_ in HIT for t in c.rights if t.dep_ == "pobj")
    struck = (
        (a for t in aims for a in actors_of(t.i, "at", graph, statuses.mentions)) if code == ATTACK else ()
    )
    return tuple(struck)


def with_doer_by_strikes(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Sank eight ships in airstrikes on the port": who sank them flew the strikes.

    "Launched a strike on the port that sank eight ships": who launched it sank them.
    """
    kinds, graph = statuses.lexicon.kinds, statuses.graph
    if kinds[draft.kind].type != ATTACK:
        return draft
    predicate = graph.predicates[draft.head]
    above = set(graph.above(draft.head, *STRUCK_IN))
    above = above if predicate.pos == "noun" else set(predicate.heads("subject"))
    for other in drafts:
        kind = kinds[other.kind]
        if other.head in above and other.actors and kind.type == ATTACK:
            return replace(draft, actors=_said_of(other.actors, DOES, other.head, statuses))
    told = any(c.dep_ == RELATIVE for c in graph.doc[draft.head].rights)  # "a raid in which nine were killed"
    own = (draft.head,) if draft.recipients or told else ()  # "arrest nine in a raid" tells of one deed
    nouns = own if predicate.pos == "noun" else predicate.heads("subject", *DEED_IN)
    for noun in (n for n in nouns if _is_deed(n, statuses)):
        found = known_among(_doers_of(noun, drafts, statuses))
        if found and (not sides(found, draft.recipients) or all(POLICE in a.sectors for a in found)):
            return replace(draft, actors=found)
    return draft


def _is_deed(noun: int, statuses: Statuses) -> bool:
    words = statuses.graph.words
    return statuses.graph.doc[noun].lemma_.lower() in words["attack nouns"] | words["deeds of forces"]


def _doers_of(noun: int, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ends an offensive that killed nine", "frees captives in a raid in which nine died": who ends it, who frees them.

    "After" a raid only forces leave who made it.
    """
    graph = statuses.graph
    for name, verb in graph.governing(noun):
        if verb.pos != "verb" or verb.passive:
            continue
        if name == "object" and verb.lemma in graph.words[ENDING]:
            return _said_of(
                actors_at(("subject",), verb, graph, statuses.mentions, acting=True),
                DOES,
                verb.head,
                statuses,
            )
        deed = next((d for d in drafts if d.head == verb.head and d.kind in statuses.lexicon.kinds), None)
        code = statuses.lexicon.kinds[deed.kind].type if deed is not None else None
        leaves = name == AFTER and code == LEAVING
        if deed is None or not (leaves or (name in DEED_IN and code in BY_FORCE)):
            continue
        if not leaves or all(ARMY in a.sectors for a in deed.actors):
            return _said_of(deed.actors, DOES, verb.head, statuses)
    return ()


def with_doer_beside(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Troops entered the town, with air strikes killing nine": theirs, if nobody else is told to fly them."""
    graph = statuses.graph
    if graph.predicates[draft.head].pos != "noun":
        return draft
    deeds = graph.above(draft.head, "subject")
    above = {g.head for deed in deeds for g in graph.governors.get(deed, ()) if g.name == WITH}
    for other in drafts:
        told = not above.isdisjoint(graph.with_carrier(other.head))
        if not told or type_of(other, statuses) not in MOVING or other.reciprocal:
            continue
        if any_known(other.actors) and not sides(other.actors, draft.recipients):
            return replace(draft, actors=_said_of(other.actors, DOES, other.head, statuses))
    return draft


def _said_of(actors: Iterable[Actor], why: str, head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """The same actors, said to be inferred from the word at this token."""
    reason = why.format(statuses.graph.doc[head].text)
    return because(actors, reason)
