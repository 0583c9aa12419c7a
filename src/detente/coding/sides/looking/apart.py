"""A draft without its other side in, whether what its own clause says keeps others in the sentence from being it out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import keys_of
from detente.coding.roles.mentions import Mention
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.records import Actor

SPOKEN_TO = ("object", "indirect")
ASKED, VERB = ("purpose", "clause", "for"), "verb"
PERSON, STATE, HIM = "person", "state", "PRP"
ASKING = "REQUEST"
FRIENDLY = frozenset({"AGREE", ASKING, "SUPPORT"})
UNREAL = "hypothetical"
ATTACKS, BACKS, BLAMES = "ASSAULT", "SUPPORT", "ACCUSE"


def speaks_to_its_own(draft: Draft, statuses: Statuses) -> bool:
    """ "The senator invited the governor on a trip to Sylvania": whom the words are for is of the same state, or
    only "him"; so is who should act in "pressed for the state to bomb Sylvania"."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or kind.type not in FRIENDLY:
        return False
    own = {a.country for a in draft.actors if a.country}
    known = statuses.mentions.actors
    heads = statuses.graph.predicates[draft.head].heads(*SPOKEN_TO)
    if any(h not in known and statuses.graph.doc[h].tag_ == HIM for h in heads):
        return True
    named = [known[h] for h in heads if h in known and known[h].kind == PERSON]
    if kind.type == ASKING and draft.made:
        named += [m for m in _asked_to_act(draft, statuses) if m.kind == STATE and not m.actor.inferred]
    return any(m.actor.country in own for m in named)


def _asked_to_act(draft: Draft, statuses: Statuses) -> Iterator[Mention]:
    """Who does what is asked for, if it is another than who asks."""
    predicates, known = statuses.graph.predicates, statuses.mentions.actors
    asks = predicates[draft.head]
    for head in asks.heads(*ASKED):
        clause = predicates.get(head)
        if clause is not None and clause.pos == VERB and not clause.passive:
            doers = set(clause.heads("subject")) - set(asks.heads("subject"))
            yield from (known[h] for h in doers if h in known)


def is_about_another_thing(draft: Draft, other: Actor, statuses: Statuses) -> bool:
    """ "defended the tax, calling it a gift to Sylvania": who is not named with what is backed is not backed.

    Nor is it known whom an attack would hit that is only thought of, "accused Zendasoft over a Sylvanian film" accuses a
    firm, and whoever "backed Sylvania's call for an inquiry" was not called on.
    """
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or other.span is None:
        return False
    if kind.type == BLAMES:
        return _is_of_a_stranger(draft, statuses)
    if kind.type == ATTACKS:
        return draft.status == UNREAL
    if kind.type == ASKING:
        return _is_seconded_by(draft, other, statuses)
    if kind.type != BACKS:
        return False
    doc = statuses.graph.doc
    heads = [h for h in statuses.graph.predicates[draft.head].heads("object") if doc[h].pos_ == "NOUN"]
    edges = [(doc[h].left_edge, doc[h].right_edge) for h in heads]
    return bool(edges) and not any(a.idx <= other.span.start <= z.idx + len(z.text) for a, z in edges)


def _is_seconded_by(draft: Draft, other: Actor, statuses: Statuses) -> bool:
    """Whether the other one only backs, repeats or praises what is asked for."""
    graph = statuses.graph
    over = (graph.predicates[g.head] for g in graph.governors.get(draft.head, ()) if g.name == SPOKEN_TO[0])
    seconding = [verb for verb in over if verb.lemma in graph.words["verbs of seconding"]]
    backers = (a for v in seconding for a in actors_at(("subject",), v, graph, statuses.mentions))
    return (other.country or other.id) in keys_of(backers)


def judges(draft: Draft, statuses: Statuses) -> frozenset[str]:
    """ "Graustark criticised Sylvania's refusal to apologise for a fisherman's death": who only judges it."""
    return frozenset(_who_judge(draft, statuses))


def _who_judge(draft: Draft, statuses: Statuses) -> Iterator[str]:
    graph, known = statuses.graph, statuses.mentions.actors
    for head in draft.path:
        below = graph.predicates.get(head)
        for governor, operator in statuses.operators.over(below) if below is not None else ():
            verb = graph.predicates[governor.head]
            if operator.factive and operator.keeps and verb.pos == VERB and not operator.moods:
                actors = (
                    known[h].actor for h in verb.heads("by" if verb.passive else "subject") if h in known
                )
                yield from (key for a in actors if (key := a.country or a.id))


def _is_of_a_stranger(draft: Draft, statuses: Statuses) -> bool:
    """Whether a name that no table knows stands where the one who is blamed does."""
    doc, mentions = statuses.graph.doc, statuses.mentions
    heads = statuses.graph.predicates[draft.head].heads("object")
    return any(
        doc[h].pos_ == "PROPN" and h not in mentions.actors and h not in mentions.places for h in heads
    )
