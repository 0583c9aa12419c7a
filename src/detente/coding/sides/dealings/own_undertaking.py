"""What somebody does by himself of whom nobody is named in, those who tell how it goes as its doer out.

"The manoeuvres have been called off, Graustark's navy said", "the withdrawal is complete, according to Sylvania's army":
whose drill or withdrawal it is, is known to whoever has read of it before.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.attribution import source_heads
from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import distinct
from detente.coding.sides.looking.known_talks import is_what_is_told
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.standing.status import Statuses
from detente.records import Actor, Attribution

OFFICIAL = frozenset({"GOV", "MIL", "COP"})
UNDERTAKING = "own undertaking"  # a group of kinds
MILITARY, FORCES = "military", "who speaks for forces"  # a context of kinds, of which these words tell
TELLER, DOSSIER = "teller", "dossier"  # what a frame needs
UNTOLD = ("hypothetical", "proposed", "denied")  # statuses
OWN = "tells how it goes, and nobody else is named"


def with_who_is_at_it(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> Draft:
    """The draft with who tells of it as its actor; as it is where another land is named."""
    lexicon, noun = statuses.lexicon, statuses.graph.doc[draft.head]
    own = draft.kind in lexicon.groups[UNDERTAKING] and draft.status not in UNTOLD
    if draft.actors or not own or noun.pos_ != "NOUN" or not is_what_is_told(noun):
        return draft
    heads = _who_tells(draft, statuses, attributions)
    if MILITARY in lexicon.kinds[draft.kind].contexts and not _are_of_forces(heads, statuses):
        return draft
    tellers = _officials(heads, statuses)
    telling, hit = {a.country for a in tellers}, keys_of(draft.recipients)
    alone = len(telling) == 1 and None not in telling and not telling & hit
    if not alone or countries_named(draft.head, statuses) - hit - telling:
        return draft
    return replace(draft, actors=(replace(tellers[0], inferred=OWN),))


def claimed_by_tellers(
    drafts: Sequence[Draft], statuses: Statuses, attributions: Sequence[Attribution]
) -> tuple[Sequence[Draft], Sequence[Draft]]:
    """The drafts, and apart those whose word may mean much else where no army tells of it ("the exercise"), and those
    that only an earlier report can tell more of."""
    claimed, unclaimed = list[Draft](), list[Draft]()
    for draft in drafts:
        by_teller = TELLER in draft.needs
        found = with_who_is_at_it(draft, statuses, attributions) if by_teller else draft
        is_nobodys = DOSSIER in draft.needs or (by_teller and found is draft)
        (unclaimed if is_nobodys else claimed).append(found)
    return claimed, unclaimed


def _are_of_forces(heads: Sequence[int], statuses: Statuses) -> bool:
    """ "A spokesman for the army", "the defence minister": and not those who may speak of an exercise at the polls."""
    doc, words = statuses.graph.doc, statuses.graph.words[FORCES]
    return any(t.lemma_.lower() in words or t.lower_ in words for h in heads for t in doc[h].subtree)


def _officials(heads: Sequence[int], statuses: Statuses) -> tuple[Actor, ...]:
    named = (statuses.mentions.actors.get(h) for h in heads)
    return distinct(m.actor for m in named if m is not None and OFFICIAL & set(m.actor.sectors))


def _who_tells(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> tuple[int, ...]:
    """The heads of the sources in whose words it stands."""
    at = statuses.graph.doc[draft.head].idx
    telling = (a for a in attributions if any(c.start <= at < c.end for c in a.content))
    return tuple(h for a in telling for h in source_heads(statuses.graph.doc, a))
