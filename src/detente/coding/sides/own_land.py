"""Soldiers who leave or retake a town of their own state in, an act that is aimed at nobody out."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.draft import Draft
from detente.coding.lexicon import any_meets
from detente.coding.status import Statuses

TAKING, LEAVING = "capture of territory", "withdrawal"  # kinds
ARMY = "MIL"
LAND, PLACE, BUILT = ("territory",), ("@place",), ("public-place", "public-building")


def takes_land(draft: Draft, statuses: Statuses) -> bool:
    """Whether what is taken is a town or land; but "cleared the square of protesters", "stormed the palace"."""
    graph = statuses.graph
    taken = graph.predicates[draft.head].heads("object")
    land, place, built = (
        any_meets(sort, taken, graph.doc, statuses.mentions, statuses.lexicon)
        for sort in (LAND, PLACE, BUILT)
    )
    return land or (place and not built)


def off_own_land(draft: Draft, statuses: Statuses) -> Draft:
    """ "The army pulled out of Zenda", "retook the town": a town of its own, which is nobody else's side."""
    own = {a.country for a in draft.actors}
    by_place = draft.kind == TAKING and takes_land(draft, statuses)
    at_home = bool(draft.recipients) and all(
        r.country in own and (r.inferred or (by_place and r.id == r.country)) for r in draft.recipients
    )
    if draft.kind == TAKING and any(r.id != r.country for r in draft.recipients):
        return draft  # "cleared a camp of protesters"
    if (
        draft.kind not in (LEAVING, TAKING)
        or None in own
        or not at_home
        or not all(ARMY in a.sectors for a in draft.actors)
    ):
        return draft
    return replace(draft, recipients=())
