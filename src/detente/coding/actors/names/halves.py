"""Names of a text in, the same without a "the South" of a land that the text does not name out.

"The South" is one of two states only where either of them, or somebody who rules it, is named otherwise; else it is a
part of some other land.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from detente.coding.actors.page import Hit
from detente.knowledge.actor_rows import EntryKind, State
from detente.knowledge.actors import ActorTables

NAMED: tuple[EntryKind, ...] = ("state", "demonym", "capital", "metonym")


def without_stray_halves(hits: Iterable[Hit], tables: ActorTables) -> Iterator[Hit]:
    """Each hit; one that says no more than "the South" with the states that are meant, or not at all."""
    hits = list(hits)
    halves = tables.words["halves"]
    named: set[str] | None = None
    for hit in hits:
        if "state" not in hit.kinds or hit.text.lower() not in halves:
            yield hit
            continue
        if named is None:
            others = (h for h in hits if h.text.lower() not in halves)
            named = {_whole(row) for h in others for row in h.rows(*NAMED)}
            ruled: set[str] = {row.country for h in hits for row in h.rows("person")}
            named |= {_whole(state) for state in tables.states if state.id in ruled}
        meant = tuple(e for e in hit.entries if isinstance(e.row, State) and _whole(e.row) in named)
        if meant:
            yield replace(hit, entries=meant)


def _whole(state: State) -> str:
    """ "Sudan" of "South Sudan", by which both halves of a land are known."""
    return state.name.split()[-1]
