"""A word in, where that which it names stands by itself out: for words that are asked for one by one.

Events are coded by what is made of them; a word that is only asked for is also there when the next one fails.
"""

from __future__ import annotations

from detente.coding.composing import COMING, HAPPENED, OFF, Reading
from detente.coding.moods import is_supposed
from detente.coding.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Status

Standing = tuple[Status, str]
FACT: Standing = ("occurred", "CT")
COMES: Standing = ("planned", "PR")
WITHHELD = ("cancelled", "declined", "denied")
OPEN: Standing = ("hypothetical", "PS")
AT = ("at", "during")


def standing(statuses: Statuses, head: int) -> Standing:
    """Status and certainty of the event that this word names."""
    reading, word = statuses.readings(head)[0], statuses.graph.predicates.get(head)
    own = (reading.status, reading.certainty)
    if word is None:
        return own
    if own == ("hypothetical", "Uu") and _is_turned(reading, word, statuses):
        return "declined", "PR"
    if _is_left_open(reading, statuses):
        return OPEN
    found = _of_a_noun(reading, word, statuses) if word.pos == "noun" else _of_a_verb(reading, word, statuses)
    return found or own


def _is_left_open(reading: Reading, statuses: Statuses) -> bool:
    """ "could resume on Monday", however sure the day."""
    graph, possible = statuses.graph, statuses.graph.words["possible modals"]
    over = [graph.predicates[head] for head in reading.path if head in graph.predicates]
    return reading.status in COMING and any(verb.modal in possible for verb in over)


def _of_a_verb(reading: Reading, word: Predicate, statuses: Statuses) -> Standing | None:
    """ "Reported no damage": what was not seen was looked for and told of; "any bank that asks": one that may."""
    graph = statuses.graph
    token = graph.doc[word.head]
    if reading.status in HAPPENED and token.dep_ == "relcl" and word.tense == "present" and not word.perfect:
        return (
            OPEN if any(c.lower_ in graph.words["unspecific determiners"] for c in token.head.lefts) else None
        )
    if (
        reading.status in COMING
        and not reading.applied
        and word.lemma in graph.words["verbs of setting a day"]
    ):
        return FACT if word.modal is None and word.mood == "indicative" else None
    if (
        reading.status in HAPPENED
        and word.tense == "present"
        and not word.perfect
        and _hangs_on(word, statuses)
    ):
        return OPEN
    if reading.status != "denied" or reading.applied or word.lemma not in graph.words["verbs of finding"]:
        return None
    own = any(c.dep_ == "neg" for c in token.children) or word.modal is not None or word.passive
    return None if own else FACT


def _hangs_on(word: Predicate, statuses: Statuses) -> bool:
    """ "If convicted, he faces ten years"."""
    doc, iffy = statuses.graph.doc, statuses.graph.words["iffy conjunctions"]
    clauses = (c for c in doc[word.head].children if c.dep_ == "advcl")
    return any(c.left_edge.lower_ in iffy for c in clauses)


def _is_turned(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "should not sell", "does not want to sell", "should stop selling": asked for, wanted or owed is the contrary."""
    turns = [word.negated and word.mood != "participle"]
    over = [statuses.graph.predicates.get(a.head) for a in reading.applied]
    turns += [verb is not None and verb.negated for verb in over]
    turns += [a.operator.status in WITHHELD for a in reading.applied]
    return sum(turns) % 2 == 1


def _of_a_noun(reading: Reading, word: Predicate, statuses: Statuses) -> Standing | None:
    if reading.status in OFF and not word.negated:
        return _of_a_thing_that_is_there(reading, word, statuses)
    if reading.status == "hypothetical" and _is_any_of_none(word, statuses):
        return "denied", "CT"
    if reading.applied:
        there = _goes_on(reading, word, statuses) or _is_answered(reading, word, statuses)
        return FACT if there else None
    if reading.status not in HAPPENED:
        return None
    offer = statuses.operator_at(word.carrier, "object", word) if word.carrier is not None else None
    if offer is not None and offer.status == "proposed":
        return "proposed", "PS"  # "offered help"
    if _is_banned(word, statuses):
        return "cancelled", "CT"
    return COMES if _is_at_what_comes(word, statuses) else None


def _of_a_thing_that_is_there(reading: Reading, word: Predicate, statuses: Statuses) -> Standing | None:
    """A report that is denied, talks that collapse, a deal that unions oppose, a summit that somebody skips."""
    words = statuses.graph.words
    first = reading.applied[0].head if reading.applied else word.carrier
    by = statuses.graph.predicates.get(first) if first is not None else None
    if by is None:
        return None
    if reading.applied and reading.base in HAPPENED and _was_made(reading, word, by, statuses):
        return FACT
    attended = by.lemma in words["verbs of attending"]
    opposed = by.lemma in words["opposing verbs"] and word.lemma in words["what is answered"]
    if not _is_known(word, statuses) or not (attended or opposed):
        return None
    return COMES if by.tense == "future" or word.head in statuses.coming else FACT


def _was_made(reading: Reading, word: Predicate, by: Predicate, statuses: Statuses) -> bool:
    words = statuses.graph.words
    if by.lemma in words["verbs of foundering"] and word.lemma in words["what founders"]:
        return True
    if reading.status in ("denied", "declined"):
        return word.lemma in words["acts that stand"]
    return reading.status == "cancelled" and word.lemma in words["acts begun"]


def _goes_on(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "should the strike continue", "the talks may fall apart": there are such; whether they go on is open."""
    graph = statuses.graph
    by = graph.predicates.get(reading.applied[0].head)
    if by is None:
        return False
    if by.lemma in graph.words["verbs of foundering"] and by.modal in graph.words["possible modals"]:
        return word.lemma in graph.words["what founders"] and _is_known(word, statuses)
    return by.lemma in graph.words["verbs of going on"] and is_supposed(by, graph)


def _is_any_of_none(word: Predicate, statuses: Statuses) -> bool:
    """ "Does not admit any guilt"."""
    graph = statuses.graph
    if not any(c.lower_ in graph.words["unspecific determiners"] for c in graph.doc[word.head].lefts):
        return False
    over = [g.head for g in graph.governors.get(word.head, ()) if g.name == "object"]
    return any(statuses.readings(head)[0].status in WITHHELD for head in over)


def _is_answered(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "The board must approve the deal": there is one, which was put before the board."""
    words = statuses.graph.words
    by = statuses.graph.predicates.get(reading.applied[0].head)
    answers = (
        by is not None and by.lemma in words["verbs of ruling on"] and word.lemma in words["what is answered"]
    )
    return answers and _is_known(word, statuses)


def _is_known(word: Predicate, statuses: Statuses) -> bool:
    """Whether it is told as one that the reader knows of."""
    known = statuses.graph.words["definite words"]
    return word.has("poss") or any(c.lower_ in known for c in statuses.graph.doc[word.head].children)


def _is_banned(word: Predicate, statuses: Statuses) -> bool:
    """ "Banned short selling": the ban is an act of its own, and what it is of does not come."""
    graph = statuses.graph
    over = [graph.predicates.get(g.head) for g in graph.governors.get(word.head, ()) if g.name == "object"]
    banning = [by for by in over if by is not None and by.lemma in graph.words["verbs of banning"]]
    return any(statuses.readings(by.head)[0].status in HAPPENED for by in banning)


def _is_at_what_comes(word: Predicate, statuses: Statuses) -> bool:
    """ "Will speak at a conference"."""
    over = [g.head for g in statuses.graph.governors.get(word.head, ()) if g.name in AT]
    comes = any(statuses.readings(head)[0].status in COMING for head in over)
    return comes and not _is_known(word, statuses)
