"""A request in, whoever was asked out, where the words around it say so.

"At the request of Sylvania, Ruritania arrests a fugitive": Sylvania asked Ruritania. "Sylvania wrote to Ruritania asking
for guns to beat the rebels", "in a message to Ruritania it demanded redress": whom it writes to it asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, without
from detente.coding.reasons import because
from detente.coding.roles.known import any_known
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.roles import actors_at, distinct
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph
from detente.records import Actor

ASKING, NOUN = "REQUEST", "noun"
AT = ("at", "upon", "on")
SAID, AGAINST_A_THIRD = ("clause", "adverbial"), "call for action"  # arguments, a kind
MEANS, TO_WHOM, IN_WRITING = ("participle", "purpose"), ("to", "object", "indirect"), ("in", "by")


def with_who_was_asked(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with who acts in the clause that it stands in."""
    graph = statuses.graph
    if graph.predicates[draft.head].pos != NOUN:
        return draft
    for governor in graph.governors.get(draft.head, ()):
        verb = graph.predicates[governor.head]
        if governor.name not in AT or verb.pos == NOUN:
            continue
        found = without(actors_at(("subject",), verb, graph, statuses.mentions), draft.actors)
        if found:
            why = f"acts in '{graph.doc[verb.head].text}'"
            return replace(draft, recipients=because(found, why))
    return draft


def with_who_did_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Was held in Strelsau at the request of Sylvania": whoever held him was asked, also where that is only inferred."""
    graph = statuses.graph
    if graph.predicates[draft.head].pos != NOUN:
        return draft
    above = {g.head for g in graph.governors.get(draft.head, ()) if g.name in AT}
    for deed in drafts:
        found = without(deed.actors, draft.actors) if deed.head in above else ()
        if found and all(a.country or a.id for a in found):
            why = f"does what '{graph.doc[deed.head].text}' says"
            return replace(draft, recipients=because(found, why))
    return draft


def with_whom_it_wrote_to(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the addressee of the letter or call in which it is made, where no state is asked yet."""
    graph = statuses.graph
    if any_known(draft.recipients):
        return draft
    heads = (draft.head, *(a.head for a in draft.applied))
    addressed = (who for head in heads for who in _addressed(head, graph, statuses.mentions))
    found = without(tuple(addressed), draft.actors)
    if not found:
        return draft
    why = f"is written or spoken to, in '{graph.doc[draft.head].text}'"
    return replace(draft, recipients=distinct(because(found, why)))


def with_whom_it_is_told(draft: Draft, statuses: Statuses) -> Draft:
    """ ""We want steps against the gangs," he told Sylvania's envoy": Sylvania is asked for them."""
    aimed = any_known(draft.recipients)
    if aimed or (draft.recipients and draft.kind != AGAINST_A_THIRD):
        return draft
    graph = statuses.graph
    heads = (draft.head, *(a.head for a in draft.applied))
    hearers = (who for head in heads for who in _told_it(head, graph, statuses.mentions))
    found = [a for a in without(tuple(hearers), draft.actors) if a.country or a.id]
    if not found:
        return draft
    why = f"is told so, in '{graph.doc[draft.head].text}'"
    return replace(draft, recipients=distinct(because(found, why)))


def _told_it(head: int, graph: Graph, mentions: Mentions) -> Iterator[Actor]:
    """Also "was quoted as telling"."""
    for governor in graph.governors.get(head, ()):
        verb = graph.predicates[governor.head]
        quoted = (graph.predicates.get(i) for i in verb.heads("as"))
        for teller in (verb, *(t for t in quoted if t is not None)):
            told = governor.name in SAID or teller is not verb
            if told and teller.pos != NOUN and teller.lemma in graph.words["verbs of receiving"]:
                yield from actors_at(("object", "indirect"), teller, graph, mentions)


def _addressed(head: int, graph: Graph, mentions: Mentions) -> Iterator[Actor]:
    for governor in graph.governors.get(head, ()):
        verb = graph.predicates[governor.head]
        if governor.name in MEANS and verb.lemma in graph.words["verbs of addressing"]:
            yield from actors_at(TO_WHOM, verb, graph, mentions)
    asks = graph.predicates.get(head)  # of "concerned" in "a concerned plea" there is none
    for letter in asks.heads(*IN_WRITING) if asks is not None else ():
        noun = graph.predicates.get(letter)
        if noun is not None and noun.lemma in graph.words["where one asks"]:
            yield from actors_at(("to",), noun, graph, mentions)
