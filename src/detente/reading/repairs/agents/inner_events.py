"""A parsed text in, the partner of a deed that is within another given to the inner one out.

"The cancellation of drills with Sylvania": the drills are with it, and not what becomes of them.
"""

from __future__ import annotations

from detente.reading.tokens import Token

OF, OBJECT, NOUNS = "of", "pobj", ("NN", "NNS")


def give_to_inner_event(preposition: Token, event_nouns: frozenset[str]) -> None:
    """Hang a "with" on the event right before it. event_nouns: the noun entries of all rules."""
    over = preposition.head
    if preposition.i == preposition.sent.start or over.tag_ not in NOUNS:
        return
    event = preposition.nbor(-1)
    within = event.dep_ == OBJECT and event.head.lower_ == OF and event.head.head is over
    if within and event.tag_ in NOUNS and event.lemma_.lower() in event_nouns:
        preposition.hang(event, "prep")
