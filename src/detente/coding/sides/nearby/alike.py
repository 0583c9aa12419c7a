"""An act that is called like the one told before it in, whom that one was aimed at as whom it is aimed at out.

"Sylvanians marched on Ruritania's embassy. Graustarkians held a similar protest", "... also took to the streets":
against Ruritania, and not those who govern at home.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import known_among
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.told_before import told_before
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

LIKE, ALSO = "words for the like", "words for also"
PROTEST = "PROTEST"  # a type, whose aim is at home if nothing else is told
OWN_MATTER = ("over", "against", "about", "at", "for")  # "also marched over wages"
BY_OTHERS = frozenset({PROTEST, "ACCUSE", "REQUEST", "SANCTION", "THREATEN"})
WHY = "like the one that is told before it"


def with_aim_of_like(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with those as recipients, if nobody else is named for it."""
    if not _is_open(draft) or not _is_alike(draft, statuses):
        return draft
    earlier = _before(draft, drafts, statuses)
    if earlier is None or sides(earlier.recipients, draft.actors):
        return draft
    return replace(draft, recipients=only_because(earlier.recipients, WHY))


def _is_open(draft: Draft) -> bool:
    return all(r.inferred is not None for r in draft.recipients)


def _is_alike(draft: Draft, statuses: Statuses) -> bool:
    """ "A similar protest", "the same kind of protest"; "also protested" where nobody is found but those at home."""
    words = statuses.graph.words
    tokens = list(_of_its_clause(draft, statuses))
    if any(c.lemma_.lower() in words[LIKE] for t in tokens for c in t.lefts if c.dep_ == "amod"):
        return True
    at_home = all(r.inferred == AT_HOME for r in draft.recipients)
    if statuses.graph.predicates[draft.head].heads(*OWN_MATTER):
        return False
    also = (c for t in tokens for c in t.children if c.dep_ == "advmod")
    return at_home and any(c.lower_ in words[ALSO] for c in also)


def _of_its_clause(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """Its word, the noun of which it is a sort, and the verb that carries it."""
    doc, predicate = statuses.graph.doc, statuses.graph.predicates[draft.head]
    token = doc[draft.head]
    yield token
    if token.dep_ == "pobj":
        yield token.head.head
    if predicate.carrier is not None:
        yield doc[predicate.carrier]


def _before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft | None:
    """The last of its type by somebody else, in its sentence or the one before, that is aimed at another land."""
    code = type_of(draft, statuses)
    for other in reversed(told_before(draft, drafts, statuses)):
        alike = code in BY_OTHERS and type_of(other, statuses) == code and not other.reciprocal
        if alike and _is_abroad(other):
            return None if sides(other.actors, draft.actors) else other
    return None


def _is_abroad(draft: Draft) -> bool:
    known: tuple[Actor, ...] = known_among(draft.recipients)
    return bool(known) and not sides(known, draft.actors)
