"""Aid that somebody receives in, the same without him as its giver out.

"Sylvania receives its first shipment of vaccines": "its" says who gets them, and not who sends them. Nor are "the tanks"
that are delivered to Sylvania known as its own because nobody else is named.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses

HELP, TAKING, OBJECT = "AID", "taking verbs", "dobj"  # a type, a list of words, a label
ARMS = "military aid"  # a kind: help that no state gives itself


def without_taker(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; who else gives it the steps after it may find."""
    graph = statuses.graph
    word = graph.doc[draft.head]
    around = (draft.head, word.head.i) if word.dep_ == OBJECT else (draft.head,)
    found = graph.at(around)
    verbs = [verb for verb in found if verb.lemma in graph.words[TAKING]]
    takers = tuple(a for verb in verbs for a in actors_at(("subject",), verb, graph, statuses.mentions))
    if draft.head in (verb.head for verb in verbs):  # but "Ruritania welcomed nine Sylvanians as refugees"
        takers = tuple(a for a in takers if sides((a,), draft.recipients))
    guessed = tuple(a for a in draft.actors if a.inferred) if draft.kind == ARMS else ()
    theirs = tuple(a for a in guessed if sides((a,), draft.recipients))
    givers = tuple(a for a in draft.actors if not sides((a,), (*takers, *theirs)))
    return draft if len(givers) == len(draft.actors) else replace(draft, actors=givers)
