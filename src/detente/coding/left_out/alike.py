"""Drafts of one text in, whether two can tell of one attack, or one only of people of whom all was told before, out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import same
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.sides.words.taken_up import TOLD
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

OUTLAWS = frozenset({"UAF", "REB", "CRM"})  # sectors
DONE_TO_PEOPLE = frozenset({"COERCE", "SANCTION", "ACCUSE", "RETREAT"})  # of killings each counts
WHOM, PART, ANYBODY = "object", "words for one of them", "words for anybody"
PICKING = ("det", "nummod", "amod")
PERSONAL, ANEW = (
    frozenset({"he", "him", "she", "her", "they", "them"}),
    frozenset({"again", "also", "later", "then"}),
)


def agree(one: Draft, other: Draft) -> bool:
    """Whether the sides of two drafts can be those of one attack."""
    return by(one.actors, other.actors) and (
        guessed(one.recipients)
        or guessed(other.recipients)
        or shared(one.recipients, other.recipients)
        or shared(one.recipients, other.actors)  # "kidnapped in an attack by bandits"
    )


def by(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether both can have the same authors: one side is not known, or they share somebody.

    What gunmen of a land do its army does not.
    """
    told = bool(one and other) and all(a.span for a in (*one, *other))
    if told and are_outlaws(one) != are_outlaws(other):
        return False
    return not any_known(one) or not any_known(other) or shared(one, other)


def are_outlaws(actors: Sequence[Actor]) -> bool:
    """Whether gunmen, rebels or gangs are among them."""
    return any(bool(a.sectors) and set(a.sectors) <= OUTLAWS for a in actors)


def guessed(actors: Sequence[Actor]) -> bool:
    """Whether no side is said, but at most thought to be those of the place."""
    return all(a.inferred == AT_HOME for a in actors)


def shared(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether the two have somebody, or a state, in common."""
    return any(same(a, b) or bool(state(a) and state(a) == state(b)) for a in one for b in other)


def state(actor: Actor) -> str | None:
    """The state of which somebody is, or in which he is based."""
    return actor.country or actor.based


def told_apart(draft: Draft, statuses: Statuses) -> bool:
    """ "Says that it took the town and that it sank two ships": told in a clause of its own, it is another act."""
    token = statuses.graph.doc[draft.head]
    own = {c.dep_ for c in token.lefts}
    return token.dep_ == "conj" and own >= {"mark", "nsubj"}


def are_foes(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """ "Rebels ambushed a patrol and the army hit back": of one land, and against each other."""
    first, second = (bool(side) and all(OUTLAWS & set(a.sectors) for a in side) for side in (one, other))
    return first != second


def is_one_of_them(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Only in a later sentence, of the same kind and by the same."""
    if type_of(draft, statuses) not in DONE_TO_PEOPLE or TOLD in draft.needs:  # "they were extended"
        return False
    doc = statuses.graph.doc
    whom = statuses.graph.predicates[draft.head].heads(WHOM)
    if not whom or not all(_is_part(doc[h], statuses) for h in whom):
        return False
    if any(c.lower_ in ANEW for c in doc[draft.head].children):
        return False
    start, pronouns = doc[draft.head].sent.start, all(doc[h].lower_ in PERSONAL for h in whom)
    return any(
        d.kind == draft.kind
        and d.status == draft.status
        and d.head < start
        and (pronouns or _are_many(d, statuses))
        and _can_be_of(draft, d)
        for d in drafts
    )


def _is_part(token: Token, statuses: Statuses) -> bool:
    """ "One of them", "another", "the other", "one man"."""
    words = statuses.graph.words[PART]
    if token.lower_ in words or token.lower_ in PERSONAL:
        of = [c for p in token.rights if p.lower_ == "of" for c in p.children]
        return all(c.pos_ == "PRON" or c.lower_ in words for c in of)
    picked = any(c.dep_ in PICKING and c.lower_ in words for c in token.lefts)
    return token.lemma_.lower() in statuses.graph.words[ANYBODY] and picked


def _are_many(draft: Draft, statuses: Statuses) -> bool:
    doc = statuses.graph.doc
    heads = statuses.graph.predicates[draft.head].heads(WHOM)
    return len(heads) > 1 or any(doc[h].tag_ in ("NNS", "CD") for h in heads)


def _can_be_of(draft: Draft, before: Draft) -> bool:
    told = guessed(draft.recipients) or all(r.inferred for r in draft.recipients)
    return by(draft.actors, before.actors) and (told or shared(draft.recipients, before.recipients))
