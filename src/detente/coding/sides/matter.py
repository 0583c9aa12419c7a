"""Drafts of a whole text in, who it is about out: two sides that have to do with each other, or one state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from detente.coding.draft import Draft
from detente.coding.sides.opponents import key_of
from detente.coding.status import Statuses
from detente.records import Actor

TOLD = ("occurred", "under_way")
FRIENDLY = frozenset({"AGREE", "AID", "COOPERATE", "SUPPORT"})  # types
HARMFUL = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN"})
DEEDS = frozenset({"ASSAULT", "COERCE"})
LONG = 5  # sentences that speak of a state
TWICE = 2  # acts between the two, or within the one, that make them what the text is about


@dataclass(frozen=True, slots=True)
class Matter:
    """Who a text is about: two sides that have to do with each other, or a state and its own people.

    doer: who did most of what was done by force, if nobody else did half as much.
    struck: who attacked whom, where both are said.
    friends: whether the two agree with or help each other, and neither does the other any harm.
    aims: by kind of act, the only one whom all such acts of the text are aimed at.
    """

    pair: frozenset[str]
    home: str | None
    doer: str | None
    actors: Mapping[str, Actor]
    struck: Collection[tuple[str, str]] = ()
    friends: bool = False
    aims: Mapping[str, str] = field(default_factory=dict)


def matter_of(drafts: Sequence[Draft], statuses: Statuses) -> Matter:
    """The two between whom most of what happened was done, and the state at home in which more of it was."""
    pairs: Counter[frozenset[str]] = Counter()
    homes: Counter[str] = Counter()
    actors: dict[str, Actor] = {}
    doers: Counter[str] = Counter()
    struck: set[tuple[str, str]] = set()
    opens = _end_of_opening(statuses)
    first: Counter[frozenset[str] | str] = Counter()
    for draft in drafts:
        if draft.status not in TOLD:
            continue
        sides = {k: a for a in (*draft.actors, *draft.recipients) if (k := key_of(a)) is not None}
        for key, actor in sides.items():
            actors.setdefault(key, _bare(actor))
        two = _pairs(draft, list(sides))
        pairs.update(two)
        first.update(two if draft.head < opens else ())
        kind = statuses.lexicon.kinds.get(draft.kind)
        if kind is not None and kind.type in DEEDS:
            doers.update(_keys(draft.actors))
            hit = _keys([r for r in draft.recipients if r.span is not None])
            struck.update(product(_keys(draft.actors), hit))
        if len(sides) == 1 and draft.recipients:
            homes.update(list(sides))
            first.update(list(sides) if draft.head < opens else ())
    pair, acts = _most(pairs, frozenset())
    home, at_home = _most(homes, "")
    if actors and not acts and not at_home:
        home = _named_most(statuses)
    if at_home + first[home] > acts + first[pair] or (home in actors and not acts):
        return Matter(frozenset(), home, None, actors, aims=_aims(drafts))
    friends = _are_friends(pair, drafts, statuses)
    return Matter(pair, None, _doer(doers), actors, struck, friends, _aims(drafts))


def _aims(drafts: Sequence[Draft]) -> dict[str, str]:
    found: dict[str, set[str | None]] = {}
    for draft in drafts:
        if draft.status in TOLD and draft.recipients and not draft.reciprocal:
            found.setdefault(draft.kind, set()).update(key_of(a) for a in draft.recipients)
    return {
        kind: one for kind, keys in found.items() if len(keys) == 1 and (one := next(iter(keys))) is not None
    }


def _named_most(statuses: Statuses) -> str:
    """The state of which title and lead of a long text speak, and more sentences than of any other."""
    doc, mentions = statuses.graph.doc, statuses.mentions
    spoken_of = [(i, m.actor.country) for t in (mentions.actors, mentions.modifiers) for i, m in t.items()]
    spoken_of += [(i, place.country) for i, place in mentions.places.items()]
    if len(spoken_of) < LONG:
        return ""
    named = {(doc[i].sent.start, state) for i, state in spoken_of if state}
    often = Counter(state for _, state in named)
    title = doc[0].sent
    for state, sentences in often.most_common(1):
        if sentences >= LONG and {(0, state), (title.end, state)} <= named:
            return state
    return ""


def _are_friends(pair: frozenset[str], drafts: Sequence[Draft], statuses: Statuses) -> bool:
    kinds = {
        draft.kind for draft in drafts if pair in _pairs(draft, _keys((*draft.actors, *draft.recipients)))
    }
    types = {kind.type for name in kinds if (kind := statuses.lexicon.kinds.get(name)) is not None}
    return bool(types & FRIENDLY) and types.isdisjoint(HARMFUL)


def _keys(actors: Iterable[Actor]) -> list[str]:
    """Each once, in the order in which they are told: of two that are level the first is taken."""
    return list(dict.fromkeys(k for a in actors if (k := key_of(a)) is not None))


def _end_of_opening(statuses: Statuses) -> int:
    """Where the second sentence ends: what title and lead tell of, the text is about."""
    doc = statuses.graph.doc
    title = doc[0].sent
    return doc[title.end].sent.end if title.end < len(doc) else title.end


def _doer(doers: Counter[str]) -> str | None:
    doer, deeds = _most(doers, "")
    return doer if deeds > TWICE * max((n for k, n in doers.items() if k != doer), default=0) else None


def _pairs(draft: Draft, sides: Sequence[str]) -> list[frozenset[str]]:
    """Who stands over against whom in an act: all in one that they do together."""
    if draft.reciprocal:
        return [frozenset(sides)] if len(sides) == TWICE else []
    over_against = product(_keys(draft.actors), _keys(draft.recipients))
    return list(dict.fromkeys(frozenset(p) for p in over_against if len(set(p)) > 1))


def _most[T](counts: Mapping[T, int], none: T) -> tuple[T, int]:
    """What was counted most, of two that are level the one told first, and at least twice."""
    first, often = next(iter(Counter(counts).most_common(1)), (none, 0))
    return (first, often) if often >= TWICE else (none, 0)


def _bare(actor: Actor) -> Actor:
    """The state of whoever acted, or the organisation or group itself."""
    if actor.country is None:
        return actor
    return Actor(
        name=actor.country, id=actor.country, country=actor.country, sectors=("GOV",), span=actor.span
    )
