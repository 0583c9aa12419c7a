"""Whose a title is, as another title in its phrase tells, or what its people make up."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.side import Side

OF, BODY, PERSON = ("of", "from", "for"), "body", "person"
RULES = "GOV"  # a sector: an army's officers may be in revolt
MANY = "NNS"
BETWEEN = ("DET", "ADJ", "NOUN", "ADV")
FARTHEST = 4  # words between "of" and the body: "of the new interim government"
MADE_UP_OF, INSIDE = "of", "pobj"


def inner_title(page: Page, title: Title) -> Title | None:
    """A title of somebody of a body that is a bare title itself in ("envoys of the government"), that second title out.

    The body's title, where nothing but articles and adjectives stands before it.
    """
    if title.end >= len(page.doc) or page.doc[title.end].lower_ not in OF:
        return None
    if not any(role.group == PERSON for role in title.roles):
        return None
    for i in range(title.end + 1, min(title.end + 1 + FARTHEST, len(page.doc))):
        inner = page.title_at.get(i)
        if inner is not None and inner.start == i:
            one = page.doc[inner.head].tag_ != MANY  # "officials from both sides"
            return inner if one and any(r.group == BODY and RULES in r.sectors for r in inner.roles) else None
        if i in page.hit_at or page.doc[i].pos_ not in BETWEEN:
            return None
    return None


def sides_of_inner(draft: Draft, inner: Title) -> tuple[Side, ...]:
    """Whose the body has been found to be."""
    mention = draft.actors.get(inner.head)
    if mention is None or mention.several or not mention.actor.country:
        return ()
    actor = mention.actor
    return (Side(name=actor.name, country=actor.country, start=0, end=0, inferred=f"of the {actor.name}"),)


def side_of_whole(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """A bare noun for people in ("a Sylvanian contingent of 500 soldiers"), whose they are by what they make up out.

    The state that stands with the group, or nothing.
    """
    head = page.doc[title.head]
    if not title.plural or head.dep_ != INSIDE or head.head.lower_ != MADE_UP_OF:
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
