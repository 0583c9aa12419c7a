"""A draft that names nobody in, who acts in the clause around it taken for its sides out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import family_of
from detente.coding.reasons import because
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.ids import is_organisation
from detente.reading.graph import Predicate
from detente.records import Actor, Attribution

SETTINGS = ("during", "in", "at", "on", "after", "before", "following", "amid")
AROUND = (
    "during",
    "after",
    "before",
    "following",
    "amid",
    "in",
    "at",
    "ahead of",
)  # "freed after talks with an envoy"
OF, EDGE_OF = "of", "parts of an occasion"  # "on the eve of talks with the king"
SPOKEN_ON = ("during", "on")
AT_ONE, TOPIC = ("during", "at"), "on"  # after a word of saying "on" is what is spoken of, and no setting
AMID, ATTACKS, TRUCES, LATER = (
    ("amid",),
    "ASSAULT",
    "RETREAT",
    ("after", "before", "since", "during", "amid", "ahead of"),
)
MEETING, CALL, VISIT = "meeting", "call", "visit"  # two families, a mode
HEARER = ("to", "indirect")
PLURAL = "NNS"


def with_who_acts_around(
    draft: Draft, statuses: Statuses, attributions: Sequence[Attribution], gathering: Collection[int]
) -> Draft:
    """ "agreed on a truce during a phone call": who acts in the clause is on the phone; who "commented on the trip"
    is on no trip, and who "met at a meeting" met at one of many."""
    meets = family_of(draft.kind, statuses.lexicon) in (MEETING, CALL)
    if draft.actors or not (draft.reciprocal or draft.hosted or meets):
        return draft
    code = type_of(draft, statuses)
    others = LATER if code == TRUCES else AMID if code == ATTACKS and not draft.recipients else ()
    graph, mentions = statuses.graph, statuses.mentions
    partner = bool(draft.recipients) and not draft.hosted
    for name, verb in [*graph.governing(draft.head), *_at_its_edge(draft, statuses)]:
        away = name == TOPIC and _tells_on_the_way(draft, verb, statuses)
        if verb.pos != "verb" or not (away or name in (EDGE_OF, *(AROUND if partner else SETTINGS))):
            continue
        if name in others or verb.lemma in graph.words["harming verbs"]:
            continue  # "shut the port after a truce", "called for calm amid clashes", "a raid during a visit kills"
        if meets and not _travels(draft, statuses) and verb.head in gathering and name in AT_ONE:
            continue
        speaks = name == TOPIC and draft.head > verb.head and _speaks(verb.head, statuses, attributions)
        if speaks and not away:
            continue
        told = _who_presses(verb, statuses) if name in SPOKEN_ON else verb
        mutual = not draft.hosted
        names: tuple[str, ...] = ("subject",)
        if mutual and not partner:
            alone = _among_themselves(told, statuses)
            names = ("subject", "with") if alone else ("subject", "with", "object", *_hearer(draft, statuses))
        actors = actors_at(names, told, graph, mentions, every=mutual, apart_from=draft.recipients)
        if not actors and partner and told.passive:
            actors = _who_tells(told, statuses)
        why = f"acts in '{graph.doc[told.head].text}'"
        if actors:
            return replace(
                draft,
                reciprocal=mutual,
                actors=because(actors, why),
            )
    return draft


def _at_its_edge(draft: Draft, statuses: Statuses) -> list[tuple[str, Predicate]]:
    """ "On the eve of talks with him", "at the start of a visit to Sylvania": what is done then, by those who meet."""
    graph = statuses.graph
    edges = (
        [p for p in graph.over(draft.head, OF) if p.lemma in graph.words[EDGE_OF]] if draft.recipients else ()
    )
    return [(EDGE_OF, verb) for edge in edges for verb in graph.over(edge.head, *SETTINGS)]


def _hearer(draft: Draft, statuses: Statuses) -> tuple[str, ...]:
    """ "Apologised to the king in a telephone call": of a call, whom it is said to is on the phone too."""
    return HEARER if family_of(draft.kind, statuses.lexicon) == CALL else ()


def _among_themselves(verb: Predicate, statuses: Statuses) -> bool:
    """ "After talks, the presidents of Kenya and Uganda warned the rebels": the two of them talked, and no rebel.

    So did "European leaders".
    """
    subjects = verb.heads("subject")
    if verb.lemma in statuses.graph.words["verbs of meeting with"] or not subjects:
        return False
    doers = actors_at(("subject",), verb, statuses.graph, statuses.mentions, every=True)
    many = any(statuses.graph.doc[h].tag_ == PLURAL for h in subjects)
    return len(keys_of(doers) - {None}) > 1 or (many and any(is_organisation(a.id) for a in doers))


def _who_presses(verb: Predicate, statuses: Statuses) -> Predicate:
    """ "Urged the rebels to yield during a trip to Strelsau": who urges travels, and not who is to yield."""
    predicates, doer = statuses.graph.predicates, verb.heads("subject")
    links = statuses.graph.governors.get(verb.head, ()) if doer else ()
    for above in (predicates[g.head] for g in links if g.name == "clause" and g.head < verb.head):
        if above.heads("object") == doer and above.has("subject"):
            return above
        if above.heads("subject") == doer:  # "asked the generals to stop fighting during talks"
            return _who_presses(above, statuses)
    return verb


def _tells_on_the_way(draft: Draft, verb: Predicate, statuses: Statuses) -> bool:
    """ "Said on a visit to Sylvania that", "praised it on a trip to Zenda": what is said or praised is told besides."""
    told = any(verb.has(name) for name in ("clause", "object"))
    articles = statuses.graph.words["indefinite articles"]
    return (
        told
        and _travels(draft, statuses)
        and any(c.lower_ in articles or c.dep_ == "poss" for c in statuses.graph.doc[draft.head].lefts)
    )


def _travels(draft: Draft, statuses: Statuses) -> bool:
    """ "Met the king during a trip to Graustark": a trip is no meeting of many."""
    return statuses.lexicon.kinds[draft.kind].mode == VISIT


def _who_tells(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Says that the duty was put off after a call with Sylvania": who says so made the call."""
    graph = statuses.graph
    above = graph.above(verb.head, "clause")
    found = (actors_at(("subject",), graph.predicates[h], graph, statuses.mentions) for h in above)
    return next((actors for actors in found if actors), ())


def _speaks(head: int, statuses: Statuses, attributions: Sequence[Attribution]) -> bool:
    """Whether the word says that somebody says something."""
    token = statuses.graph.doc[head]
    return any(cue.start <= token.idx < cue.end for a in attributions for cue in a.cue)
