"""An answer by force of "the army" in, the side that was struck just before as whose army it is out.

"A rocket was fired from Sylvania at Strelsau. The army responded with strikes": Ruritania's, and not Sylvania's.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.sides.looking.told_before import told_before
from detente.coding.standing.status import Statuses

ATTACK, ARMY = "ASSAULT", "MIL"
WHO = ("subject",)
STRUCK = "who was struck just before"


def with_who_strikes_back(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; only of soldiers whose state no word beside them names, and who seem to be of whoever struck."""
    if not _is_bare_answer(draft, statuses):
        return draft
    before = reversed(told_before(draft, drafts, statuses))
    blow = next((d for d in before if _is_blow(d, statuses)), None)
    if blow is None:
        return draft
    struck, striking = ({a.country for a in side} for side in (blow.recipients, blow.actors))
    acting = {a.country for a in draft.actors}
    if len(struck) != 1 or None in struck or struck & striking or not acting <= striking | {None}:
        return draft
    land = next(iter(struck))
    army = tuple(replace(a, id=None, country=land, inferred=STRUCK) for a in draft.actors)
    theirs = because(blow.actors, STRUCK)
    own = any(r.country == land and not r.id for r in draft.recipients)
    return replace(draft, actors=army, recipients=theirs if own or not draft.recipients else draft.recipients)


def _is_bare_answer(draft: Draft, statuses: Statuses) -> bool:
    graph, mentions = statuses.graph, statuses.mentions
    verb = graph.predicates[draft.head]
    answers = verb.lemma in graph.words["answering verbs"]
    unnamed = all(a.inferred if a.country else a.id is None for a in draft.actors)
    soldiers = bool(draft.actors) and unnamed and all(ARMY in a.sectors for a in draft.actors)
    heads = [h for h in verb.heads(*WHO) for c in graph.doc[h].children if c.i in mentions.modifiers]
    return answers and soldiers and not heads


def _is_blow(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == ATTACK and bool(draft.actors) and bool(draft.recipients)
