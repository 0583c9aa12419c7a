"""Drafts without recipients in sentences that name nobody else, the other side of the sentence before as theirs out.

"Sylvanian officers raid Graustark's embassy. Graustark breaks off relations": with Sylvania. "Ruritania bombs Zenda.
Sylvania answers with rockets": at Ruritania.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import distinct, state_of
from detente.coding.sides.other_side import DIRECTED_TYPES
from detente.coding.status import Statuses
from detente.records import Actor

ABROAD = frozenset({"SANCTION"})  # types that only other states are met with
SUMMONS = "summons of envoy"  # a kind
WHY = "the other side in the sentence before"


def with_side_before(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Draft, ...]:
    """The drafts, those that lack a recipient with whom the one who acts had to do just before."""
    return tuple(_filled(draft, drafts, statuses) for draft in drafts)


def _filled(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    own = {_key(a) for a in draft.actors}
    doc = statuses.graph.doc
    start = doc[draft.head].sent.start
    if len(own) != 1 or None in own or not start or not _aimed(draft, statuses):
        return draft
    if _named_at(draft.head, statuses).keys() - own:
        return draft
    earlier = [d for d in drafts if doc[start - 1].sent.start <= d.head < start]
    others = _opponents(earlier, own)
    if not others and _only_abroad(draft, statuses):
        others = [a for key, a in _named_at(start - 1, statuses).items() if key not in own]
    if len({_key(a) for a in others}) != 1:
        return draft
    return replace(draft, recipients=distinct(msgspec.structs.replace(a, inferred=WHY) for a in others))


def _aimed(draft: Draft, statuses: Statuses) -> bool:
    """Whether it lacks the recipient that its kind has, and is not done at home."""
    lexicon = statuses.lexicon
    kind = lexicon.kinds.get(draft.kind)
    at_home = (draft.inner or draft.kind) in {*lexicon.domestic, *lexicon.domestic_at_last}
    if draft.recipients or draft.reciprocal or at_home or kind is None:
        return False
    return kind.type in DIRECTED_TYPES


def _only_abroad(draft: Draft, statuses: Statuses) -> bool:
    kind = statuses.lexicon.kinds[draft.kind]
    return kind.type in ABROAD or draft.kind == SUMMONS


def _opponents(earlier: Iterable[Draft], own: set[str | None]) -> list[Actor]:
    """Who did something to those of our side, or else to whom they did it; the last that is told."""
    pairs = [(d.actors, d.recipients) for d in earlier]
    for there, here in (*reversed(pairs), *((b, a) for a, b in reversed(pairs))):
        if own & {_key(a) for a in here}:
            found = [a for a in there if _key(a) and _key(a) not in own]
            if found:
                return found
    return []


def _named_at(head: int, statuses: Statuses) -> dict[str, Actor]:
    """The states, organisations and groups that the token's sentence names, by country or else by id."""
    sentence = statuses.graph.doc[head].sent
    return {
        key: actor for actor in _mentioned(sentence.start, sentence.end, statuses) if (key := _key(actor))
    }


def _mentioned(start: int, end: int, statuses: Statuses) -> Iterator[Actor]:
    mentions = statuses.mentions
    for table in (mentions.actors, mentions.modifiers):
        yield from (m.actor for i, m in table.items() if start <= i < end and m.kind != "outlet")
    yield from (state_of(p) for i, p in mentions.places.items() if start <= i < end and p.country)


def _key(actor: Actor) -> str | None:
    return actor.country or actor.id
