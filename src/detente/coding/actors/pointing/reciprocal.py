""" "Each other", "one another", "each ... the other" in, all those that the clause is about out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import is_subject
from detente.coding.reasons import STANDS_FOR
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token
from detente.records import Actor


def resolve_reciprocal(page: Page, draft: Draft, token: Token) -> Mention | None:
    """Those who do it to one another; None unless the clause names two of them."""
    if token.lower_ not in page.tables.reciprocal_ends or not token.i or not _is_reciprocal(page, token):
        return None
    for verb in token.ancestors:
        sides = {a.country or a.id or a.name: a for s in _subjects(verb) for a in _actors(draft, s)}
        if len(sides) > 1:
            return _mention(page, token, tuple(sides.values()))
    return None


def _is_reciprocal(page: Page, token: Token) -> bool:
    said = page.text(token.i - 1, token.i + 1).lower()
    if said in page.words["reciprocal"]:
        return True
    return said in page.words["the_other"] and any(
        t.lower_ in page.words["each"] for t in page.doc[token.sent.start : token.i]
    )


def _subjects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if is_subject(child):
            yield child
            yield from child.conjuncts


def _actors(draft: Draft, token: Token) -> tuple[Actor, ...]:
    mention = draft.actors.get(token.i)
    return () if mention is None else mention.several or (mention.actor,)


def _mention(page: Page, token: Token, actors: tuple[Actor, ...]) -> Mention:
    said = page.text(token.i - 1, token.i + 1)
    why = STANDS_FOR.of(f"'{said}'", " and ".join(a.name for a in actors))
    several = tuple(renamed(a, span_of(page, token.i - 1, token.i + 1), why) for a in actors)
    return Mention(head=token.i, actor=several[0], kind="state", several=several)
