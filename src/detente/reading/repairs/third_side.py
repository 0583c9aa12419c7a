"""The "between" of a fight in, whom both of its sides fight given to the fight out.

"Fighting between the army and allied militias against the Reds": the parser hangs the Reds on the militias.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Token

AGAINST, PREPOSITION = "against", "prep"


def free_third_side(between: Token, crowds: Collection[str]) -> None:
    """crowds: those who are themselves against something ("demonstrators against the levy")."""
    above = between.head
    for first in (c for c in between.rights if c.dep_ == "pobj"):
        sides = (first, *first.conjuncts)
        last = sides[-1]
        for side in sides if len(sides) > 1 and last.lemma_.lower() not in crowds else ():
            for against in [c for c in side.rights if c.lower_ == AGAINST and c.i > last.i]:
                against.hang(above, PREPOSITION)
