"""Soldiers who leave or retake a town of their own state in, an act that is aimed at nobody out."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.draft import Draft

TAKING, LEAVING = "capture of territory", "withdrawal"  # kinds
ARMY = "MIL"


def off_own_land(draft: Draft) -> Draft:
    """ "The army pulled out of Zenda", "retook the town": a town of its own, which is nobody else's side."""
    own = {a.country for a in draft.actors}
    at_home = bool(draft.recipients) and all(r.country in own and r.inferred for r in draft.recipients)
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
