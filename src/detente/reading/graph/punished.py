"""A deed told after "for" in, those who are punished for it as who did it out.

"Imposed sanctions on two ministers for taking part in raids": the ministers took part, and not the sanctions.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.graph.types import Predicate
from detente.reading.tokens import Token

FOR, LAID_ON = "for", ("on", "against", "upon")
PENALTIES = "penalties laid on somebody"  # the list of words


def punished_for(
    verb: Token, outer: Predicate, predicates: Mapping[int, Predicate], words: Mapping[str, frozenset[str]]
) -> tuple[int, ...]:
    """Whom the penalty above a gerund is laid on; the phrase hangs on the penalty or on the verb that lays it."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != FOR:
        return ()
    heads = (outer.head,) if outer.pos == "noun" else outer.heads("object")
    for penalty in (predicates[h] for h in heads if h in predicates):
        if penalty.lemma in words[PENALTIES]:
            return penalty.heads(*LAID_ON) or outer.heads(*LAID_ON)
    return ()
