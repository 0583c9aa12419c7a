"""A draft and the others of its sentence in, whether one of them is the same word to the same side out.

"Accused Sylvania of arming rebels and blamed it for the fire", "voiced concern over the raid and condemned Sylvania",
"urged it to come to the table and demanded that it free two men": one reproach, one demand. Which kinds are said in one
breath is data: the groups of `kinds.csv`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.alike import guessed, told_apart
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

SAME_BREATH = "says in one breath with another word what that says to the same side"
BREATH, WEAKER = "said in one breath", "weaker word"  # groups of kinds
REPROACH, AHEAD = "ACCUSE", ("planned", "scheduled")  # a type, statuses
OF_A_MATTER = (REPROACH, "REJECT")  # types: what is condemned or rejected is told, and not always whose it is
ADDING, CONTENT = ("participle",), ("ccomp", "xcomp")


def in_one_breath(drafts: Sequence[Draft], statuses: Statuses, left_out: Mapping[int, str]) -> dict[int, str]:
    """Why each is left out in whose place another of those that are kept stays, by number.

    Asked last: when it is known which words are events, and whom they are said to.
    """
    kinds, doc = statuses.lexicon.groups[BREATH], statuses.graph.doc
    said = [n for n, d in enumerate(drafts) if d.kind in kinds and n not in left_out]
    reasons = dict[int, str]()
    for n in said:
        sentence = doc[drafts[n].head].sent
        beside = (m for m in said if m != n and m not in reasons)
        beside = (m for m in beside if sentence.start <= drafts[m].head < sentence.end)
        if any(_is_told_by(drafts[n], drafts[m], statuses) for m in beside):
            reasons[n] = SAME_BREATH
    return reasons


def _is_told_by(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """Whether the other, to whose words its own are joined, stays in its place: the first, or the stronger word."""
    if told_apart(draft, statuses) or not _stays(other, draft, statuses):
        return False
    joined = _are_joined(draft, other, statuses) or _is_added(draft, other, statuses)
    return joined and _are_alike(draft, other, statuses)


def _stays(other: Draft, draft: Draft, statuses: Statuses) -> bool:
    weaker = statuses.lexicon.groups[WEAKER]
    if type_of(draft, statuses) in OF_A_MATTER and _is_aimed(draft) != _is_aimed(other):
        return not _is_aimed(draft)  # "condemned the raid and blamed Sylvania": it says whom
    if (draft.kind in weaker) != (other.kind in weaker):
        return draft.kind in weaker
    return other.head < draft.head


def _is_aimed(draft: Draft) -> bool:
    return bool(draft.recipients) and not guessed(draft.recipients)


def _are_alike(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """Of one type, by the same to the same; two of one kind are told apart elsewhere (`repeated`)."""
    if other.kind == draft.kind or type_of(draft, statuses) != type_of(other, statuses):
        return False
    aimed = _equal(draft.recipients, other.recipients) or not _is_aimed(draft)
    # "Urged mayors to rally and called on the government to talk": others of the same state.
    if _equal(draft.actors, draft.recipients):
        aimed = {a.id or a.name for a in draft.recipients} == {a.id or a.name for a in other.recipients}
    return bool(draft.actors) and _equal(draft.actors, other.actors) and aimed


def _are_joined(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Accused it and blamed it", "voiced concern and condemned it", "rejects the claim, denying that it knew"."""
    if draft.status != other.status:
        return False
    graph = statuses.graph
    heads = graph.with_carrier(draft.head)
    if any(_is_by_another(graph.doc[head]) for head in heads):
        return False
    for head in graph.with_carrier(other.head):
        beside = (*graph.predicates[head].heads(*ADDING), *(t.i for t in graph.doc[head].conjuncts))
        if not set(heads).isdisjoint(beside):
            return True
    return False


def _is_by_another(verb: Token) -> bool:
    """ "The king accused it, and his minister blamed it": who speaks is named anew."""
    return verb.dep_ == "conj" and any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in verb.lefts)


def _is_added(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Accused it of a raid, adding that it would hold it responsible": said in the same breath, and made by that."""
    made = draft.status == other.status or (type_of(draft, statuses) == REPROACH and draft.status in AHEAD)
    token, graph = statuses.graph.doc[draft.head], statuses.graph
    told = token.head.i if token.dep_ in CONTENT else -1
    added = any(told in graph.predicates[h].heads(*ADDING) for h in graph.with_carrier(other.head))
    return made and added


def _equal(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    return len(one) == len(other) and all(sides((a,), other) for a in one)
