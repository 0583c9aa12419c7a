"""A word for people in, the words that say of which states some of them are out.

"400 African migrants, most of them Sylvanians and Graustarkians": more is known of them than that they are Africans.
"""

from __future__ import annotations

from detente.coding.roles.mentions import Mention
from detente.ids import is_organisation
from detente.reading.repairs.phrases.some_of_them import numbers_them
from detente.reading.tokens import Token


def some_of_them(people: Token, mention: Mention | None) -> tuple[int, ...]:
    """Where they are named; nowhere if it is known whose they all are."""
    if mention is not None and (mention.several or not is_organisation(mention.actor.id)):
        return ()
    named = [c for c in people.rights if c.dep_ == "appos" and numbers_them(c)]
    return tuple(t.i for first in named for t in (first, *first.conjuncts))
