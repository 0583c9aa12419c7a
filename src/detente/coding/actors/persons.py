"""Names of persons with their titles in, persons at the tokens that head their phrases out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from detente.coding.actors.page import PEOPLE, POLITICAL, Hit, Page, Title
from detente.coding.actors.people import (
    Person,
    Registry,
    alike_countries,
    best_office,
    candidates,
    from_office,
    holders_on,
    similar_holder,
)
from detente.coding.actors.sides import Side, sides_of, title_role
from detente.knowledge.actor_names import slug
from detente.knowledge.actors import Office, Role
from detente.records import Span

_CAPITALISED = re.compile(r"^[A-ZÀ-ÞĀ-Ž][\w'’.-]*$")
_NAME_TAGS = ("NNP", "NNPS")
_LONGEST_NAME = 7
_LONGEST_TITLE = 14  # tokens of an apposed title before its noun


@dataclass(frozen=True, kw_only=True)
class Run:
    """Tokens `[start, end)` that look like one personal name; `hit` when it is in the tables."""

    start: int
    end: int
    hit: Hit | None = None


@dataclass(frozen=True, kw_only=True)
class Named:
    """A person named on tokens `[start, end)`; `phrase_start` is where the title before the name begins."""

    person: Person
    start: int
    end: int
    phrase_start: int
    titles: tuple[Title, ...] = ()
    plain_title: bool = False


@dataclass
class Naming:
    """The persons found so far; `used` are titles that belong to a named person."""

    page: Page
    registry: Registry
    found: list[Named] = field(default_factory=list)
    used: dict[int, Named] = field(default_factory=dict)
    owners: dict[int, Office | None] = field(default_factory=dict)
    strangers: list[Run] = field(default_factory=list)

    def last_with_role(self, role: Role, before: int) -> Person | None:
        """The political person in that role named last before a token."""
        wanted = {role.role, role.office, _last_word(role)} - {""}
        for named in reversed(self.found):
            person = self.registry.people[slug(named.person.name)]
            if named.start < before and person.political and not person.former and wanted & person.roles:
                return person
        return None


def find_persons(page: Page) -> Naming:
    """First all names given in full or with a title, then surnames that those or the office tables explain."""
    naming = Naming(page=page, registry=Registry(page=page))
    runs = tuple(_runs(page))
    page.personal.update(i for run in runs for i in range(run.start, run.end))
    _note_owners(naming)
    unclear = [run for run in runs if not _name(naming, run, alone=False)]
    for run in unclear:
        _name(naming, run, alone=True)
    _place_beside_others(naming)
    naming.found.sort(key=lambda named: named.start)
    return naming


def _place_beside_others(naming: Naming) -> None:
    """A titled name without a state is of the state of the one that it is listed with: "X, Y and Minister Z"."""
    for named in naming.found:
        key = slug(named.person.name)
        person = naming.registry.people[key]
        if person.political or not named.titles:
            continue
        sentence = naming.page.doc[named.start].sent
        beside = [
            (abs(other.start - named.start), found)
            for other in naming.found
            if sentence.start <= other.start < sentence.end and other.titles and other.plain_title
            if (found := naming.registry.people[slug(other.person.name)]).country
        ]
        if beside:
            _, near = min(beside, key=lambda pair: pair[0])
            why = f"named beside {near.name}"
            naming.registry.people[key] = replace(person, country=near.country, inferred=why)


def _note_owners(naming: Naming) -> None:
    """Offices of names that are clear by themselves, for "Rassendyll's defence minister"."""
    page = naming.page
    for hit in page.hits:
        if hit.kinds & PEOPLE and not hit.kinds - PEOPLE:
            full, last = candidates(hit)
            naming.owners[hit.end - 1] = best_office(full or last, page, role=None, sides=(), full=bool(full))


def _runs(page: Page) -> Iterator[Run]:
    i = 0
    while i < len(page.doc):
        end = _run_end(page, i)
        if end == i:
            i += 1
            continue
        inside = [page.hit_at[j] for j in range(i, end) if j in page.hit_at and page.hit_at[j].kinds & PEOPLE]
        yield Run(
            start=i,
            end=end,
            hit=next((h for h in inside if h.start == i and h.end == end), None) or _full(inside),
        )
        i = end


def _full(hits: list[Hit]) -> Hit | None:
    return next((hit for hit in hits if "person" in hit.kinds), None)


def _run_end(page: Page, start: int) -> int:
    doc, i = page.doc, start
    sentence_end = doc[start].sent.end
    while i < sentence_end and i - start < _LONGEST_NAME:
        hit = page.hit_at.get(i)
        if hit is not None and (i > start or hit.start == i) and hit.kinds & PEOPLE:
            if hit.text in page.words("calendar") or (
                hit.kinds - PEOPLE and not _is_personal(page, hit, start)
            ):
                break
            i = hit.end
        elif _is_name_word(page, i) and (hit is None or _is_personal(page, hit, start)):
            i = hit.end if hit else i + 1
        elif i > start and _joins(page, i):
            i += 1
        else:
            break
    while i > start and (doc[i - 1].text == "-" or page.is_word(i - 1, "particle")):
        i -= 1
    return i


def _is_name_word(page: Page, i: int) -> bool:
    token = page.doc[i]
    return (
        bool(_CAPITALISED.match(token.text))
        and token.tag_ in _NAME_TAGS
        and i not in page.title_at
        and not page.is_word(i, "calendar")
        and not page.is_word(i, "not_personal")
        and token.text not in page.words("calendar") | page.words("honorific")
    )


def _joins(page: Page, i: int) -> bool:
    """A particle, or a hyphen with what it ties on, inside a name."""
    doc = page.doc
    if i + 1 < len(doc) and doc[i].text == "-" and not doc[i].whitespace_ and not doc[i - 1].whitespace_:
        free = i + 1 not in page.title_at and i + 1 not in page.hit_at
        return free and doc[i + 1].text.isalpha() and doc[i + 1].tag_ not in ("VBN", "VBD", "VBG")
    if doc[i - 1].text == "-" and doc[i].text.isalpha() and not doc[i - 1].whitespace_ and i - 2 >= 0:
        return doc[i].text.islower() and not doc[i - 2].whitespace_ and i not in page.title_at
    return (
        page.is_word(i, "particle") and i + 1 < len(doc) and _CAPITALISED.match(doc[i + 1].text) is not None
    )


def _is_personal(page: Page, hit: Hit, start: int) -> bool:
    """Whether a name that can be a place or a state is a person's here: after a first name, a title or "Mr"."""
    before = page.doc[hit.start - 1].text if hit.start else ""
    if before in page.words("honorific"):
        return True
    if hit.start > start:
        return before in page.tables.given_names and hit.end - hit.start == 1
    title = page.title_at.get(hit.start - 1)
    if (
        title is not None
        and title.capital
        and not title.plural
        and hit.kinds <= PEOPLE | {"place", "capital"}
    ):
        return True
    if hit.kinds & PEOPLE and hit.kinds <= PEOPLE | {"place"}:
        return page.doc[hit.start - 1].pos_ != "ADP" if hit.start else True
    following = page.doc[hit.end] if hit.end < len(page.doc) else None
    return (
        following is not None
        and not hit.kinds & {"demonym", "organisation", "group", "body", "outlet", "phrase"}
        and (hit.end not in page.hit_at or page.hit_at[hit.end].kinds <= PEOPLE)
        and _is_name_word(page, hit.end)
        and page.doc[hit.start].dep_ in ("compound", "nmod")
        and page.doc[hit.start].head.i == following.i
    )


def _name(naming: Naming, run: Run, *, alone: bool) -> bool:
    """Find out who a run of name words is. Without `alone`, only by a full name, a title or an apposition."""
    page = naming.page
    titles = tuple(sorted(_titles_before(page, run.start), key=lambda t: not any(r.office for r in t.roles)))
    apposed = () if titles else tuple(_titles_apposed(page, run))
    belongs = titles or apposed
    sides, role = _sides_and_role(naming, belongs)
    text = page.text(run.start, run.end)
    person = _identify(naming, run, text, role=role, sides=sides, alone=alone, titled=bool(belongs))
    if person is None:
        return False
    former = any(title.former for title in belongs)
    if belongs:
        person = replace(person, former=person.former or former)
    person = naming.registry.meet(person)
    if not person.political and not belongs:
        naming.strangers.append(run)
        return True
    start = _phrase_start(titles, sides, run)
    named = Named(
        person=person, start=run.start, end=run.end, phrase_start=start, titles=belongs, plain_title=not sides
    )
    naming.found.append(named)
    naming.owners[run.end - 1] = person.office
    for title in belongs:
        naming.used[title.start] = named
    return True


def _phrase_start(titles: tuple[Title, ...], sides: tuple[Side, ...], run: Run) -> int:
    if not titles:
        return run.start
    first = min(title.start for title in titles)
    before = [side.start for side in sides if side.start < first]
    return min([first, *before])


def _titles_before(page: Page, start: int) -> Iterator[Title]:
    """Titles right before a name: "Foreign Minister", "State Councilor and Foreign Minister", "President of X"."""
    i = start - 1
    while i >= 0 and page.doc[i].text in page.words("honorific"):
        i -= 1
    title = page.title_at.get(i)
    if title is None or _is_body(title):
        title = _title_with_state(page, i)
    if title is None:
        return
    yield title
    while title.start and (before := page.title_at.get(title.start - 1)) is not None and not before.plural:
        yield before  # "Secretary of State Cardinal"
        title = before
    while title is not None and page.doc[title.start - 1].lower_ in ("and", ",") and title.start > 1:
        before = page.title_at.get(title.start - 2)
        if before is None or before.plural or not before.capital or not title.capital:
            return
        yield before
        title = before


def _is_body(title: Title) -> bool:
    return any(role.group == "body" for role in title.roles) and not any(
        role.group == "person" for role in title.roles
    )


def _title_with_state(page: Page, last: int) -> Title | None:
    """ "Prime Minister of Ruritania" before a name, `last` being "Ruritania"."""
    inside = False
    for i in range(last, max(last - 8, -1), -1):
        title = page.title_at.get(i)
        if title is not None and inside and page.doc[title.end].lower_ in ("of", "for", "to"):
            return title if title.capital and not title.plural and not _is_body(title) else None
        token = page.doc[i]
        if token.lower_ in ("of", "for", "to"):
            inside = True
        elif not (
            i in page.hit_at
            or title is not None
            or token.tag_ in _NAME_TAGS
            or token.lower_ in ("the", "and")
        ):
            return None
        else:
            inside = False
    return None


def _titles_apposed(page: Page, run: Run) -> Iterator[Title]:
    """The title of a name between commas: "Rassendyll, the foreign minister", "the minister, Rassendyll,"."""
    after = _title_after(page, run.end)
    if after is not None:
        yield after
        return
    before = _title_ahead(page, run)
    if before is not None:
        yield before


def _title_after(page: Page, end: int) -> Title | None:
    doc = page.doc
    if end >= len(doc) or doc[end].text not in (",", "(", "–", "—"):
        return None
    for i in range(end + 1, min(end + _LONGEST_TITLE, len(doc))):
        title = page.title_at.get(i)
        if title is not None and title.start == i:
            if (
                any(role.group == "body" for role in title.roles)
                and not title.plural
                and title.end < len(doc)
            ):
                continue  # "the defence ministry spokesman"
            if title.plural or _starts_name(page, title.end):
                return None
            return title
        token = doc[i]
        if i in page.hit_at or (
            token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "ADV", "NUM", "X", "PRON") and token.dep_ != "nsubj"
        ):
            continue
        if token.tag_ in ("POS", "HYPH", "VBN") or token.text in "-–" or token.lower_ in ("who", "is"):
            continue
        return None
    return None


def _starts_name(page: Page, i: int) -> bool:
    hit = page.hit_at.get(i)
    return i < len(page.doc) and (
        (_is_name_word(page, i) and hit is None) or (hit is not None and bool(hit.kinds & PEOPLE))
    )


def _title_ahead(page: Page, run: Run) -> Title | None:
    """A singular title before a comma before the name, the name closed by a comma, a stop or a verb."""
    doc = page.doc
    comma = run.start - 1
    while comma > 0 and doc[comma].text in page.words("honorific"):
        comma -= 1
    if comma < 1 or doc[comma].text != "," or (run.end - run.start < 2 and run.hit is None):
        return None
    closing = doc[run.end] if run.end < len(doc) else None
    if (
        closing is not None
        and not closing.is_sent_start
        and closing.text not in ",.;)"
        and closing.pos_ not in ("VERB", "AUX")
        and closing.tag_ != "POS"
    ):
        return None
    for i in range(comma - 1, max(comma - _LONGEST_TITLE, doc[comma].sent.start - 1), -1):
        title = page.title_at.get(i)
        if title is not None:
            body = any(role.group != "person" for role in title.roles)
            if body:
                continue
            return None if title.plural or _starts_name(page, title.end) else title
        if doc[i].pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") and doc[i].text not in "-–":
            return None
    return None


def _sides_and_role(naming: Naming, titles: tuple[Title, ...]) -> tuple[tuple[Side, ...], Role | None]:
    sides: tuple[Side, ...] = ()
    for title in titles:
        sides = sides_of(naming.page, title.start, title.end, title.head, naming.owners)
        if sides:
            break
    if not titles:
        return sides, None
    return sides, title_role(titles[0], sides, naming.page)


def _identify(
    naming: Naming,
    run: Run,
    text: str,
    *,
    role: Role | None,
    sides: tuple[Side, ...],
    alone: bool,
    titled: bool,
) -> Person | None:
    page, registry = naming.page, naming.registry
    full, last = candidates(run.hit) if run.hit else ([], [])
    whole = run.hit is not None and run.hit.end - run.hit.start == run.end - run.start
    known = registry.named(text) or (
        registry.of_surname(text) if run.end - run.start <= 2 and not full else None
    )
    if full and run.hit and (whole or run.hit.end - run.hit.start > 2 or run.hit.end == run.end):
        office = best_office(full, page, role=role, sides=sides, full=True)
        if office is not None:
            return _titled(from_office(office, text), role, sides, page, known_office=True)
    if known is not None and (alone or known.political):
        return _titled(known, role, sides, page, known_office=known.office is not None)
    if last and whole and (titled or alone):
        office = best_office(last, page, role=role, sides=sides, full=False)
        if office is not None:
            return _titled(from_office(office, text), role, sides, page, known_office=True)
    if titled and role is not None and role.group == "person":
        office = similar_holder(text, page, role=role, sides=sides)
        if office is not None:
            return _titled(from_office(office, text), role, sides, page, known_office=True)
        return _titled(Person(name=text), role, sides, page, known_office=False)
    if not alone and run.end - run.start >= 2 and not full:
        return Person(name=text)
    return None


def _titled(
    person: Person, role: Role | None, sides: tuple[Side, ...], page: Page, *, known_office: bool
) -> Person:
    """What the title says of a person, on top of what is known."""
    if role is None:
        return person
    person = replace(person, roles=person.roles | {role.role, role.office or role.role, _last_word(role)})
    if person.political and known_office:
        return replace(person, sectors=person.sectors or role.sectors)
    side = next((s for s in sides if s.key), None) or _default_side(role, page, person.name)
    if side is None:
        return replace(person, sectors=role.sectors or person.sectors)
    sectors = side.sectors if side.organisation or not role.sectors else role.sectors
    if role.role == "spokesperson" and side.sectors:
        sectors = side.sectors
    return replace(
        person, country=side.country, organisation=side.organisation, sectors=sectors, inferred=side.inferred
    )


def _last_word(role: Role) -> str:
    """What a title is shortened to: "the minister" for "the foreign minister"."""
    return "=" + role.nouns[0].split()[-1]


def _default_side(role: Role, page: Page, name: str) -> Side | None:
    """Without a state beside the title: the one state that has the role, or the one in the text that can be meant."""
    if len(role.countries) == 1:
        state = page.tables.state_by_id.get(role.countries[0])
        called = state.name if state else role.countries[0]
        return Side(
            name=called, country=role.countries[0], start=0, end=0, inferred=f"a title used in {called}"
        )
    if not set(role.sectors) & POLITICAL:
        return None
    only = only_state(page)
    if only is not None or not role.office:
        return only
    likely = alike_countries(name, page, role=role)
    open_to = likely or [country for country in page.countries if not holders_on(page, country, role)]
    if len(open_to) != 1:
        return None
    state = page.tables.state_by_id.get(open_to[0])
    called = state.name if state else open_to[0]
    why = f"of the states in the text only {called} can have had this {role.nouns[0]} on {page.day}"
    return Side(name=called, country=open_to[0], start=0, end=0, inferred=why)


def only_state(page: Page) -> Side | None:
    """The state of a text that names one."""
    if len(page.countries) != 1:
        return None
    country = next(iter(page.countries))
    state = page.tables.state_by_id.get(country)
    name = state.name if state else country
    return Side(
        name=name, country=country, start=0, end=0, inferred=f"{name} is the only state that the text names"
    )


def span_of(page: Page, start: int, end: int) -> Span:
    """Offsets of tokens `[start, end)`."""
    last = page.doc[end - 1]
    return Span(page.doc[start].idx, last.idx + len(last))
