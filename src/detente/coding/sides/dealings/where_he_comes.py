"""Visits that do not say to whom in, the host out: he flew in to the land that the text tells of.

"Sylvania has shelled Zenda for a week. Graustark's foreign minister flew in to urge restraint", "sent an envoy to press
Sylvania for calm"; and "landed in Klausenburg, where he met lawmakers": those of his host.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import actors_at, sides, without_states
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.looking.told_before import told_before, told_in_sentences_before
from detente.coding.sides.nearby.sentence_before import others_in_clause
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.records import Actor

VISIT, NEEDED = "visit", "recipient"  # a mode, a need
PERSON = "person:"
SAID_WHERE = ("in", "at", "to", "into")
AIMS, WHOM = ("clause", "purpose"), ("object", "with", "between", "to")
WHY, MET = "where he is told to come", "those of the land that he visits"


def with_where_he_comes(draft: Draft, drafts: Sequence[Draft], statuses: Statuses, matter: Matter) -> Draft:
    """The draft; nothing where its clause names somebody else."""
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.mode != VISIT or NEEDED not in draft.needs:
        return draft
    if any(r.country or not (r.id or PERSON).startswith(PERSON) for r in draft.recipients):
        return draft  # but "an envoy, Otto Horn": it is he who is sent
    if any(map(statuses.graph.predicates[draft.head].has, SAID_WHERE)):
        return draft  # "took part in the talks"
    if aims := _whom_it_is_for(draft, statuses):
        return replace(draft, recipients=aims)
    own = keys_of(draft.actors)
    if not own or None in own or others_in_clause(draft, own, statuses):
        return draft
    home = matter.home if matter.home not in own else None
    hosts = [matter.actors[home]] if home else _only_other_before(draft, drafts, own, statuses)
    return replace(draft, recipients=only_because(hosts, WHY))


def _whom_it_is_for(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Sent an envoy to press Sylvania for calm": Sylvania."""
    predicates = statuses.graph.predicates
    visit = predicates[draft.head]
    over = [visit, *statuses.graph.at(visit.heads("object"))]
    aims = (predicates[h] for p in over for h in p.heads(*AIMS) if h in predicates)
    found = (actors_at(WHOM, aim, statuses.graph, statuses.mentions) for aim in aims)
    return next((others for one in found if (others := without_states(one, draft.actors))), ())


def _only_other_before(
    draft: Draft, drafts: Sequence[Draft], own: set[str | None], statuses: Statuses
) -> list[Actor]:
    """The only other state of which the sentence before tells an event."""
    before = told_in_sentences_before(draft, drafts, statuses)
    told = [a for d in before for a in (*d.actors, *d.recipients)]
    found = {a.country: a for a in told if a.country and a.country not in own}
    return list(found.values()) if len(found) == 1 else []


def with_host_met(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A meeting with people whom no table places, as one with those of the land that was just visited."""
    own = {a.country for a in draft.actors}
    placed = any(not (r.inferred and r.country in own) for r in draft.recipients)
    if placed or len(own) != 1 or None in own or draft.status not in HAPPENED:
        return draft
    if others_in_clause(draft, keys_of(draft.actors), statuses):
        return draft
    for visit in _visits_before(draft, drafts, statuses):
        hosts = without_states(visit.recipients, draft.actors)
        if sides(visit.actors, draft.actors) and len(hosts) == 1:
            met = only_because(hosts, MET)
            return replace(draft, actors=(draft.actors[0], *met), recipients=())
    return draft


def _visits_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Draft]:
    """The visits told in its sentence before it, or in the sentence before, the last first."""
    kinds = statuses.lexicon.kinds
    for other in reversed(told_before(draft, drafts, statuses)):
        if other.kind in kinds and kinds[other.kind].mode == VISIT and other.status in HAPPENED:
            yield other
