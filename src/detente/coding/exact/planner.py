"""A word for what was to come in, whether whoever planned it waits with it or thought better of it out.

"Had meant to sell them but has decided to wait", "was to speak but pulled out", "was to marry but never did".
"""

from __future__ import annotations

from detente.coding.exact.plan import verbs_of
from detente.coding.standing.composing import COMING, HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Status


def thought_better(word: Predicate, statuses: Statuses) -> Status | None:
    """ "Had meant to sell them but has decided to wait", "was to speak but pulled out"."""
    graph = statuses.graph
    plan = _plan_over(word, statuses)
    asking = graph.words["words of asking for"] | graph.words["words of demanding or offering"]
    if plan is None or plan.lemma in asking:  # who is invited and cries off declines
        return None
    planners = {*plan.heads("subject", "object"), *word.heads("subject")}
    sentence = graph.doc[word.head].sent
    for head in range(sentence.start, sentence.end):
        verb = graph.predicates.get(head)
        if verb is None or verb.pos != "verb" or head in (word.head, plan.head):
            continue
        if _is_misjoined(graph.doc[head], word):
            if not verb.has("object") and verb.lemma in graph.words["verbs of thinking better of it"]:
                return "cancelled"
            continue
        if verb.negated:
            if verb.lemma == "do" and head > word.head and verb.tense == "past" and not verb.has("object"):
                return "denied"  # "was to marry in May but never did"
            continue
        if head < word.head and not graph.doc[plan.head].is_ancestor(graph.doc[word.head]):
            continue
        own = {*verb.heads("subject")}
        same = planners & own or any(graph.doc[h].lower_ in graph.words["pronouns of persons"] for h in own)
        same = same or (head > word.head and _hangs_beside(graph.doc[head], graph.doc[plan.head]))
        if not same or statuses.readings(head)[0].status not in (*HAPPENED, *COMING, "hypothetical"):
            continue
        called = verbs_of(verb, graph)
        waits = not called.isdisjoint(graph.words["verbs of waiting"])
        waits = waits and (not verb.has("for") or verb.mood == "infinitive")
        awaits = verb.lemma in graph.words["verbs of having to wait"]
        if waits and not (awaits and any(verb.has(name) for name in ("object", "clause"))):
            return "postponed" if head > word.head else None
        better = called & graph.words["verbs of thinking better of it"]
        if better and not (verb.has("object") and verb.lemma in better):  # "cancelled his holiday"
            invited = plan.lemma in graph.words["verbs of inviting"]  # "was invited, but has cried off"
            return "declined" if invited else "cancelled"
    return None


def _plan_over(word: Predicate, statuses: Statuses) -> Predicate | None:
    """The verb in the past that told the plan: "had meant to", "was to", "decided to"."""
    graph = statuses.graph
    over = [graph.predicates.get(h) for h in statuses.readings(word.head)[0].path[1:]]
    over += graph.over(word.head, "clause")
    over += arranging(word, statuses)
    past = [v for v in over if v is not None and v.pos == "verb" and (v.tense == "past" or v.perfect)]
    return past[0] if past else None


def _is_misjoined(token: Token, word: Predicate) -> bool:
    """ "Was expected to attend but cancelled": a past form is joined to no infinitive."""
    beside = token.dep_ == "conj" and token.head.i == word.head and word.mood == "infinitive"
    return beside and token.tag_ in ("VBD", "VBN")


def _hangs_beside(token: Token, plan: Token) -> bool:
    """Whether the verb is joined to the plan, itself or through verbs that share its subject ("decided to wait")."""
    while token.dep_ == "xcomp" and token.head.i != token.i:
        token = token.head
    shared = not any(c.dep_ in SUBJECTS for c in token.lefts)
    return token.dep_ == "conj" and token.head.i == plan.i and shared


def arranging(word: Predicate, statuses: Statuses) -> list[Predicate]:
    """The verbs by which it was organised or arranged."""
    graph = statuses.graph
    over = graph.over(word.head, "object", "for")
    verbs = graph.words["verbs of arranging"]
    return [v for v in over if v.pos == "verb" and not verbs_of(v, graph).isdisjoint(verbs)]
