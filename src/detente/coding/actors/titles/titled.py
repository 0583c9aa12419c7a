"""Titles and group terms in ("the defence minister of Ruritania", "Sylvanian officials"), mentions out."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.names.beside import is_private
from detente.coding.actors.names.in_office import LEADER, holders_on, in_office, names_holder
from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.people import Person, from_office
from detente.coding.actors.names.persons import Naming, span_of
from detente.coding.actors.names.which_office import HEADS
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.apposed import add_apposed_state, apposed_after
from detente.coding.actors.pointing.breakaway import of_breakaway
from detente.coding.actors.pointing.terms import resolve_term
from detente.coding.actors.side import Side
from detente.coding.actors.titles.group_told_before import beyond_where, fighters_beside, group_told_before
from detente.coding.actors.titles.in_front import stands_alone
from detente.coding.actors.titles.just_before import told_just_before
from detente.coding.actors.titles.many_lands import of_no_side
from detente.coding.actors.titles.of_inner import inner_title, side_of_whole, sides_of_inner
from detente.coding.actors.titles.offices import person_told_before
from detente.coding.actors.titles.own_page import of_own_page
from detente.coding.actors.titles.persons_meant import named_before, named_by_origin, phrase_of
from detente.coding.actors.titles.rebels_beside import land_of_rebels
from detente.coding.actors.titles.titles import title_role
from detente.coding.actors.titles.told_again import side_told_again
from detente.coding.actors.titles.told_before import of_its_meeting, of_meeting_before, told_before
from detente.coding.actors.titles.whose import COUNTERPART, context_of, of_organisation, title_sides
from detente.coding.roles.mentions import Mention
from detente.ids import is_organisation
from detente.knowledge.actor_names import CORE_ROLES, slug
from detente.knowledge.actor_rows import Office, Role
from detente.reading.tokens import Token
from detente.records import Actor, Span

OUTLAWS, PEOPLES = frozenset({"CRM", "REB", "UAF"}), frozenset({"CVL", "REL"})
REBELS = ("REB",)
TERMS = ("state", "organisation")  # roles that only point back to something named before
_SAME_AS_STATE = ("government",)


def add_title(page: Page, naming: Naming, draft: Draft, title: Title) -> None:
    """A mention for a title that belongs to no name."""
    if title.start in naming.used or title.head in draft.actors or is_private(page, title):
        return
    sides = of_breakaway(page, draft, title, title_sides(page, naming, draft, title))
    if not sides and (inner := inner_title(page, title)) is not None:
        add_title(page, naming, draft, inner)
        sides = sides_of_inner(draft, inner)
    if not sides:
        told = person_told_before(page, naming, draft, title)
        sides = of_own_page(page, draft, title, told)
        if told is not None and not sides:
            _put(page, draft, title, told, modifies=False)
            return
    if all(side.weak for side in sides):
        sides = side_of_whole(page, draft, title) or land_of_rebels(page, draft, title) or sides
    known = _named_right_after(page, draft, title) or (None if sides else of_no_side(page, draft, title))
    if known is not None:
        draft.actors[title.head] = known
        return
    if all(side.weak for side in sides) and _add_counted(page, naming, draft, page.doc[title.head]):
        return
    if not sides and title.lemma in page.words["carried"]:
        return  # "a convoy": whose nobody says
    role = title_role(title, {side.country for side in sides}, page)
    if role.role in TERMS and role.group != "person":
        # "NATO ally Sylvania"; "the NATO ally" without a name is some state of it
        ours = of_organisation(sides)
        if ours or not _add_own_state(page, draft, title, sides):
            add_apposed_state(page, draft, title)
        if not ours or title.head in draft.actors:
            return
    mention = (
        named_before(page, naming, title, role, sides)
        or named_by_origin(page, naming, draft, title, sides)
        or _mention(page, naming, draft, title, role, sides)
    )
    if mention is not None:
        modifies = bool(sides) or mention.kind == "group" or _fights(page, title, role)
        _put(page, draft, title, mention, modifies=modifies)


def _fights(page: Page, title: Title, role: Role) -> bool:
    """ "Rebel shelling", "an insurgent ambush": what the rebels of a state do or hold is theirs."""
    return role.sectors == REBELS and page.is_word(title.end, "of_fighters")


def _add_counted(page: Page, naming: Naming, draft: Draft, token: Token) -> bool:
    """ "The two presidents" of a meeting in Strelsau: those named before, and not of the state where they are."""
    mention = resolve_term(page, naming, draft, token)
    if mention is None or not mention.several:
        return False
    draft.actors[token.i] = mention
    add_shared(page, draft, token)
    return True


def _put(page: Page, draft: Draft, title: Title, mention: Mention, *, modifies: bool) -> None:
    """As an actor, or as the modifier of a noun; of a noun that heads a sentence as both, for it may be its verb."""
    token = page.doc[title.head]
    if token.dep_ not in ("compound", "amod") or token.head.i < title.end:
        draft.actors[title.head] = mention
        return
    if token.head.i in page.title_at or token.head.i in draft.actors or not modifies:
        return
    draft.modifiers[title.head] = mention
    if token.head.dep_ == "ROOT" and token.head.i == title.end:
        draft.actors[title.head] = mention


def _add_own_state(page: Page, draft: Draft, title: Title, sides: tuple[Side, ...]) -> bool:
    """ "the Sylvanian side", "Sylvania's capital": the state itself."""
    word = page.doc[title.head].lemma_.lower()
    if len(sides) != 1 or title.plural or word not in page.words["own_state"]:
        return False
    side = sides[0]
    if side.country is None:
        return False
    state = page.tables.state_by_id.get(side.country)
    actor = Actor(
        name=state.name if state else side.country, id=side.country, country=side.country, sectors=("GOV",),
        span=span_of(page, *phrase_of(title, sides)), inferred=side.inferred,
    )  # fmt: skip
    draft.actors[title.head] = Mention(head=title.head, actor=actor, kind="state")
    return True


def _named_right_after(page: Page, draft: Draft, title: Title) -> Mention | None:
    """ "the Sylvania-backed rebel group Red Dawn", "Sylvania's largest rebel group, the Red Dawn,": the group itself,
    whoever is named before the noun.
    """
    term = page.forms(title.head)[1]
    if title.plural or not (term in page.words["group_term"] or term in page.words["group_named_after"]):
        return None
    start = title.end if title.end in page.hit_at else apposed_after(page, title)
    hit = page.hit_at.get(start)
    if hit is None or hit.start != start:
        return None
    mention = next((draft.actors[i] for i in range(hit.start, hit.end) if i in draft.actors), None)
    if mention is None or mention.kind != "group" or page.doc[hit.end - 1].tag_ == "POS":
        return None
    return replace(mention, head=title.head)


def add_shared(page: Page, draft: Draft, token: Token) -> None:
    """ "the foreign ministries of both countries": one actor for each that the term after "of" stands for."""
    term, title = draft.actors.get(token.i), page.title_at.get(token.head.head.i)
    if term is None or not term.several or token.head.lower_ not in ("of", "from") or title is None:
        return
    role = title_role(title, (), page)  # but "a summit of the two presidents" is neither's
    if title.head != token.head.head.i or role.role in TERMS or not all(a.country for a in term.several):
        return
    span, name = span_of(page, title.start, token.i + 1), page.text(title.start, token.i + 1)
    sides = tuple(
        Side(name=a.name, country=a.country, start=title.start, end=title.start, inferred=a.inferred)
        for a in term.several
    )
    actors = tuple(_actor(page, title, role, side, name, span) for side in sides)
    draft.actors[title.head] = Mention(
        head=title.head, actor=actors[0], kind=role.group, anonymous=True, several=actors
    )


def _mention(
    page: Page, naming: Naming, draft: Draft, title: Title, role: Role, sides: tuple[Side, ...]
) -> Mention | None:
    span, name = span_of(page, *phrase_of(title, sides)), page.text(*phrase_of(title, sides))
    if role.role == COUNTERPART:
        role = _role_of_owner(page, naming, draft, title) or role
    sides = beyond_where(page, draft, title, role, sides)
    if not sides:
        named = fighters_beside(page, draft, title) or side_told_again(page, draft, title)
        named = named or group_told_before(page, draft, title, role)
        named = named or of_its_meeting(page, draft, title) or of_meeting_before(page, draft, title, role)
        told = None if named else told_just_before(page, draft, title, role)
        sides = named or ((told,) if told else ())
        sides = sides or context_of(page, draft, title, role) or told_before(page, draft, title, role)
        if not sides:
            if not stands_alone(page, title, role) or role.sectors == ("CVL",):
                return None
            actor = Actor(name=name, sectors=role.sectors, span=span, inferred="no state is named for it")
            return Mention(head=title.head, actor=actor, kind=role.group, anonymous=role.group != "body")
    actors = tuple(
        _called_so(page, naming, draft, title, role, side, span)
        or _actor(page, title, role, side, name, span)
        for side in sides
    )
    return Mention(
        head=title.head,
        actor=actors[0],
        kind=role.group if not _is_state(actors[0]) else "state",
        anonymous=actors[0].id is None or title.plural,
        several=actors if len(actors) > 1 else (),
    )


def _role_of_owner(page: Page, naming: Naming, draft: Draft, title: Title) -> Role | None:
    """What "his counterpart" is: what he is."""
    for child in page.doc[title.head].children:
        mention = draft.actors.get(child.i) if child.dep_ == "poss" else None
        person = mention and naming.registry.people.get(slug(mention.actor.name))
        if person:
            held = person.office.role if person.office else min(person.roles & CORE_ROLES, default=None)
            roles = page.tables.roles_by_office.get(held, ()) if held else ()
            return next((role for role in roles if not role.countries), None)
    return None


def _called_so(
    page: Page, naming: Naming, draft: Draft, title: Title, role: Role, side: Side, span: Span
) -> Actor | None:
    """Whom the text calls by that office of that state, before any table is asked."""
    if not side.country or not names_holder(page, title, role, side):
        return None
    person = naming.titled(role, side.country)
    if person is None and role.role == LEADER:
        person = _head_named_before(page, naming, draft, title, side.country)
    if person is None:
        return None
    return person.actor(span, inferred=f"{person.name} is called so in the text")


def _head_named_before(page: Page, naming: Naming, draft: Draft, title: Title, country: str) -> Person | None:
    """The head of state or government of a state whom the text has named before, when it is one."""
    heads = {}
    for i, mention in draft.actors.items():
        person = naming.registry.people.get(slug(mention.actor.name)) or in_office(page, mention, country)
        if i < title.start and person and person.country == country and person.roles & set(HEADS):
            heads[person.name] = person
    return next(iter(heads.values())) if len(heads) == 1 else None


def _is_state(actor: Actor) -> bool:
    return actor.id is not None and actor.id == actor.country


def _actor(page: Page, title: Title, role: Role, side: Side, name: str, span: Span) -> Actor:
    if side.organisation and not side.country and not _of_outlaws(side.organisation, role):
        called = name if side.end else side.name  # "the rebels" of a group that was named before
        armed = (OUTLAWS | {"PRM"}) & set(role.sectors) and set(side.sectors) <= PEOPLES  # "Kurdish fighters"
        sectors = role.sectors if armed else side.sectors
        return Actor(name=called, id=side.organisation, sectors=sectors, span=span, inferred=side.inferred)
    country = side.country
    if role.group == "body" and country:
        return Actor(
            name=name, id=_body_id(page, title, role, country), country=country, sectors=role.sectors,
            span=span,
            inferred=side.inferred,
        )  # fmt: skip
    sectors = side.sectors if role.role in ("spokesperson", "official") and side.sectors else role.sectors
    inferred = side.inferred
    if country and names_holder(page, title, role, side):
        holders = holders_on(page, country, role)
        if len(holders) == 1:
            return _holder(page, holders[0], role, span, side)
        if holders:
            both = " and ".join(office.person for office in holders)
            inferred = f"the table has {both} in that office on {page.day}"
    if title.former:
        sectors = ("ELI", *(s for s in sectors if s != "ELI"))
    return Actor(name=name, country=country, sectors=sectors, span=span, inferred=inferred)


def _of_outlaws(organisation: str, role: Role) -> bool:
    """ "Latin American drug cartels": no organisation of states answers for them."""
    return is_organisation(organisation) and bool(OUTLAWS & set(role.sectors))


def _holder(page: Page, office: Office, role: Role, span: Span, side: Side) -> Actor:
    told = f"; {side.inferred}" if side.inferred else ""
    why = f"held the office of {role.nouns[0]} of {office.country} on {page.day}{told}"
    return from_office(office).actor(span, inferred=why)


def _body_id(page: Page, title: Title, role: Role, country: str) -> str:
    """`RUR:foreign-ministry`; a government is its state."""
    if role.role in _SAME_AS_STATE:
        return country
    words = page.doc.span(title.start, title.end).text.lower()
    known = page.tables.weak_bodies.get((country, words))
    generic = {"ministry": role.nouns[0], "agency": words}.get(role.role, role.role)
    return known or f"{country}:{slug(generic.replace('_', ' '))}"
