"""A stretch of a text in, the states that are told of there, and those that act, out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS

ROOT = "ROOT"


def named_between(draft: Draft, first: int, end: int) -> set[str]:
    """The states of all who are named there."""
    mentions = (draft.actors.get(i) or draft.modifiers.get(i) for i in range(first, end))
    each = (a for m in mentions if m is not None for a in m.several or (m.actor,))
    return {actor.country for actor in each if actor.country}


def acting_in(page: Page, draft: Draft, first: int, end: int) -> set[str]:
    """ "The king invited Sylvanian troops": the states of those who act in the main clauses there."""
    subjects = [
        i for i in range(first, end) if page.doc[i].dep_ in SUBJECTS and page.doc[i].head.dep_ == ROOT
    ]
    acting = (draft.actors.get(i) for i in subjects)
    return {m.actor.country for m in acting if m is not None and m.actor.country}
