"""Talks called off in answer to a deed in, whoever calls them off and whose deed that was as their sides out.

"Ruritania cancels the Zenda Summit in response to Sylvania approving a dam": no land has to be named as a guest, and the
one that the summit is called after need not be one.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.roles import actors_at, actors_of, distinct, without_states
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Actor

OFF = ("cancelled", "postponed")  # statuses
IN, OBJECTS, GERUND, SUBJECT = "in", ("pobj", "pcomp"), "VBG", "nsubj"
PARTNER = ("with", "by")  # "over a row with Sylvania"
WHY = "calls it off in answer to what {} did"
THERE = "where the visit was to be"
TOLD_OF = ("poss", "by", "of", "from", "to")
MODIFIER, SUBJECT_OF, PERSON = "mod", "subject", "person"
HOST = "tells of who is or was to come"


def with_whose_deed_ended_it(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with both, or with who calls it off alone; only where no verb of calling off is passive."""
    if draft.status not in OFF:
        return draft
    graph = statuses.graph
    for applied in draft.applied:
        verb = graph.predicates.get(applied.head)
        if verb is None or verb.pos != "verb" or verb.passive or applied.operator.status not in OFF:
            continue
        by = tuple(a for a in actors_at(("subject",), verb, graph, statuses.mentions) if a.country)
        answered = without_states(distinct(_doers(graph.doc[applied.head], statuses)), by)
        if by and answered:
            named = (replace(a, inferred=a.inferred or WHY.format(a.name)) for a in answered)
            return replace(draft, actors=by, recipients=tuple(named), reciprocal=False)
        if by and not draft.actors:
            return replace(draft, actors=by)
    return draft


def with_host_who_calls_off(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania called off a visit by the Sylvanian premier", "invited him for a visit", "announced a visit by her",
    "regretted that her visit was cancelled": it was to be to Ruritania, which names no other host."""
    own = {a.country for a in draft.actors}
    for verb in _verbs_over(draft, statuses):
        if (visitor := _own_visit(draft, verb, statuses)) and own.isdisjoint({visitor.country}):
            host = tuple(replace(a, inferred=a.inferred or THERE) for a in draft.actors)
            return replace(draft, actors=(visitor,), recipients=host)
        hosts = tuple(
            a
            for who in (("subject",), ("by",))
            for a in actors_at(who, verb, statuses.graph, statuses.mentions)
        )
        hosts = tuple(a for a in hosts if a.country)[:1]
        if hosts and own.isdisjoint(a.country for a in hosts):
            return replace(draft, recipients=because(hosts, HOST))
    return draft


def _own_visit(draft: Draft, verb: Predicate, statuses: Statuses) -> Actor | None:
    """ "Rassendyll scraps Sylvanian visit": the person who calls it off was to make it there."""
    visit = statuses.graph.predicates.get(draft.head)
    if draft.status not in OFF or visit is None or visit.pos != "noun" or not visit.heads(MODIFIER):
        return None
    if visit.heads(*TOLD_OF):
        return None  # "the Sylvanian premier's visit"
    who = (statuses.mentions.actors.get(head) for head in verb.heads(SUBJECT_OF))
    return next((m.actor for m in who if m is not None and m.kind == PERSON and m.actor.country), None)


def _verbs_over(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The verbs by which it is called off, and those that make known that it comes or does not."""
    graph = statuses.graph
    for applied in draft.applied:
        word = graph.predicates.get(applied.head)
        off = applied.operator.status in OFF and draft.status in OFF
        invites = word is not None and word.lemma in graph.words["inviting verbs"]
        if word is not None and word.pos == "verb" and not word.passive and (off or invites):
            yield word
    for head in (draft.head, *(a.head for a in draft.applied)):
        for name, verb in graph.governing(head):
            if name == "object" and verb.lemma in graph.words["words of hosts"]:
                yield verb


def _doers(verb: Token, statuses: Statuses) -> Iterator[Actor]:
    words = statuses.graph.words
    above = (verb, *(c for c in verb.rights if c.dep_ == "dobj"))
    for mark in (m for a in above for m in a.rights if m.dep_ == "prep"):
        held = [c for c in mark.rights if c.dep_ in OBJECTS]
        answers = [c for c in held if mark.lower_ == IN and c.lemma_.lower() in words["answers"]]
        deeds = [d for a in answers for m in a.rights if m.dep_ == "prep" for d in m.rights]
        for deed in deeds or (held if mark.lower_ in words["reasons"] and not answers else ()):
            yield from _doers_of(deed, statuses)


def _doers_of(deed: Token, statuses: Statuses) -> Iterator[Actor]:
    if deed.dep_ not in OBJECTS:
        return
    doing = [c for c in deed.lefts if c.dep_ == SUBJECT] if deed.tag_ == GERUND else [deed]
    doing += [w for m in deed.rights if m.lower_ in PARTNER for w in m.rights]
    for token in doing:
        yield from actors_of(token.i, "object", statuses.graph, statuses.mentions)
