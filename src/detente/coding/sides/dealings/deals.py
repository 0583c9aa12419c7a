"""Between whom an agreement is, as its matter, its name or its terms tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because, only_because
from detente.coding.roles.known import keys_of
from detente.coding.roles.listed_states import state_of
from detente.coding.roles.no_side import is_matter
from detente.coding.roles.roles import actors_at, actors_of, distinct, sides, without_states
from detente.coding.roles.towns import is_city
from detente.coding.sides.looking.anaphora import DEFINITE
from detente.coding.sides.looking.told_before import start_before
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

MATTERS = frozenset({"on", "for", "over", "about", "regarding", "concerning"})
CLAUSES = frozenset({"acl", "xcomp", "advcl"})  # "a pact to let Ruritanian ships use Sylvania's ports"
UNDONE = frozenset({"withdrawal from agreement", "violation of agreement"})  # kinds
LEFT_OR_BROKEN = UNDONE | {"rejection"}
CALLED_SO = "what is agreed is called by it"
LEFT, CALLED_BY = ("object", "from", "of", "out of"), "what is left or broken is called by it"
PAPERS = "papers agreed on"  # a list of words
DONE_WITH_IT = ("object", "from", "of", "out of", "to", "by")
PARTNERS = ("between", "with", "by", "of", "poss", "mod")
AGREES, AGREED = "AGREE", frozenset({"AGREE", "SUPPORT", "CONCEDE", "CONSULT"})  # types
FAR, OTHER_SIDE = 6, "the other side of the agreement told of before"  # sentences looked back over
DETERMINERS = ("det", "poss")
TAKEN, GIVEN, OBJECT = ("from",), ("to",), "dobj"
SAID_WITH = ("with", "between", "among")
RELATIVE, WHICH, NAMED = "relcl", "WDT", ("pobj", "dobj", "nsubj", "nsubjpass", "dative")
ARMS, FOR = frozenset({"weapon", "warplane", "warship"}), "for"  # classes of nouns
DATIVE, MADE = ("indirect",), ("object", "of")
TRADES = "with whom it trades by the deal"


def with_those_agreed_about(draft: Draft, statuses: Statuses) -> Draft:
    """A draft of an agreement that nobody is said to make in, the two states that its matter names as its sides out.

    "A deal has been reached on a Ruritanian base in Sylvania": what is agreed is a thing between just these two. And an
    agreement that is left or broken in, the state that it is called by as whom that is aimed at out.
    The draft; only where its matter names two states, and the rest of the sentence none that could be a third.
    """
    doc = statuses.graph.doc
    noun = doc[draft.head]
    if noun.pos_ != "NOUN":
        return draft
    made = noun.head.rights if noun.dep_ == "nsubjpass" else ()  # "an agreement was reached on it"
    matters = [
        c for c in (*noun.rights, *made) if c.lower_ in MATTERS or (c.dep_ in CLAUSES and c.pos_ == "VERB")
    ]
    inside = frozenset(t.i for c in matters for t in c.subtree)
    found = distinct(_states(noun.sent.start, inside, statuses))
    if len({a.country for a in found}) != 2:
        return draft
    why = f"named in what the {noun.lower_} is about"
    return replace(draft, actors=because(found[:2], why))


def with_land_it_is_called_by(draft: Draft, statuses: Statuses) -> Draft:
    """ "Sylvania pulled out of the Ruritania nuclear deal", or threatens to: at Ruritania, whose deal it is too."""
    if draft.kind not in UNDONE and draft.inner not in UNDONE:
        return draft
    graph = statuses.graph
    named = (graph.doc[h] for h in graph.predicates[draft.head].heads(*LEFT))
    own = {a.country for a in draft.actors}
    others = (a for a in _called_by(named, statuses) if a.country not in own)
    return replace(draft, recipients=only_because(others, CALLED_BY))


def with_partner_it_is_called_by(draft: Draft, statuses: Statuses) -> Draft:
    """ "The Sylvania deal negotiated by Ruritania": with Sylvania, where only one state is said to make it."""
    graph, own = statuses.graph, {a.country for a in draft.actors}
    if len(own) != 1:
        return draft
    deals = [graph.doc[h] for h in (draft.head, *graph.predicates[draft.head].heads("object"))]
    others = [a for a in _called_by(deals, statuses) if a.country not in own]
    if len(others) != 1:
        return draft
    return replace(draft, actors=(*draft.actors, replace(others[0], inferred=CALLED_SO)))


def _called_by(deals: Iterable[Token], statuses: Statuses) -> tuple[Actor, ...]:
    """The states before the nouns: "the Strelsau Treaty" was signed there."""
    graph, mentions = statuses.graph, statuses.mentions
    lands = (c.i for d in deals if not d.is_title for c in d.lefts if is_matter(c.i, graph, mentions))
    return distinct(state_of(mentions.places[i]) for i in lands if not is_city(i, mentions))


def _states(start: int, inside: frozenset[int], statuses: Statuses) -> list[Actor]:
    """The states whose actors, people or places stand there; a place stands for the state in which it lies."""
    named = {i: m.actor for i, m in statuses.named.mentions(start) if i in inside and m.kind != "outlet"}
    lands = {i: p for i, p in statuses.named.places.get(start, ()) if i in inside and i not in named}
    return [a for a in (*named.values(), *map(state_of, lands.values())) if a.country]


def with_other_of_deal(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A draft of an agreement left or broken in, at the other side of the one that was told of before out.

    "Sylvania signed a pact with Ruritania in May. On Monday it tore up that pact": Ruritania's pact, and at Ruritania.
    The draft; only where the agreement is one already told of, and is not called by anybody.
    """
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(*DONE_WITH_IT):
        deal = graph.doc[head]
        if not _is_told(deal, statuses):
            continue
        told = [_sides_of(earlier, drafts, statuses) for earlier in _told_before(deal, statuses)]
        for both in (*told, _agreed_before(draft, drafts, statuses)):
            others = without_states(both, draft.actors)
            if others:
                return replace(draft, recipients=only_because(others, OTHER_SIDE))
    return draft


def _agreed_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "They agreed to swap captives. It has pulled out of the agreement": who agreed last, if it is one of them."""
    for earlier in reversed([d for d in drafts if d.head < draft.head]):
        if type_of(earlier, statuses) == AGREES:
            both = (*earlier.actors, *earlier.recipients)
            return both if sides(both, draft.actors) else ()
    return ()


def _is_told(deal: Token, statuses: Statuses) -> bool:
    """ "That pact", "the accord"."""
    papers = statuses.graph.words[PAPERS]
    pointed = any(c.dep_ in DETERMINERS and c.lower_ in DEFINITE for c in deal.lefts)
    return pointed and not deal.is_title and deal.lemma_.lower() in papers


def _told_before(deal: Token, statuses: Statuses) -> Iterator[Token]:
    """Where an agreement is named in the sentences before, the last one first."""
    papers, doc = statuses.graph.words[PAPERS], deal.doc
    start = start_before(deal.i, doc, FAR)
    yield from (t for t in reversed(doc[start : deal.sent.start]) if t.lemma_.lower() in papers)


def _sides_of(deal: Token, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """Whose it is by its own words, else by what the sentence tells of it."""
    graph = statuses.graph
    own = graph.predicates.get(deal.i)
    named = actors_at(PARTNERS, own, graph, statuses.mentions, every=True) if own is not None else ()
    if named:
        return named
    for draft in drafts:
        if deal.sent.start <= draft.head < deal.sent.end and type_of(draft, statuses) in AGREED:
            return (*draft.actors, *draft.recipients)
    return ()


def with_whom_it_trades(draft: Draft, statuses: Statuses) -> Draft:
    """A deal that one state alone is told to have made in, the one with whom it trades by it as the other side out.

    "Ruritania signs a deal to buy forty tanks from Sylvania", "a contract for the sale of gas to Graustark": whoever sells
    or buys is who it was made with.
    The draft; as it is where anybody is named as a partner, a firm too, or where several would fit.
    """
    graph = statuses.graph
    if len(keys_of(draft.actors)) != 1:
        return draft
    heads = {*graph.with_carrier(draft.head), *draft.nouns}
    verbs = [graph.predicates[h] for h in heads]
    deals = {h for p in verbs for h in ((p.head,) if p.pos == "noun" else p.heads("object"))}
    if any(
        graph.predicates[h].has(name) for h in heads | deals if h in graph.predicates for name in SAID_WITH
    ):
        return draft
    found = distinct(a for h in deals for a in _partners(graph.doc[h], statuses))
    others = without_states((a for a in found if a.country), draft.actors)
    if len({a.country for a in others}) != 1:
        return draft
    return replace(draft, recipients=because(others[:1], TRADES))


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
    yield from _whose_goods(deal, statuses)
    yield from _under_it(deal, statuses)


def _whose_goods(deal: Token, statuses: Statuses) -> Iterator[Actor]:
    """ "A contract for 40 tanks from Sylvania", "a deal to pay for Sylvanian jets": who makes the arms sells them."""
    classes = statuses.lexicon.classes
    said = deal.head.subtree if deal.dep_ == OBJECT else deal.subtree
    for token in (t for t in said if t.i > deal.i):
        arms = token.dep_ == "pobj" and token.head.lower_ == FOR and token.pos_ == "NOUN"
        if arms and ARMS & set(classes.get(token.lemma_.lower(), ())):
            makers = (statuses.mentions.modifiers.get(t.i) for t in token.subtree if t.i < token.i)
            yield from (m.actor for m in makers if m is not None)
            yield from (a for t in _after(token, TAKEN) for a in _at(t, statuses))


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
