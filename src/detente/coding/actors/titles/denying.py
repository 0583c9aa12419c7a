"""A bare ministry or embassy that denies something in, the state that the sentence before tells is accused of it out.

"Ruritania accused Sylvania of spying. The embassy denied the charge": Sylvania's, for nobody denies what he says himself.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import FOR_A_STATE, about, named_in
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Span

ACCUSING, DENYING = "accusing", "denying"  # lists of verbs


def side_that_denies(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The state; nothing where the title's own sentence or the accusation names a third."""
    noun = page.doc[title.head]
    if noun.dep_ not in SUBJECTS or FOR_A_STATE.isdisjoint(role.sectors) or not noun.sent.start:
        return None
    if noun.head.lemma_.lower() not in page.words[DENYING]:
        return None
    before = page.doc[noun.sent.start - 1].sent
    accuser, accused = _accuser(draft, before), _accused(page, draft, before)
    if accused is None or accuser is None or not named_in(page, noun.sent).keys() <= {accuser, accused}:
        return None
    name = state_actor(page, accused).name
    return Side(name=name, country=accused, start=0, end=0, inferred=f"{name} is what was accused of it")


def _accuser(draft: Draft, sentence: Span) -> str | None:
    told = about(draft, sentence.root)
    return None if told is None else told.country


def _accused(page: Page, draft: Draft, sentence: Span) -> str | None:
    """Whom an accusing verb is aimed at, if no third state is named."""
    accuser = _accuser(draft, sentence)
    others = named_in(page, sentence).keys() - {accuser}
    if accuser is None or len(others) != 1:
        return None
    (other,) = others
    return other if sentence.root.lemma_.lower() in page.words[ACCUSING] else None
