"""Titles of those who serve a body that stands further before in, that body out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.terms import body_before
from detente.coding.actors.side import Side
from detente.coding.roles.mentions import Mention
from detente.reading.spans import words_before

ORGANISATION, STATE_BODY, REACH = "organisation", "body", 2  # the last: sentences that are looked back over
BESIDE = frozenset({"the", "some", "several", "all", "its", "their", "those", "these", "two", "three"})


def of_body_told_before(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """The ministry of "a spokesman for the ministry", the agency of "inspectors"."""
    return _named_again(page, draft, title) or _of_staff(page, draft, title)


def _named_again(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
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


def _of_staff(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "The agency criticised its refusal to cooperate with inspectors": those of the organisation told of last."""
    noun = page.doc[title.head]
    if not title.plural or noun.lemma_.lower() not in page.words["staff_of_bodies"]:
        return ()
    if not {c.lower_ for c in noun.lefts if c.dep_ != "punct"} <= BESIDE:
        return ()
    body = _organisation_before(page, draft, title)
    if body is None:
        return ()
    a, why = body.actor, f"'{noun.text}' are those of {body.actor.name}"
    return (Side(name=a.name, organisation=a.id, sectors=a.sectors, start=0, end=0, inferred=why),)


def _organisation_before(page: Page, draft: Draft, title: Title) -> Mention | None:
    for words in words_before(page.doc[title.head].sent, title.start, REACH):
        for i in range(words.end - 1, words.start - 1, -1):
            mention = draft.actors.get(i) or draft.modifiers.get(i)
            if mention is not None and mention.kind in (ORGANISATION, STATE_BODY) and mention.actor.id:
                return mention if mention.kind == ORGANISATION else None
    return None
