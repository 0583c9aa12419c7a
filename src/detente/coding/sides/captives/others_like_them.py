"""An act on "two others" or "two" in, those told of just before it as whose people they are out.

"Ruritanian troops shot a Sylvanian soldier and arrested two others": two other Sylvanians. "Ruritania threw out sixty
Sylvanian envoys. Graustark is expelling four": four Sylvanian envoys.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.told_before import told_before
from detente.coding.standing.status import Statuses
from detente.records import Actor

NUMBER, COUNT, PEOPLE = "NUM", "nummod", "people counted"
REST = "rest of them"  # the list of words
OF_ENVOYS, CUSTODY = "at envoys", "custody"  # groups of kinds
BACK = 2  # sentences before its own in which those who are counted again were told of
HURTING = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT"})  # types of acts on people


def with_others_like_them(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the recipients of the last act before it in the sentence, where another state's are acted on."""
    doc, rest = statuses.graph.doc, statuses.graph.words[REST]
    things = statuses.graph.predicates[draft.head].heads("object")
    if not any(t.lower_ in rest for h in things for t in (doc[h], *doc[h].children)):
        counted = any(doc[h].pos_ == NUMBER or _are_people_counted(h, statuses) for h in things)
        return _with_counted_again(draft, drafts, statuses) if counted else draft
    own = keys_of(draft.actors)
    for other in sorted(told_before(draft, drafts, statuses, 0), key=lambda d: -d.head):
        hurts = type_of(other, statuses) in HURTING
        if hurts and other.recipients and own.isdisjoint(r.country or r.id for r in other.recipients):
            return replace(draft, recipients=_like(other, statuses))
    return draft


def _are_people_counted(head: int, statuses: Statuses) -> bool:
    """ "Four women and a man": whose they are is not said."""
    noun = statuses.graph.doc[head]
    known = head in statuses.mentions.actors and statuses.mentions.actors[head].actor.country is not None
    counted = any(c.dep_ == COUNT for c in noun.lefts)
    return counted and not known and noun.lemma_.lower() in statuses.graph.words[PEOPLE]


def _with_counted_again(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft as the last of its kind, where another acted; who sends home four as others did envoys expels them."""
    groups = statuses.lexicon.groups
    for other in sorted(told_before(draft, drafts, statuses, BACK), key=lambda d: -d.head):
        if not other.recipients or other.reciprocal:
            continue
        envoys = other.kind in groups[OF_ENVOYS] and {other.kind, draft.kind} <= groups[CUSTODY]
        apart = not sides(other.recipients, draft.actors)
        if (other.kind == draft.kind or envoys) and apart:
            return replace(draft, kind=other.kind, recipients=_like(other, statuses))
    return draft


def _like(other: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    why = f"others like those told of with '{statuses.graph.doc[other.head].text}'"
    return because(other.recipients, why)
