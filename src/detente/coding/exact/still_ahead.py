"""A noun in, whether its sentence orders it, promises it to those who want it or dates it ahead, out."""

from __future__ import annotations

from detente.coding.standing.composing import COMING, HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate

AT = ("for", "to", "into")


def is_set(word: Predicate, statuses: Statuses) -> bool:
    """ "Ordered the evacuation", "orders went out for it", "is organising a march", "was assigned to a drill next month"."""
    if word.pos != "noun":
        return False
    ahead = _is_dated_ahead(word, statuses) or headlined(word, statuses) is not None
    return ahead or _is_ordered(word, statuses)


def headlined(word: Predicate, statuses: Statuses) -> int | None:
    """ "Peace talks to open on Monday", a headline that leaves out its verb: the infinitive that stands for it."""
    graph, noun = statuses.graph, statuses.graph.doc[word.head]
    if (
        word.pos != "noun"
        or any(c.dep_ in ("det", "poss") for c in noun.lefts)
        or noun.left_edge.i != noun.sent.start
    ):
        return None
    goes = graph.words["verbs of taking place"]
    below = (c for c in noun.rights if c.dep_ in ("relcl", "acl") and any(g.tag_ == "TO" for g in c.lefts))
    return next(
        (c.i for c in below if c.lemma_.lower() in goes and noun.dep_ in ("ROOT", "nsubj", "ccomp")), None
    )


def _is_ordered(word: Predicate, statuses: Statuses) -> bool:
    words = statuses.graph.words
    for name, verb in statuses.graph.governing(word.head):
        if verb.negated:
            continue
        done = statuses.readings(verb.head)[0].status in HAPPENED
        promised = done and verb.lemma in words["verbs of promising"]
        if name == "object" and (promised or verb.lemma in words["verbs of ordering a deed"]):
            return True
        if name == "object" and verb.progressive and verb.lemma in words["verbs of preparing"]:
            return True
        said = {statuses.graph.doc[h].lemma_.lower() for h in verb.heads("subject", "object")}
        if name == "for" and not said.isdisjoint(words["words for orders"]):
            return True
    return False


def _is_dated_ahead(word: Predicate, statuses: Statuses) -> bool:
    """What has been done has no time to come: it is that of the noun behind the verb."""
    for name, verb in statuses.graph.governing(word.head):
        done = verb.pos == "verb" and statuses.readings(verb.head)[0].status in HAPPENED
        if (
            name in AT
            and done
            and (verb.tense == "past" or verb.perfect)
            and verb.head in statuses.coming
            and verb.head < word.head
        ):
            return True
    return False


def is_what_they_get(word: Predicate, statuses: Statuses) -> bool:
    """ "Will get the overhaul that they want": the wish stands in a relative clause of what is to come."""
    doc, reading = statuses.graph.doc, statuses.readings(word.head)[0]
    wish = reading.applied[0].head if reading.applied else None
    if word.pos != "noun" or wish is None or doc[wish].dep_ != "relcl" or doc[wish].head.i != word.head:
        return False
    over = [verb for _, verb in statuses.graph.governing(word.head) if verb.head != wish]
    return any(verb.tense == "future" and statuses.readings(verb.head)[0].status in COMING for verb in over)
