"""A draft and the others of its text in, whether a participle tells in it what the clause that it hangs on does out.

"Pleading for maize, the premier turned to Sylvania", "dismissing the plan, he said that there was no room for it",
"resigned, giving in to the crowds": one request, one refusal, one retreat.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import distinct, sides
from detente.coding.standing.standings import WITHHELD
from detente.coding.standing.status import Statuses

BREACH, REPROACH, PARTICIPLE = "violation of agreement", "ACCUSE", "VBG"  # a kind, a type, a tag
BACKING, RALLY = "statement of support", "rally of support"  # kinds
MEETING, AGREED = "CONSULT", "AGREE"  # types
DENIED = "denied"
REFUSALS = ("refusal", "rejection")  # kinds
SPEECH = ("REQUEST", "REJECT", "SUPPORT")  # types of acts that are made in words
CONTENT, AHEAD = ("ccomp", "xcomp"), ("planned", "scheduled")
YIELDING, GIVES_WAY = ("CONCEDE", "RETREAT"), "concession"  # types, a kind


def says_the_same(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether the clause around the participle, or what says that it will go on, is such an act of the same side
    towards the same ("vowed to press ahead in spite of the protest": one refusal)."""
    token = statuses.graph.doc[draft.head]
    if draft.kind in REFUSALS and any(_is_what_is_refused(draft, d, statuses) for d in drafts):
        return True
    if draft.kind == BACKING:
        return _is_what_a_rally_is_for(draft, drafts, statuses)
    if draft.kind == BREACH:
        return _is_reproached_with_it(draft, drafts, statuses)
    beside = token.dep_ == "advcl" and token.tag_ == PARTICIPLE
    if not beside and not (token.dep_ in CONTENT and draft.status in AHEAD):
        return False
    return any(d.head == token.head.i and _is_the_same(draft, d, statuses) for d in drafts)


def _is_what_is_refused(refusal: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Said that there would be no talks with Sylvania", "there is no deal with it": they are told as declined, denied."""
    told = any(t.i == refusal.head for t in statuses.graph.doc[other.head].ancestors)
    kind = statuses.lexicon.kinds[other.kind]
    agreed = kind.type == AGREED and other.reciprocal and other.status == DENIED
    met = kind.type == MEETING and other.status in WITHHELD
    known = len(distinct((*other.actors, *other.recipients))) > 1
    return told and (met or agreed) and known and refusal.made


def _is_what_a_rally_is_for(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Protesters gathered in Strelsau to stand with Sylvania": that they gathered says it."""
    above = {t.i for t in statuses.graph.doc[draft.head].ancestors}
    rallies = (d for d in drafts if d.kind == RALLY and d.head in above)
    return any(sides(d.recipients, draft.recipients) for d in rallies)


def _is_reproached_with_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Condemns the raids, saying that they are a breach of the treaty": who says so has not broken it."""
    kinds, doc = statuses.lexicon.kinds, statuses.graph.doc
    said = {t.head.i for t in doc[draft.head].ancestors if t.dep_ == "advcl" and t.tag_ == PARTICIPLE}
    reproaching = (d for d in drafts if d.head in said)
    return any(kinds[d.kind].type == REPROACH and sides(d.actors, draft.actors) for d in reproaching)


def _is_the_same(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    kinds = statuses.lexicon.kinds
    one, two = kinds[draft.kind], kinds[other.kind]
    if not sides(other.actors, draft.actors):
        return False
    spoken = one.type == two.type and one.type in SPEECH
    yielded = draft.kind == GIVES_WAY and two.type in YIELDING
    aimed = not draft.recipients or not other.recipients or sides(draft.recipients, other.recipients)
    return aimed and (spoken or yielded)
