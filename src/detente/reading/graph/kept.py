"""Predicates in, the same out with who keeps a thing in a state as who does what brings that state about.

"Farmers kept the road blocked": they block it.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.reading.graph.types import Argument, Predicates
from detente.reading.tokens import Doc

PAST, BELOW = ("VBN", "VBD"), ("advcl", "oprd", "ccomp", "xcomp", "acl")


def give_kept_states_their_keepers(doc: Doc, predicates: Predicates, verbs: frozenset[str]) -> None:
    """Only a past participle right behind the object and what belongs to it, that has no subject of its own."""
    for verb in predicates.verbs(verbs):
        keepers, things = verb.heads("subject"), verb.heads("object")
        if verb.passive or not keepers or not things:
            continue
        for token in doc[verb.head].rights:
            inner = predicates.get(token.i)
            if inner is None or token.tag_ not in PAST or token.dep_ not in BELOW or inner.has("subject"):
                continue
            if doc[things[-1]].right_edge.i + 1 != token.left_edge.i:
                continue
            kept = tuple(a for a in inner.arguments if a.name != "object")
            given = (*(Argument("subject", h) for h in keepers), *(Argument("object", h) for h in things))
            predicates[token.i] = replace(inner, arguments=(*kept, *given), passive=False)
