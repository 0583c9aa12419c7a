"""Words for one or all of those named before: "the latter", "each other"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import is_subject
from detente.coding.actors.pointing.pointing import only_where
from detente.coding.reasons import STANDS_FOR
from detente.coding.roles.mentions import Mention
from detente.reading.spans import words_before
from detente.reading.tokens import Token
from detente.records import Actor

STANDS_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative", "conj"})
REACH = 3  # sentences that are looked back over
NAMING = frozenset({"state", "body", "person", "organisation", "group"})


def resolve_first_of_two(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "The former", "the latter" in, the first or last of the two parties that were named before it out.

    None where it describes a noun ("the latter half") or the text does not name just two before it.
    """
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


def resolve_reciprocal(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Each other", "one another", "each ... the other" in, all those that the clause is about out.

    Those who do it to one another; None unless the clause names two of them.
    """
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
