"""A noun and its reading in, where the thing that it names stands out: where that is not what its status says.

A deal that a board must approve has been made, a report that is denied too, and talks that collapsed were held.
"""

from __future__ import annotations

from detente.coding.standing.composing import COMING, HAPPENED, OFF, Reading
from detente.coding.standing.moods import is_supposed
from detente.coding.standing.set_aside import is_gone_without, is_supposed_away, of_a_thing_that_is_there
from detente.coding.standing.standings import COMES, FACT, OPEN, WITHHELD, Standing, is_known
from detente.coding.standing.status import Statuses
from detente.coding.standing.there import is_there
from detente.reading.graph import Predicate

AT, FOR, OF, IN = ("at", "during"), "for", "of", "in"
AGREED = ("object", "on", "to")


def of_a_noun(reading: Reading, word: Predicate, statuses: Statuses) -> Standing | None:
    """Where it stands if that differs from its status."""
    if is_supposed_away(word, statuses):
        return OPEN
    if reading.status not in OFF and is_gone_without(word, statuses):
        return "denied", "PR"
    if reading.status not in HAPPENED and is_there(reading, word, statuses, known=is_known(word, statuses)):
        return FACT
    if reading.status in OFF and not word.negated:
        return of_a_thing_that_is_there(reading, word, statuses)
    if reading.status == "hypothetical" and _is_any_of_none(word, statuses):
        return "denied", "CT"
    if reading.applied:
        there = _goes_on(reading, statuses) or _is_answered(reading, word, statuses)
        return FACT if there else None
    return _beside_what_is_told(word, statuses) if reading.status in HAPPENED else None


def _beside_what_is_told(word: Predicate, statuses: Statuses) -> Standing | None:
    """Where what has been by its status has not come: by an offer, hope, ban, vote or day around it."""
    named = _is_named_in(word, statuses)
    if named is not None:
        return named
    if _is_banned(word, statuses):
        return "cancelled", "CT"
    if _is_not_in_it(word, statuses):
        return "denied", "CT"
    if equated := _is_equated(word, statuses):
        return equated
    if _is_part_of_what_comes(word, statuses):
        return COMES
    if _is_worked_towards(word, statuses):
        return OPEN
    ahead = _is_at_what_comes(word, statuses) or _is_awaited(word, statuses)
    return COMES if ahead or _is_voted_for(word, statuses) else None


def _goes_on(reading: Reading, statuses: Statuses) -> bool:
    """ "should the strike continue": there is one."""
    graph = statuses.graph
    by = graph.predicates.get(reading.applied[0].head)
    if by is None:
        return False
    return by.lemma in graph.words["verbs of going on"] and is_supposed(by, graph)


def _is_any_of_none(word: Predicate, statuses: Statuses) -> bool:
    """ "Does not admit any guilt"."""
    graph = statuses.graph
    if not any(c.lower_ in graph.words["unspecific determiners"] for c in graph.doc[word.head].lefts):
        return False
    over = graph.above(word.head, "object")
    return any(statuses.readings(head)[0].status in WITHHELD for head in over)


def _is_answered(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "The board must approve the deal", "plans to appeal the ruling", "may cancel its order": there is one."""
    words = statuses.graph.words
    by = statuses.graph.predicates.get(reading.applied[0].head)
    if by is None:
        return False
    if _is_set_out(by, word, statuses) or _is_set_about(reading, word, statuses):
        return True
    if not (is_known(word, statuses) or word.has("by")):
        return False
    ruling = by.lemma in words["verbs of ruling on"] or by.lemma in words["verbs of going back on"]
    ruled = ruling and word.lemma in words["what is answered"]
    return ruled or (by.lemma in words["opposing verbs"] and word.lemma in words["what is contested"])


def _is_set_out(by: Predicate, word: Predicate, statuses: Statuses) -> bool:
    """ "Agreed on a deal", "announced details of a plan", "is examining proposals"."""
    graph, words = statuses.graph, statuses.graph.words
    if statuses.readings(by.head)[0].status not in HAPPENED:
        return False
    put = word.lemma in words["what is answered"]
    if by.lemma in words["verbs of studying"]:
        return put
    if by.lemma not in words["verbs of setting out"] | words["verbs of making known"]:
        return False
    names = [g.name for g in graph.governors.get(word.head, ()) if g.head == by.head]
    return word.lemma in words["names of what is meant"] or (put and any(name in AGREED for name in names))


def _is_set_about(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "Began the planned walkout"."""
    graph = statuses.graph
    if not reading.applied[0].operator.adjectives:
        return False
    over = graph.above(word.head, "object")
    about = [h for h in over if graph.doc[h].lemma_.lower() in graph.words["verbs of setting about"]]
    return any(statuses.readings(h)[0].status in HAPPENED for h in about)


def _is_not_in_it(word: Predicate, statuses: Statuses) -> bool:
    """ "Is not in administration", "is no longer in talks"."""
    graph = statuses.graph
    if is_known(word, statuses):
        return False
    over = graph.over(word.head, IN)
    return any(v.negated and v.lemma in graph.words["be"] for v in over)


def _is_banned(word: Predicate, statuses: Statuses) -> bool:
    """ "Banned short selling": the ban is an act of its own, and what it is of does not come."""
    graph = statuses.graph
    over = graph.over(word.head, "object")
    banning = [by for by in over if by.lemma in graph.words["verbs of banning"]]
    return any(statuses.readings(by.head)[0].status in HAPPENED for by in banning)


def _is_awaited(word: Predicate, statuses: Statuses) -> bool:
    """ "Fell apart days before an election"."""
    graph = statuses.graph
    if word.lemma not in graph.words["occasions to come"] or is_known(word, statuses):
        return False
    return graph.is_under(word.head, *graph.words["before"])


def _is_at_what_comes(word: Predicate, statuses: Statuses) -> bool:
    """ "Will speak at a conference"."""
    over = statuses.graph.above(word.head, *AT)
    comes = any(statuses.readings(head)[0].status in COMING for head in over)
    return comes and not is_known(word, statuses)


def _is_deed_to_come(word: Predicate, statuses: Statuses) -> bool:
    """ "The closure", "the loss of 400 jobs", "job losses"."""
    words, token = statuses.graph.words, statuses.graph.doc[word.head]
    if word.lemma not in words["names of loss"]:
        return word.lemma in words["deeds to come"]
    of = [statuses.graph.doc[h] for h in word.heads("of")] + [c for c in token.lefts if c.dep_ == "compound"]
    return any(t.lemma_.lower() in words["jobs"] for t in of)


def _is_part_of_what_comes(word: Predicate, statuses: Statuses) -> bool:
    """ "The date of the launch", "will close it after the merger", "is to announce the terms of the sale"."""
    graph, words = statuses.graph, statuses.graph.words
    if not _is_deed_to_come(word, statuses):
        return False
    told = graph.above(word.head, "object")
    if any(graph.doc[h].lemma_.lower() in words["verbs of making known"] for h in told):
        return True
    after = words["after"] if is_known(word, statuses) else ()
    over = [g for g in graph.governors.get(word.head, ()) if g.name in (OF, "with") or g.name in after]
    named = words["days and marks set"] | words["names of making known"]
    if any(graph.doc[g.head].lemma_.lower() in named for g in over):
        return True
    return any(statuses.readings(g.head)[0].status in COMING for g in over if g.head in graph.predicates)


def _is_worked_towards(word: Predicate, statuses: Statuses) -> bool:
    """ "Is negotiating a deal", "was hammering out the sale"; but "negotiated a deal"."""
    graph, words = statuses.graph, statuses.graph.words
    if word.lemma not in words["deeds to come"] | words["what is answered"]:
        return False
    over = graph.over(word.head, "object")
    towards = [v for v in over if v.lemma in words["verbs of working towards"]]
    return any(v.progressive or v.mood == "infinitive" for v in towards)


def _is_named_in(word: Predicate, statuses: Statuses) -> Standing | None:
    """ "Takeover hopes", "merger talks"; "the delivery date"."""
    token, words = statuses.graph.doc[word.head], statuses.graph.words
    if token.dep_ != "compound":
        return None
    if token.head.lemma_.lower() in words["days and marks set"] | words["names of what is meant"]:
        return COMES
    return OPEN if token.head.lemma_.lower() in words["hopes and talks"] else None


def as_doer(word: Predicate, statuses: Statuses) -> Standing | None:
    """ "The merger would create the largest lender", "the cuts will hit 300", "measures that will cut costs": what is
    to do it has not come either."""
    graph = statuses.graph
    if not is_known(word, statuses):
        return COMES if _is_told_of_as_coming(word, statuses) else None
    if not _is_deed_to_come(word, statuses):
        return None
    if any(c.dep_ in ("acl", "relcl") for c in graph.doc[word.head].children):
        return None
    over = graph.over(word.head, "subject")
    for verb in over:
        if verb is None or verb.lemma in graph.words["verbs of going on"] or verb.modal is None:
            continue
        status = statuses.readings(verb.head)[0].status
        if status in COMING:
            return COMES
    return None


def _is_told_of_as_coming(word: Predicate, statuses: Statuses) -> bool:
    """ "By way of measures that will include a sale"; "a plan that will cut costs" has been made."""
    graph, words = statuses.graph, statuses.graph.words
    if word.lemma not in words["deeds to come"] | words["names of what was told"]:
        return False
    over = graph.above(word.head, "subject")
    clauses = [h for h in over if graph.doc[h].dep_ == "relcl" and graph.doc[h].head.i == word.head]
    return any(statuses.readings(h)[0].status in COMING for h in clauses)


def _is_equated(word: Predicate, statuses: Statuses) -> Standing | None:
    """ "One option is a loan", "the aim is a merger"."""
    graph = statuses.graph
    over = graph.over(word.head, "attr")
    called = {graph.doc[h].lemma_.lower() for verb in over if verb is not None for h in verb.heads("subject")}
    if called & graph.words["names of what may come"]:
        return OPEN
    return COMES if called & graph.words["names of what is meant"] else None


def _is_voted_for(word: Predicate, statuses: Statuses) -> bool:
    """ "Voted for a merger"."""
    graph = statuses.graph
    over = graph.over(word.head, FOR)
    return any(by.lemma in graph.words["verbs of voting"] for by in over)
