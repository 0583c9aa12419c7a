"""A trial, removal or crowd dispersed in, whether it is done by those whose own state they are of, out."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.lexicon import Lexicon
from detente.coding.status import Statuses

KINDS = "own courts"  # a group of kinds
CROWD = "crowd control"
PERSON, POLITICS = "person:", frozenset({"GOV", "ELI", "OPP", "PTY", "LEG"})


def before_own_courts(draft: Draft, lexicon: Lexicon) -> bool:
    """ "Threatens tariffs over the trial of the former president": his own courts', if nobody says before whose."""
    politicians = all((r.id or "").startswith(PERSON) and set(r.sectors) & POLITICS for r in draft.recipients)
    return draft.kind in lexicon.groups[KINDS] and politicians


def seen_at_home(draft: Draft, statuses: Statuses) -> bool:
    """ "Attacked the Sylvanian embassy in Strelsau, before they were dispersed": at home, if their land is named."""
    sentence, own = statuses.graph.doc[draft.head].sent, {r.country for r in draft.recipients}
    places = (p.country for i, p in statuses.mentions.places.items() if sentence.start <= i < sentence.end)
    return draft.kind == CROWD and any(country in own for country in places if country)
