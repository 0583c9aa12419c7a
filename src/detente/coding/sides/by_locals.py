"""A draft of a protest without a known author in, whether those of the target's own state must have done it out."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.status import Statuses

INTO = ("object", "into", "onto", "to", "in", "on", "at")
ABROAD = frozenset({"embassy", "consulate", "mission", "abroad", "exile"})


def by_locals(draft: Draft, statuses: Statuses) -> bool:
    """ "Youths torch the offices of his party": whoever is named elsewhere in the sentence, those are at home."""
    verb = statuses.graph.doc[draft.head]
    if verb.pos_ != "VERB" or any(token.lower_ in ABROAD for token in verb.sent):
        return False
    stormed = statuses.graph.predicates[draft.head].heads(*INTO)
    if any(verb.doc[h].lemma_.lower() in statuses.graph.words["seats of power"] for h in stormed):
        return True  # "broke into the Sylvanian president's palace"
    if any(r.inferred is None for r in draft.recipients):
        return False
    mentions = statuses.mentions
    within = {m.actor.country for t in verb.subtree if (m := mentions.actors.get(t.i)) is not None}
    return within - {None} == {r.country for r in draft.recipients}
