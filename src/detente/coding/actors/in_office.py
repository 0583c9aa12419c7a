"""A title in, whether it means the one who holds the office, and who that is, out."""

from __future__ import annotations

from detente.coding.actors.page import Page, Title
from detente.coding.actors.people import Person, from_office
from detente.coding.actors.sides import Side
from detente.coding.mentions import Mention
from detente.knowledge.actors import Role

HEADS = frozenset(("head_of_state", "head_of_government"))
LEADER = "leader"


def in_office(page: Page, mention: Mention, country: str) -> Person | None:
    """The head of a state or government that a mention names, if the table has him in office that day."""
    for role in HEADS:
        for office in page.tables.holders.get((country, role), ()):
            if office.person == mention.actor.name and page.day and office.held_on(page.day):
                return from_office(office)
    return None


def names_holder(page: Page, title: Title, role: Role, side: Side) -> bool:
    """Whether a title means the one who holds the office."""
    other = title.plural or title.deputy or title.former or title.coming
    return bool(role.office or role.role == LEADER) and not other and _definite(page, title, side)


def _definite(page: Page, title: Title, side: Side) -> bool:
    start = min(title.start, side.start) if 0 < side.end <= title.start else title.start
    before = page.doc[start - 1].lower_ if start else ""
    return before not in page.words("indefinite")
