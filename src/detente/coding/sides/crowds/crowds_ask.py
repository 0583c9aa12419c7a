"""What a crowd of no known land asks or says in, the land whose people were told to protest just before as theirs out.

"A rally is held in Strelsau. Demonstrators call for a ceasefire in Sylvania": Ruritanians do, though the truce is to be
elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.sides.looking.told_before import start_before
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.records import Actor

CROWD = frozenset({"OPP", "CVL", "EDU", "LAB", "AGR", "REL", "SOC"})
PROTEST, PEOPLE, ONE = "PROTEST", "CVL", ("NN", "NNP")
BACK = 2  # sentences that are looked back over
WHY = "the crowd that protests in what is told before"


def with_crowd_told_of(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the crowd as that land's; so too a protest by nobody who is named."""
    if len(drafts) == 1 or not all(_is_crowd(a, draft, statuses) for a in draft.actors):
        return draft
    other = _protest_before(draft, drafts, statuses)
    lands = land_of_protest(other, statuses) if other is not None else frozenset()
    if len(lands) != 1 or lands & {r.country for r in draft.recipients if not draft.actors}:
        return draft
    (land,) = lands
    crowd = tuple(replace(a, country=land, based=None, inferred=WHY) for a in draft.actors)
    return replace(draft, actors=crowd or (side_at_home(land, PEOPLE, WHY),))


def follows_protest(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Monks marched in Strelsau. Students shouted slogans against Sylvania": no Sylvanians, who would be at home."""
    if draft.actors or not draft.recipients or type_of(draft, statuses) != PROTEST:
        return False
    other = _protest_before(draft, drafts, statuses)
    named = all(r.id == r.country and not r.inferred for r in draft.recipients)
    return other is not None and (named or other.head in _beside(draft, statuses))


def land_of_protest(draft: Draft, statuses: Statuses) -> frozenset[str]:
    """Of those who protest; where that is not known, the land in which they do."""
    lands = frozenset(a.country for a in draft.actors if a.country)
    place = None if lands else place_of(draft, statuses)[0]
    return lands if place is None or place.country is None else frozenset({place.country})


def _protest_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft | None:
    """The last one that is told before it; before a protest in the sentences before."""
    doc = statuses.graph.doc
    start = start_before(draft.head, doc, BACK)
    protests = type_of(draft, statuses) == PROTEST  # what is told beside it is done by the same crowd
    end = doc[draft.head].sent.start if protests else draft.head
    joined = _beside(draft, statuses)
    for other in reversed(drafts):
        before = start <= other.head < end or other.head in joined
        if before and type_of(other, statuses) == PROTEST:
            return other
    return None


def _beside(draft: Draft, statuses: Statuses) -> frozenset[int]:
    """ "Rallied and shouted slogans", "rallied, tearing up his picture": the same crowd."""
    token = statuses.graph.doc[draft.head]
    first = token
    while first.dep_ == "conj":
        first = first.head
    above = {first.head.i} if first.tag_ == "VBG" and first.dep_ in ("advcl", "xcomp") else set()
    return frozenset(above | {t.i for t in token.conjuncts if t.i < token.i})


def _is_crowd(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """People of no name, more than one of them."""
    if actor.country or actor.id or actor.span is None or not actor.sectors:
        return False
    subjects = statuses.graph.predicates[draft.head].heads("subject")
    one = any(statuses.graph.doc[h].tag_ in ONE for h in subjects)
    return set(actor.sectors) <= CROWD and not one
