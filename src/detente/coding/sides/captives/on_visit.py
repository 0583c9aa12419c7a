"""A draft in, with the sides that tell who was on a visit out, where something was done to somebody during it.

"Police arrested a Ruritanian deputy during a visit to Sylvania": he was the visitor, and the police are Sylvania's.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.standing.status import Statuses
from detente.records import Actor

VISIT = "visit"  # a kind
DURING = ("on", "during")
DONE_TO = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
AT_HOME = frozenset({"COP", "MIL", "JUD", "SPY", "UAF", "CVL", "OPP", "REB", "CRM"})  # who acts where he is
BY_ANYBODY = "ASSAULT"
VISITOR, HOST = "to whom it is done on the visit", "whom those visit to whom it is done"


def with_visitor(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The visit with whom something is done to as its actor, unless it says whose it is."""
    if statuses.graph.predicates[draft.head].heads("poss", "by", "of"):
        return draft
    if not draft.actors and (who := _who_is_on_it(draft, statuses)):
        return replace(draft, actors=who)
    deed = next((d for d in drafts if _is_done_on(draft, d, statuses)), None)
    if deed is None or not all(_is_one_of_state(r) for r in deed.recipients):
        return draft
    if any(a.id != a.country and AT_HOME.isdisjoint(a.sectors) for a in deed.actors):
        return draft  # "the president sacked him on a visit to Zenda": the president's
    return replace(draft, actors=because(deed.recipients, VISITOR))


def _who_is_on_it(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "President Hentzau, on a trip to Strelsau, thanked his hosts": the phrase hangs on him."""
    actors = statuses.mentions.actors
    over = [g.head for g in statuses.graph.governors.get(draft.head, ()) if g.name in DURING]
    return tuple(actors[h].actor for h in over if h in actors and actors[h].actor.country)[:1]


def with_host_on_visit(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """What is done by those of whom no state is named, by the host's."""
    visit = next((d for d in drafts if d.kind == VISIT and _is_done_on(d, draft, statuses)), None)
    hosts = {r.country for r in visit.recipients if r.country} if visit is not None else set()
    guests = {r.country for r in draft.recipients}
    strangers = all(a.country is None or (a.inferred and a.country in guests) for a in draft.actors)
    if (
        len(hosts) != 1
        or hosts & guests
        or not strangers
        or any(a.id and not a.country for a in draft.actors)
    ):
        return draft
    if statuses.lexicon.kinds[draft.kind].type == BY_ANYBODY and not any(a.country for a in draft.actors):
        return draft  # "was shot on a visit to Sylvania": by whomever
    host = hosts.pop()
    doers = draft.actors or (Actor(name=f"government ({host})", sectors=("GOV",)),)
    return replace(draft, actors=tuple(_of(actor, host) for actor in doers))


def _of(actor: Actor, country: str) -> Actor:
    """The same of another state: "the police" are those of the host."""
    whose = f"{country}:{actor.id.partition(':')[2]}" if actor.id and ":" in actor.id else None
    return replace(actor, id=whose, country=country, inferred=HOST)


def _is_done_on(visit: Draft, deed: Draft, statuses: Statuses) -> bool:
    over = statuses.graph.governors.get(visit.head, ())
    done = type_of(deed, statuses) in DONE_TO and bool(deed.recipients)
    return done and any(g.head == deed.head and g.name in DURING for g in over)


def _is_one_of_state(actor: Actor) -> bool:
    """ "A deputy", and no state or land as a whole: those are not on a visit."""
    return actor.country is not None and actor.id != actor.country
