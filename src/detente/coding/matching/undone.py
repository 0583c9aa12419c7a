"""Matches in, with measures that are undone told as that out.

"Repealed a law that barred Sylvanians from buying land", "the order to expel the consul was rescinded": what is told is
that the measure is lifted, by whoever lifts it, for those whom it was aimed at.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace as altered

from detente.coding.matching.frames import Match
from detente.coding.matching.lexicon import any_meets
from detente.coding.roles.roles import actors_at, without_states
from detente.coding.standing.status import Statuses
from detente.records import Actor

CURBS = frozenset({"COERCE", "SANCTION"})
EASING, LEGAL = "easing of measures", "legal"  # a kind, a context
COURTS = ("court",)  # what they quash, others have ordered: rules of their own tell of that
WHAT, WHO, TELLING = "object", ("subject",), frozenset({"relcl", "acl"})


def with_measures_undone(matches: Mapping[int, Match], context: Statuses) -> Mapping[int, Match]:
    """The matches by head, with the easing in the place of each measure that is undone."""
    doc, words = context.graph.doc, context.graph.words["measures that may be undone"]
    found: dict[int, Match] = {}
    gone: set[int] = set()
    for head, match in matches.items():
        if doc[head].dep_ not in TELLING or doc[head].head.lemma_.lower() not in words:
            continue
        verb = _undoing(doc[head].head.i, context) if _is_curb(match, context) else None
        if verb is not None:
            found[verb] = _easing(verb, match, context)
            gone.add(head)
    return {**{h: m for h, m in matches.items() if h not in gone}, **found} if found else matches


def _undoing(noun: int, context: Statuses) -> int | None:
    """The verb that undoes what the noun names."""
    graph = context.graph
    for governor in graph.governors.get(noun, ()):
        verb = graph.predicates.get(governor.head)
        if governor.name != WHAT or verb is None or verb.pos != "verb":
            continue
        by_court = any_meets(COURTS, verb.heads("subject"), graph.doc, context.mentions, context.lexicon)
        if verb.lemma in graph.words["verbs of undoing"] and not by_court:
            return verb.head
    return None


def _is_curb(match: Match, context: Statuses) -> bool:
    kind = context.lexicon.kinds[match.frame.kind]
    return kind.type in CURBS and LEGAL not in kind.contexts


def _easing(verb: int, inner: Match, context: Statuses) -> Match:
    by: tuple[Actor, ...] = actors_at(
        WHO, context.graph.predicates[verb], context.graph, context.mentions, acting=True
    )
    frame = altered(inner.frame, kind=EASING, reciprocal=False, needs=("actor",))
    return Match(
        head=verb,
        frame=frame,
        actors=by,
        recipients=without_states(inner.recipients, by),
        score=inner.score,
    )
