"""A protest of people who are kept in another land in, aimed at those who keep them there out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import classes_of
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

SUBJECTS, PLACED = ("subject", "by"), ("in", "at", "inside", "of")
CELLS, HOLDING = "custody", "holding verbs"  # a class of nouns, a list of words
KEPT, CAMPS = (
    frozenset({"prisoner", "migrant"}),
    "camps of people who are kept",
)  # classes of nouns, a list of words
CLAUSES, RULERS, STATE = ("acl", "relcl"), "GOV", "state"
WHY = "keep those who protest"


def at_keepers(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritanian inmates of a Sylvanian jail rioted", "migrants held at a camp in Sylvania refuse food".

    The draft against the land of that jail or camp, where it is one, and not the land of those who protest.
    """
    event = statuses.graph.predicates[draft.head]
    doc = statuses.graph.doc
    kept = [t for h in event.heads(*SUBJECTS) for t in _where_kept(doc[h], statuses)]
    people = [doc[h] for h in event.heads(*SUBJECTS)]
    placed = [doc[h] for h in event.heads(*PLACED[:3])]
    kept += [t for t in placed if _is_cell(t, statuses) or any(_is_camp(t, p, statuses) for p in people)]
    lands = {land for where in kept for land in _lands(where, statuses)} - {a.country for a in draft.actors}
    if len(lands) != 1:
        return draft
    return replace(draft, recipients=(side_at_home(lands.pop(), RULERS, WHY),))


def _where_kept(people: Token, statuses: Statuses) -> Iterator[Token]:
    """The jail behind those people, or what tells of their being held."""
    holding = statuses.graph.words[HOLDING]
    for child in people.rights:
        verb = statuses.graph.predicates.get(child.i) if child.dep_ in CLAUSES else None
        if verb is not None and verb.passive and (verb.lemma in holding or child.lemma_ in holding):
            yield child
        if child.dep_ == "prep" and child.lower_ in PLACED:
            yield from (t for t in child.children if _is_cell(t, statuses) or _is_camp(t, people, statuses))


def _is_cell(noun: Token, statuses: Statuses) -> bool:
    return CELLS in classes_of(noun.doc, noun.i, statuses.lexicon)


def _is_camp(noun: Token, people: Token, statuses: Statuses) -> bool:
    """ "Sylvanian prisoners in a Ruritanian desert camp": those who are kept make a jail of it."""
    kept = not KEPT.isdisjoint(classes_of(people.doc, people.i, statuses.lexicon))
    return kept and noun.lemma_.lower() in statuses.graph.words[CAMPS]


def _lands(where: Token, statuses: Statuses) -> Iterator[str]:
    """The states that are named below it, as whose it is or where."""
    mentions = statuses.mentions
    for token in where.subtree:
        place = mentions.places.get(token.i)
        named = mentions.actors.get(token.i) or mentions.modifiers.get(token.i)
        if place is not None and place.country:
            yield place.country
        elif named is not None and named.kind == STATE and named.actor.country:
            yield named.actor.country
