"""A bare ministry or army that reproaches somebody in, the state to which the sentence before tells a deed was done out.

"Ruritanian gunboats seized a Sylvanian trawler. The foreign ministry lodged a protest": Sylvania's, for nobody protests
against what he has done himself.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import FOR_A_STATE, about, named_in
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Span, Token

DEEDS = ("trespassing", "assailing", "hurting", "seizing", "shooting", "harassing")  # lists of verbs
CONTENT, JOINED, PASSIVE, OBJECT = ("ccomp", "xcomp"), "conj", "nsubjpass", "dobj"


def side_wronged_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The state; nothing where the title's own sentence names one that did not do it."""
    noun = page.doc[title.head]
    start = noun.sent.start
    if not start or noun.dep_ not in SUBJECTS or FOR_A_STATE.isdisjoint(role.sectors):
        return None
    if not any(_reproaches(page, verb) for verb in _verbs(noun)):
        return None
    before = page.doc[start - 1].sent
    wronged, doer = _wronged(page, draft, before)
    if wronged is None or not named_in(page, noun.sent).keys() <= {doer}:
        return None
    name = state_actor(page, wronged).name
    return Side(
        name=name, country=wronged, start=0, end=0, inferred=f"what is told before was done to {name}"
    )


def _verbs(noun: Token) -> Iterator[Token]:
    """What its subject does, and does besides; what it says that it does."""
    queue = [noun.head]
    while queue:
        verb = queue.pop()
        yield verb
        queue += [
            c
            for c in verb.rights
            if c.dep_ == JOINED or (c.dep_ in CONTENT and not any(t.pos_ == "NOUN" for t in _subjects(c)))
        ]


def _reproaches(page: Page, verb: Token) -> bool:
    """ "Protested", "demands an apology", "voiced concern"."""
    if verb.lemma_.lower() in page.words("reproaching"):
        return True
    objects = (c for c in verb.children if c.dep_ == OBJECT)
    return any(o.lemma_.lower() in page.words("reproach") for o in objects)


def _wronged(page: Page, draft: Draft, sentence: Span) -> tuple[str | None, str | None]:
    """The one state that suffers the deed which a sentence tells, and the one that does it."""
    verb, named = sentence.root, named_in(page, sentence)
    told_of = about(draft, sentence)
    if told_of is None or len(named) != 2 or told_of.country not in named:
        return None, None
    if not any(verb.lemma_.lower() in page.words(kind) for kind in DEEDS):
        return None, None
    other = next(land for land in named if land != told_of.country)
    if any(s.dep_ == PASSIVE for s in _subjects(verb)):
        return told_of.country, other
    return other, told_of.country


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in SUBJECTS]
