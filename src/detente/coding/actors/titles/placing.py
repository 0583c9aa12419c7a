"""Titled persons without a state in; the state that the words around or the text leave for them out.

Each is said to be inferred, and how; where nothing points to one state the person is left without.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.actors.names.describing import is_told_of_by_people
from detente.coding.actors.names.persons import Named, Naming
from detente.coding.actors.page import POLITICAL, STATE_KINDS, Page
from detente.coding.actors.side import Side, side_of, side_of_place
from detente.coding.actors.titles.receiving import of_host, shares
from detente.coding.actors.titles.sides import sides_of
from detente.knowledge.actor_names import slug
from detente.reading.tokens import Span, Token

_MANY = 3  # times that the main state of a text is named at least
_CLEARLY = 2  # times as often as any other
BESIDE, GROUP = ("(", ","), frozenset({"group"})
ACTS, FOR_A_STATE = "nsubj", frozenset({"GOV", "MIL", "SPY"})  # a label, sectors


def place_unplaced(naming: Naming) -> None:
    """Give a state to each person who has a political title and no state."""
    for named in naming.found:
        key = slug(named.person.name)
        person = naming.registry.people[key]
        if person.political or not named.titles or not set(person.sectors) & POLITICAL:
            continue
        side = next(_sides(naming, named), None)
        if side is not None:
            naming.registry.people[key] = replace(
                person, country=side.country, organisation=side.organisation, inferred=side.inferred
            )
    _find_again(naming)


def _find_again(naming: Naming) -> None:
    """ "Deputy Minister Otto Horn ... Horn said": his name alone, once it is known whose he is."""
    for run, person in naming.again:
        known = naming.registry.people.get(slug(person.name))
        if known is None or not known.political or not known.inferred:
            continue
        naming.found.append(Named(person=known, start=run.start, end=run.end, phrase_start=run.start))
        naming.strangers.remove(run)
    naming.found.sort(key=lambda named: named.start)


def _sides(naming: Naming, named: Named) -> Iterator[Side]:
    for find in (
        _of_realm,
        _of_owner,
        of_host,
        _of_neighbour,
        _of_predecessor,
        _of_subject,
        _of_topic,
        _of_text,
    ):
        side = find(naming, named)
        if side is not None and side.key:
            yield side


def _of_realm(naming: Naming, named: Named) -> Side | None:
    """ "President Rudolf of Ruritania", "Senator Holm of Zenda", "Senator Holm (R-Ohio)"."""
    page, end = naming.page, named.end
    if end + 1 >= len(page.doc) or (hit := page.hit_at.get(end + 1)) is None:
        return None
    if page.doc[end].lower_ == "of":
        return side_of(hit, page) if hit.kinds & STATE_KINDS else side_of_place(hit, page)
    return side_of(hit, page) if page.doc[end].text in BESIDE and hit.kinds == GROUP else None


def _of_owner(naming: Naming, named: Named) -> Side | None:
    """ "Rassendyll's adviser, Otto Sapt" is of Rassendyll's state, once it is known."""
    for title in named.titles:
        for side in sides_of(naming.page, title.start, title.end, title.head, naming.owners):
            return replace(side, inferred=side.inferred or f"{side.name} is named beside the title")
    return None


def _of_neighbour(naming: Naming, named: Named) -> Side | None:
    """ "President X and Minister Z": of the state of the titled person beside."""
    sentence = naming.page.doc[named.start].sent
    beside = [
        (abs(other.start - named.start), person)
        for other in naming.found
        if sentence.start <= other.start < sentence.end and other.titles and other.plain_title
        if (person := naming.registry.people[slug(other.person.name)]).country
    ]
    if not beside:
        return None
    _, near = min(beside, key=lambda pair: pair[0])
    return _side(near.country, near.name, f"named beside {near.name}")


def _of_predecessor(naming: Naming, named: Named) -> Side | None:
    """ "the first Sylvanian foreign minister there since former Foreign Minister X"."""
    page = naming.page
    sentence = page.doc[named.start].sent
    roles = {role.id for title in named.titles if title.former for role in title.roles}
    for title in page.titles:
        if not sentence.start <= title.start < named.phrase_start or not shares(title, roles):
            continue
        sides = sides_of(page, title.start, title.end, title.head, naming.owners)
        if len(sides) == 1:
            return replace(sides[0], inferred=f"named beside another {page.text(title.start, title.end)}")
    return None


def _of_subject(naming: Naming, named: Named) -> Side | None:
    """ "Sylvania put off Foreign Minister X's visit", "Sylvania will send Foreign Minister X"."""
    page = naming.page
    root = page.root(named.start, named.end)
    possessor = root.dep_ == "poss"
    verb = root.head.head if possessor else root.head
    own = possessor or verb.lemma_ in page.words["sends"]
    if not own or (root if not possessor else root.head).dep_ not in ("dobj", "nsubjpass"):
        return None
    for child in verb.children:
        hit = page.hit_at.get(child.i)
        if child.dep_ == "nsubj" and hit is not None and hit.kinds & STATE_KINDS:
            side = side_of(hit, page)
            return side and replace(side, inferred=f"{side.name} is what the sentence is about")
    return None


def _of_topic(naming: Naming, named: Named) -> Side | None:
    """ "Sylvania closed its embassy. "We regret it," foreign ministry spokesman X said": of whoever acted just before.

    Not if he judges what was done, which another may have suffered.
    """
    page, root = naming.page, naming.page.root(named.start, named.end)
    sentence = root.sent
    if not sentence.start or not _speaks(page, named) or root.head.lemma_.lower() in page.words["deploring"]:
        return None
    subjects = [c for c in page.doc[sentence.start - 1].sent.root.lefts if c.dep_ == ACTS]
    side = _who_acts(naming, subjects[0]) if len(subjects) == 1 and not subjects[0].conjuncts else None
    if side is None or side.country is None or side.country in _named_in(page, sentence):
        return None
    return replace(side, start=0, end=0, inferred=f"what is told before is about {side.name}")


def _speaks(page: Page, named: Named) -> bool:
    """Whether one with his title speaks for the state at home."""
    roles = [role for title in named.titles for role in title.roles]
    told = page.words["speaks"] - page.words["accredited"]
    return any(role.role in told and FOR_A_STATE.intersection(role.sectors) for role in roles)


def _who_acts(naming: Naming, subject: Token) -> Side | None:
    """The state that a subject names or is of."""
    page = naming.page
    hit, title = page.hit_at.get(subject.i), page.title_at.get(subject.i)
    if hit is not None and hit.kinds & STATE_KINDS:
        return side_of(hit, page)
    if title is not None:
        sides = sides_of(page, title.start, title.end, title.head, naming.owners)
        return sides[0] if len(sides) == 1 and not sides[0].weak else None
    person = next((n for n in naming.found if n.end == subject.i + 1), None)
    acting = naming.registry.people[slug(person.person.name)] if person is not None else None
    return _side(acting.country, acting.name, "") if acting is not None else None


def _named_in(page: Page, sentence: Span) -> set[str | None]:
    sides = (side_of(hit, page) for hit in page.hits_by_sentence.get(sentence.start, ()))
    return {side.country for side in sides if side is not None}


def _of_text(naming: Naming, named: Named) -> Side | None:
    """The state that a text names far more often than any other."""
    page = naming.page
    ranked = page.countries.most_common(2)
    if not ranked or ranked[0][1] < _MANY or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    country = ranked[0][0]
    if is_told_of_by_people(page, country):
        return _who_governs(naming, country)
    name = _called(page, country)
    return _side(country, name, f"{name} is the state that the text is about")


def _who_governs(naming: Naming, people: str) -> Side | None:
    """In a text of Sylvanian hostages the one other state that it names."""
    page = naming.page
    others = set(page.countries) - {people}
    if len(others) != 1:
        return None
    (country,) = others
    name = _called(page, country)
    return _side(country, name, f"the text tells of {name} and of people from elsewhere")


def _called(page: Page, country: str) -> str:
    state = page.tables.state_by_id.get(country)
    return state.name if state else country


def _side(country: str | None, name: str, why: str) -> Side:
    return Side(name=name, country=country, start=0, end=0, inferred=why)
