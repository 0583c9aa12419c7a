"""A noun that points back in ("the council", "the group", "the Sylvania-backed movement"), what was named so before out."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import merge

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page, Title
from detente.coding.reasons import STANDS_FOR
from detente.coding.roles.mentions import Mention
from detente.ids import is_group
from detente.knowledge.actor_rows import Group
from detente.reading.tokens import Token

WHERE, TO = ("in", "at", "near", "from"), "to"
_BODIES = ("organisation", "body", "group")


def called_so(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "The council" after "the Danubian Security Council": what was last named with that word."""
    word = token.lower_
    for i in merge(draft.actors.before(token.i), draft.modifiers.before(token.i), reverse=True):
        mention = draft.actors.get(i) or draft.modifiers.get(i)
        if mention is None or not mention.actor.id or mention.kind not in _BODIES:
            continue
        if word in (page.doc[i].lower_, *mention.actor.name.lower().split()):
            return pointing_back(page, token, mention)
    return None


def group_of_land(page: Page, draft: Draft, token: Token, described: Sequence[Token]) -> Mention | None:
    """ "The Sylvanian group", "the Ruritania-backed movement": the group named last that is at home there, or is backed."""
    if token.lemma_.lower() not in page.words["group_term"]:
        return None
    named = [(draft.modifiers.get(c.i) or draft.actors.get(c.i)) for c in described]
    lands = {m.actor.country for m in named if m is not None and m.actor.country}
    backed = any(c.lower_ in page.words["sponsored"] for c in described)
    if not lands and not backed:
        return None
    for i in range(token.i - 1, -1, -1):
        mention = draft.actors.get(i) or draft.modifiers.get(i)
        group = page.tables.organisation_by_id.get((mention.actor.id if mention is not None else None) or "")
        if mention is None or not isinstance(group, Group) or only_where(page, i, draft):
            continue
        if backed or group.country in lands or not lands.isdisjoint(group.also):
            return pointing_back(page, token, mention)
    return None


def last_of_kind(page: Page, draft: Draft, token: Token, kind: str) -> Mention | None:
    """The organisation or group named last."""
    for i in range(token.i - 1, -1, -1):
        mention = draft.actors.get(i) or draft.modifiers.get(i)  # "its leader", "its fighters"
        if mention is None or not mention.actor.id or only_where(page, i, draft):
            continue
        people = kind == "group" and is_group(mention.actor.id)  # "fighters of the Red Dawn"
        if mention.kind == kind or people:
            return pointing_back(page, token, mention)
    return None


def pointing_back(page: Page, token: Token, mention: Mention) -> Mention:
    why = STANDS_FOR.of(f"'the {token.text}'", mention.actor.name)
    actor = renamed(mention.actor, span_of(page, token.i, token.i + 1), why)
    return Mention(head=token.i, actor=actor, kind=mention.kind)


def body_before(page: Page, draft: Draft, title: Title) -> Mention | None:
    """ "the ministry" after "the Sylvanian foreign ministry"."""
    if not title.start or page.doc[title.start - 1].lower_ != "the" or title.plural:
        return None
    word = page.doc[title.head].lemma_.lower()
    for i in draft.actors.before(title.start):
        mention = draft.actors[i]
        if mention.kind != "body":
            continue
        if page.doc[i].lemma_.lower() == word or str(mention.actor.id).endswith((f":{word}", f"-{word}")):
            return pointing_back(page, page.doc[title.head], mention)
    return None


def only_where(page: Page, i: int, draft: Draft) -> bool:
    """ "In Strelsau", "received them to Strelsau": a town that is named for where it is."""
    token = page.doc[i]
    if i not in draft.places or token.dep_ != "pobj":
        return False
    before = token.head
    return before.lower_ in WHERE or (
        before.lower_ == TO and before.head.lemma_.lower() in page.words["receiving"]
    )
