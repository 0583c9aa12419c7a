"""Events told before in, who stands over against one's own side in them out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import Lexicon
from detente.coding.roles.known import key_of, keys_of
from detente.coding.standing.status import Statuses
from detente.records import Actor

REACTIONS = frozenset({"ACCUSE", "REQUEST", "SANCTION", "THREATEN"})  # types
FORCE = "strikes"  # a group of kinds
REBELS = frozenset({"REB", "UAF"})  # sectors


def opponents(earlier: Sequence[Draft], own: set[str | None]) -> list[Actor]:
    """Who did something to those of our side, or else to whom they did it; the last that is told."""
    pairs = [(d.actors, d.recipients) for d in earlier]
    for there, here in (*reversed(pairs), *((b, a) for a, b in reversed(pairs))):
        if own & keys_of(here):
            found = [a for a in there if key_of(a) and key_of(a) not in own]
            if found:
                return found
    return _partners(earlier, own)


def _partners(earlier: Sequence[Draft], own: set[str | None]) -> list[Actor]:
    """ "The king met the Sylvanian premier. The king demanded ...": the one with whom he talked last."""
    for draft in reversed([d for d in earlier if d.reciprocal]):
        both = {key: a for a in (*draft.actors, *draft.recipients) if (key := key_of(a))}
        others = [a for key, a in both.items() if key not in own]
        if len(both) == len(others) + 1 and own <= both.keys():
            return others if len(others) == 1 else []
    return []


def at_home_in_arms(
    earlier: Iterable[Draft], doers: Iterable[Actor], kind: str, lexicon: Lexicon
) -> list[Actor]:
    """ "Rebels fired on the army. The soldiers returned fire": both are of one state, in which one fights the other."""
    ours = tuple(doers)
    force = lexicon.groups[FORCE]
    for blow in reversed([d for d in earlier if d.kind in force and kind in force]):
        for there, here in ((blow.actors, blow.recipients), (blow.recipients, blow.actors)):
            met = keys_of(here) & keys_of(ours) & keys_of(there)
            if met and _rebel(there) != _rebel(here) == _rebel(ours):
                return list(there)
    return []


def _rebel(side: Iterable[Actor]) -> bool:
    return any(not REBELS.isdisjoint(actor.sectors) for actor in side)


def strikers(
    earlier: Iterable[Draft], own: set[str | None], named: Mapping[str, Actor], lexicon: Lexicon
) -> list[Actor]:
    """ "Ruritania shells a camp of the league in Sylvania. Sylvania threatens war": it was struck there too."""
    if not own <= named.keys():
        return []
    authors = [a for d in earlier if d.kind in lexicon.groups[FORCE] for a in d.actors]
    return [a for a in authors if a.country and a.country not in own]


def who_react(earlier: Iterable[Draft], own: set[str | None], statuses: Statuses) -> set[str | None]:
    """ "Ruritania threatened sanctions. Sylvania summoned the envoy": not Ruritania's, which reacts to the same."""
    words = [d for d in earlier if type_of(d, statuses) in REACTIONS]
    return {key_of(a) for d in words if not own & keys_of(d.recipients) for a in d.actors}
