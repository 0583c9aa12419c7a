"""What is done to people abroad: on a visit, or where they hid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses
from detente.records import Actor

VISIT = "visit"  # a kind
DURING = ("on", "during")
DONE_TO = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
AT_HOME = frozenset({"COP", "MIL", "JUD", "SPY", "UAF", "CVL", "OPP", "REB", "CRM"})  # who acts where he is
BY_ANYBODY = "ASSAULT"
VISITOR, HOST = "to whom it is done on the visit", "whom those visit to whom it is done"
DONE = ("occurred", "planned", "scheduled", "under_way")
HIDING, COURTS = "words of hiding and catching", "words of being brought to court"
PLACED = ("in", "from", "at", "to", "before")
THERE, TRIED = "where who is handed over was", "where who is handed over is brought to court"
RULERS = "GOV"


def with_visitor(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A draft in, with the sides that tell who was on a visit out, where something was done to somebody during it.

    "Police arrested a Ruritanian deputy during a visit to Sylvania": he was the visitor, and the police are Sylvania's.
    The visit with whom something is done to as its actor, unless it says whose it is.
    """
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
    over = statuses.graph.above(draft.head, *DURING)
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


def with_land_handed_from(draft: Draft, statuses: Statuses) -> Draft:
    """An extradition that tells one of its two states in, the other where its sentence says where the wanted one was out.

    "Was extradited to Sylvania after a decade on the run in Graustark", "arrives in Strelsau after his extradition from
    Sylvania": who hands him over is where he hid or was caught, who gets him is where he is brought to court.
    The draft with it, if just one other state is named so.
    """
    if draft.status not in DONE or bool(draft.actors) == bool(draft.recipients):
        return draft
    words, why = (COURTS, TRIED) if draft.actors else (HIDING, THERE)
    own = {a.country for a in (*draft.actors, *draft.recipients)}
    lands = {land for land in _lands(draft.head, words, statuses) if land not in own}
    if len(lands) != 1:
        return draft
    other = (side_at_home(lands.pop(), RULERS, why),)
    return replace(draft, recipients=other) if draft.actors else replace(draft, actors=other)


def _lands(head: int, words: str, statuses: Statuses) -> Iterator[str]:
    """The states in which the sentence says that something of the kind happened."""
    doc, mentions = statuses.graph.doc, statuses.mentions
    sentence, telling = doc[head].sent, statuses.graph.words[words]
    for i in range(sentence.start, sentence.end):
        named = mentions.places.get(i) or (mentions.actors[i].actor if i in mentions.actors else None)
        if named is None or named.country is None:
            continue
        above = [t for t in doc[i].ancestors if t.i != head]
        owns = doc[i].dep_ == "poss" or any(t.lower_ in PLACED for t in above[:2])
        if owns and any(t.lemma_.lower() in telling for t in above[:6]):
            yield named.country
