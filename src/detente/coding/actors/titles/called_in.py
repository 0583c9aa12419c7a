"""A bare "the ambassador" whom a ministry calls in or a government expels in, the other land that was told of before out.

"Ruritanian commandos seized a Sylvanian ferry. The authorities in Klausenburg summoned the ambassador": Ruritania's, for
nobody calls in his own.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import REACH, named_in
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Span

OBJECT, THE, CALLING = "dobj", "the", ("calling_in", "putting out")


def side_called_in(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The side; nothing where its own sentence names another land than that of whoever calls it in."""
    noun = page.doc[title.head]
    if noun.dep_ != OBJECT or noun.lemma_.lower() not in page.words["accredited"]:
        return None
    if not any(c.lower_ == THE for c in noun.lefts) or not any(
        noun.head.lemma_.lower() in page.words[kind] for kind in CALLING
    ):
        return None
    own = next(
        (m.actor.country for c in noun.head.lefts if c.dep_ in SUBJECTS and (m := draft.actors.get(c.i))),
        None,
    )
    if own is None or named_in(page, noun.sent).keys() - {own} or _tells_of_several(page, noun.sent, own):
        return None
    other = other_land(page, noun.sent, own)
    if other is None:
        return None
    name = state_actor(page, other).name
    return Side(name=name, country=other, start=0, end=0, inferred=f"{name} is the other land told of before")


def _tells_of_several(page: Page, sentence: Span, own: str) -> bool:
    """ "Soldiers seized power in Sylvania. Ruritania threatened sanctions": the ambassador may be of either."""
    others: set[str] = set()
    for _ in range(REACH):
        if not sentence.start:
            break
        sentence = page.doc[sentence.start - 1].sent
        others |= named_in(page, sentence).keys() - {own}
    return len(others) > 1


def other_land(page: Page, sentence: Span, own: str) -> str | None:
    """The only other land of the last sentence before that names another."""
    for _ in range(REACH):
        if not sentence.start:
            return None
        sentence = page.doc[sentence.start - 1].sent
        if others := named_in(page, sentence).keys() - {own}:
            return next(iter(others)) if len(others) == 1 else None
    return None
