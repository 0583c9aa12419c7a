"""Who summons or sends off, as where those are posted or what land they leave tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.known import any_known, phrase_of
from detente.coding.roles.roles import actors_at, distinct, sides
from detente.coding.sides.whose.domestic import RULERS, THERE, side_at_home
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.ids import is_organisation
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Actor

AT_ENVOYS, BY_ENVOYS = "at envoys", "by envoys"  # groups of kinds
ENVOY = "envoy"  # a noun class
POSTED = ("to", "in")
AT = frozenset({"at", "to"})
NEAR = 6  # words between an envoy and where he is
SENT_THERE = "the envoy is sent there"
DRIVEN = ("after", "as", "when", "because", "since", "participle")
CLAUSE, WHO, GONE = ("clause",), ("subject",), ("from", "out of", "object")
LAND_LEFT = "whose land is left"


def with_host_of_envoy(draft: Draft, statuses: Statuses) -> Draft:
    """A summons, note or expulsion that nobody is named for in, the state that the envoy is sent to as its actor out.

    "Sylvania's ambassador to Ruritania was summoned on Monday": by Ruritania.
    The draft; nothing where somebody of another state than the envoy's is named as who does it.
    """
    if draft.kind not in statuses.lexicon.groups[AT_ENVOYS]:
        return draft
    sent = {a.country for a in draft.recipients}
    named = tuple(a for a in draft.actors if _is_known(a) and not (a.country in sent and a.inferred))
    if None in sent or named:
        return replace(draft, actors=named or draft.actors)
    hosts = (a for r in draft.recipients if (a := _host(r, sent, statuses)) is not None)
    host = next(hosts, None) or _at_ministry(draft, sent, statuses) or _whose_land(draft, sent, statuses)
    if host is None:  # a ministry that was taken for the envoy's own
        return replace(draft, actors=tuple(a for a in draft.actors if a.country is None))
    return replace(draft, actors=(replace(host, inferred=SENT_THERE),))


def with_state_of_post(draft: Draft, statuses: Statuses) -> Draft:
    """ "Sylvania's ambassador to Ruritania has gone back to his post", "handed over a note": that is in Ruritania."""
    if draft.kind not in statuses.lexicon.groups[BY_ENVOYS]:
        return draft
    sent = {a.country for a in draft.actors}
    hosts = (host for a in draft.actors if (host := _host(a, sent, statuses)) is not None)
    host = next(hosts, None)
    return draft if host is None else replace(draft, recipients=(replace(host, inferred=SENT_THERE),))


def _is_known(actor: Actor) -> bool:
    """A state's or an organisation's: "the League and Sylvania expel the envoys"."""
    return bool(actor.country) or is_organisation(actor.id)


def _host(envoy: Actor, sent: set[str | None], statuses: Statuses) -> Actor | None:
    doc = statuses.graph.doc
    named = phrase_of(envoy, doc)
    if named is None:
        return None
    for token in doc[named.start : named.end + NEAR]:
        if token.lower_ in POSTED and _is_of_envoy(token, named.start, statuses):
            for place in token.children:
                mention = statuses.mentions.actors.get(place.i)
                if mention is not None and mention.actor.country and mention.actor.country not in sent:
                    return mention.actor
    return None


def _at_ministry(draft: Draft, sent: set[str | None], statuses: Statuses) -> Actor | None:
    """ "was called in for talks at the ministry in Strelsau": by the state whose ministry it is."""
    if statuses.graph.predicates[draft.head].has("by"):
        return None
    sentence = statuses.graph.doc[draft.head].sent
    known = (statuses.mentions.actors.get(t.i) for p in sentence if p.lower_ in AT for t in p.children)
    found = [m.actor for m in known if m is not None and m.actor.country not in sent and m.actor.country]
    return found[0] if len(found) == 1 else None


def _whose_land(draft: Draft, sent: set[str | None], statuses: Statuses) -> Actor | None:
    """ "Reporters were told to leave Sylvania": by the state that they must leave."""
    place, _ = place_of(draft, statuses)
    if place is None or place.country is None or place.country in sent:
        return None
    return side_at_home(place.country, RULERS, THERE)


def _is_of_envoy(preposition: Token, start: int, statuses: Statuses) -> bool:
    """ "the ambassador in Strelsau", "the ambassador of Sylvania to Ruritania"."""
    before = preposition.doc[start : preposition.i]
    classes = statuses.lexicon.classes
    return any(ENVOY in classes.get(t.lemma_.lower(), ()) for t in before)


def with_who_sends_off(draft: Draft, statuses: Statuses) -> Draft:
    """An order to leave by rulers of whom it is not said where they rule in, those whose land is left as who gives it out.

    "Ruritania withdraws its men from Sylvania after the junta told them to go", "diplomats left Strelsau after the foreign
    ministry ordered them out", "expelled by the junta, they flew home from Strelsau": it is they who govern there, and
    those who leave are whom they told to.
    The draft with those who govern there as actor, and with those who leave if nobody else is told to.
    """
    if any_known(draft.actors) or not _are_rulers(draft, statuses):
        return draft
    graph = statuses.graph
    for governor in graph.governors.get(draft.head, ()):
        if governor.name not in DRIVEN:
            continue
        leaving = graph.predicates[governor.head]
        who = [a for a in actors_at(WHO, leaving, graph, statuses.mentions) if a.country or a.id]
        lands = set(_lands_left(leaving, statuses)) - {a.country for a in who}
        if who and len(lands) == 1:
            return _sent_off(draft, lands.pop(), who)
    return draft


def _sent_off(draft: Draft, land: str, who: Sequence[Actor]) -> Draft:
    named = distinct(because(who, LAND_LEFT))
    whom = draft.recipients if sides(draft.recipients, named) else named
    return replace(draft, actors=(side_at_home(land, RULERS, LAND_LEFT),), recipients=whom)


def _are_rulers(draft: Draft, statuses: Statuses) -> bool:
    """Whether a noun of those who govern gives the order: "the junta", "the foreign ministry"."""
    graph = statuses.graph
    heads = graph.predicates[draft.head].heads(*WHO)
    return bool(heads) and all(graph.doc[h].lemma_.lower() in graph.words["nouns of rulers"] for h in heads)


def _lands_left(leaving: Predicate, statuses: Statuses) -> Iterator[str]:
    """Out of which lands they go: "began to pull out of Sylvania"."""
    graph = statuses.graph
    for verb in (leaving, *graph.at(leaving.heads(*CLAUSE))):
        if verb.lemma.split()[0] not in graph.words["verbs of leaving"]:
            continue
        places = (statuses.mentions.places.get(h) for h in verb.heads(*GONE))
        yield from (p.country for p in places if p is not None and p.country)
        yield from (a.country for a in actors_at(GONE, verb, graph, statuses.mentions) if a.country)
