"""Drafts without recipients in, the other side of what the whole text is about as theirs out.

An article tells of two sides, or of one state in trouble at home, and goes on without naming them again: "It would
answer in kind, a spokesman warned", "the Danubian League called for new elections". Asked when the sentences around
say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import distinct
from detente.coding.sides.domestic import AT_HOME
from detente.coding.sides.sentence_before import (
    DONE,
    RECIPIENT,
    key_of,
    lacks_recipient,
    others_in_clause,
    rivals_in_clause,
)
from detente.coding.sides.struck import hits_ship
from detente.coding.status import Statuses
from detente.records import Actor

TOLD = ("occurred", "under_way")
AIMED = frozenset({"ACCUSE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})  # types
FROM_OUTSIDE = frozenset({"ACCUSE", "REQUEST", "SANCTION", "THREATEN"})
AT_THE_DOER = frozenset({"ACCUSE", "SANCTION", "THREATEN"})
SPOKEN_OUTSIDE = frozenset({"ACCUSE", "REQUEST"})
FRIENDLY = frozenset({"AGREE", "AID", "COOPERATE", "SUPPORT"})
HARMFUL = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN"})
ATTACK, POLICE, GROUP = "ASSAULT", "COP", "NSA:"
DEEDS = frozenset({"ASSAULT", "COERCE"})
CLASH = "clash"  # a kind
TWICE = 2  # acts between the two, or within the one, that make them what the text is about
OTHER, BOTH, DOER, HOME = (
    "the other side of what the text is about",
    "the sides that the text is about",
    "who did what the text is about",
    "the state whose affairs the text is about",
)


@dataclass(frozen=True, slots=True)
class Matter:
    """Who a text is about: two sides that have to do with each other, or a state and its own people.

    doer: who did most of what was done by force, if nobody else did half as much.
    struck: who attacked whom, where both are said.
    friends: whether the two agree with or help each other, and neither does the other any harm.
    """

    pair: frozenset[str]
    home: str | None
    doer: str | None
    actors: Mapping[str, Actor]
    struck: Collection[tuple[str, str]] = ()
    friends: bool = False


def with_sides_of_text(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Draft, ...]:
    """The drafts, acts of speech that are aimed at nobody named aimed at whom the text is about."""
    matter = _matter(drafts, statuses)
    return tuple(_filled(_with_foe(draft, matter), matter, statuses) for draft in drafts)


def _with_foe(draft: Draft, matter: Matter) -> Draft:
    """ "A soldier was killed in an exchange of fire": with whom the text is about, where only one of the two is known."""
    own = {key_of(a) for a in draft.actors}
    if draft.kind != CLASH or draft.recipients or len(own) != 1 or matter.friends or not own <= matter.pair:
        return draft
    if not all(a.inferred for a in draft.actors):
        return draft
    foes = (msgspec.structs.replace(matter.actors[k], inferred=OTHER) for k in matter.pair - own)
    return replace(draft, actors=(*draft.actors, *foes))


def with_needed_sides_of_text(drafts: Sequence[Draft], statuses: Statuses) -> Sequence[Draft]:
    """The same for those that are no events without their recipients."""
    lacking = [not d.recipients and RECIPIENT in d.needs and d.status in DONE for d in drafts]
    if not any(lacking):
        return drafts
    matter = _matter(drafts, statuses)
    return [_filled(d, matter, statuses) if lacks else d for d, lacks in zip(drafts, lacking, strict=True)]


def _filled(draft: Draft, matter: Matter, statuses: Statuses) -> Draft:
    own = {key_of(a) for a in draft.actors}
    kind = statuses.lexicon.kinds.get(draft.kind)
    if len(own) != 1 or None in own or kind is None:
        return draft
    if kind.type == ATTACK and own & matter.pair and _at_home_or_nobody(draft, statuses):
        foes = [
            k
            for k in matter.pair - own
            if any((k, o) in matter.struck or (o, k) in matter.struck for o in own)
        ]
        others = tuple(msgspec.structs.replace(matter.actors[k], inferred=OTHER) for k in foes)
        return replace(draft, recipients=distinct(others)) if others else draft
    if kind.type not in AIMED:
        return draft
    if draft.recipients and own & matter.pair and (_only_himself(draft, own) or _only_supposed(draft, own)):
        draft = replace(draft, recipients=())
    if not lacks_recipient(draft, statuses) or others_in_clause(draft, own, statuses):
        return draft
    if rivals_in_clause(draft, statuses):
        return draft  # "rejected the notion that Liberals could leave": it stays among those at home
    if matter.friends and own <= matter.pair and kind.type in AT_THE_DOER:
        return draft
    meant, why = _meant(own, kind.type, matter)
    named = tuple(msgspec.structs.replace(matter.actors[k], inferred=why) for k in sorted(meant))
    return replace(draft, recipients=distinct(named)) if named else draft


def _at_home_or_nobody(draft: Draft, statuses: Statuses) -> bool:
    """ "Nine people were injured by Sylvanian fire": in a text on what it does to another, those are its own no more."""
    if draft.reciprocal or draft.status not in TOLD or hits_ship(draft, statuses):
        return False
    lexicon = statuses.lexicon
    if draft.kind in lexicon.domestic or draft.kind in lexicon.domestic_at_last:
        return False
    if any(POLICE in a.sectors or a.span is None for a in draft.actors):
        return False
    return all(r.inferred == AT_HOME or not (r.country or r.id) for r in draft.recipients)


def _only_supposed(draft: Draft, own: set[str | None]) -> bool:
    """ "The rebel group called the delay a breach": not their own state's, in a text on two who fight."""
    groups = all(key is not None and key.startswith(GROUP) for key in own)
    return groups and all(r.span is None and r.inferred == AT_HOME for r in draft.recipients)


def _only_himself(draft: Draft, own: set[str | None]) -> bool:
    """ "It would never bow to ultimatums": whoever acts is no side of his own act, if nobody says so."""
    return all(r.span is None and r.inferred and key_of(r) in own for r in draft.recipients)


def _meant(own: set[str | None], code: str, matter: Matter) -> tuple[Iterable[str], str]:
    """Whom one who is a side means, and whom one who is none."""
    if own & matter.pair:
        return [k for k in matter.pair if k not in own], OTHER
    if code not in FROM_OUTSIDE:
        return (), OTHER
    if matter.home is not None:
        return ([matter.home] if matter.home not in own else []), HOME
    if code in AT_THE_DOER and matter.doer is not None:
        return [matter.doer], DOER
    return (matter.pair if code in SPOKEN_OUTSIDE else (), BOTH)


def _matter(drafts: Sequence[Draft], statuses: Statuses) -> Matter:
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
            doers.update({k for a in draft.actors if (k := key_of(a)) is not None})
            hit = {k for r in draft.recipients if r.span is not None and (k := key_of(r)) is not None}
            struck.update((k, h) for a in draft.actors if (k := key_of(a)) is not None for h in hit)
        if len(sides) == 1 and draft.recipients:
            homes.update(list(sides))
            first.update(list(sides) if draft.head < opens else ())
    pair, acts = _most(pairs, frozenset())
    home, at_home = _most(homes, "")
    if at_home + first[home] > acts + first[pair]:
        return Matter(frozenset(), home, None, actors)
    return Matter(pair, None, _doer(doers), actors, struck, _are_friends(pair, drafts, statuses))


def _are_friends(pair: frozenset[str], drafts: Sequence[Draft], statuses: Statuses) -> bool:
    kinds = {draft.kind for draft in drafts if pair in _pairs(draft, _keys(draft))}
    types = {kind.type for name in kinds if (kind := statuses.lexicon.kinds.get(name)) is not None}
    return bool(types & FRIENDLY) and types.isdisjoint(HARMFUL)


def _keys(draft: Draft) -> list[str]:
    return list({k for a in (*draft.actors, *draft.recipients) if (k := key_of(a)) is not None})


def _end_of_opening(statuses: Statuses) -> int:
    """Where the second sentence ends: what title and lead tell of, the text is about."""
    doc = statuses.graph.doc
    title = doc[0].sent
    return doc[title.end].sent.end if title.end < len(doc) else title.end


def _doer(doers: Counter[str]) -> str | None:
    doer, deeds = _most(doers, "")
    return doer if deeds > TWICE * max((n for k, n in doers.items() if k != doer), default=0) else None


def _pairs(draft: Draft, sides: Sequence[str]) -> set[frozenset[str]]:
    """Who stands over against whom in an act: all in one that they do together."""
    if draft.reciprocal:
        return (
            {frozenset(p) for p in product(sides, sides) if len(set(p)) > 1} if len(sides) == TWICE else set()
        )
    acting, aimed = ({k for a in side if (k := key_of(a))} for side in (draft.actors, draft.recipients))
    return {frozenset(p) for p in product(acting, aimed) if len(set(p)) > 1}


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
