"""A noun of what is denied, declined or called off in, whether there is one all the same out.

A report that is denied, an offer that is turned down, talks that collapse.
"""

from __future__ import annotations

from detente.coding.standing.composing import COMING, HAPPENED, Reading
from detente.coding.standing.standings import COMES, FACT, Standing, is_known
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate


def of_a_thing_that_is_there(reading: Reading, word: Predicate, statuses: Statuses) -> Standing | None:
    """A report that is denied, talks that collapse, a deal that unions oppose, a summit that somebody skips."""
    words = statuses.graph.words
    first = reading.applied[0].head if reading.applied else word.carrier
    by = statuses.graph.predicates.get(first) if first is not None else None
    if by is None:
        return None
    if reading.applied and reading.base in HAPPENED and _was_made(reading, word, by, statuses):
        return FACT
    if reading.applied and (_has_only_failed(by, word, statuses) or _is_turned_down(by, word, statuses)):
        return FACT
    if reading.applied and _is_still_to_be_answered(reading, word, by, statuses):
        return FACT if word.lemma in words["what is answered"] else COMES
    attended = by.lemma in words["verbs of attending"]
    opposed = by.lemma in words["opposing verbs"] and word.lemma in words["what is answered"]
    if not is_known(word, statuses) or not (attended or opposed):
        return None
    return COMES if by.tense == "future" or word.head in statuses.coming else FACT


def not_stopped(reading: Reading, word: Predicate, statuses: Statuses) -> Standing | None:
    """ "Urged it to block the deal", "wants to stop the merger": nobody has, and the one is there, the other to come."""
    if word.pos != "noun" or not reading.applied or not is_known(word, statuses):
        return None
    if statuses.readings(reading.applied[0].head)[0].status != "hypothetical":
        return None
    if word.lemma in statuses.graph.words["what is answered"]:
        return FACT
    return COMES if word.lemma in statuses.graph.words["deeds to come"] else None


def _was_made(reading: Reading, word: Predicate, by: Predicate, statuses: Statuses) -> bool:
    words = statuses.graph.words
    if by.lemma in words["verbs of foundering"] and word.lemma in words["what founders"]:
        return True
    if reading.status in ("denied", "declined"):
        return word.lemma in words["acts that stand"]
    if by.lemma in words["verbs of stopping"] and word.lemma in words["what goes on until stopped"]:
        return statuses.readings(by.head)[0].status in HAPPENED
    return reading.status == "cancelled" and word.lemma in words["acts begun"]


def _has_only_failed(by: Predicate, word: Predicate, statuses: Statuses) -> bool:
    """ "The plan failed to calm markets": there is one."""
    failing = by.lemma in statuses.graph.words["verbs of failing to"] and by.has("clause")
    return failing and word.head in by.heads("subject")


def _is_turned_down(by: Predicate, word: Predicate, statuses: Statuses) -> bool:
    """ "Rejected the offer", "voted against a bid": it was made; but "did not make an offer"."""
    words = statuses.graph.words
    return by.lemma in words["verbs of rejecting"] and word.lemma in words["what is put to somebody"]


def _is_still_to_be_answered(reading: Reading, word: Predicate, by: Predicate, statuses: Statuses) -> bool:
    """ "Has yet to approve the takeover", "has not yet cleared it"."""
    graph = statuses.graph
    if by.lemma not in graph.words["verbs of ruling on"] or not is_known(word, statuses):
        return False
    over = (by.head, *(a.head for a in reading.applied))
    return any(c.lower_ in graph.words["yet"] for head in over for c in graph.doc[head].children)


def is_supposed_away(word: Predicate, statuses: Statuses) -> bool:
    """ "Without the loans it is likely to fail": there may be such; but "went home without a deal"."""
    graph = statuses.graph
    over = graph.above(word.head, *graph.words["without"])
    if not over or not _opens_sentence(word, statuses):
        return False
    below = [h for head in over for h in (head, *_complements(head, statuses))]
    return any(statuses.readings(head)[0].status in (*COMING, "hypothetical") for head in below)


def _opens_sentence(word: Predicate, statuses: Statuses) -> bool:
    token = statuses.graph.doc[word.head]
    return token.left_edge.i - 1 == token.sent.start


def is_gone_without(word: Predicate, statuses: Statuses) -> bool:
    """ "May copy it without permission", "will leave them without pay"."""
    graph = statuses.graph
    if not graph.is_under(word.head, *graph.words["without"]):
        return False
    return not _opens_sentence(word, statuses)


def _complements(head: int, statuses: Statuses) -> tuple[int, ...]:
    """The infinitives of a verb, be they of an adjective that stands with it ("is likely to fail")."""
    inner = [g for c in statuses.graph.doc[head].children for g in (c, *c.children)]
    return tuple(c.i for c in inner if c.dep_ == "xcomp" and c.i in statuses.graph.predicates)
