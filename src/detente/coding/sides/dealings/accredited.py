"""A summons, note or expulsion that nobody is named for in, the state that the envoy is sent to as its actor out.

"Sylvania's ambassador to Ruritania was summoned on Monday": by Ruritania.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.sides.whose.domestic import RULERS, THERE, side_at_home
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.reading.tokens import Token
from detente.records import Actor

AT_ENVOYS, BY_ENVOYS = "at envoys", "by envoys"  # groups of kinds
ENVOY = "envoy"  # a noun class
ORGANISATION = "IGO:"
POSTED = ("to", "in")
AT = frozenset({"at", "to"})
NEAR = 6  # words between an envoy and where he is
WHY = "the envoy is sent there"


def with_host_of_envoy(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where somebody of another state than the envoy's is named as who does it."""
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
    return replace(draft, actors=(replace(host, inferred=WHY),))


def with_state_of_post(draft: Draft, statuses: Statuses) -> Draft:
    """ "Sylvania's ambassador to Ruritania has gone back to his post": that is in Ruritania."""
    if draft.kind not in statuses.lexicon.groups[BY_ENVOYS]:
        return draft
    sent = {a.country for a in draft.actors}
    hosts = (host for a in draft.actors if (host := _host(a, sent, statuses)) is not None)
    host = next(hosts, None)
    return draft if host is None else replace(draft, recipients=(replace(host, inferred=WHY),))


def _is_known(actor: Actor) -> bool:
    """A state's or an organisation's: "the League and Sylvania expel the envoys"."""
    return bool(actor.country) or (actor.id or "").startswith(ORGANISATION)


def _host(envoy: Actor, sent: set[str | None], statuses: Statuses) -> Actor | None:
    if envoy.span is None:
        return None
    doc = statuses.graph.doc
    named = doc.char_span(envoy.span.start, envoy.span.end, alignment_mode="expand")
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
