"""Frame matches in, the meetings that are only the aim or content of another out, by the verb that they are for."""

from __future__ import annotations

from collections.abc import Mapping

from detente.coding.matching.consumed import brings_another
from detente.coding.matching.frames import Match
from detente.coding.matching.lexicon import family_of
from detente.coding.standing.status import Statuses

AIMS = ("purpose", "clause", "on", "for")
MEETING_FAMILIES = frozenset({"meeting", "call"})


def join_aims(matches: Mapping[int, Match], context: Statuses) -> dict[int, tuple[Match, ...]]:
    """ "flew to Strelsau for talks", "met to discuss it": what a meeting was for is no second meeting."""
    found: dict[int, tuple[Match, ...]] = {}
    for match in matches.values():
        carrier = _meant_for(match, matches, context)
        if (
            carrier is not None
            and carrier.actors
            and not brings_another(match, carrier)
            and not _at_home(match, carrier, context)
        ):
            found[carrier.head] = (*found.get(carrier.head, ()), match)
    return found


def _meant_for(match: Match, matches: Mapping[int, Match], context: Statuses) -> Match | None:
    """The meeting, visit or call that this one of its family is the content or the aim of."""
    predicate = context.graph.predicates[match.head]
    carrier = matches.get(predicate.carrier) if predicate.carrier is not None else None
    if carrier is not None and not predicate.only_carried:
        return carrier if _of_one_family(match, carrier, context) else None
    for governor in context.graph.governors.get(context.graph.verb_of(match.head), ()):
        aim = matches.get(governor.head)
        if aim is None or governor.name not in AIMS or context.graph.predicates[governor.head].pos != "verb":
            continue
        if _of_one_family(match, aim, context):
            return aim
    return None


def _of_one_family(match: Match, other: Match, context: Statuses) -> bool:
    families = {family_of(m.frame.kind, context.lexicon) for m in (match, other)}
    return len(families) == 1 or families <= MEETING_FAMILIES


def _at_home(match: Match, carrier: Match, context: Statuses) -> bool:
    """ "The president of Sylvania flew to Klausenburg for talks with the rebels": he visits nobody, but they talk."""
    if family_of(match.frame.kind, context.lexicon) not in MEETING_FAMILIES:
        return False
    own = {a.country for a in carrier.actors}
    stays = all(r.country in own for r in carrier.recipients) and not carrier.frame.reciprocal
    return stays and len({a.id or a.name for a in (*match.actors, *match.recipients)}) > 1
