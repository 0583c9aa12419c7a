"""Words of somebody in, whether they only say who is punished or struck, out: "expels a lawmaker who voted against it"."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import Kept, sides_of
from detente.coding.left_out.reproached import offended
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

RELATIVE, PARTICIPLE, WHO, HIT = "relcl", "acl", ("WP", "WDT"), ("dobj", "nsubjpass")
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})  # what one says; a blow took place


def is_why_punished(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """Where who said so is the object of an arrest, a penalty or an attack that is told."""
    token = statuses.graph.doc[draft.head]
    if type_of(draft, statuses) not in SPOKEN:
        return False
    if token.tag_ == "VBG" and token.dep_ in ("pcomp", "conj"):  # "jailed for insulting the king"
        head = offended(draft, kept.punishers, statuses)
        return head is not None and sides_of(draft) <= kept.punishers[head]
    token = token.head if token.dep_ == "dobj" else token  # "who made threats"
    doing = token.dep_ == PARTICIPLE and token.tag_ == "VBG"  # "shot two men asking for water"
    telling = token.dep_ == RELATIVE and any(c.dep_ == "nsubj" and c.tag_ in WHO for c in token.lefts)
    if not doing and not telling:
        return False
    harming = kept.curbs | kept.attacks
    if token.head.dep_ not in HIT or _is_set_off(token):
        return False
    beside = {token.head.head.i, *(t.i for t in token.head.head.conjuncts)}
    return not harming.isdisjoint(beside)


def _is_set_off(clause: Token) -> bool:
    """ "Expelled the envoy, who called it absurd": what he said to it."""
    first = clause.left_edge.i
    return first > 0 and clause.doc[first - 1].text == ","
