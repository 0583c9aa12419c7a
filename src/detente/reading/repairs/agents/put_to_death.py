"""A parsed text in, the way in which somebody is put to death as no doer, and the place as that of the death out.

"Was executed by firing squad in Klausenburg", "is hanged by a rope": the parser has the squad's firing do it, there.
"""

from __future__ import annotations

from collections.abc import Set

from detente.reading.tokens import Doc, Token

AGENT, PREPOSITION, OBJECTS = "agent", "prep", ("pobj", "pcomp")
MANNER = "advmod"  # behind a passive any "by" would name who does it
PLACES = frozenset({"in", "at", "near", "outside", "on"})


def repair_put_to_death(doc: Doc, ways: Set[str]) -> Doc:
    """The same document. ways: "hanging", "firing squad"."""
    for by in doc.having(dep_=(AGENT,)):
        way = next((c for c in by.rights if c.dep_ in OBJECTS), None)
        if way is None:
            continue
        squad = next((c for c in way.rights if c.dep_ == "dobj" and c.i == way.i + 1), None)
        named = way.lower_ if squad is None else f"{way.lower_} {squad.lower_}"
        if named not in ways and f"{way.nbor(-1).lower_} {way.lower_}" not in ways:
            continue
        _hang_on_death(way, by.head)
        if squad is not None:
            _hang_on_death(squad, by.head)
            squad.hang(by, "pobj")
            way.hang(squad, "compound")
        way.tag_, way.pos_ = "NN", "NOUN"
        by.dep_ = MANNER
    return doc


def _hang_on_death(way: Token, verb: Token) -> None:
    """Where it was, which the parser hangs on the way it was done."""
    for child in list(way.rights):
        if child.lower_ in PLACES and child.dep_ == PREPOSITION:
            child.hang(verb, PREPOSITION)
