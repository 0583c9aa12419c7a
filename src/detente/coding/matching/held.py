"""A noun that a frame fits in, whether it is an event and no name or crowd out."""

from __future__ import annotations

from collections.abc import Mapping

from detente.coding.matching.lexicon import Lexicon
from detente.coding.roles.mentions import Mentions
from detente.knowledge.frames import Frame
from detente.reading.graph import Graph, Predicate

MEETING, PROTEST, ARREST = "meeting", "protest", "arrest"  # families
GATHERINGS = (MEETING, PROTEST)
HELD, AT = ("subject", "object"), ("at", "during")


def is_part_of_name(head: int, graph: Graph, mentions: Mentions) -> bool:
    """ "the Defence Ministry", "Operation Sea Guardian", "the Rally of Tailors party": a word inside a name is no event."""
    token = graph.doc[head]
    mention = mentions.actors.get(head)
    named = token.dep_ in ("compound", "amod") or (token.dep_ == "nmod" and token.pos_ == "PROPN")
    inside = named and graph.predicates[head].pos == "noun"
    return inside or (mention is not None and graph.predicates[head].pos == "noun")


def is_held(
    head: int, frames: Mapping[int, Frame], graph: Graph, mentions: Mentions, lexicon: Lexicon
) -> bool:
    """ "the Danubian League summit opens", "stages a rally": a meeting, and not those who are at it.

    frames: those that fit best, by head.
    """
    kind = lexicon.kinds[frames[head].kind]
    if kind.family not in GATHERINGS or graph.doc[head].pos_ != "NOUN" or head not in mentions.actors:
        return False
    if graph.predicates[head].carrier is not None:
        return True
    over = tuple(graph.governing(head))
    if kind.family == PROTEST:
        return any(name in AT and _is_arrest(frames.get(verb.head), lexicon) for name, verb in over)
    return any(name in HELD and _is_changed(name, verb, lexicon) for name, verb in over)


def _is_changed(name: str, verb: Predicate, lexicon: Lexicon) -> bool:
    """ "The summit opens", "put off the summit"."""
    return any(name in o.on and o.makes is None for _, o in lexicon.verb_operators.get(verb.lemma, ()))


def _is_arrest(frame: Frame | None, lexicon: Lexicon) -> bool:
    """ "Arrested nine at a rally": what those did who were; a politician speaks or is shot at one of his own."""
    return frame is not None and lexicon.kinds[frame.kind].family == ARREST
