"""A draft of an agreement left or broken in, at the other side of the one that was told of before out.

"Sylvania signed a pact with Ruritania in May. On Monday it tore up that pact": Ruritania's pact, and at Ruritania.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.roles import actors_at, sides, without_states
from detente.coding.sides.looking.anaphora import DEFINITE
from detente.coding.sides.looking.told_before import start_before
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

PAPERS = "papers agreed on"  # a list of words
LEFT = ("object", "from", "of", "out of", "to", "by")
PARTNERS = ("between", "with", "by", "of", "poss", "mod")
AGREES, AGREED = "AGREE", frozenset({"AGREE", "SUPPORT", "CONCEDE", "CONSULT"})  # types
FAR, WHY = 6, "the other side of the agreement told of before"  # sentences looked back over
DETERMINERS = ("det", "poss")


def with_other_of_deal(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; only where the agreement is one already told of, and is not called by anybody."""
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(*LEFT):
        deal = graph.doc[head]
        if not _is_told(deal, statuses):
            continue
        told = [_sides_of(earlier, drafts, statuses) for earlier in _told_before(deal, statuses)]
        for both in (*told, _agreed_before(draft, drafts, statuses)):
            others = without_states(both, draft.actors)
            if others:
                return replace(draft, recipients=only_because(others, WHY))
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
