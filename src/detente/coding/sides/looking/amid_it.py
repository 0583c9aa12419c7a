"""A party named in a sentence in, whether it only stands around the act out: amid what, or in answer to what, it was done."""

from __future__ import annotations

from itertools import takewhile

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

MEANWHILE, REASONS = "amid", ("over", "for", "following", "citing", "because of", "due to")
ACTIVE, SEMICOLON = "nsubj", ";"
BACKGROUND = "relcl"


def is_around(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Unions demanded a vote amid a dispute with Sylvania": what unions, parties and courts do is aimed at home."""
    doc = statuses.graph.doc
    at = doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand") if actor.span else None
    above = takewhile(lambda t: t.i != draft.head, at.root.ancestors if at is not None else ())
    return any(t.dep_ == "prep" and t.lower_ in statuses.graph.words["occasions and causes"] for t in above)


def is_amid_it(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania closes its embassy in Klausenburg amid an offensive of the rebels": it is not Ruritania that is hit."""
    graph = statuses.graph
    outer = [graph.predicates[g.head] for g in graph.governors.get(draft.head, ()) if g.name == MEANWHILE]
    acting = (a for verb in outer for a in actors_at(("subject",), verb, graph, statuses.mentions))
    return any(a.country == actor.country for a in acting)


def answers_it(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania sanctions settlers over violence in Zenda": who takes steps over it was not hit by it."""
    graph = statuses.graph
    outer = [graph.predicates[g.head] for g in graph.governors.get(draft.head, ()) if g.name in REASONS]
    acting = (a for verb in outer for a in actors_at(("subject",), verb, graph, statuses.mentions))
    return bool(draft.actors) and any(a.country == actor.country for a in acting)


def is_past_semicolon(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania bans a club; Sylvania deplores it": who only comments on what is done at home."""
    doc = statuses.graph.doc
    name = doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand") if actor.span else None
    if name is None or name.root.i < draft.head:
        return False
    tops = takewhile(lambda t: t.dep_ != "ROOT" or t is name.root, (name.root, *name.root.ancestors))
    acts = any(t.dep_ in SUBJECTS for t in tops)
    return acts and any(t.text == SEMICOLON for t in doc[draft.head : name.root.i])


def is_told_of_others(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania bombs the port; Graustark urges Sylvania to step in": what others do there is not done to them."""
    doc = statuses.graph.doc
    name = doc.char_span(actor.span.start, actor.span.end, alignment_mode="expand") if actor.span else None
    if name is None or name.root.i < draft.head:
        return name is not None and _speaks_of_fight(name.root, draft, statuses)
    stop = next((t.i for t in doc[draft.head : name.root.i] if t.text == SEMICOLON), None)
    above = (t for t in (name.root, *name.root.ancestors) if stop is not None and t.i > stop)
    return any(c.dep_ == ACTIVE and c.i > (stop or 0) for t in above for c in t.lefts)


def _speaks_of_fight(name: Token, draft: Draft, statuses: Statuses) -> bool:
    """ "The premier discussed the clashes between militias in Sylvania that killed nine": of that land, as those are who
    fight there, and not of his."""
    token, words = statuses.graph.doc[draft.head], statuses.graph.words
    if token.dep_ != BACKGROUND or any(a.id or (a.country and not a.inferred) for a in draft.actors):
        return False
    fights = words["attack nouns"] | words["fought over by others"]
    fight = next((t for t in token.ancestors if t.lemma_.lower() in fights or t.lower_ in fights), None)
    return fight is not None and name.i < fight.left_edge.i and fight.dep_ not in SUBJECTS


def is_behind_deed(other: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "A raid on a market in Zenda killed nine, which drew criticism from Graustark": who is named behind what it did."""
    graph = statuses.graph
    deeds = (graph.predicates.get(h) for h in graph.predicates[draft.head].heads("subject"))
    by_deed = any(deed is not None and deed.pos == "noun" for deed in deeds)
    return by_deed and other.span is not None and other.span.start > graph.doc[draft.head].idx
