"""What two do together, of whom only the partner is named, in, who tells of it as the other of the two out.

"The drill with Ruritania was put off, Sylvania's ministry said", "according to Strelsau there will be no talks with
Sylvania", "Sylvania confirmed the truce with Ruritania", "there is no deal with Ruritania, Sylvania said", "Sylvania
called off the signing of the accord with Ruritania". And what forces do by themselves: "the manoeuvres are over,
Sylvania's army said".
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.attribution import source_heads
from detente.coding.drafting.draft import Draft, type_of, without
from detente.coding.roles.roles import actors_at, distinct
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.standing.status import Statuses
from detente.records import Actor, Attribution

OFFICIAL = frozenset({"GOV", "MIL", "COP"})
WITH = ("with",)
SHARED = frozenset({"AGREE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})  # what two do together
OPEN = "hypothetical"  # of which anybody may speak
SUBJECT = ("nsubj", "nsubjpass")
BY_DEFAULT = ("occurred", "denied")
OFF = ("postponed", "cancelled")
ATTACK, AID, UNTRUE = "ASSAULT", "AID", ("denied", "declined")  # types, statuses
DENIES = "denies it, so that it is laid to him"
WHY = "tells of what is done with the other side"
UNDERTAKING, OWN = "own undertaking", "tells how it goes, and nobody else is named"  # a group of kinds
MILITARY, FORCES = "military", "who speaks for forces"  # a context of kinds, of which these words tell
TELLER, SHOWN = "teller", "shown to others"  # what a frame needs, a group of kinds
UNTOLD = (OPEN, "proposed", "denied")


def with_teller_beside_partner(
    draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]
) -> Draft:
    """The draft with both; as it is where its sentence names a third land, whose doing it may be."""
    shared = draft.reciprocal and not draft.hosted and type_of(draft, statuses) in SHARED
    by_default = not draft.applied and draft.status in BY_DEFAULT
    only_named = by_default and not _is_what_is_told(draft, statuses)
    if not shared or only_named or draft.status == OPEN:  # "nothing that would upset the talks with them"
        return draft
    partners = _partners(draft, statuses)
    if draft.actors and (draft.recipients or without(draft.actors, partners)):
        return draft
    partners = draft.recipients or partners
    sides = {a.country or a.id for a in partners}
    tellers = _who_settles(draft, statuses) or _tellers(draft, statuses, attributions)
    telling = {a.country or a.id for a in tellers}
    if len(sides) != 1 or len(telling) != 1 or sides == telling or None in sides | telling:
        return draft
    if countries_named(draft.head, statuses) - sides - telling:
        return draft
    return replace(draft, actors=(replace(tellers[0], inferred=WHY),), recipients=partners)


def with_who_gives_or_gets(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> Draft:
    """ "The delivery of the guns from Ruritania has been delayed, Sylvania's ministry said": they are for Sylvania."""
    noun = statuses.graph.predicates[draft.head].pos == "noun"
    known = {a.country or a.id for a in (*draft.actors, *draft.recipients)}
    one_side = bool(draft.actors) != bool(draft.recipients) and len(known) == 1
    if type_of(draft, statuses) != AID or not (noun and one_side and _is_what_is_told(draft, statuses)):
        return draft
    tellers = _tellers(draft, statuses, attributions)
    telling = {a.country or a.id for a in tellers}
    if len(telling) != 1 or telling == known or countries_named(draft.head, statuses) - known - telling:
        return draft
    other = (replace(tellers[0], inferred=WHY),)
    return replace(draft, recipients=other) if draft.actors else replace(draft, actors=other)


def with_who_is_at_it(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> Draft:
    """ "The manoeuvres have been called off, Graustark's navy said": those who tell how theirs go are who holds them."""
    own = draft.kind in statuses.lexicon.groups[UNDERTAKING] and draft.status not in UNTOLD
    if draft.actors or not own or not _is_what_is_told(draft, statuses):
        return draft
    hit = {a.country or a.id for a in draft.recipients}
    tellers = _tellers(draft, statuses, attributions)
    if MILITARY in statuses.lexicon.kinds[draft.kind].contexts and not _is_of_forces(
        draft, statuses, attributions
    ):
        return draft
    telling = {a.country for a in tellers}
    if (
        hit and hit <= telling and draft.kind in statuses.lexicon.groups[SHOWN]
    ):  # "off Strelsau, Ruritania's navy said"
        draft, hit = replace(draft, recipients=()), set()
    if len(telling) != 1 or None in telling or telling & hit:
        return draft
    if countries_named(draft.head, statuses) - hit - telling:
        return draft
    return replace(draft, actors=(replace(tellers[0], inferred=OWN),))


def without_other_tellers(
    drafts: Sequence[Draft], statuses: Statuses, attributions: Sequence[Attribution]
) -> Sequence[Draft]:
    """Without those whose word may mean much else, where no army tells of it: "the exercise", "the withdrawal"."""
    found = [with_who_is_at_it(d, statuses, attributions) if TELLER in d.needs else d for d in drafts]
    return [d for d in found if TELLER not in d.needs or any(a.inferred == OWN for a in d.actors)]


def _is_what_is_told(draft: Draft, statuses: Statuses) -> bool:
    """ "There is no deal with Sylvania", "the truce with Sylvania has been extended": and not by the way."""
    noun = statuses.graph.doc[draft.head]
    there = noun.dep_ == "attr" and any(c.dep_ == "expl" for c in noun.head.lefts)
    return there or noun.dep_ in SUBJECT


def _who_settles(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritania called off the signing of the accord with Sylvania": who can do so is a side of it."""
    bare = statuses.graph.predicates[draft.head].pos != "verb"
    over = (statuses.graph.predicates.get(a.head) for a in draft.applied if bare and a.operator.status in OFF)
    found = (a for p in over if p for a in actors_at(("subject",), p, statuses.graph, statuses.mentions))
    return distinct(a for a in found if OFFICIAL & set(a.sectors))


def with_who_denies_it(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> Draft:
    """ "Ruritania rejected the claim of a raid on a Sylvanian village": nobody denies but what is laid to him."""
    attack = type_of(draft, statuses) == ATTACK and draft.status in UNTRUE
    if draft.actors or not draft.recipients or not attack:
        return draft
    hit = {a.country or a.id for a in draft.recipients}
    others = [a for a in _tellers(draft, statuses, attributions) if (a.country or a.id) not in hit]
    return replace(draft, actors=(replace(others[0], inferred=DENIES),)) if len(others) == 1 else draft


def _partners(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "The truce with Sylvania holds", "confirmed the truce with Sylvania": where "with" hangs is often a guess."""
    predicates = statuses.graph.predicates
    noun = predicates[draft.head]
    heads = (draft.head, *noun.heads("subject"), *noun.heads("of"), *(a.head for a in draft.applied))
    phrases = (predicates[h] for h in heads if h in predicates)
    return distinct(a for p in phrases for a in actors_at(WITH, p, statuses.graph, statuses.mentions))


def _is_of_forces(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> bool:
    """ "A spokesman for the army", "the defence minister": and not those who may speak of an exercise at the polls."""
    doc, words = statuses.graph.doc, statuses.graph.words[FORCES]
    return any(
        t.lemma_.lower() in words or t.lower_ in words
        for h in _who_tells(draft, statuses, attributions)
        for t in doc[h].subtree
    )


def _tellers(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> tuple[Actor, ...]:
    """The officials in whose words it stands."""
    heads = _who_tells(draft, statuses, attributions)
    named = (statuses.mentions.actors.get(h) for h in heads)
    return distinct(m.actor for m in named if m is not None and OFFICIAL & set(m.actor.sectors))


def _who_tells(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> tuple[int, ...]:
    at = statuses.graph.doc[draft.head].idx
    telling = (a for a in attributions if any(c.start <= at < c.end for c in a.content))
    return tuple(h for a in telling for h in source_heads(statuses.graph.doc, a))
