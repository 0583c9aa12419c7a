"""A bare title or noun in what a ministry or an office-holder publishes in ("the Ministry", "the Minister"), its own out.

"The Minister receives the ambassador of Sylvania. The Minister departs for Zenda": not a guest who was named.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.side import Side
from detente.coding.actors.titles.in_front import stands_alone
from detente.coding.actors.titles.titles import title_role
from detente.coding.actors.titles.whose import COUNTERPART, OF_LAND
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token

ARTICLE, BODY, OF_WHOM = "the", "body", ("of", "by")
POINTING, PLURALS, OF_WHAT = ("the", "this"), ("NNS", "NNPS"), ("of", "for")


def of_own_page(page: Page, draft: Draft, title: Title, told: Mention | None) -> tuple[Side, ...]:
    """The state for which the page speaks, where the title is that of somebody who acts, or of a body.

    told: who was called so before. If he acted in the sentence before, he is meant.
    """
    land = page.home.actor.country if page.home is not None else None
    if (
        page.home is None
        or not page.home.official
        or land is None
        or title.plural
        or title.former
        or title.coming
    ):
        return ()
    role = title_role(title, {land}, page)
    noun = page.doc[title.head]
    alone = stands_alone(page, title, role) or _is_short(page, noun)
    if role.role == COUNTERPART or OF_LAND.isdisjoint(role.sectors) or not alone:
        return ()
    if not (_is_bare(noun, title) and (role.group == BODY or noun.dep_ in SUBJECTS or _heads_page(noun))):
        return ()
    if told is not None and (told.actor.country == land or _acted_before(page, draft, noun, told)):
        return ()
    name = page.tables.state_by_id[land].name
    return (Side(name=name, country=land, start=0, end=0, inferred=page.home.actor.inferred),)


def own_office(page: Page, token: Token) -> Mention | None:
    """ "The Secretary", "this Office", "the Department" with a capital: a word that is else too vague for a title."""
    home = page.home
    if (
        home is None
        or not home.official
        or home.actor.country is None
        or token.is_lower
        or not _is_short(page, token)
    ):
        return None
    first = next(iter(token.lefts), token)
    behind = any(c.lower_ in OF_WHAT for c in token.rights)
    if first.lower_ not in POINTING or first.i + 1 != token.i or behind or token.tag_ in PLURALS:
        return None
    body = token.lemma_.lower() in page.words["own_offices"]
    if not body and token.dep_ not in SUBJECTS:
        return None
    actor = renamed(home.actor, span_of(page, first.i, token.i + 1), home.actor.inferred or "")
    return Mention(head=token.i, actor=actor, kind="body" if body else "person")


def _is_short(page: Page, noun: Token) -> bool:
    """ "The Minister", "the Department": what such a page calls its own, with nothing that says whose it is."""
    lemma = noun.lemma_.lower()
    known = lemma in page.words["own_heads"] or lemma in page.words["own_offices"]
    return known and not any(c.lower_ in OF_WHAT for c in noun.rights)


def _is_bare(noun: Token, title: Title) -> bool:
    """ "The Minister", at the opening of a heading "Foreign Minister": but not "a minister", "their minister"."""
    before = [c for c in noun.lefts if c.i < title.start]
    definite = any(c.lower_ == ARTICLE for c in before)
    heading = title.end > title.start + 1 and noun.sent.start >= title.start - 1
    return definite or (not before and heading)


def _heads_page(noun: Token) -> bool:
    """ "Daily programme of the Minister", "Statement by the Government"."""
    return noun.sent.start == 0 and (noun.head.lower_ in OF_WHOM or noun.head.i == noun.i)


def _acted_before(page: Page, draft: Draft, noun: Token, told: Mention) -> bool:
    """Whether who was called so is the subject of the sentence before: "Sylvania's minister arrived. The minister ..."."""
    start = noun.sent.start
    before = page.doc[start - 1].sent if start else ()
    acting = (draft.actors.get(t.i) for t in before if t.dep_ in SUBJECTS)
    return any(m is not None and m.actor.name == told.actor.name for m in acting)
