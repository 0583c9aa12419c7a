"""A word of what nobody asked for in its sentence in, whether somebody refuses it all the same out.

"Would have none of their patrols", "was denied a visa", "threw out the plan to abolish the tax".
"""

from __future__ import annotations

from detente.coding.exact.plan import ways_of
from detente.coding.exact.untrue import is_governed_so
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token


def is_turned_away(word: Predicate, statuses: Statuses) -> bool:
    """Whether an idiom refuses it, or a vote the plan of it."""
    named = word.pos == "noun" or word.mood == "participle"
    if named and is_governed_so(word.head, "idioms of refusing", statuses):
        return True
    return (named and _is_wanted_none_of(word, statuses)) or _is_of_a_rejected_plan(word, statuses)


def is_decided_against(word: Predicate, statuses: Statuses) -> bool:
    """ "Voted not to lease the quay"."""
    token = statuses.graph.doc[word.head]
    negated = any(c.dep_ == "neg" for c in token.lefts)
    deciding = token.head.lemma_.lower() in statuses.graph.words["verbs of settling not to"]
    return word.mood == "infinitive" and negated and deciding


def is_vowed_against(word: Predicate, statuses: Statuses) -> bool:
    """ "No concessions to hijackers, vows minister": a headline, where the parser takes them for who vows."""
    graph = statuses.graph
    over = graph.over(word.head, "subject")
    vows = [v for v in over if v.lemma in graph.words["verbs of vowing"]]
    return word.pos == "noun" and any(v.tense == "present" and not v.passive for v in vows)


def is_not_persuaded(word: Predicate, statuses: Statuses) -> bool:
    """ "No amount of money could persuade him to sell", "nobody can make it ratify the charter"."""
    over = statuses.graph.predicates.get(statuses.graph.doc[word.head].head.i)
    modals = statuses.graph.words["able modals"] | statuses.graph.words["supposing modals"] | {"will"}
    if over is None or word.mood != "infinitive" or not over.negated or over.modal not in modals:
        return False
    return over.lemma in statuses.graph.words["verbs of persuading"]


def is_denied_somebody(word: Predicate, statuses: Statuses) -> bool:
    """ "Denied the defence a postponement", "was denied a visa": it was withheld, and not said to be untrue."""
    graph = statuses.graph
    token = graph.doc[word.head]
    verb = graph.predicates.get(token.head.i)
    if verb is None or word.pos != "noun" or token.dep_ != "dobj":
        return False
    if verb.lemma not in graph.words["verbs of withholding"] or verb.negated or verb.modal is not None:
        return False
    others = (c for c in token.head.children if c.i < token.i and c.dep_ in ("dobj", "dative", "nsubjpass"))
    return any(c.dep_ != "nsubjpass" or verb.passive for c in others)


def _is_wanted_none_of(word: Predicate, statuses: Statuses) -> bool:
    """ "Would have none of it", "wants no part in it"."""
    prep = statuses.graph.doc[word.head].head
    none = prep.head
    if prep.dep_ != "prep" or none.dep_ != "dobj":
        return False
    verb = statuses.graph.predicates.get(none.head.i)
    return verb is not None and f"{verb.lemma} {none.lower_} {prep.lower_}" in _idioms(statuses)


def _idioms(statuses: Statuses) -> frozenset[str]:
    return statuses.graph.words["idioms of wanting none"]


def _is_of_a_rejected_plan(word: Predicate, statuses: Statuses) -> bool:
    """ "Voted down the bill to abolish the tax"."""
    graph = statuses.graph
    plan = _plan_over(graph.doc[word.head])
    if plan is None or plan.lemma_.lower() not in graph.words["names of what is voted on"]:
        return False
    verb = graph.predicates.get(plan.head.i)
    if verb is None or verb.pos != "verb" or verb.negated or verb.modal is not None:
        return False
    governed = plan.dep_ == ("nsubjpass" if verb.passive else "dobj")
    down = not ways_of(verb, "object", graph).isdisjoint(graph.words["verbs of voting down"])
    return governed and down and verb.mood != "infinitive"


def _plan_over(token: Token) -> Token | None:
    """The noun of which it is the content: "a plan to sell", "a bill for the sale"."""
    if token.dep_ in ("acl", "relcl") and token.head.i < token.i:
        return token.head if token.tag_ in ("VB", "VBZ", "VBD") else None
    prep = token.head
    return prep.head if prep.dep_ == "prep" and prep.lower_ in ("for", "of", "on") else None
