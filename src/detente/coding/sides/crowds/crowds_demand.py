"""A protest whose crowd demands something of others in, those as whom it is against out.

"Rallies in Strelsau to demand an end to Sylvanian attacks", "calling on Sylvania to leave", "demanding a boycott of
Sylvania": against Sylvania, and not those who govern at home. So too "denouncing Sylvanian raids", and "for Sylvania to
leave".
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_of, without_states
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

PROTEST = "PROTEST"  # a type
TOLD = ("participle", "purpose", "clause")
WHAT, WHOM = ("object", "for"), ("object", "on")
CLAUSE, FOR = "clause", "for"
WHY = "what the crowd demands is demanded of them"
DEEDS, AIMS = ("to", "of"), ("of", "against", "on")
DEMANDING, ENDING, SHUNNING = "demanding verbs", "nouns of ending", "nouns of shunning"
LEAVING, DENOUNCING = "nouns of leaving", "denouncing verbs"


def with_whom_it_demands(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with them as recipients, where no other side is known yet."""
    for verb in said_along(draft, statuses):
        theirs = without_states(_demanded_of(verb, statuses), draft.actors)
        if theirs:
            named = (replace(a, inferred=a.inferred or WHY) for a in theirs)
            return replace(draft, recipients=tuple(named))
    return draft


def said_along(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """What the crowd says with its protest, which hangs on it or on the verb that carries it."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    heads = (own.head, own.carrier)
    above = (graph.predicates[h] for h in dict.fromkeys(heads) if h is not None and h in graph.predicates)
    inner = (h for predicate in above for h in predicate.heads(*TOLD))
    yield from graph.at(dict.fromkeys(inner))


def _demanded_of(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    words = statuses.graph.words
    lemma = statuses.graph.doc[verb.head].lemma_
    if lemma in words[DENOUNCING]:
        return _of_any(verb.heads("object", "against"), statuses)
    if lemma not in words[DEMANDING]:
        return _who_is_to_act(verb, statuses)
    asked = _of_any((h for h in verb.heads(*WHOM) if _is_name(h, statuses)), statuses)
    nouns = (h for h in verb.heads(*WHAT) if not _is_name(h, statuses))
    return (
        asked
        or _of_any((h for n in nouns for h in _answering(n, verb, statuses)), statuses)
        or _of_clause(verb, statuses)
    )


def _who_is_to_act(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Rallied for Sylvania to withdraw its troops"."""
    marks = {c.lower_ for c in statuses.graph.doc[verb.head].lefts if c.dep_ == "mark"}
    return _of_any(verb.heads("subject"), statuses) if FOR in marks else ()


def _answering(noun: int, verb: Predicate, statuses: Statuses) -> Iterator[int]:
    """What in a noun phrase tells of whom a thing is demanded: the deed that is to end, whom one is to shun."""
    token, words = statuses.graph.doc[noun], statuses.graph.words
    lemma = token.lemma_.lower()
    if lemma in words[LEAVING]:
        yield noun
    marks = DEEDS if lemma in words[ENDING] else AIMS if lemma in words[SHUNNING] else ()
    for mark in token.rights:
        if mark.lower_ in marks:
            yield from (c.i for c in mark.rights if c.dep_ == "pobj")
    yield from (h for h in verb.heads(*marks) if h > noun)  # the parser hangs "to" on the verb


def _of_clause(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Demanding that Sylvania leave": who is to do it."""
    clauses = (statuses.graph.predicates.get(h) for h in verb.heads(CLAUSE))
    subjects = (h for clause in clauses if clause is not None for h in clause.heads("subject"))
    return _of_any((h for h in subjects if _is_name(h, statuses)), statuses)


def _is_name(head: int, statuses: Statuses) -> bool:
    return head in statuses.mentions.actors


def _of_any(heads: Iterator[int] | tuple[int, ...], statuses: Statuses) -> tuple[Actor, ...]:
    """Those who answer for the first of some words that anybody answers for."""
    found = (actors_of(h, "object", statuses.graph, statuses.mentions) for h in heads)
    return next((actors for actors in found if actors), ())
