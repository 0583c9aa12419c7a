"""Drafts in, those that are words for which something else was done as said out: "took the floor to reject the claims".

Who called a news conference to denounce a raid has denounced it; who travels somewhere to thank the king has still to
say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.frames import Match
from detente.coding.matching.lexicon import classes_of
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate

WORDS = frozenset({"ACCUSE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
PLANNED, PURPOSE, CLAUSE, IN = "planned", "purpose", "clause", "in"
VISIT, FORCES = "visit", "MOBILIZE"  # a mode, a type: they are on their way
PLAN = "position-paper"  # a class of nouns


def said_in_doing(drafts: Sequence[Draft], matches: Mapping[int, Match], statuses: Statuses) -> list[Draft]:
    """All of them; a draft of words that somebody has done something to say has occurred."""
    return [
        replace(draft, status="occurred", certainty="CT") if _is_said(draft, matches, statuses) else draft
        for draft in drafts
    ]


def _is_said(draft: Draft, matches: Mapping[int, Match], statuses: Statuses) -> bool:
    kind = statuses.lexicon.kinds[draft.kind]
    if draft.status != PLANNED or not kind.speech or kind.type not in WORDS:
        return False
    word = statuses.graph.predicates[draft.head]
    who = word.heads("subject") if word.pos == "verb" else ()
    return any(
        _has_been_done(verb, matches, statuses) and (not who or verb.heads("subject") == who)
        for verb in _done_for(draft, statuses)
    )


def _done_for(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The verbs whose purpose it is, right so ("to reject") or through a noun ("in order to reject")."""
    graph, path = statuses.graph, dict.fromkeys((draft.head, *draft.path))
    unsure = {a.head for a in draft.applied if a.operator.status is not None}
    for head in path:
        for name, verb in graph.governing(head):
            noun = graph.doc[head].tag_.startswith("N")
            through = name == IN and noun and unsure == {head}
            aim = name == PURPOSE or (name == CLAUSE and _gets_to_speak(verb, statuses))
            if through or (aim and not unsure):
                yield verb


def _gets_to_speak(verb: Predicate, statuses: Statuses) -> bool:
    """ "Took the floor to reject it", but not "adopted a plan to reject it"."""
    doc, chances = statuses.graph.doc, statuses.graph.words["chances to speak"]
    return any(doc[h].lemma_.lower() in chances for h in verb.heads("object"))


def _has_been_done(verb: Predicate, matches: Mapping[int, Match], statuses: Statuses) -> bool:
    if verb.pos != "verb" or verb.mood == "infinitive" or verb.negated:
        return False
    match = matches.get(verb.head)
    kind = statuses.lexicon.kinds.get(match.frame.kind) if match is not None else None
    on_the_way = kind is not None and (kind.mode == VISIT or kind.type == FORCES)
    objects = (classes_of(statuses.graph.doc, h, statuses.lexicon) for h in verb.heads("object"))
    if on_the_way or any(PLAN in classes for classes in objects):  # "adopted a strategy to defend it"
        return False
    return all(reading.status in HAPPENED for reading in statuses.readings(verb.head))
