"""Names of a text in, the same out where groups of several lands are called alike: "Maoists" are those of its land."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from detente.coding.actors.page import Hit
from detente.knowledge.actor_rows import EntryKind

GROUP: Final = "group"
STATES: tuple[EntryKind, ...] = ("state", "demonym", "capital", "metonym")
WITHIN: tuple[EntryKind, ...] = ("place", "body")
BESIDE = 3  # as often as this counts "Sylvanian" in "Sylvanian Maoists"


def settle_groups(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Each such name as the group of the land that the text names most; as no name where it names none of theirs."""
    starts = {hit.start for hit in hits if GROUP in hit.kinds and _is_shared(hit)}
    if not starts:
        return hits
    plain = [hit for hit in hits if not _is_shared(hit)]
    beside = (hit for hit in plain if hit.end in starts for _ in range(BESIDE))
    often = Counter(_lands([*plain, *beside]))
    return [kept for hit in hits for kept in (_of_land(hit, often) if _is_shared(hit) else (hit,))]


def _is_shared(hit: Hit) -> bool:
    lands = [row.country for row in hit.rows(GROUP)]
    return len(set(lands)) > 1 and all(lands)


def _lands(hits: Iterable[Hit]) -> Iterator[str]:
    """The state of each name that is that of one state, or of a place or body of one."""
    for hit in hits:
        found = {row.id for row in hit.rows(*STATES)} or {row.country for row in hit.rows(*WITHIN)}
        if len(found) == 1:
            yield from (land for land in found if land)


def _of_land(hit: Hit, often: Counter[str]) -> Iterator[Hit]:
    lands = {row.country for row in hit.rows(GROUP)}
    ranked = Counter({land: often[land] for land in lands if land and often[land]}).most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        first = ranked[0][0]
        yield replace(
            hit, entries=tuple(e for e in hit.entries if e.kind == GROUP and e.row.country == first)
        )
