"""A word for two sides in ("both sides", "the rival factions"), the two that the text sets against each other out.

One of them at least is a group. "Talks between the Red Dawn and the Black Eagles stalled. Mediators met both sides":
where it only lists two groups, they may be on one side.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.pointing.pointing import only_where
from detente.coding.roles.mentions import Mention
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

OUTLET, STATE = "outlet", "state"
GROUP, PAIR = "NSA:", 2
BETWEEN, BESIDE = "between", ("compound", "nmod", "amod", "poss")
REACH = 3  # sentences that are looked back over


def are_groups(page: Page, token: Token, *, rival: bool = False) -> bool:
    """ "Both factions", "the two movements"; rival: only where it says that they stand over against each other."""
    if token.lemma_.lower() not in page.words["group_term"]:
        return False
    beside = {c.lower_ for c in token.lefts}
    return not rival or not beside.isdisjoint(page.words["opposed"])


def groups_between(page: Page, draft: Draft, token: Token) -> list[Actor]:
    """The two that were named last as two who deal with each other: "between" them, or as subjects of such a deed."""
    for i in range(token.i - 1, _first(page, token) - 1, -1):
        found = {str(m.actor.id): m.actor for m in _together(page, draft, page.doc[i], token.i)}
        if len(found) == PAIR:
            return list(found.values())
    return []


def state_and_group(page: Page, draft: Draft, token: Token, count: int) -> list[Actor]:
    """ "The army fought the Red Dawn. Both sides", "Ruritania and the Red Dawn agreed on a truce. The two sides"."""
    sentence = token.sent
    if count != PAIR or token.lemma_.lower() not in page.words["pair_term"]:
        return []
    for _ in range(REACH - 1):
        if not sentence.start:
            return []
        sentence = page.doc[sentence.start - 1].sent
        states, groups = _parties(page, draft, range(sentence.start, sentence.end))
        if groups or len(states) > 1:
            return [*states, *groups] if len(groups) == len(states) == 1 else []
    return []


def _parties(page: Page, draft: Draft, within: range) -> tuple[list[Actor], list[Actor]]:
    """The states and the groups that are told of otherwise than as where something is."""
    states, groups = dict[str, Actor](), dict[str, Actor]()
    for i in within:
        mention = draft.actors.get(i) or draft.modifiers.get(i)
        if mention is None or mention.kind == OUTLET or only_where(page, i, draft):
            continue
        for actor in mention.several or (mention.actor,):
            if (actor.id or "").startswith(GROUP):
                groups.setdefault(str(actor.id), actor)
            elif actor.country:
                states.setdefault(actor.country, state_actor(page, actor.country, actor))
    return list(states.values()), list(groups.values())


def _first(page: Page, token: Token) -> int:
    start = token.sent.start
    for _ in range(REACH - 1):
        start = page.doc[start - 1].sent.start if start else 0
    return start


def _together(page: Page, draft: Draft, token: Token, before: int) -> Iterator[Mention]:
    """Those that stand in one list, or beside one noun ("the Dawn-Eagles talks")."""
    alike = [t for t in (token, *token.conjuncts) if t.i < before]
    first = min(alike, key=lambda t: t.i)
    if first.dep_ in BESIDE:
        alike = [t for t in first.head.subtree if t.i < first.head.i and t.dep_ in (*BESIDE, "conj")]
    elif not _deal_with_each_other(page, first):
        return
    mentions = [draft.actors.get(t.i) or draft.modifiers.get(t.i) for t in alike]
    named = [m for m in mentions if m is not None]
    groups = [m for m in named if (m.actor.id or "").startswith(GROUP)]
    if groups and len(named) == len(mentions) and all(m in groups or m.kind == STATE for m in named):
        yield from named  # two groups, or a state and the group that it fights


def _deal_with_each_other(page: Page, first: Token) -> bool:
    """ "Between the Dawn and the Eagles"; "the Dawn and the Eagles opened a dialogue"."""
    if first.dep_ == "pobj":
        return first.head.lower_ == BETWEEN
    if first.dep_ not in SUBJECTS:
        return False
    shared = page.words["meeting"] | page.words["dealings"]
    return any(t.lemma_.lower() in shared for t in first.head.subtree if t.i > first.head.i)
