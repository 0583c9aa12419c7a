"""Titles and group terms in ("the defence minister of Ruritania", "Sylvanian officials"), mentions out."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from detente.coding.actors.beside import is_private
from detente.coding.actors.identify import only_state
from detente.coding.actors.named import Draft, renamed
from detente.coding.actors.page import Hit, Page, Title
from detente.coding.actors.people import from_office, holders_on
from detente.coding.actors.persons import Naming, span_of
from detente.coding.actors.sides import Side, side_of, side_of_place, sides_of, title_role
from detente.coding.actors.terms import body_before
from detente.coding.mentions import Mention, MentionKind
from detente.knowledge.actor_names import CORE_ROLES, slug
from detente.knowledge.actors import Office, Role
from detente.records import Actor, Span

TERMS = ("state", "organisation")  # roles that only point back to something named before
COUNTERPART = "counterpart"
_SAME_AS_STATE = ("government",)


def add_title(page: Page, naming: Naming, draft: Draft, title: Title) -> None:
    """A mention for a title that belongs to no name."""
    if title.start in naming.used or title.head in draft.actors or is_private(page, title):
        return
    sides = _sides_of(page, naming, draft, title)
    if not sides and (body := body_before(page, draft, title)) is not None:
        draft.actors[title.head] = body
        return
    if not sides and page.doc[title.start : title.end].lemma_.lower() in page.words("carried"):
        return  # "a convoy": whose nobody says
    role = title_role(title, sides, page)
    if role.role in TERMS and role.group != "person" and not _of_organisation(sides):
        _add_apposed_state(page, draft, title)
        return
    mention = _named_before(page, naming, title, role, sides) or _mention(
        page, naming, draft, title, role, sides
    )
    if mention is not None:
        _put(page, draft, title, mention, modifies=bool(sides))


def _put(page: Page, draft: Draft, title: Title, mention: Mention, *, modifies: bool) -> None:
    """As an actor, or as the modifier of a noun; of a noun that heads a sentence as both, for it may be its verb."""
    token = page.doc[title.head]
    if token.dep_ != "compound" or token.head.i < title.end:
        draft.actors[title.head] = mention
        return
    if token.head.i in page.title_at or token.head.i in draft.actors or not modifies:
        return
    draft.modifiers[title.head] = mention
    if token.head.dep_ == "ROOT" and token.head.i == title.end:
        draft.actors[title.head] = mention


def _add_apposed_state(page: Page, draft: Draft, title: Title) -> None:
    """ "its neighbour Sylvania": the noun stands for the state that is named after it."""
    following = title.end + (title.end < len(page.doc) and page.doc[title.end].text == ",")
    hit = page.hit_at.get(following)
    if hit is None or "state" not in hit.kinds:
        return
    root = page.doc[hit.start : hit.end].root
    mention = draft.actors.get(root.i)
    if mention is not None and root.dep_ == "appos" and root.head.i == title.head:
        actor = renamed(mention.actor, mention.actor.span or span_of(page, hit.start, hit.end), "named after it")
        draft.actors[title.head] = Mention(head=title.head, actor=actor, kind=mention.kind)


def add_shared(page: Page, draft: Draft, token: Token) -> None:
    """ "the foreign ministries of both countries": one actor for each that the term after "of" stands for."""
    term, title = draft.actors.get(token.i), page.title_at.get(token.head.head.i)
    if term is None or not term.several or token.head.lower_ not in ("of", "from") or title is None:
        return
    if title.head != token.head.head.i or not all(actor.country for actor in term.several):
        return
    role = title_role(title, (), page)
    span, name = span_of(page, title.start, token.i + 1), page.text(title.start, token.i + 1)
    sides = tuple(
        Side(name=a.name, country=a.country, start=title.start, end=title.start, inferred=a.inferred)
        for a in term.several
    )
    actors = tuple(_actor(page, title, role, side, name, span) for side in sides)
    draft.actors[title.head] = Mention(
        head=title.head, actor=actors[0], kind=_kind(role), anonymous=True, several=actors
    )


def _named_before(
    page: Page, naming: Naming, title: Title, role: Role, sides: tuple[Side, ...]
) -> Mention | None:
    """ "the Sylvanian spokesman" after "Sylvanian spokesman Karel Mrazek"."""
    if len(sides) != 1 or title.former or title.plural or role.office or role.group != "person":
        return None
    start, end = _phrase(title, sides)
    if not start or page.doc[start - 1].lower_ != "the":
        return None
    person = naming.last_with_role(role, title.start)
    if person is None or sides[0].key not in (person.country, person.organisation):
        return None
    actor = person.actor(span_of(page, start, end), inferred=f"the {role.nouns[0]} named before")
    return Mention(head=title.head, actor=actor, kind="person")


def _mention(
    page: Page, naming: Naming, draft: Draft, title: Title, role: Role, sides: tuple[Side, ...]
) -> Mention | None:
    start, end = _phrase(title, sides)
    span, name = span_of(page, start, end), page.text(start, end)
    if role.role == COUNTERPART:
        role = _role_of_owner(page, naming, draft, title) or role
    if not sides:
        back = _of_person_before(page, naming, title, role, span)
        if back is not None:
            return back
        sides = _context(page, title, role)
        if not sides:
            if not _stands_alone(page, title, role) or role.sectors == ("CVL",):
                return None
            actor = Actor(name=name, sectors=role.sectors, span=span, inferred="no state is named for it")
            return Mention(
                head=title.head, actor=actor, kind=_kind(role), anonymous=_anonymous(page, title, role)
            )
    actors = tuple(
        _called_so(page, naming, title, role, side, span) or _actor(page, title, role, side, name, span)
        for side in sides
    )
    return Mention(
        head=title.head,
        actor=actors[0],
        kind=_kind(role) if not _is_state(actors[0]) else "state",
        anonymous=actors[0].id is None or title.plural,
        several=actors if len(actors) > 1 else (),
    )


def _sides_of(page: Page, naming: Naming, draft: Draft, title: Title) -> tuple[Side, ...]:
    """By a name beside the title; an organisation before it counts more than whose it is ("its NATO allies")."""
    named = sides_of(page, title.start, title.end, title.head, naming.owners)
    if named and named[0].end and named[0].end <= title.start:
        return named
    if any(role.role == COUNTERPART for role in title.roles):
        return named  # his counterpart is of another state than he
    return owner_of(page, draft, title) or named or _side_of_body_named_again(page, draft, title)


def _side_of_body_named_again(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "a spokesman for the ministry" is of the ministry named before."""
    doc = page.doc
    if title.end + 2 >= len(doc) or doc[title.end].lower_ not in ("for", "of", "at", "from"):
        return ()
    inner = page.title_at.get(title.end + 2)
    body = body_before(page, draft, inner) if inner is not None else None
    if body is None or body.actor.country is None:
        return ()
    a = body.actor
    return (
        Side(
            name=a.name, country=a.country, sectors=a.sectors, start=title.end + 1,
            end=title.end + 3, inferred=a.inferred,
        ),
    )  # fmt: skip


def _role_of_owner(page: Page, naming: Naming, draft: Draft, title: Title) -> Role | None:
    """What "his counterpart" is: what he is."""
    for child in page.doc[title.head].children:
        mention = draft.actors.get(child.i) if child.dep_ == "poss" else None
        person = mention and naming.registry.people.get(slug(mention.actor.name))
        if person:
            held = person.office.role if person.office else next(iter(person.roles & CORE_ROLES), None)
            return next((r for r in page.tables.roles if held and r.office == held and not r.countries), None)
    return None


def _called_so(
    page: Page, naming: Naming, title: Title, role: Role, side: Side, span: Span
) -> Actor | None:
    """Whom the text calls by that office of that state, before any table is asked."""
    if not side.country or not _names_holder(page, title, role, side):
        return None
    person = naming.titled(role, side.country)
    if person is None:
        return None
    return person.actor(span, inferred=f"{person.name} is called so in the text")


def _names_holder(page: Page, title: Title, role: Role, side: Side) -> bool:
    """Whether a title means the one who holds the office."""
    other = title.plural or title.deputy or title.former or title.coming
    return bool(role.office) and not other and _definite(page, title, side)


def _of_organisation(sides: tuple[Side, ...]) -> bool:
    """ "NATO allies", "Danubian League members" stand for the organisation; "Sylvania's allies" for nobody known."""
    return bool(sides) and all(side.organisation for side in sides)


def owner_of(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "its army", "his foreign minister": whose the pronoun stands for."""
    for i in range(title.start - 1, max(title.start - 5, -1), -1):
        token = page.doc[i]
        if token.dep_ == "poss" and token.pos_ == "PRON":
            mention = draft.actors.get(i)
            if mention is None:
                return ()
            return tuple(
                Side(
                    name=a.name, country=a.country, organisation=None if a.country else a.id,
                    sectors=a.sectors,
                    start=i, end=i + 1, inferred=f"'{token.text}' stands for {a.name}",
                )
                for a in mention.several or (mention.actor,)
                if a.country or (a.id and not a.id.startswith("person:"))
            )  # fmt: skip
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "ADV"):
            break
    return ()


def _is_state(actor: Actor) -> bool:
    return actor.id is not None and actor.id == actor.country


def _phrase(title: Title, sides: tuple[Side, ...]) -> tuple[int, int]:
    starts = [side.start for side in sides if side.end and side.end <= title.start]
    ends = [side.end for side in sides if side.start >= title.end and not side.weak]
    return min([title.start, *starts]), max([title.end, *ends])


def _kind(role: Role) -> MentionKind:
    return role.group


def _anonymous(page: Page, title: Title, role: Role) -> bool:
    return role.group != "body"


def _stands_alone(page: Page, title: Title, role: Role) -> bool:
    """Whether a title names a political actor without a state beside it: "officials", but not "the head"."""
    words = page.doc[title.start : title.end].lemma_.lower()
    if page.doc[title.head].dep_ == "amod" or words in page.words("vague"):
        return False
    if role.office and any(child.lower_ == "of" for child in page.doc[title.head].children):
        return False  # "the president of the chess club": of something that no table knows
    return role.id in page.words("alone")


def _context(page: Page, title: Title, role: Role) -> tuple[Side, ...]:
    """Whose a bare title is when the text leaves one answer."""
    if not _stands_alone(page, title, role):
        return ()
    if "CVL" in role.sectors:  # "passengers" can be of any state
        only = only_state(page)
        return () if only is None else (only,)
    if set(role.sectors) & {"UAF", "CRM"}:
        return ()
    sentence = page.doc[title.head].sent
    near: dict[str, Side] = {}
    where: dict[str, Side] = {}
    for hit in page.hits:
        if sentence.start <= hit.start < sentence.end and hit.start not in page.personal:
            side = _state_near(page, hit)
            if side is not None and side.country:
                near[side.country] = side
                if page.doc[hit.start : hit.end].root.head.lower_ in ("in", "near", "at", "across"):
                    where[side.country] = replace(side, inferred=f"it is told of {side.name}")
    for found in (near, where):
        if len(found) == 1:
            return tuple(found.values())
    speaks_for_state = bool(set(role.sectors) & {"GOV", "MIL", "COP"})
    if near and speaks_for_state and (subject := _first_subject(page, title, near)) is not None:
        return (subject,)
    only = only_state(page)
    return () if only is None or near else (only,)


def _is_where(page: Page, hit: Hit) -> bool:
    """Whether a name of a place says where something is: after "in", "near", "outside"."""
    root = page.doc[hit.start : hit.end].root
    return root.dep_ in ("pobj", "appos", "npadvmod", "poss", "conj") and not hit.kinds & {"person"}


def _state_near(page: Page, hit: Hit) -> Side | None:
    """The state that a name in the sentence stands for or lies in."""
    side = side_of(hit, page) or (side_of_place(hit, page) if _is_where(page, hit) else None)
    if side is None or not side.country:
        return None
    state = page.tables.state_by_id.get(side.country)
    name = state.name if state else side.country
    why = f"{name} is the only state that the sentence names"
    return replace(side, name=name, start=0, end=0, sectors=(), inferred=why)


def _first_subject(page: Page, title: Title, near: dict[str, Side]) -> Side | None:
    """The state that the sentence is about, when its officials are quoted."""
    sentence = page.doc[title.head].sent
    for hit in page.hits:
        if sentence.start <= hit.start < title.start and hit.kinds & {"state", "capital"}:
            side = next((near[row.id] for row in hit.rows("state", "capital") if row.id in near), None)
            if side is None or page.doc[hit.start : hit.end].root.dep_ not in ("nsubj", "nsubjpass"):
                return None
            return replace(side, inferred=f"{side.name} is what the sentence is about")
    return None


def _actor(page: Page, title: Title, role: Role, side: Side, name: str, span: Span) -> Actor:
    if side.organisation and not side.country:
        return Actor(name=name, id=side.organisation, sectors=side.sectors, span=span, inferred=side.inferred)
    country = side.country
    if role.group == "body" and country:
        return Actor(
            name=name, id=_body_id(page, title, role, country), country=country, sectors=role.sectors,
            span=span,
            inferred=side.inferred,
        )  # fmt: skip
    sectors = side.sectors if role.role in ("spokesperson", "official") and side.sectors else role.sectors
    inferred = side.inferred
    if country and _names_holder(page, title, role, side):
        holders = holders_on(page, country, role)
        if len(holders) == 1:
            return _holder(page, holders[0], role, span, side)
        if holders:
            both = " and ".join(office.person for office in holders)
            inferred = f"the table has {both} in that office on {page.day}"
    if title.former:
        sectors = ("ELI", *(s for s in sectors if s != "ELI"))
    return Actor(name=name, country=country, sectors=sectors, span=span, inferred=inferred)


def _definite(page: Page, title: Title, side: Side) -> bool:
    start = min(title.start, side.start) if 0 < side.end <= title.start else title.start
    before = page.doc[start - 1].lower_ if start else ""
    return before not in page.words("indefinite")


def _holder(page: Page, office: Office, role: Role, span: Span, side: Side) -> Actor:
    why = f"held the office of {role.nouns[0]} of {office.country} on {page.day}"
    if side.inferred:
        why = f"{why}; {side.inferred}"
    return from_office(office).actor(span, inferred=why)


def _body_id(page: Page, title: Title, role: Role, country: str) -> str:
    """`RUR:foreign-ministry`; a government is its state."""
    if role.role in _SAME_AS_STATE:
        return country
    words = page.doc[title.start : title.end].text.lower()
    known = page.tables.weak_bodies.get((country, words))
    generic = {"ministry": role.nouns[0], "agency": words}.get(role.role, role.role)
    return known or f"{country}:{slug(generic.replace('_', ' '))}"


def _of_person_before(page: Page, naming: Naming, title: Title, role: Role, span: Span) -> Mention | None:
    """ "the minister" after "Foreign Minister Rassendyll"."""
    if title.plural or title.former or role.group != "person" or not title.start:
        return None
    if page.doc[title.start - 1].lower_ not in ("the", "that", "this"):
        return None
    person = naming.last_with_role(role, title.start)
    if person is None:
        return None
    actor = person.actor(span, inferred=f"the {role.nouns[0]} named before")
    return Mention(head=title.head, actor=actor, kind="person")
