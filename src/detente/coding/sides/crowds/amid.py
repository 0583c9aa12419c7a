"""What is done to people nobody knows in, beside a protest: it is done to the protesters, by their state, out.

"Thousands march in Strelsau; dozens are arrested", "At least 200 people were detained": by itself that may be about
anything, but a report that tells of a protest too tells of one crowd.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.known import any_known
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.whose.domestic import ORDINARY, side_at_home
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import DomesticKind
from detente.reading.tokens import Token
from detente.records import Actor

PEOPLE, GOVERNMENT, POLICE = "CVL", "GOV", "COP"
ARREST, ATTACK = "arrest", "ASSAULT"  # a kind, a type
HELD = frozenset({ARREST, "conviction", "house arrest"})  # kinds
BESIDE = "it is told beside what people do in that state"


def amid_protest(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the state of the nearest protest as both sides, if it names no state itself."""
    kinds = statuses.lexicon.domestic
    row = kinds.get(draft.kind)
    if row is None or draft.made or (row.acts, row.aimed_at) != (GOVERNMENT, PEOPLE):
        return draft
    if any_known((*draft.actors, *draft.recipients)) or not _of_people(draft, statuses):
        return draft
    crowds = [d for d in drafts if _is_of_people(d, kinds) and not _is_manner(statuses.graph.doc[d.head])]
    states = _lands(a for other in crowds for a in other.actors)
    states = states or _lands(r for other in crowds for r in other.recipients if POLICE in r.sectors)
    states = states or (_attacked(draft, drafts, statuses) if draft.kind == ARREST else set())
    if len(states) != 1:
        return draft
    country = states.pop()
    named = countries_named(draft.head, statuses)
    if named and country not in named:
        return draft  # "nine were arrested, a prosecutor in Klausenburg said"
    return replace(
        draft,
        actors=(side_at_home(country, GOVERNMENT, BESIDE),),
        recipients=(side_at_home(country, PEOPLE, BESIDE),),
    )


def _is_manner(noun: Token) -> bool:
    """ "Stayed away in protest at the arrest of a priest": no crowd."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "in"


def _lands(actors: Iterable[Actor]) -> set[str]:
    return {actor.country for actor in actors if actor.country}


def _attacked(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> set[str]:
    """ "A bomb goes off in Strelsau. Three suspects are arrested": by the state that is hit; a plain crime is none."""
    plain = statuses.lexicon.groups[ORDINARY]
    told = (d for d in drafts if d.head < draft.head and d.status == "occurred" and d.kind not in plain)
    attacks = [d for d in told if type_of(d, statuses) == ATTACK]
    hit = [r for d in attacks for r in ((*d.actors, *d.recipients) if d.reciprocal else d.recipients)]
    return {r.country or r.based or "" for r in hit} - {""}


def _of_people(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is done by police of no state, or to some number of people: what is seized or shut is none."""
    if draft.actors:
        return True
    predicate = statuses.graph.predicates[draft.head]
    if predicate.pos == "noun" and draft.kind in HELD and not draft.applied:
        return True  # "the arrest of a preacher set off riots in Strelsau"; one that a crowd denounces is its reason
    heads = predicate.heads("object", "of")
    words = statuses.graph.words["people counted"]
    doc = statuses.graph.doc
    return not heads or any(doc[h].lemma_.lower() in words or doc[h].pos_ == "NUM" for h in heads)


def _is_of_people(draft: Draft, kinds: Mapping[str, DomesticKind]) -> bool:
    row = kinds.get(draft.kind)
    return row is not None and row.acts == PEOPLE and draft.status in ("occurred", "under_way")
