"""The graph in, the best-fitting frame of every predicate that has one out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.lexicon import Lexicon, holds, matching_verb_entry, noun_forms
from detente.coding.mentions import Mentions
from detente.coding.roles import actors_at, spoken_of
from detente.knowledge.frames import Frame
from detente.reading.graph import Graph, Predicate
from detente.records import Actor


@dataclass(frozen=True, kw_only=True)
class Match:
    """A frame on a predicate, with the actors that its own arguments name."""

    head: int
    frame: Frame
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    score: tuple[int, int, int]


def match_frames(graph: Graph, mentions: Mentions, lexicon: Lexicon) -> dict[int, Match]:
    """The best match by head token: most conditions met, longest entry, most roles filled."""
    found = {
        head: max(matches, key=lambda m: m.score)
        for head in graph.predicates
        if (matches := tuple(_matches(graph.predicates[head], graph, mentions, lexicon)))
    }
    return {head: match for head, match in found.items() if not _is_part_of_name(head, graph, mentions)}


def candidates(predicate: Predicate, graph: Graph, lexicon: Lexicon) -> Iterator[tuple[str, Frame]]:
    """The frames whose words fit the predicate, whatever their conditions say."""
    if predicate.pos == "verb":
        for entry, frame in lexicon.verb_frames.get(predicate.lemma.split()[0], ()):
            if matching_verb_entry(entry, predicate, graph.doc):
                yield entry, frame
        return
    if graph.doc[predicate.head].pos_ not in ("NOUN", "PROPN", "VERB"):
        return
    forms = noun_forms(graph.doc, predicate.head)
    for entry, frame in lexicon.noun_frames.get(predicate.lemma, ()):
        if entry in forms:
            yield entry, frame


def _matches(predicate: Predicate, graph: Graph, mentions: Mentions, lexicon: Lexicon) -> Iterator[Match]:
    for entry, frame in candidates(predicate, graph, lexicon):
        if not holds(frame.when, predicate, graph, mentions, lexicon):
            continue
        if frame.unless and _any_holds(frame.unless, predicate, graph, mentions, lexicon):
            continue
        actors = actors_at(frame.actor, predicate, graph, mentions)
        recipients = actors_at(frame.recipient, predicate, graph, mentions)
        if not recipients and frame.kind in lexicon.kinds and lexicon.kinds[frame.kind].speech:
            recipients = spoken_of(frame.recipient, predicate, graph, mentions, actors)
        words = len(entry.split())
        yield Match(
            head=predicate.head,
            frame=frame,
            actors=actors,
            recipients=recipients,
            score=(len(frame.when) + words, bool(actors) + bool(recipients), len(frame.needs)),
        )


def _any_holds(
    unless: dict[str, tuple[str, ...]],
    predicate: Predicate,
    graph: Graph,
    mentions: Mentions,
    lexicon: Lexicon,
) -> bool:
    return any(holds({name: tests}, predicate, graph, mentions, lexicon) for name, tests in unless.items())


def _is_part_of_name(head: int, graph: Graph, mentions: Mentions) -> bool:
    """ "the Defence Ministry", "Operation Sea Guardian": a word inside a name is no event."""
    token = graph.doc[head]
    mention = mentions.actors.get(head)
    inside = token.dep_ in ("compound", "amod") and graph.predicates[head].pos == "noun"
    return inside or (mention is not None and graph.predicates[head].pos == "noun")
