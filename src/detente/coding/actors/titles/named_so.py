"""A title without a name behind "the" in, the person named before whom it stands for out.

"The Sylvanian spokesman" after "Sylvanian spokesman Karel Mrazek". "The Graustarkian diplomat", "the former Graustarkian
premier" after "the mediator of the Danubian League, Anton Brezny": by where he comes from he is told by, but acts for the
body.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import Named, Naming, span_of
from detente.coding.actors.page import Page, Title
from detente.coding.actors.side import Side
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_names import slug
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Token

THE, BODIES, REACH = "the", "IGO:", 3  # REACH: sentences, with its own


def named_before(
    page: Page, naming: Naming, title: Title, role: Role, sides: tuple[Side, ...]
) -> Mention | None:
    """Who was last named in that role for that side."""
    if len(sides) != 1 or title.former or title.plural or role.office or role.group != "person":
        return None
    start, end = phrase_of(title, sides)
    if not start or page.doc[start - 1].lower_ != THE:
        return None
    person = naming.last_with_role(role, title.start)
    if person is None or sides[0].key not in (person.country, person.organisation):
        return None
    actor = person.actor(span_of(page, start, end), inferred=f"the {role.nouns[0]} named before")
    return Mention(head=title.head, actor=actor, kind="person")


def named_by_origin(
    page: Page, naming: Naming, draft: Draft, title: Title, sides: tuple[Side, ...]
) -> Mention | None:
    """Who was last named and acts for a body of many states, where nothing before told of the land."""
    head, country = page.doc[title.head], sides[0].country if len(sides) == 1 else None
    if title.plural or country is None or head.left_edge.lower_ != THE:
        return None
    if not title.former and head.lemma_.lower() not in page.words["by_origin"]:
        return None
    named = _last_named(naming, title, head)
    if named is None or _is_told_of(country, head.left_edge.i, draft):
        return None
    person = naming.registry.people[slug(named.person.name)]
    if person.country or not (person.organisation or "").startswith(BODIES):
        return None
    why = f"{page.text(head.left_edge.i, title.end)}: where {person.name} comes from"
    actor = person.actor(span_of(page, *phrase_of(title, sides)), inferred=why)
    return Mention(head=title.head, actor=actor, kind="person")


def phrase_of(title: Title, sides: tuple[Side, ...]) -> tuple[int, int]:
    """The title with what beside it says whose it is."""
    starts = [side.start for side in sides if side.end and side.end <= title.start]
    ends = [side.end for side in sides if side.start >= title.end and not side.weak]
    return min([title.start, *starts]), max([title.end, *ends])


def _last_named(naming: Naming, title: Title, head: Token) -> Named | None:
    """Whom the sentences just before name last."""
    first = head.sent
    for _ in range(REACH - 1):
        first = head.doc[first.start - 1].sent if first.start else first
    before = [n for n in naming.found if first.start <= n.start and n.end <= title.start]
    return max(before, key=lambda n: n.start, default=None)


def _is_told_of(country: str, before: int, draft: Draft) -> bool:
    told = (*draft.actors.items(), *draft.modifiers.items())
    return any(i < before and country == m.actor.country for i, m in told)
