"""An answer that a deed draws in, whoever did the deed or the land where it was done as whom the answer is aimed at out.

"Nine villagers were killed in Zenda, drawing condemnation from Sylvania": aimed at those who rule in Zenda, where nobody
is named who killed them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.roles import sides
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Place

DRAWING = "verbs of drawing answers"
OBJECT, DESCRIBING, PARTICIPLE = "dobj", "amod", "VBG"
AT, RULERS = ("in", "at", "near"), "GOV"
WHY_DEED, WHY_PLACE = "whose deed drew it", "it was done there"


def with_whose_deed_drew_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; those who did it count before the place."""
    deed = _deed(statuses.graph.doc[draft.head], statuses)
    if deed is None:
        return draft
    for other in drafts:
        doers = tuple(a for a in other.actors if a.country)
        if other.head == deed.i and doers and not sides(doers, draft.actors):
            return replace(draft, recipients=only_because(doers, WHY_DEED))
    there = {place.country for place in _places(deed, statuses)} - {None}
    land = next(iter(there)) if len(there) == 1 else None
    if land is None or any(a.country == land for a in draft.actors):
        return draft
    return replace(draft, recipients=(side_at_home(land, RULERS, WHY_PLACE),))


def _deed(noun: Token, statuses: Statuses) -> Token | None:
    """What draws it: the verb that the participle over the noun hangs on; the parser may put it before the noun."""
    words = statuses.graph.words[DRAWING]
    over = noun.head if noun.dep_ == OBJECT else noun
    for drawing in (over, *(c for c in noun.lefts if c.dep_ == DESCRIBING)):
        if drawing.tag_ == PARTICIPLE and drawing.lemma_.lower() in words:
            return next((t for t in over.ancestors if t.pos_ == "VERB" and t.i < drawing.i), None)
    return None


def _places(deed: Token, statuses: Statuses) -> list[Place]:
    """Where it was done, by its own phrases."""
    predicate = statuses.graph.predicates.get(deed.i)
    heads = predicate.heads(*AT) if predicate is not None else ()
    return [statuses.mentions.places[h] for h in heads if h in statuses.mentions.places]
