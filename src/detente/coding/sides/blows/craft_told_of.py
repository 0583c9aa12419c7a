"""A word in, whose ship or plane was told of last before it out.

"Sylvania complained about its missing trawler. Ruritania said that guards had seized it in Ruritanian waters": a
Sylvanian one, and not one of the state in whose waters it was.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.roles import actors_of
from detente.coding.sides.looking.told_before import start_before
from detente.coding.sides.nearby.sentence_before import named_in
from detente.coding.standing.status import Statuses
from detente.records import Actor

CRAFT = frozenset({"aircraft", "vessel", "warplane", "warship"})
BACK = 2  # sentences
WHY = "whose ship or plane it was"


def whose_craft(
    head: int, apart: Collection[str | None], statuses: Statuses, *, known: Collection[Actor] = ()
) -> tuple[Actor, ...]:
    """Those who answer for the last craft before a word that is not of the states apart from which one is sought.

    known: for whom they are taken already; nothing is given where the nearest craft is theirs.
    For one that is nobody's by name, the only other state that its sentence tells of.
    """
    doc = statuses.graph.doc
    start = start_before(head, doc, BACK)
    told = [i for i in range(head - 1, start - 1, -1) if is_craft(i, statuses)]
    for i in told:
        owners = actors_of(i, "object", statuses.graph, statuses.mentions)
        if owners and keys_of(owners) == keys_of(known):
            return ()
        if owners and all(a.country and key_of(a) not in apart for a in owners):
            return only_because(owners, WHY)
    for sentence in {doc[i].sent.start: doc[i].sent for i in told}.values():
        named = named_in(sentence.start, sentence.end, statuses)
        others = [a for key, a in named.items() if key not in apart and a.country]
        if len(others) == 1:
            return (replace(others[0], inferred=WHY),)
    return ()


def is_craft(i: int, statuses: Statuses) -> bool:
    """Whether a noun is of a ship or plane."""
    doc = statuses.graph.doc
    return doc[i].pos_ in ("NOUN", "PROPN") and not CRAFT.isdisjoint(classes_of(doc, i, statuses.lexicon))
