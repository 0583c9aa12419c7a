"""A word whose sentence calls it put off in, how it stands by now out.

"The meeting, twice postponed, was held on Friday", "the delayed parade went ahead": what was put off came at last.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.exact.plan import verbs_of
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Status

DESCRIBING = ("amod", "acl", "relcl", "appos")
MISREAD = (
    "ccomp",
    "advcl",
)  # "the vote, put off twice, will be held", where the parser takes "put" for the verb


def held_at_last(word: Predicate, found: Status, statuses: Statuses) -> Status | None:
    """Occurred or planned where the main verb says that what was put off is held; else None."""
    if found not in ("postponed", "cancelled") or word.pos != "noun":
        return None
    graph = statuses.graph
    applied = statuses.readings(word.head)[0].applied
    if not applied:
        return None
    held = graph.words["verbs of going ahead"] | graph.words["verbs of starting"]
    for verb in _main_verbs(graph.doc[word.head], graph.doc[applied[0].head], statuses):
        if verb.negated:
            continue
        if verb.tense == "present" and (_goes_on(verb, statuses)):
            return "occurred"
        if held.isdisjoint(verbs_of(verb, graph)):
            continue
        if verb.tense == "future" or (verb.tense == "present" and not verb.perfect and verb.modal is None):
            return "planned"  # "opens on Monday"
        if verb.modal is None and verb.mood == "indicative" and verb.tense == "past":
            return "occurred"
    return None


def _goes_on(verb: Predicate, statuses: Statuses) -> bool:
    """ "Is now in its second week", "continues"."""
    carries_on = not statuses.graph.words["verbs of carrying on"].isdisjoint(verbs_of(verb, statuses.graph))
    graph, units = statuses.graph, statuses.graph.words["units that are counted"]
    return carries_on or (
        verb.lemma == "be" and any(graph.doc[h].lemma_.lower() in units for h in verb.heads("in"))
    )


def _main_verbs(noun: Token, by: Token, statuses: Statuses) -> Iterator[Predicate]:
    """The verb of the clause in which "postponed" or "delayed" only describes the noun."""
    over: list[Token] = []
    if by.dep_ in DESCRIBING and by.head.i == noun.i and noun.dep_ in SUBJECTS:
        over.append(noun.head)
    alone = not any(c.dep_ in ("aux", "auxpass") for c in by.children)
    set_apart = by.i > noun.i and any(t.text == "," for t in noun.doc[noun.i : by.i])
    if by.dep_ in MISREAD and noun.head.i == by.i and alone and set_apart:
        over.append(by.head)
    for token in over:
        verb = statuses.graph.predicates.get(token.i)
        if verb is not None and verb.pos == "verb" and token.i > by.i:
            yield verb
