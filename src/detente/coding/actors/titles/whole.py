"""A bare noun for people in ("a Sylvanian contingent of 500 soldiers"), whose they are by what they make up out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.side import Side

OF, INSIDE = "of", "pobj"


def side_of_whole(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """The state that stands with the group, or nothing."""
    head = page.doc[title.head]
    if not title.plural or head.dep_ != INSIDE or head.head.lower_ != OF:
        return ()
    whole = head.head.head
    if whole.lemma_.lower() not in page.words["whole_of_people"]:
        return ()
    beside = (whole, *whole.lefts)
    named = [m for t in beside if (m := draft.actors.get(t.i) or draft.modifiers.get(t.i)) is not None]
    lands = {m.actor.country for m in named if m.actor.country}
    if len(lands) != 1:
        return ()
    return (Side(name=named[0].actor.name, country=lands.pop(), start=whole.left_edge.i, end=title.start),)
