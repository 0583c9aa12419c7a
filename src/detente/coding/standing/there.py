"""A noun of what has not come by its status in, whether there is one all the same out.

A deal agreed in July that a judge halts, sales that a tax may hurt, a strike that will go on.
"""

from __future__ import annotations

from detente.coding.standing.composing import COMING, OFF, Reading
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token


def is_there(reading: Reading, word: Predicate, statuses: Statuses, *, known: bool) -> bool:
    """Whether what this word names was made, is worked upon, or is what a deed to come is for."""
    if _was_made(word, statuses):
        return True
    if word.negated:
        return False
    if is_to_be_ended(word, statuses):
        return True
    if reading.status in OFF:
        return False
    if is_dated_back(word, statuses) or (known and _is_a_situation(word, statuses)):
        return True
    return is_worked_upon(word, statuses) or (
        known and (_goes_on(word, statuses) or _is_agreed(reading, word, statuses))
    )


def _was_made(word: Predicate, statuses: Statuses) -> bool:
    """ "A deal agreed in July", "an action brought by a union": told of with who made it, or when."""
    words, token = statuses.graph.words, statuses.graph.doc[word.head]
    if word.negated or any(c.lower_ in words["unspecific determiners"] for c in token.lefts):
        return False
    made = [c for c in token.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    return any(_is_told_with_more(c, statuses) for c in made if c.lemma_.lower() in words["verbs of making"])


def _is_told_with_more(verb: Token, statuses: Statuses) -> bool:
    if verb.i in statuses.coming or any(c.dep_ in ("aux", "auxpass", "neg") for c in verb.children):
        return False
    return any(c.dep_ in ("agent", "prep", "npadvmod", "advmod") and c.i > verb.i for c in verb.children)


def _is_one_of_many(word: Predicate, statuses: Statuses) -> bool:
    """ "A delay", "any losses", "further cuts": only now put into the world of the text."""
    words, token = statuses.graph.words, statuses.graph.doc[word.head]
    new = words["indefinite articles"] | words["unspecific determiners"] | words["words for more"]
    return any(c.lower_ in new for c in token.lefts)


def is_worked_upon(word: Predicate, statuses: Statuses) -> bool:
    """ "To ease fears", "could hurt sales", "will investigate the crash"."""
    graph = statuses.graph
    if _is_one_of_many(word, statuses):
        return False
    lemmas = [(name, v.lemma) for name, v in graph.governing(word.head) if v.pos == "verb"]
    called = [lemma if name == "object" else f"{lemma} {name}" for name, lemma in lemmas if name != "subject"]
    return bool(called) and all(c in graph.words["verbs of what is there"] for c in called)


def is_dated_back(word: Predicate, statuses: Statuses) -> bool:
    """ "The current strike is due to end", "plans to appeal last week's ruling"."""
    graph, words = statuses.graph, statuses.graph.words
    beside = list(graph.doc[word.head].lefts)
    beside += [c for t in beside if t.dep_ == "poss" for c in t.lefts]
    of = graph.above(word.head, "subject")
    called = [c.lower_ for h in of for c in graph.doc[h].children if c.dep_ == "acomp"]
    named = [c.lower_ for c in beside if c.dep_ in ("amod", "poss", "det")]
    return not (
        words["words of what is so far"].isdisjoint(named) and words["words of going on"].isdisjoint(called)
    )


def is_to_be_ended(word: Predicate, statuses: Statuses) -> bool:
    """ "Asked the court to lift the protection", "plans to end its support": nobody has done so yet."""
    graph = statuses.graph
    over = graph.above(word.head, "object")
    names = (
        "verbs of ending what is there",
        "verbs of settling",
        *(() if _is_single_deed(word, statuses) else ("verbs of stopping",)),
    )
    lemmas = {lemma for name in names for lemma in graph.words[name]}
    ending = [h for h in over if graph.doc[h].lemma_.lower() in lemmas]
    unsure = [statuses.readings(h)[0].status in (*COMING, "hypothetical") for h in ending]
    if not (unsure and all(unsure)):
        return False
    settled = all(graph.doc[h].lemma_.lower() in graph.words["verbs of settling"] for h in ending)
    return settled or not _is_one_of_many(word, statuses)


def _is_a_situation(word: Predicate, statuses: Statuses) -> bool:
    """ "Hopes that the crisis will end", "if it loses the case"."""
    graph = statuses.graph
    if word.lemma not in graph.words["situations"] or word.head in statuses.coming:
        return False
    over = [
        graph.doc[g.head].lemma_.lower() for g in graph.governors.get(word.head, ()) if g.name != "subject"
    ]
    return not graph.words["verbs of beginning or averting"].intersection(over)


def _is_single_deed(word: Predicate, statuses: Statuses) -> bool:
    """ "To stop the sale of the bank"; but "to stop sales of a drug"."""
    deed = word.lemma in statuses.graph.words["deeds to come"]
    return deed and statuses.graph.doc[word.head].tag_ != "NNS"


def _goes_on(word: Predicate, statuses: Statuses) -> bool:
    """ "The strike will go on", "will meet its target"."""
    graph = statuses.graph
    over = graph.governing(word.head)
    going = graph.words["verbs of not ending"]
    if any(name == "subject" and v.lemma in going for name, v in over):
        return True
    meant = word.lemma in graph.words["names of what is meant"]
    return meant and any(name == "object" for name, _ in over)


def _is_agreed(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "Its deal to sell the unit is expected to close": the deal has been made, if nobody is still to make it."""
    graph = statuses.graph
    if word.lemma not in graph.words["what is answered"] or not reading.applied:
        return False
    below = graph.doc[word.head].children
    to_do = any(c.dep_ == "acl" and c.tag_ == "VB" for c in below)
    made = graph.words["verbs of making"] | graph.words["performing verbs"]
    over = [graph.doc[g.head] for g in graph.governors.get(word.head, ())]
    return to_do and not any(t.lemma_.lower() in made for t in over)
