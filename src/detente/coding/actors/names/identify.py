"""A name with what is told about it in, the person that it names out."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from msgspec.structs import replace

from detente.coding.actors.names.in_office import has_office, holders_on, reigning, royals
from detente.coding.actors.names.people import Person, Registry, from_office
from detente.coding.actors.names.runs import Run
from detente.coding.actors.names.spelling import alike_countries, similar_holder
from detente.coding.actors.names.which_office import best_office, candidates
from detente.coding.actors.page import POLITICAL, Page
from detente.coding.actors.side import Side
from detente.coding.actors.titles.setting import seat_sent_from
from detente.coding.reasons import ONLY_STATE
from detente.knowledge.actor_rows import Office, Role

OPPOSED, OF_FIRM = "OPP", ("BUS",)  # a sector, sectors


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside a name. alone: look the name up even when nothing does. opposite: whom the clause is aimed at.

    acts, met: he is the subject or the object of his clause. teller: the state that tells of what he does abroad.
    """

    role: Role | None = None
    sides: tuple[Side, ...] = ()
    titled: bool = False
    alone: bool = False
    opposite: frozenset[str] = frozenset()
    former: bool = False
    acts: bool = False
    met: bool = False
    teller: Side | None = None


def identify(registry: Registry, run: Run, told: Told) -> Person | None:
    """Who the name is: by office table, by what was said before, by title; None when it stays unclear."""
    page = registry.page
    text = page.text(run.start, run.end)
    full, last = candidates(run.hit) if run.hit else ([], [])
    size = run.end - run.start
    if size == 1 and told.titled and told.role is not None:
        monarch = reigning(text, page, role=told.role, sides=told.sides)
        if monarch is not None:
            return _titled(from_office(monarch), told, page)
    matched = run.hit.end - run.hit.start if run.hit else 0
    if full and run.hit and (matched == size or matched > 2 or run.hit.end == run.end):
        office = best_office(full, page, role=told.role, sides=told.sides, full=True)
        if office is not None:
            return _titled(from_office(office, page.day), told, page)
        later = _later_holder(full, page) if size > 1 else None
        if later is not None:
            return _titled(from_office(later, page.day), told, page)
    by_surname = bool(last) and matched == size
    short = size <= 2 or by_surname or (size == 3 and "-" in text)  # "Al-Hentzau" is three tokens
    known = registry.named(text) or (registry.of_surname(text) if short and not full else None)
    if known is not None and (told.alone or known.political or _called_alike(known, told.role)):
        return _titled(known, told, page)
    first = registry.of_first(text, told.role) if size == 1 else None
    if first is not None and (told.titled or told.alone):
        return _titled(
            first, told, page
        )  # "Mr Rudolf" after "Rudolf Hentzau", whoever else has it for a surname
    if by_surname and (told.titled or told.alone):
        office = best_office(last, page, role=told.role, sides=told.sides, full=False)
        if office is not None:
            kin = registry.of_family(text, office.country)
            return _titled(kin or from_office(office), told, page)
    if told.titled and told.role is not None and told.role.group == "person":
        office = similar_holder(text, page, role=told.role, sides=told.sides)
        office = office or (royals(text, page, role=told.role, sides=told.sides) if size == 1 else None)
        return _titled(Person(name=text) if office is None else from_office(office), told, page)
    unknown = (
        size >= 2 and not full and told.alone == by_surname
    )  # "Von der Hentzau" may be known when all are named
    return Person(name=text) if unknown else None


def _called_alike(person: Person, role: Role | None) -> bool:
    """Whether he was called so before: "General Horn" after "Gen. Otto Horn" is no premier of that name."""
    return role is not None and role.role in person.roles


def _later_holder(offices: list[Office], page: Page) -> Office | None:
    """Who is named in full in a text on his state years before he held an office there."""
    people = {office.person for office in offices}
    first = min(offices, key=lambda office: office.start)
    later = page.day is not None and first.start > page.day
    return first if later and len(people) == 1 and page.countries[first.country] else None


def _titled(person: Person, told: Told, page: Page) -> Person:
    """What the title says of a person, on top of what is known."""
    role = told.role
    if role is None:
        return person
    person = replace(person, roles=person.roles | {role.role, role.office or role.role, short_title(role)})
    firm = next((s for s in told.sides if s.sectors == OF_FIRM), None)
    if firm is not None and person.office is not None:
        return replace(person, sectors=OF_FIRM, country=firm.country or person.country)
    if person.political and person.office is not None:
        opposes = role.sectors == (OPPOSED,)  # "the opposition leader, Rudolf Hentzau", who once ruled
        return replace(person, sectors=role.sectors if opposes else person.sectors or role.sectors)
    side = next((s for s in told.sides if s.key), None)
    if side is None:
        side = _default_side(role, page, person.name, told)
        side = None if side is not None and side.country in told.opposite and side.inferred else side
        side = side or _of_paper(role, page, told)
    if side is None:
        return replace(person, sectors=role.sectors or person.sectors)
    speaks = role.role == "spokesperson" or side.sectors == OF_FIRM or not role.sectors
    own = side.sectors and (side.organisation or speaks)
    return replace(
        person,
        country=side.country,
        organisation=side.organisation,
        sectors=side.sectors if own else role.sectors,
        inferred=side.inferred,
    )


def short_title(role: Role) -> str:
    """What a title is shortened to: "the minister" for "the foreign minister"."""
    return "=" + role.nouns[0].split()[-1]


def _default_side(role: Role, page: Page, name: str, told: Told) -> Side | None:
    """Without a state beside the title: the state that alone has the role, or alone can be meant.

    Who holds the office today says nothing of who has left it.
    """
    if len(role.countries) == 1:
        state = page.tables.state_by_id.get(role.countries[0])
        called = state.name if state else role.countries[0]
        return Side(
            name=called, country=role.countries[0], start=0, end=0, inferred=f"a title used in {called}"
        )
    if not set(role.sectors) & POLITICAL:
        return None
    if told.met and not page.words["accredited"].isdisjoint(role.nouns):
        # "summoned Ambassador Hentzau": of another state than whoever did
        return only_state(page, told.opposite) if told.opposite else None
    home = _home_side(role, page, told)
    only = _land_of_town(role, page) or (home if page.home and page.home.official else None)
    only = (
        only
        or _of_capital(role, page, told)
        or only_state(page)
        or home
        or _only_possible(role, page)
        or told.teller
    )
    if only is not None or not role.office:
        return only
    likely = alike_countries(name, page, role=role)
    if not likely and told.former:
        return None
    open_to = likely or [country for country in page.countries if not holders_on(page, country, role)]
    if len(open_to) != 1:
        return None
    state = page.tables.state_by_id.get(open_to[0])
    called = state.name if state else open_to[0]
    why = f"of the states in the text only {called} can have had this {role.nouns[0]} on {page.day}"
    return Side(name=called, country=open_to[0], start=0, end=0, inferred=why)


def _home_side(role: Role, page: Page, told: Told) -> Side | None:
    """ "Minister Rassendyll departs" on the page of his ministry; who is met there is a guest, and an envoy may be one."""
    land = page.home.actor.country if page.home is not None else None
    guest = not page.words["accredited"].isdisjoint(role.nouns)
    if (
        page.home is None
        or land is None
        or told.former
        or not told.acts
        or guest
        or "GOV" not in role.sectors
    ):
        return None
    name = page.tables.state_by_id[land].name
    return Side(name=name, country=land, start=0, end=0, inferred=page.home.actor.inferred)


def _of_capital(role: Role, page: Page, told: Told) -> Side | None:
    """ "STRELSAU - Premier Rassendyll will go to Sylvania": who rules where it is written, and is not said to come there."""
    guest = told.former or not told.acts or not page.words["accredited"].isdisjoint(role.nouns)
    land = None if guest or not role.office else seat_sent_from(page)
    if land is None or not has_office(page, land, role):
        return None
    name = page.tables.state_by_id[land].name
    return Side(name=name, country=land, start=0, end=0, inferred=f"told from the capital of {name}")


def _of_paper(role: Role, page: Page, told: Told) -> Side | None:
    """ "President Rassendyll will fly to Sylvania", in The Strelsau Gazette: at home nobody says whose he is."""
    guest = told.former or not told.acts or not page.words["accredited"].isdisjoint(role.nouns)
    return None if guest else side_of_paper(page, role, told.opposite)


def side_of_paper(page: Page, role: Role, opposite: Collection[str]) -> Side | None:
    """The state of the paper, for who holds an office of state there and is told to act on no such."""
    paper = page.paper
    if paper is None or not role.office or "GOV" not in role.sectors or paper.country in opposite:
        return None
    land = paper.country or ""
    if not has_office(page, land, role):
        return None
    name = page.tables.state_by_id[land].name
    return Side(name=name, country=land, start=0, end=0, inferred=f"told in a paper of {name}")


def _land_of_town(role: Role, page: Page) -> Side | None:
    """ "Mayor Zabel asks people to leave Zenda before a Sylvanian attack": of where the town is, and not Sylvanian."""
    lands = page.lands - set(page.countries) if role.id in page.words["local roles"] else frozenset[str]()
    if len(lands) != 1:
        return None
    (land,) = lands
    state = page.tables.state_by_id.get(land)
    called = state.name if state else land
    why = f"{called} is where the one town of the text lies"
    return Side(name=called, country=land, start=0, end=0, inferred=why)


def _only_possible(role: Role, page: Page) -> Side | None:
    """The one state in the text that has such an office at all: a crown prince is of no republic."""
    possible = [country for country in page.countries if country in role.countries]
    if len(possible) != 1:
        return None
    state = page.tables.state_by_id.get(possible[0])
    called = state.name if state else possible[0]
    why = f"of the states in the text only {called} has a {role.nouns[0]}"
    return Side(name=called, country=possible[0], start=0, end=0, inferred=why)


def only_state(page: Page, apart: frozenset[str] = frozenset()) -> Side | None:
    """The state of a text that names one, or names none and office-holders or rebels of one.

    None where it names politicians of another. apart: states that are not meant.
    """
    named = ((set(page.countries) | page.served) or page.fought) - apart
    if len(named) != 1 or not page.peopled <= named | apart:
        return None
    country = next(iter(named))
    state = page.tables.state_by_id.get(country)
    name = state.name if state else country
    return Side(
        name=name,
        country=country,
        start=0,
        end=0,
        inferred=ONLY_STATE.of(name)
        if page.countries
        else f"{name} is the only state that the text points to",
    )
