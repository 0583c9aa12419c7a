"""Which of those named before a title without a name means."""

from __future__ import annotations

from detente.coding.actors.names.identify import short_title
from detente.coding.actors.names.in_office import LEADER
from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import Named, Naming, span_of
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import mention_of_all
from detente.coding.actors.side import Side
from detente.coding.roles.mentions import Mention
from detente.ids import is_organisation
from detente.knowledge.actor_names import slug
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Token
from detente.records import Actor

THE, REACH = "the", 3  # REACH: sentences, with its own
_COUNTERPART = "=counterpart"  # of a role that the text does not say again
_PAIR = 2
_REACH = 3  # sentences that it looks back over


def named_before(
    page: Page, naming: Naming, title: Title, role: Role, sides: tuple[Side, ...]
) -> Mention | None:
    """A title without a name behind "the" in, the person named before whom it stands for out.

    "The Sylvanian spokesman" after "Sylvanian spokesman Karel Mrazek". "The Graustarkian diplomat", "the former
    Graustarkian premier" after "the mediator of the Danubian League, Anton Brezny": by where he comes from he is told by,
    but acts for the body.
    Who was last named in that role for that side.
    """
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
    if named is None:
        return None
    person = naming.registry.people[slug(named.person.name)]
    if person.country or not is_organisation(person.organisation):
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


def two_in_office(page: Page, naming: Naming, draft: Draft, token: Token, title: Title) -> Mention | None:
    """A plural title with nothing beside it ("the presidents") in, the two of two states who were named last out.

    "Rassendyll and Hentzau spoke. The presidents will meet": the two of two states who were named last.
    """
    doc, own = page.doc, range(title.start, title.end)
    beside = [c for c in token.children if c.i not in own]
    alone = all(c.lower_ == "the" or c.tag_ == "POS" for c in beside)
    if not (beside and alone and any(role.office or role.role == LEADER for role in title.roles)):
        return None
    start = token.sent.start
    for _ in range(_REACH):
        start = doc[start - 1].sent.start if start else 0
    lemma = token.lemma_.lower()
    role = None if lemma in page.words["any_person"] else f"={lemma}"
    found: dict[str, Actor] = {}
    for i in range(token.i - 1, start - 1, -1):
        if doc[i].lemma_.lower() == lemma and doc[i].tag_ in ("NNS", "NNPS"):
            return None  # those of whom was told so before
        mention = draft.actors.get(i)
        for actor in (mention.several or (mention.actor,)) if mention and mention.kind == "person" else ():
            if actor.id and actor.country and in_role(naming, actor, role):
                found.setdefault(actor.country, actor)
        if len(found) == _PAIR:
            return mention_of_all(page, token, list(reversed(found.values())), "person")
    return None


def in_role(naming: Naming, actor: Actor, wanted: str | None) -> bool:
    """Whether a person is called by that role or holds its office; None is any."""
    person = naming.registry.people.get(slug(actor.name))
    if wanted is None or person is None:
        return wanted is None
    held = person.roles
    if person.office is not None:
        held |= {short_title(r) for r in naming.page.tables.roles_by_office.get(person.office.role, ())}
    return bool(held & {wanted, _COUNTERPART})
