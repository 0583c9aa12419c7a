"""Names of persons with their titles in, persons at the tokens that head their phrases out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import msgspec
from msgspec.structs import replace

from detente.coding.actors.names.beside import (
    is_of_unknown_house,
    is_private,
    title_after,
    title_told,
    titles_apposed,
    titles_before,
)
from detente.coding.actors.names.delegates import as_delegate
from detente.coding.actors.names.identify import Told, identify, short_title
from detente.coding.actors.names.people import Person, Registry
from detente.coding.actors.names.runs import Run, find_runs
from detente.coding.actors.names.tellers import side_of_teller
from detente.coding.actors.names.untitled import as_leader, may_be, title_taken_up
from detente.coding.actors.names.which_office import best_office, candidates
from detente.coding.actors.page import PEOPLE, Page, Title
from detente.coding.actors.pointing.opposite import states_opposite
from detente.coding.actors.pointing.reacting import states_reacting
from detente.coding.actors.side import Owner, Side, side_of
from detente.coding.actors.titles.sides import sides_of
from detente.coding.actors.titles.titles import title_role
from detente.knowledge.actor_names import slug
from detente.knowledge.actor_rows import Role
from detente.reading.shapes import SUBJECTS
from detente.records import Span
from detente.stages import InParts, Parts

PERSON = "person"  # a group of roles


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A person named on tokens `[start, end)`; `phrase_start` is where the title before the name begins."""

    person: Person
    start: int
    end: int
    phrase_start: int
    titles: tuple[Title, ...] = ()
    plain_title: bool = False


@dataclass
class OwnersNamed:
    """For whom the persons act, by the last tokens of their names: what the text tells, else the offices of names that are
    clear by themselves, for "Rassendyll's defence minister".
    """

    page: Page
    told: dict[int, Owner | None] = field(default_factory=dict)

    def get(self, last: int, /) -> Owner | None:
        """Looked up only where it is asked for, which is seldom."""
        if last not in self.told:
            self.told[last] = self._by_name(last)
        return self.told[last]

    def _by_name(self, last: int) -> Owner | None:
        hit = self.page.hit_at.get(last)
        if hit is None or hit.end - 1 != last or not hit.kinds <= PEOPLE:
            return None
        full, surname = candidates(hit)
        office = best_office(full or surname, self.page, role=None, sides=(), full=bool(full))
        return office and Owner(office.person, office.state, office.organisation)


@dataclass
class Naming:
    """The persons found so far; `used` are titles that belong to a named person."""

    page: Page
    registry: Registry
    found: list[Named] = field(default_factory=list)
    used: dict[int, Named] = field(default_factory=dict)
    strangers: list[Run] = field(default_factory=list)
    again: list[tuple[Run, Person]] = field(default_factory=list)  # those of strangers, by their names alone

    @cached_property
    def owners(self) -> OwnersNamed:
        """For whom the persons act."""
        return OwnersNamed(self.page)

    @cached_property
    def people(self) -> list[tuple[Named, Person]]:
        """Each name with the person whose it is; asked for when all are found."""
        return [(named, self.registry.people[slug(named.person.name)]) for named in self.found]

    def titled(self, role: Role, country: str) -> Person | None:
        """Whom the text itself calls the holder of an office of a state."""
        for named, person in self.people:
            if not named.titles or person.country != country or person.former:
                continue
            called = any(role in t.roles for t in named.titles)
            if called and not any(t.former or t.coming or t.deputy for t in named.titles):
                return person
        return None

    def last_with_role(self, role: Role, before: int, apart: frozenset[str] = frozenset()) -> Person | None:
        """The political person in that role named last before a token; of two, whom the text calls by that title.

        "The minister" may be a foreign minister; "the prime minister" is no other minister. apart: states
        whose he is not.
        """
        short = short_title(role) if " " not in role.nouns[0] else ""
        wanted = {role.role, role.office, short} - {""}
        last: Person | None = None
        for named, person in reversed(self.people):
            if person.country in apart or named.start >= before:
                continue
            if person.former or wanted.isdisjoint(person.roles) or not person.political:
                continue
            if not named.titles or any(role in title.roles for title in named.titles):
                return last if last and not named.titles else person
            last = last or person
        return last


@InParts
def find_persons(page: Page) -> Parts[Naming]:
    """First names given in full or with a title, then surnames that those or the office tables explain."""
    naming = Naming(page=page, registry=Registry(page=page))
    found = find_runs(page)
    page.personal.update(i for run in found for i in range(run.start, run.end))
    naming.strangers += [run for run in found if run.first]
    yield
    unclear = [run for run in found if not run.first and not _name(naming, run, alone=False)]
    for run in unclear:
        _name(naming, run, alone=True)
    naming.found.sort(key=lambda named: named.start)
    return naming


def _name(naming: Naming, run: Run, *, alone: bool) -> bool:
    """Find out who a run of name words is. Without `alone`, only by a full name, a title or an apposition."""
    page = naming.page
    titles = tuple(sorted(titles_before(page, run.start), key=lambda title: not _is_office(title)))
    beside = titles or tuple(titles_apposed(page, run))
    belongs = beside or _taken_up(naming, run)
    sides, role = _sides_and_role(naming, belongs, run)
    if belongs and not sides:
        sides = _realm(page, run) or _of_second_title(naming, run) or _of_those_led(naming, belongs)
    opposite = states_opposite(page, run.end - 1, role.sectors) if role else frozenset()
    opposite |= states_reacting(page, run.end - 1)
    told = Told(
        role=role, sides=sides, titled=bool(belongs), alone=alone, opposite=opposite,
        teller=side_of_teller(page, run.end - 1, opposite, naming.owners) if belongs and not sides else None,
        former=any(title.former for title in belongs),
        acts=page.doc[run.end - 1].dep_ in SUBJECTS,
        met=page.doc[run.end - 1].dep_ == "dobj",
    )  # fmt: skip
    person = identify(naming.registry, run, told)
    if person is None:
        return False
    if not person.political and not belongs:
        person = as_delegate(as_leader(person, page, run), page, run)
    if told.former:
        person = replace(person, former=True)
    person = naming.registry.meet(person)
    if run.end - run.start > 1 and person.office is not None:
        naming.registry.call(page.doc[run.end - 1].text, person)
    if not person.political and not belongs:
        naming.strangers.append(run)
        naming.again.append((run, person))
        return True
    start = _phrase_start(titles, sides, run)
    named = Named(
        person=person, start=run.start, end=run.end, phrase_start=start, titles=belongs, plain_title=not sides
    )
    naming.found.append(named)
    own = Owner(person.name, person.country, person.organisation)
    naming.owners.told[run.end - 1] = own if person.political else None
    naming.used.update((title.start, named) for title in beside)
    return True


def _taken_up(naming: Naming, run: Run) -> tuple[Title, ...]:
    """The title of the nameless speaker before, where its words say whose it is."""
    page, title = naming.page, title_taken_up(naming.page, run)
    if title is None:
        return ()
    sides = sides_of(page, title.start, title.end, title.head, naming.owners)
    return (title,) if len(sides) == 1 and sides[0].key and may_be(page, run, sides[0]) else ()


def _is_office(title: Title) -> bool:
    """Whether somebody holds it: a "Defence Ministry" is no office of its spokesman."""
    return any(role.office and role.group == "person" for role in title.roles)


def _of_second_title(naming: Naming, run: Run) -> tuple[Side, ...]:
    """ "General Otto Horn, the military governor of Sylvania": whose the second title is, where the first is bare."""
    page = naming.page
    title = title_after(page, run.end) or title_told(page, run.end)
    return sides_of(page, title.start, title.end, title.head, naming.owners) if title is not None else ()


def _of_those_led(naming: Naming, titles: tuple[Title, ...]) -> tuple[Side, ...]:
    """ "A Sylvanian delegation led by Deputy Minister Otto Horn": he is of those whom he leads."""
    page, first = naming.page, min(title.start for title in titles)
    by = first - 1 - (page.doc[first - 1].lower_ == "the")
    if by < 2 or page.doc[by].lower_ != "by" or not page.is_word(by - 1, "led"):
        return ()
    led = page.title_at.get(by - 2 - (page.doc[by - 2].text == ","))
    return () if led is None else sides_of(page, led.start, led.end, led.head, naming.owners)


def _realm(page: Page, run: Run) -> tuple[Side, ...]:
    """ "President Rudolf of Ruritania", "President Rudolf of the Danubian Republic"."""
    at = run.end + 1
    if at < len(page.doc) and page.doc[at].tag_ == "DT" and at not in page.hit_at:
        at += 1
    hit = page.hit_at.get(at)
    if hit is None or page.doc[run.end].lower_ != "of" or "state" not in hit.kinds:
        return ()
    side = side_of(hit, page)
    return (side,) if side is not None else ()


def _phrase_start(titles: tuple[Title, ...], sides: tuple[Side, ...], run: Run) -> int:
    if not titles:
        return run.start
    first = min(title.start for title in titles)
    before = [side.start for side in sides if side.start < first]
    return min([first, *before])


def _sides_and_role(
    naming: Naming, titles: tuple[Title, ...], run: Run
) -> tuple[tuple[Side, ...], Role | None]:
    sides: tuple[Side, ...] = ()
    if any(is_of_unknown_house(naming.page, title) for title in titles):
        return sides, None  # "Zenda City captain Otto Horn": whatever the town is of
    for title in titles:
        sides = sides_of(naming.page, title.start, title.end, title.head, naming.owners)
        if sides:
            break
    if run.hit is not None and run.hit.rows("person") and all(map(_is_people, sides)):
        sides = ()  # "Zendan leader Otto Horn", where it is known whose he is
    if not titles:
        return sides, None
    if not sides and any(is_private(naming.page, title) for title in titles):
        return sides, None  # "the company's president, Otto Horn": of no state
    return sides, (None if sides else _role_of_name(titles[0], run)) or title_role(
        titles[0], {side.country for side in sides}, naming.page
    )


def _is_people(side: Side) -> bool:
    """Whether it is a people of several states or a faith, and no state or body."""
    return side.country is None and "CVL" in side.sectors


def _role_of_name(title: Title, run: Run) -> Role | None:
    """Of the offices that one title names in several states, the one that somebody of that name holds."""
    if run.hit is None or len(title.roles) == 1:
        return None
    held = {office.country for office in run.hit.rows("person", "surname")}
    fitting = [role for role in title.roles if held & set(role.countries)]
    return fitting[0] if len(fitting) == 1 else None


def span_of(page: Page, start: int, end: int) -> Span:
    """Offsets of tokens `[start, end)`."""
    last = page.doc[end - 1]
    return Span(page.doc[start].idx, last.idx + len(last.text))
