"""A parsed text in, where those come from who are harmed read as told of them out.

"The killing of three fishermen from Sylvania": the parser has it that the killing comes from there.
"""

from __future__ import annotations

from detente.reading.tokens import Token

FROM, OF, NAME = "from", "of", "PROPN"


def join_origin(preposition: Token, harm: frozenset[str]) -> None:
    """Hang "from" on the noun right before it where that is who the noun of harm above is told of."""
    noun = preposition.head
    if preposition.lower_ != FROM or noun.lemma_.lower() not in harm:
        return
    people = next((o for p in noun.rights if p.lower_ == OF for o in p.rights if o.dep_ == "pobj"), None)
    placed = any(o.pos_ == NAME for o in preposition.rights)
    if people is not None and placed and people.right_edge.i == preposition.i - 1:
        preposition.hang(people, "prep")
