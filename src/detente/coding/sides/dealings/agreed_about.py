"""A draft of an agreement that nobody is said to make in, the two states that its matter names as its sides out.

"A deal has been reached on a Ruritanian base in Sylvania": what is agreed is a thing between just these two. And an
agreement that is left or broken in, the state that it is called by as whom that is aimed at out.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because, only_because
from detente.coding.roles.listed_states import state_of
from detente.coding.roles.matters import is_matter
from detente.coding.roles.roles import distinct, is_city
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

MATTERS = frozenset({"on", "for", "over", "about", "regarding", "concerning"})
CLAUSES = frozenset({"acl", "xcomp", "advcl"})  # "a pact to let Ruritanian ships use Sylvania's ports"
UNDONE = frozenset({"withdrawal from agreement", "violation of agreement"})  # kinds
LEFT_OR_BROKEN = UNDONE | {"rejection"}
CALLED_SO = "what is agreed is called by it"
LEFT, CALLED_BY = ("object", "from", "of", "out of"), "what is left or broken is called by it"


def with_those_agreed_about(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; only where its matter names two states, and the rest of the sentence none that could be a third."""
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
