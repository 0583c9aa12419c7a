"""Police or soldiers in the clause that says what a state protests at in, the state of which it was told before out.

"Ruritania recalled its ambassador to Sylvania. Strelsau's protest came a day after police searched a school": Sylvania's,
for nobody protests at what his own police do.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import named_in
from detente.coding.actors.titles.wronged_before import DEEDS
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Token

OF_FORCE = frozenset({"COP", "MIL"})
POSSESSOR, ACTS = "poss", "nsubj"


def side_reproached(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The one other state of the sentence before; nothing where the title's own sentence names one."""
    noun = page.doc[title.head]
    if noun.dep_ != ACTS or OF_FORCE.isdisjoint(role.sectors) or not noun.sent.start:
        return None
    if noun.head.lemma_.lower() not in page.words.of(DEEDS):
        return None
    protester = next(_protesters(page, draft, noun), None)
    if protester is None or not named_in(page, noun.sent).keys() <= {protester}:
        return None
    told = named_in(page, page.doc[noun.sent.start - 1].sent).keys()
    others = [land for land in told if land != protester]
    if protester not in told or len(others) != 1:
        return None
    name = state_actor(page, others[0]).name
    why = f"what is protested at is told of {name}"
    return Side(name=name, country=others[0], start=0, end=0, inferred=why)


def _protesters(page: Page, draft: Draft, noun: Token) -> Iterator[str]:
    """The states whose protest stands over the clause of a noun, the nearest first."""
    for verb in noun.head.ancestors:
        for subject in (c for c in verb.lefts if c.dep_ in SUBJECTS):
            if subject.lemma_.lower() in page.words["reproach"]:
                yield from (
                    _state(draft, c) for c in subject.children if c.dep_ == POSSESSOR and _state(draft, c)
                )
            elif verb.lemma_.lower() in page.words["reproaching"] and _state(draft, subject):
                yield _state(draft, subject)


def _state(draft: Draft, token: Token) -> str:
    mention = draft.actors.get(token.i)
    return (mention.actor.country or "") if mention is not None else ""
