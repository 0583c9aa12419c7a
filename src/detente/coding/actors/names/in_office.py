"""A title in, whether it means the one who holds the office, and who that is, out."""

from __future__ import annotations

from detente.coding.actors.names.people import Person, from_office
from detente.coding.actors.names.which_office import HEADS, about, keys_of
from detente.coding.actors.page import Page, Title
from detente.coding.actors.side import Side
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_names import fold, slug
from detente.knowledge.actor_rows import Office, Role

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
    return before not in page.words["indefinite"]


def royals(text: str, page: Page, *, role: Role, sides: tuple[Side, ...]) -> Office | None:
    """Of those who are called by their first names, the one of that name in a state that the text names."""
    keys = keys_of(sides, page)
    offices = [
        office
        for office in page.tables.royals.get(fold(text.split(maxsplit=1)[0]).lower(), ())
        if about(office, page.day) and (office.country in keys if keys else page.countries[office.country])
    ]
    wanted = HEADS if role.office in HEADS else (role.office,)
    offices = [office for office in offices if office.role in wanted] or offices
    people = {slug(office.person): office for office in offices}
    return next(iter(people.values())) if len(people) == 1 else None


def reigning(text: str, page: Page, *, role: Role, sides: tuple[Side, ...]) -> Office | None:
    """ "King Rudolf": who reigned by that first name that day, of the states named beside him or else in the text.

    Two who reigned at once where the text names neither land stay unclear.
    """
    keys, day = keys_of(sides, page), page.day
    offices = [
        office
        for office in page.tables.royals.get(fold(text).lower(), ())
        if office.country in role.countries and office.role == role.office and day and office.held_on(day)
    ]
    named = [o for o in offices if (o.country in keys if keys else page.countries[o.country])]
    people = {slug(office.person): office for office in named or ([] if keys else offices)}
    return next(iter(people.values())) if len(people) == 1 else None


def holders_on(page: Page, country: str, role: Role) -> list[Office]:
    """Who held the office of a title on the day of publication; empty where the table does not say."""
    day = page.day
    if day is None or not role.office:
        return []
    roles = HEADS if role.office in HEADS else (role.office,)
    rows = [o for r in roles for o in page.tables.holders.get((country, r), ()) if o.held_on(day)]
    called = [o for o in rows if _is_called(o, role)]  # "president", and not the leader beside one
    found = {slug(o.person): o for o in called or [o for o in rows if o.role == role.office]}
    return list(found.values())


def has_office(page: Page, country: str, role: Role) -> bool:
    """Whether there is such an office there; who rules a land without a premier is called by another title."""
    rows = page.tables.holders.get((country, role.office or ""), ())
    return any(role.office not in HEADS or _is_called(office, role) for office in rows)


def _is_called(office: Office, role: Role) -> bool:
    words = f" {office.title.lower()} "
    return any(f" {noun} " in words for noun in role.nouns)
