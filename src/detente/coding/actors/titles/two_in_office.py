"""A plural title with nothing beside it ("the presidents") in, the two of two states who were named last out."""

from __future__ import annotations

from detente.coding.actors.names.identify import short_title
from detente.coding.actors.names.in_office import LEADER
from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import Naming
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import mention_of_all
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_names import slug
from detente.reading.tokens import Token
from detente.records import Actor

_COUNTERPART = "=counterpart"  # of a role that the text does not say again
_PAIR = 2
_REACH = 3  # sentences that it looks back over


def two_in_office(page: Page, naming: Naming, draft: Draft, token: Token, title: Title) -> Mention | None:
    """ "Rassendyll and Hentzau spoke. The presidents will meet": the two of two states who were named last."""
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
