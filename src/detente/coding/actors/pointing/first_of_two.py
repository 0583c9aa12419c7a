""" "The former", "the latter" in, the first or last of the two parties that were named before it out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.pointing import only_where
from detente.coding.roles.mentions import Mention
from detente.reading.spans import words_before
from detente.reading.tokens import Token

STANDS_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative", "conj"})
REACH = 3  # sentences that are looked back over
NAMING = frozenset({"state", "body", "person", "organisation", "group"})


def resolve_first_of_two(page: Page, draft: Draft, token: Token) -> Mention | None:
    """None where it describes a noun ("the latter half") or the text does not name just two before it."""
    if token.dep_ not in STANDS_ALONE or not token.i or page.doc[token.i - 1].lower_ != "the":
        return None
    two = next((t for t in _named_by_sentence(page, draft, token) if len(t) > 1), ())
    if len(two) != 2:
        return None
    meant = two[0] if token.lower_ in page.words["the_former"] else two[1]
    said = page.text(token.i - 1, token.i + 1)
    actor = renamed(meant.actor, span_of(page, token.i - 1, token.i + 1), f"'{said}' of the two named before")
    return Mention(head=token.i, actor=actor, kind=meant.kind)


def _named_by_sentence(page: Page, draft: Draft, token: Token) -> Iterator[tuple[Mention, ...]]:
    """The parties named before the word in its own sentence, then those of the few before, in their order."""
    for words in words_before(token.sent, token.i, REACH):
        yield _named(page, draft, range(words.start, words.end))


def _named(page: Page, draft: Draft, places: range) -> tuple[Mention, ...]:
    """Each party once, by its state or itself; who is of one of them is that one."""
    found: dict[str, Mention] = {}
    for i in places:
        mention = draft.actors.get(i) or draft.modifiers.get(i)
        if mention is None or mention.several or mention.kind not in NAMING or only_where(page, i, draft):
            continue
        if key := mention.actor.country or mention.actor.id:
            found.setdefault(key, mention)
    return tuple(found.values())
