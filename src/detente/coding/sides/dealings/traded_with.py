"""A deal that one state alone is told to have made in, the one with whom it trades by it as the other side out.

"Ruritania signs a deal to buy forty tanks from Sylvania", "a contract for the sale of gas to Graustark": whoever sells
or buys is who it was made with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import actors_at, actors_of, distinct, without_states
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

TAKEN, GIVEN = ("from",), ("to",)
PARTNERS = ("with", "between", "among")
RELATIVE, WHICH, NAMED = "relcl", "WDT", ("pobj", "dobj", "nsubj", "nsubjpass", "dative")
DATIVE, MADE = ("indirect",), ("object", "of")
WHY = "with whom it trades by the deal"


def with_whom_it_trades(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; as it is where anybody is named as a partner, a firm too, or where several would fit."""
    graph = statuses.graph
    if len(keys_of(draft.actors)) != 1:
        return draft
    carrier = graph.predicates[draft.head].carrier
    heads = {draft.head, *draft.nouns, *([carrier] if carrier is not None else ())}
    verbs = [graph.predicates[h] for h in heads]
    deals = {h for p in verbs for h in ((p.head,) if p.pos == "noun" else p.heads("object"))}
    if any(
        graph.predicates[h].has(name) for h in heads | deals if h in graph.predicates for name in PARTNERS
    ):
        return draft
    found = distinct(a for h in deals for a in _partners(graph.doc[h], statuses))
    others = without_states((a for a in found if a.country), draft.actors)
    if len({a.country for a in others}) != 1:
        return draft
    return replace(draft, recipients=because(others[:1], WHY))


def _partners(deal: Token, statuses: Statuses) -> Iterator[Actor]:
    """Who sells what the deal is to buy, or buys what it is to sell."""
    words, graph = statuses.graph.words, statuses.graph
    for token in deal.subtree:
        taken = token.lemma_.lower() in words["taking in trade"]
        if token.i <= deal.i or not (taken or token.lemma_.lower() in words["giving in trade"]):
            continue
        named = [a for t in _after(token, TAKEN if taken else GIVEN) for a in _at(t, statuses)]
        trade = graph.predicates.get(token.i)
        if not named and trade is not None:
            named = list(actors_at(MADE if taken else DATIVE, trade, graph, statuses.mentions))
        yield from named
        return
    yield from _under_it(deal, statuses)


def _under_it(deal: Token, statuses: Statuses) -> Iterator[Actor]:
    """ "Signs a protocol under which migrants will be taken to camps in Sylvania": whom else its terms name."""
    for clause in (c for c in deal.rights if c.dep_ == RELATIVE):
        marks = (t for c in clause.lefts for t in (c, *c.children) if t.tag_ == WHICH)
        if any(t.dep_ == "pobj" for t in marks):
            yield from (a for t in clause.subtree for a in _named_at(t, statuses))


def _named_at(token: Token, statuses: Statuses) -> tuple[Actor, ...]:
    known = statuses.mentions.actors.get(token.i)
    placed = token.i in statuses.mentions.places
    return _at(token, statuses) if token.dep_ in NAMED and (known is not None or placed) else ()


def _after(trade: Token, marks: Collection[str]) -> Iterator[Token]:
    for token in trade.subtree:
        if token.i > trade.i and token.dep_ == "pobj" and token.head.lower_ in marks:
            yield token


def _at(token: Token, statuses: Statuses) -> tuple[Actor, ...]:
    return actors_of(token.i, token.head.lower_, statuses.graph, statuses.mentions)
