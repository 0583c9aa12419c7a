"""A draft of a protest without a known author in, whether those of the target's own state must have done it out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.standing.status import Statuses

PROTEST, FORCES = "PROTEST", frozenset({"MIL", "COP"})
INTO = ("object", "into", "onto", "to", "in", "on", "at")
ABROAD = "words of being abroad"


def by_locals(draft: Draft, statuses: Statuses) -> bool:
    """ "Youths torch the offices of his party": whoever is named elsewhere in the sentence, those are at home."""
    verb, abroad = statuses.graph.doc[draft.head], statuses.graph.words[ABROAD]
    if verb.pos_ != "VERB" or any(token.lower_ in abroad for token in verb.sent):
        return False
    stormed = statuses.graph.predicates[draft.head].heads(*INTO)
    if any(verb.doc[h].lemma_.lower() in statuses.graph.words["seats of power"] for h in stormed):
        return True  # "broke into the Sylvanian president's palace"
    if any(r.inferred is None for r in draft.recipients):
        return False
    mentions = statuses.mentions
    within = {m.actor.country for t in verb.subtree if (m := mentions.actors.get(t.i)) is not None}
    return within - {None} == {r.country for r in draft.recipients}


def by_crowd_there(draft: Draft, statuses: Statuses) -> bool:
    """ "Protesters broke into the Sylvanian president's palace": a crowd of no state that is named is of that one.

    So are soldiers who join a protest against him.
    """
    nobody = all(a.country is None and a.id is None and not a.based for a in draft.actors)
    mutiny = type_of(draft, statuses) == PROTEST and all(FORCES & set(a.sectors) for a in draft.actors)
    return nobody and (mutiny or by_locals(draft, statuses))
