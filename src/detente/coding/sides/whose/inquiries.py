"""Who inquires, and into whose deeds."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

INQUIRY = frozenset({"investigation"})
WHO, PLACES = "subject", ("in", "at")
SUBJECT, OBJECT, OWN = "nsubj", "pobj", "PRP$"
DONE_BY = ("by", "against", "involving", "regarding", "concerning", "about", "of", "from")
APPOINTED, WHO_APPOINTS = "dobj", ("subject",)
TASKS = ("xcomp", "acl", "advcl", "relcl")  # clauses that say what somebody is appointed for
APPOINTING, APPOINTS = "verbs of appointing", "who appoints those who do it"


def with_own_staff(draft: Draft, statuses: Statuses) -> Draft:
    """An inquiry of a side into what its own people did in, these as whom it is aimed at out.

    "The League will investigate claims that its monitors took bribes in Sylvania", "an inquiry into abuse by its staff":
    where it happened says nothing of who is looked into.
    The draft with them, where no other side is named for itself.
    """
    if not all(r.inferred for r in draft.recipients):
        return draft
    for person in _blamed(draft, statuses):
        named = statuses.mentions.actors.get(person.i)
        if named is not None and sides((named.actor,), draft.actors):
            return replace(draft, recipients=(named.actor,))
    return draft


def _blamed(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """Nouns behind it that say "its own", and who did what is looked into."""
    graph = statuses.graph
    about = [a.head for a in graph.predicates[draft.head].arguments if a.name not in (WHO, *PLACES)]
    for token in (t for head in (draft.head, *about) for t in graph.doc[head].subtree):
        if token.i < draft.head or not any(c.tag_ == OWN for c in token.lefts):
            continue
        if token.dep_ == SUBJECT or (token.dep_ == OBJECT and token.head.lower_ in DONE_BY):
            yield token


def with_who_appointed(draft: Draft, statuses: Statuses) -> Draft:
    """An inquiry by somebody whom the clause around appoints for it in, whoever appoints him as who inquires out.

    "The League named a judge to look into killings in Sylvania", "set up a panel to investigate": by the League.
    The draft; what is only inferred of who inquires gives way.
    """
    if any(a.inferred is None for a in draft.actors):
        return draft
    found = next(_appointing(draft, statuses), ())
    if not found:
        return draft
    return replace(draft, actors=only_because(found, APPOINTS))


def _appointing(draft: Draft, statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    """Who appoints, sends or sets up those whose task it is."""
    graph = statuses.graph
    task = graph.doc[draft.head]
    if task.dep_ not in TASKS:
        return
    for verb in task.ancestors:
        if verb.lemma_.lower() not in graph.words[APPOINTING] or verb.i not in graph.predicates:
            continue
        if any(c.dep_ == APPOINTED and c.i < draft.head for c in verb.rights):
            yield actors_at(WHO_APPOINTS, graph.predicates[verb.i], graph, statuses.mentions)
        return
