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
from detente.reading.spans import sentences_before

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
    if own is None or named_in(page, noun.sent).keys() - {own}:
        return None
    # "soldiers seized power in Sylvania. Ruritania threatened sanctions": the ambassador may be of either
    others = {c for s in sentences_before(noun.sent, REACH) for c in named_in(page, s)} - {own}
    if len(others) != 1:
        return None
    name = state_actor(page, other := others.pop()).name
    return Side(name=name, country=other, start=0, end=0, inferred=f"{name} is the other land told of before")
