"""Whom those who are hit had turned on themselves: "police shot two youths who threw stones at a Sylvanian lorry".

And whom a people protests against whose march another state's forces put down.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.known import keys_of, only_land, word_of
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.shapes import PLURALS
from detente.reading.tokens import Token
from detente.records import Actor

AGAINST = ("denouncing verbs", "crowd verbs", "verbs of turning on others")  # lists of words
RELATIVE, PARTICIPLE = "relcl", "acl"
PASSIVE = ("nsubjpass", "auxpass")
WHO, BESIDE = ("WP", "WDT"), ("xcomp", "conj")
POLICE, PEOPLE = "COP", "CVL"
FORCE, RULERS = frozenset({"ASSAULT", "COERCE"}), frozenset({"COP", "MIL", "GOV"})
PUT_DOWN = "it is their forces that put it down"
CROWDS = frozenset({"CVL", "OPP"})
WHY = "the police who act against them"


def turns_on_others(clause: Token, statuses: Statuses) -> bool:
    """Whether a clause of a noun says what those whom it names did to others: that is not whose they are."""
    does = (clause, *(c for c in clause.children if c.dep_ in BESIDE))
    if not any(t.lemma_ in statuses.graph.words[name] for t in does for name in AGAINST):
        return False
    if clause.dep_ == PARTICIPLE:
        return clause.tag_ == "VBG"
    return (
        clause.dep_ == RELATIVE
        and any(c.dep_ == "nsubj" and c.tag_ in WHO for c in clause.lefts)
        and not any(c.dep_ in PASSIVE for c in clause.children)
    )


def stands_where_they_turned(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """Whether it is only named in what is told of the deeds of those who are hit."""
    named = word_of(actor, statuses.graph.doc)
    if named is None:
        return False
    hit = set(statuses.graph.predicates[draft.head].heads("object"))
    return any(
        t.dep_ in (RELATIVE, PARTICIPLE) and t.head.i in hit and turns_on_others(t, statuses)
        for t in (named, *named.ancestors)
    )


def at_home_with_police(draft: Draft, statuses: Statuses) -> Draft:
    """What police do to people who had turned on another is done at home."""
    land = only_land(a for a in draft.actors if POLICE in a.sectors)
    if land is None or len(draft.actors) != 1:
        return draft
    predicate = statuses.graph.predicates[draft.head]
    told = (c for head in predicate.heads("object") for c in statuses.graph.doc[head].rights)
    if not any(turns_on_others(c, statuses) for c in told):
        return draft
    return replace(draft, recipients=(side_at_home(land, PEOPLE, AT_HOME),))


def with_those_police_hit(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Those whom police arrest or shoot for a protest are of the land of the police: they protested there."""
    clause = statuses.graph.doc[draft.head]
    if not turns_on_others(clause, statuses):
        return draft
    for other in drafts:
        land = only_land(a for a in other.actors if POLICE in a.sectors)
        hit = statuses.graph.predicates[other.head].heads("object")
        if other is not draft and land is not None and clause.head.i in hit:
            return replace(draft, actors=(side_at_home(land, PEOPLE, AT_HOME),))
    return draft


def with_who_puts_it_down(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritanian troops broke up a march by Sylvanians": it was against Ruritania, if no other is named."""
    theirs = keys_of(draft.actors) - {None}
    by = {
        a.country: a
        for d in drafts
        if d is not draft and _meets(d, draft, theirs, statuses)
        for a in d.actors
    }
    if not theirs or len(by) != 1 or not theirs.isdisjoint(by):
        return draft
    return replace(draft, recipients=only_because(by.values(), PUT_DOWN))


def _meets(force: Draft, protest: Draft, theirs: set[str | None], statuses: Statuses) -> bool:
    """Whether what police or troops do in the same sentence, or the next, meets the protest or its people."""
    doc, kind = statuses.graph.doc, statuses.lexicon.kinds[force.kind]
    here = doc[protest.head].sent
    near = here.start <= force.head and doc[force.head].sent.start <= here.end
    by_rulers = all(a.country and RULERS & set(a.sectors) for a in force.actors)
    if kind.type not in FORCE or not near or not force.actors or not by_rulers:
        return False
    hit = keys_of(force.recipients)
    return not theirs.isdisjoint(hit) or protest.head in statuses.graph.predicates[force.head].heads("object")


def at_police_beside(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Police fired tear gas at the crowd, which threw stones": they are thrown at those police."""
    crowd = {a.country for a in draft.actors if a.sectors and CROWDS.issuperset(a.sectors)}
    doc, verb = statuses.graph.doc, statuses.graph.predicates[draft.head]
    many = any(_are_many(doc[head], statuses) for head in verb.heads("subject"))
    if len(crowd) != 1 or not many:
        return draft
    beside = (d for d in drafts if d is not draft and doc[d.head].sent.start == doc[draft.head].sent.start)
    police = (a for d in beside for a in d.actors if POLICE in a.sectors and a.country in crowd)
    found = next((a for a in police if a.country), None)
    return draft if found is None else replace(draft, recipients=(replace(found, inferred=WHY),))


def _are_many(people: Token, statuses: Statuses) -> bool:
    """A crowd, and not "a motorist who hit two cars"."""
    crowds = statuses.graph.words["people in crowds"]
    return people.tag_ in (*PLURALS, *WHO) or people.lemma_.lower() in crowds
