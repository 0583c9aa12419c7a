"""The argument heads of a predicate in, the actors that they stand for out, inferences said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec

from detente.coding.reasons import ANSWERS_FOR, THERE, because
from detente.coding.roles.belonging import is_only_hit, is_only_where, whose_base, whose_fighters
from detente.coding.roles.listed_states import of_several_states, state_of, without_states_within
from detente.coding.roles.mentions import Mention, Mentions
from detente.coding.roles.no_side import (
    is_another,
    is_matter,
    is_no_party,
    moved_from,
    opens_what_is_resolved,
)
from detente.coding.roles.some_of_them import heads_of, some_of_them
from detente.coding.roles.towns import is_only_town, town_visited
from detente.ids import is_group
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token
from detente.records import Actor

OWNERS = ("adj", "poss", "by", "of", "from", "between", "mod")  # who answers for a noun phrase, surest first
OWNERS_BEFORE_PRONOUN = ("adj", "compound", *OWNERS)  # "his New Zealand counterpart"
MATTER = ("mod", "compound")  # arguments that may say what a thing is about
EQUAL_PARTNERS = ("with", "between", "against")
PARTNERS = ("with", "between", "against", "to", "on", "for", "in", "from", "by")
SETTING_OFF = (
    "ahead", "according", "after", "following", "amid", "since", "before", "despite", "citing", "during",
)  # fmt: skip
WITHIN, AUTHORS = ("in", "during"), ("by",)  # "kidnapped in a raid by rebels": not whom it was done to
OVER, AGAINST, FOR, SUBJECT = "over", "against", "for", "subject"
CONTENTS = ("clause", "whether", "into", "after", "when", "because")
DEEPEST, TOLD_IN = 3, "words told in"
DURING, SPEECHES = "during", "letters and speeches"


def actors_at(
    names: Iterable[str],
    predicate: Predicate,
    graph: Graph,
    mentions: Mentions,
    *,
    every: bool = False,
    apart_from: tuple[Actor, ...] = (),
    acting: bool = False,
) -> tuple[Actor, ...]:
    """The actors of the first argument among `names` that has any; of all of them for an event with equal sides.

    apart_from: those who are already another side; "its treaty with Sylvania" is then Sylvania's.
    acting: they do something; no state answers for what its teams and firms do.
    """
    gathered: list[Actor] = []
    for name in ("between", "among") if every else ():  # who talks, and not who hosts or calls the talks
        found = [actor for head in predicate.heads(name) for actor in actors_of(head, name, graph, mentions)]
        if len(distinct(found)) > 1:
            return distinct(found)
    for name in names:
        if not (named := predicate.heads(name)):
            continue
        heads = [h for h in named if not (acting and _unpolitical(h, mentions))]
        if name == EQUAL_PARTNERS[0]:  # "swap captives with the help of Sylvania"
            heads = [h for h in heads if not _is_lent(graph.doc[h], graph)]
        if name == FOR:  # "a warrant for the king for the expulsion of envoys"
            heads = [h for h in heads if h in mentions.actors] or heads
        if predicate.has("object"):
            heads = [h for h in heads if not is_only_where(h, name, predicate.pos, graph, mentions)]
        found = [
            a
            for head in heads
            for a in actors_of(head, _place_of(head, name, predicate, graph), graph, mentions, acting=acting)
        ]
        if name == OVER:
            found = [actor for actor in found if is_only_there(actor) or not is_only_hit(actor, graph)]
        found = found if every else _others(found, name, predicate, graph, mentions, apart_from)
        if found and not every:
            return distinct(found)
        gathered += found
    return distinct(gathered)


def _place_of(head: int, name: str, predicate: Predicate, graph: Graph) -> str:
    """ "The Sylvanian jamming of signals": the subject of what the noun is made of stands before it as an adjective."""
    before = name == SUBJECT and graph.doc[head].dep_ == "amod" and graph.doc[head].head.i == predicate.head
    return "adj" if before else name


def _is_lent(noun: Token, graph: Graph) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in graph.words["lent nouns"]


def is_only_there(actor: Actor) -> bool:
    """ "Concern over the arrest of bakers in Sylvania": people of whom only the land is known stand for who rules it."""
    return THERE.is_why(actor.inferred)


def _unpolitical(head: int, mentions: Mentions) -> bool:
    return head in mentions.unpolitical and head not in mentions.actors


def _others(
    found: list[Actor],
    name: str,
    predicate: Predicate,
    graph: Graph,
    mentions: Mentions,
    apart_from: tuple[Actor, ...],
) -> list[Actor]:
    """Those found who are not of the other side, or the partners that the noun phrase names besides."""
    left = [a for a in found if not any(same(a, b) for b in apart_from)]
    if left or not apart_from:
        return left
    names = PARTNERS if found else EQUAL_PARTNERS
    inner = (graph.predicates.get(h) for h in predicate.heads(name))
    nouns = [n for n in inner if n is not None and n.pos == "noun"]
    partners = [a for noun in nouns for a in actors_at(names, noun, graph, mentions)]
    return [a for a in partners if not any(same(a, b) for b in apart_from)]


def actors_of(
    head: int, name: str, graph: Graph, mentions: Mentions, depth: int = 0, *, acting: bool = False
) -> tuple[Actor, ...]:
    """The actors that a head token stands for: itself, the state of a place, or who answers for it; acting: as doers."""
    modifies = name in ("mod", "adj", "compound")
    if modifies and is_only_town(head, mentions):
        return town_visited(head, graph, mentions)
    if is_no_party(graph.doc[head], name, graph):
        return ()
    beside = mentions.modifiers if modifies else mentions.opposed if name == AGAINST else None
    mention = beside.get(head) if beside else None
    mention = mention or mentions.actors.get(head)
    deeper = depth < DEEPEST
    named = () if modifies or not deeper else some_of_them(graph.doc[head], mention)
    whose = tuple(a for h in named for a in actors_of(h, "appos", graph, mentions, depth + 1))
    whose = because(whose, ANSWERS_FOR.of(graph.doc[head].text))
    whose = whose or (whose_fighters(head, name, mention, graph, mentions) if deeper else ())
    if whose:
        return whose
    if mention is not None and (
        mention.kind != "outlet" or (depth and not modifies)
    ):  # "a reporter of the BBC"
        several = mention.several or of_several_states(head, mention, graph, mentions)
        led_by = heads_of(graph.doc[head], mention, graph) if deeper and not (several or modifies) else ()
        led = (a for h in led_by for a in actors_of(h, "by", graph, mentions, DEEPEST))
        return several or (mention.actor, *led)
    if head in mentions.places and mentions.places[head].country:
        there = (state_of(mentions.places[head]),)
        return whose_base(head, graph, mentions) or there
    clause = graph.predicates.get(head)
    if name in CONTENTS and clause is not None and clause.pos == "verb" and depth < DEEPEST:
        who = clause.heads("object" if clause.passive else "subject")  # "let the crew leave"
        return distinct(a for h in who for a in actors_of(h, "subject", graph, mentions, depth + 1))
    if depth >= DEEPEST or modifies:
        return ()
    found = _answerable(head, graph, mentions, depth, without=_not_done_to(head, name, graph, acting=acting))
    found = found or _by_passport(graph.doc[head], graph, mentions, depth)
    return found or ((mentions.papers[head],) if head in mentions.papers else ())


def _not_done_to(head: int, name: str, graph: Graph, *, acting: bool) -> tuple[str, ...]:
    """ "In a raid by rebels", "in a report from a Sylvanian paper": whose it is nobody's act is aimed at.

    "Walked out during a speech by the envoy": it is aimed at who speaks.
    """
    spoken = name == DURING and graph.doc[head].lemma_.lower() in graph.words[SPEECHES]
    if acting or spoken or name not in WITHIN:
        return ()
    return OWNERS if graph.doc[head].lemma_.lower() in graph.words[TOLD_IN] else AUTHORS


def _by_passport(noun: Token, graph: Graph, mentions: Mentions, depth: int) -> tuple[Actor, ...]:
    """ "A man holding Sylvanian citizenship", "two men with Sylvanian passports"."""
    papers = (
        c
        for clause in noun.rights
        if clause.dep_ in ("acl", "relcl") or clause.lower_ == "with"
        for c in clause.children
        if c.dep_ in ("dobj", "pobj") and c.lemma_.lower() in graph.words["names of citizenship"]
    )
    return tuple(a for paper in papers for a in _answerable(paper.i, graph, mentions, depth + 1))


def _answerable(
    head: int, graph: Graph, mentions: Mentions, depth: int, *, without: Collection[str] = ()
) -> tuple[Actor, ...]:
    noun = graph.predicates.get(head)
    if noun is None or noun.pos != "noun" or not noun.arguments or noun.lemma in graph.words["exceptions"]:
        return ()
    if graph.doc[head].pos_ == "PROPN" and not mentions.unpolitical.isdisjoint(noun.heads("mod")):
        return ()  # "Sylvania goalkeeper Otto Horn"
    if is_another(noun, graph, mentions):
        named = noun.heads("appos")
        return tuple(a for h in named for a in actors_of(h, "appos", graph, mentions, depth + 1))
    said = noun.lemma in graph.words["attack nouns"]  # "the U.S. siege of Zenda"
    said = said or any(graph.doc[h].pos_ == "PRON" for h in noun.heads("poss"))
    groups = (mentions.modifiers.get(h) for h in noun.heads("mod"))
    if any(m is not None and is_group(m.actor.id) for m in groups):
        without = (*without, "from", "of")  # "a league drone from Sylvania", "its stronghold of Zenda"
        without = (*without, *(("poss",) if noun.lemma in graph.words["named groups"] else ()))
    for name in filter(noun.has, OWNERS_BEFORE_PRONOUN if said else OWNERS):
        if name in without:
            continue
        heads = [h for h in noun.heads(name) if name != "from" or not moved_from(h, head, graph)]
        heads = [h for h in heads if name not in MATTER or not is_matter(h, graph, mentions)]
        found = [a for h in heads for a in actors_of(h, name, graph, mentions, depth + 1)]
        if found:
            return tuple(
                msgspec.structs.replace(a, inferred=a.inferred or ANSWERS_FOR.of(graph.doc[head].text))
                for a in found
            )
    return ()


def spoken_of(
    names: Iterable[str], predicate: Predicate, graph: Graph, mentions: Mentions, speakers: Iterable[Actor]
) -> tuple[Actor, ...]:
    """Whom an act of speech is about when it names a clause or thing: regret "for the balloon entering US airspace"."""
    speakers = tuple(speakers)
    for head in predicate.heads(*names):
        found = _named_within(head, predicate.head, graph, mentions, speakers)
        if len(found) == 1:
            return found
    return ()


def _named_within(
    head: int, speech: int, graph: Graph, mentions: Mentions, without: Iterable[Actor]
) -> tuple[Actor, ...]:
    """States named anywhere in a phrase or clause, other than those given: whom a regret or fear is about.

    What the phrase says of the speech itself ("a step hailed by Sylvania and assailed by Graustark") is left out.
    """
    inside = graph.doc[head].is_ancestor(graph.doc[speech])
    holding = (c.i for c in graph.doc[head].children if c.is_ancestor(graph.doc[speech]))
    above = next(holding, speech) if inside else -1
    known = {a.country for a in without}
    found = [
        msgspec.structs.replace(m.actor, inferred=f"named in '{graph.doc[head].text}'")
        for token in _said_of_it(graph.doc[head], above, graph)
        for m in _mentions_at(token.i, mentions)
        if m.actor.country and m.actor.country not in known and not is_matter(token.i, graph, mentions)
        if not _is_visited(token, graph)
    ]
    return distinct(found)


def _is_visited(token: Token, graph: Graph) -> bool:
    """ "A visit to Sylvania that angered Ruritania": the anger is at who went there."""
    over = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ == "to" and over.lemma_ in graph.words["visit nouns"]


def _said_of_it(top: Token, apart: int, graph: Graph) -> Iterator[Token]:
    """The tokens of a phrase or clause without what only says when, why or amid what it is, and without one clause."""
    yield top
    for child in top.children:
        off = child.lower_ in SETTING_OFF or child.i == apart
        if not off and not opens_what_is_resolved(child, graph.words):
            yield from _said_of_it(child, apart, graph)


def _mentions_at(head: int, mentions: Mentions) -> Iterator[Mention]:
    for table in (mentions.actors, mentions.modifiers):
        if head in table and table[head].kind != "outlet":
            yield table[head]


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Without repetitions of one actor (by id, else by name)."""
    found, kept = tuple(actors), dict[str, Actor]()
    if len(found) < 2:
        return found
    for actor in found:
        kept.setdefault(actor.id or f"{actor.name.lower()} {actor.country}", actor)
    return without_states_within(tuple(kept.values()))


def same(one: Actor, other: Actor) -> bool:
    """Whether two actors are the same one, by id, else by name and country."""
    if one.id or other.id:
        return one.id == other.id
    return one.name.lower() == other.name.lower() and one.country == other.country


def without_states(one: Iterable[Actor], other: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors of the first who share no state with the second, and are none of them."""
    others = tuple(other)
    return tuple(a for a in one if not sides((a,), others))


def sides(one: Iterable[Actor], other: Iterable[Actor]) -> bool:
    """Whether two sides share an actor or a state."""
    return any(same(a, b) or (a.country is not None and a.country == b.country) for a in one for b in other)
