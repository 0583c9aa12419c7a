"""An attack told of in a clause under those whom it killed in, these as its victims out.

"Three Ruritanians were killed after a Sylvanian gunman launched an attack in Klausenburg": it hit Ruritanians.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import LIES_IN
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate

VIOLENCE = "ASSAULT"
GROUP = "NSA:"
CLAUSES = frozenset({"after", "when", "as", "because"})


def with_those_killed(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; another state's people than the attacker's, who may have been shot in the end."""
    own = {a.country for a in draft.actors}
    if (whom := _killed_by_it(draft, own, statuses)) is not None:
        return whom
    for verb in _killings_over(draft, statuses):
        hit = actors_at(("object",), verb, statuses.graph, statuses.mentions)
        if hit and all(a.country and a.country not in own for a in hit):
            return replace(draft, recipients=hit)
    return draft


def _killed_by_it(draft: Draft, own: set[str | None], statuses: Statuses) -> Draft | None:
    """ "Ruritania hits a car in Sylvania, killing a leader of the league": the league, and not those who live there."""
    graph = statuses.graph
    if not all(LIES_IN.is_why(r.inferred) for r in draft.recipients):
        return None
    for head in graph.predicates[draft.head].heads("participle"):
        verb = graph.predicates.get(head)
        if verb is None or verb.passive or verb.lemma not in graph.words["hurting verbs"]:
            continue
        hit = actors_at(("object",), verb, graph, statuses.mentions)
        groups = tuple(a for a in hit if (a.id or "").startswith(GROUP) and a.country not in own)
        if hit and len(groups) == len(hit):
            return replace(draft, recipients=groups)
    return None


def _killings_over(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The passives of hurting that a clause with the attack hangs on."""
    graph = statuses.graph
    heads = (draft.head, graph.predicates[draft.head].carrier, *(a.head for a in draft.applied))
    for head in heads:
        for governor in graph.governors.get(head, ()) if head is not None else ():
            verb = graph.predicates[governor.head]
            hurts = verb.passive and verb.lemma in graph.words["hurting verbs"]
            if governor.name in CLAUSES and hurts and not _has_own_cause(verb, statuses):
                yield verb


def _has_own_cause(verb: Predicate, statuses: Statuses) -> bool:
    """ "Killed in a raid of the league's after an airstrike on Zenda": in the raid, and not in what went before it."""
    nouns = (statuses.graph.doc[h].lemma_.lower() for h in verb.heads("in", "by"))
    return any(noun in statuses.lexicon.event_nouns for noun in nouns)
