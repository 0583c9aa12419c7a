"""A protest whose crowd shouts, burns or carries something against others in, those as whom it is against out.

"Marched through Strelsau, chanting anti-Sylvanian slogans", "burning effigies of the Sylvanian king", "rallied and shouted
'Death to Sylvania'", "with banners against Sylvania": against Sylvania, and not those who govern at home. Whose flags and
portraits are only waved says nothing: it may be for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, actors_of, without_states
from detente.coding.sides.crowds.crowds_demand import said_along
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

PROTEST = "PROTEST"  # a type
AGAINST, WITH, TO, SHOWN = ("against",), "with", "to", ("object", "on", "to")
SHOUTING, ABUSING, SIGNS, CURSES = "shouting verbs", "abusing verbs", "signs that are abused", "curses"
WHY = "what the crowd shouts, carries or burns is against them"


def with_whom_it_shouts_at(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with them as recipients, where no other side is known yet."""
    for found in _aimed_at(draft, statuses):
        theirs = without_states(found, draft.actors)
        if theirs:
            named = (replace(a, inferred=a.inferred or WHY) for a in theirs)
            return replace(draft, recipients=tuple(named))
    return draft


def _aimed_at(draft: Draft, statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    """What is shouted or burned along with it, what is carried in it."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    joined = (t.i for t in graph.doc[draft.head].conjuncts if t.i > draft.head)
    beside = [*said_along(draft, statuses), *graph.at(joined)]
    for verb in (own, *beside):
        yield _of_verb(verb, statuses)
    for head in own.heads(WITH):
        yield _below(head, statuses)


def _of_verb(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    doc, words = statuses.graph.doc, statuses.graph.words
    lemma = doc[verb.head].lemma_.lower()
    if lemma in words[SHOUTING]:
        cursed = any(doc[h].lemma_.lower() in words[CURSES] for h in verb.heads("object"))
        marks = (*AGAINST, TO) if cursed else AGAINST
        return actors_at(marks, verb, statuses.graph, statuses.mentions)
    if lemma not in words[ABUSING]:
        return ()
    signs = (h for h in verb.heads(*SHOWN) if doc[h].lemma_.lower() in words[SIGNS])
    found = (actors_of(h, "object", statuses.graph, statuses.mentions) for h in signs)
    return next((actors for actors in found if actors), ())


def _below(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """ "With banners against the Sylvanian premier"."""
    marks = (c for c in statuses.graph.doc[head].rights if c.lower_ in AGAINST)
    named = (t.i for mark in marks for t in mark.rights if t.dep_ == "pobj")
    found = (actors_of(h, "against", statuses.graph, statuses.mentions) for h in named)
    return next((actors for actors in found if actors), ())
