"""A predicate that a rule fits in, sides out that are none of its arguments.

"Defended Sylvania's arrest of a Ruritanian" backs Sylvania, and "defended the arrest of a Ruritanian" backs nobody else: who
defends a thing of which he does not say whose it is did it. "Held talks on a deal with Sylvania" is with Sylvania. "Flew
nine students out of Sylvania" helps those of whoever flew them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from detente.coding.matching.lexicon import Lexicon
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.roles import actors_at, actors_of, distinct, same
from detente.knowledge.frames import Frame
from detente.reading.graph import Graph, Predicate
from detente.records import Actor

OBJECT, AIMED, WHOSE = "object", ("of", "on", "against", "to"), ("poss", "by", "adj")
WITH = "with"
TOPICS = ("on", "about", "over", "for")
RESCUE, OWN_PEOPLE = "rescue", "its own people"


def whose_deed(
    verb: Predicate,
    backed: tuple[Actor, ...],
    speakers: tuple[Actor, ...],
    graph: Graph,
    mentions: Mentions,
    lexicon: Lexicon,
) -> tuple[Actor, ...]:
    """Those who did what is defended, where it is a deed that says to whom it was done; else those who are backed."""
    for head in verb.heads(OBJECT):
        deed = graph.predicates.get(head)
        if deed is None or deed.pos != "noun" or not any(deed.has(name) for name in AIMED):
            continue
        if deed.lemma in lexicon.noun_frames or deed.lemma in lexicon.nominals:
            return actors_at(WHOSE, deed, graph, mentions, apart_from=speakers)
    return backed


def beyond_topic(
    names: Collection[str],
    predicate: Predicate,
    graph: Graph,
    mentions: Mentions,
    *,
    apart_from: Collection[Actor],
) -> tuple[Actor, ...]:
    """ "Held talks on a deal with Sylvania": the parser hangs the other side on the deal."""
    if WITH not in names:
        return ()
    behind = [c for h in predicate.heads(*TOPICS) for c in graph.doc[h].rights if c.lower_ == WITH]
    found = [a for c in behind for t in c.rights for a in actors_of(t.i, WITH, graph, mentions)]
    return tuple(a for a in distinct(found) if not any(same(a, b) for b in apart_from))


def own_people(frame: Frame, actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """ "Flew nine students out of Sylvania": those of whoever flew them, by a rule that is about his own."""
    if frame.kind != RESCUE or frame.own != frame.recipient:
        return ()
    lands = dict.fromkeys(a.country for a in actors if a.country)
    return tuple(
        Actor(name=f"people ({land})", country=land, sectors=("CVL",), span=None, inferred=OWN_PEOPLE)
        for land in lands
    )
