"""A trial, removal, arrest or crowd dispersed in, whether it is done by those whose own state they are of, out."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon
from detente.coding.roles.known import only_land
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.ids import is_person
from detente.records import Actor

KINDS = "own courts"  # a group of kinds
CROWD = "crowd control"
OF_JUSTICE, KEEPERS = "justice", frozenset({"COP", "JUD"})  # a group of kinds; sectors
THEIRS = "of the state of whoever tries or holds them, where no other is told"
WHY = "the police of whoever they arrest, where no place is told"
BEFORE, COURT = ("in", "by", "before"), "JUD"  # prepositions; a sector
POLITICS = frozenset({"GOV", "ELI", "OPP", "PTY", "LEG"})


def before_own_courts(draft: Draft, lexicon: Lexicon) -> bool:
    """ "Threatens tariffs over the trial of the former president": his own courts', if nobody says before whose."""
    politicians = all(is_person(r.id) and set(r.sectors) & POLITICS for r in draft.recipients)
    return draft.kind in lexicon.groups[KINDS] and politicians


def seen_at_home(draft: Draft, statuses: Statuses) -> bool:
    """ "Attacked the Sylvanian embassy in Strelsau, before they were dispersed": at home, if their land is named."""
    if draft.kind != CROWD:
        return False
    start, own = statuses.graph.doc[draft.head].sent.start, {r.country for r in draft.recipients}
    return any(p.country in own for _, p in statuses.named.places.get(start, ()) if p.country)


def with_court_beside(draft: Draft, statuses: Statuses) -> Draft:
    """ "Is sentenced to nine years and fined in a Sylvanian court": the court of the verb beside it tried him."""
    graph = statuses.graph
    if draft.kind not in statuses.lexicon.groups[OF_JUSTICE] or graph.predicates[draft.head].heads(*BEFORE):
        return draft
    for verb in graph.doc[draft.head].conjuncts:
        beside = graph.predicates.get(verb.i)
        found = actors_at(BEFORE, beside, graph, statuses.mentions) if beside is not None else ()
        courts = tuple(a for a in found if COURT in a.sectors)
        if courts:
            return replace(draft, actors=courts)
    return draft


def with_own_police(draft: Draft, statuses: Statuses) -> Draft:
    """ "Police arrest a former mayor of Zenda for criticising the war in Sylvania": they are of his own state."""
    if not draft.actors or not all(_is_nobodys_police(a) for a in draft.actors):
        return _with_own_people(draft, statuses)
    lands = {r.country for r in draft.recipients if is_person(r.id)}
    if draft.kind not in statuses.lexicon.groups[OF_JUSTICE] or len(lands) != 1 or None in lands:
        return draft
    place, _ = place_of(draft, statuses)
    (land,) = lands
    if place is not None and place.country not in (None, land):
        return draft
    theirs = tuple(replace(a, country=land, inferred=WHY) for a in draft.actors)
    return replace(draft, actors=theirs)


def _with_own_people(draft: Draft, statuses: Statuses) -> Draft:
    """ "A court in Zenda jails a man named Sapt for treason": where nothing else is said of him, he is of its state."""
    land = only_land(draft.actors)
    if draft.kind not in statuses.lexicon.groups[OF_JUSTICE] or land is None:
        return draft
    strangers = [r for r in draft.recipients if not (r.country or r.based) and _is_only_named(r)]
    if not strangers:
        return draft
    theirs = (
        replace(r, country=land, inferred=r.inferred or THEIRS) if r in strangers else r
        for r in draft.recipients
    )
    return replace(draft, recipients=tuple(theirs))


def _is_only_named(actor: Actor) -> bool:
    return actor.id is None or is_person(actor.id)


def _is_nobodys_police(actor: Actor) -> bool:
    """Police or judges of whom no more is said; a court of several states is known by its name."""
    known = actor.id is not None or actor.country is not None
    return not known and bool(actor.sectors) and set(actor.sectors) <= KEEPERS
