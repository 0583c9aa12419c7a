"""Matches in, with demands of crowds that are met by force told as their protest out.

"Fired at marchers demanding the premier's resignation": they march, and what they want is only said of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from msgspec.structs import replace as altered

from detente.coding.matching.frames import Match
from detente.coding.matching.lexicon import any_meets
from detente.coding.standing.status import Statuses

MARCHERS, OF_THEM = ("protester",), frozenset({"acl", "relcl"})
ASKING, PROTEST, FORCE = "REQUEST", "demonstration", frozenset({"ASSAULT", "COERCE"})
CLASH = "clash"  # a kind: their protest has turned into that


def with_marches(matches: Mapping[int, Match], context: Statuses) -> Mapping[int, Match]:
    """The matches by head; a demand of those whom force is used on is their protest."""
    found = {h: _as_march(m) for h, m in matches.items() if _is_of_marchers(m, matches, context)}
    return {**matches, **found} if found else matches


def _is_of_marchers(match: Match, matches: Mapping[int, Match], context: Statuses) -> bool:
    token, kinds = context.graph.doc[match.head], context.lexicon.kinds
    kind = kinds[match.frame.kind]
    if token.dep_ not in OF_THEM or kind.type != ASKING:
        return False
    noun = token.head.i
    if not any_meets(MARCHERS, (noun,), context.graph.doc, context.mentions, context.lexicon):
        return False
    inside = (m for m in matches.values() if context.graph.doc[m.head].sent == token.sent)
    types = {kinds[m.frame.kind].type for m in inside if m.frame.kind in kinds and m.frame.kind != CLASH}
    return not FORCE.isdisjoint(types)


def _as_march(match: Match) -> Match:
    here = tuple(actor for actor in match.actors if actor.inferred is None)
    return replace(match, frame=altered(match.frame, kind=PROTEST, needs=()), actors=here, recipients=())
