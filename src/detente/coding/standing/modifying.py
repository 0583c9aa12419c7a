"""How an event stands by itself in, how it stands by the adjective, the adverb or the "no" on it out: "the planned visit"."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.matching.lexicon import Lexicon
from detente.coding.standing.composing import COMING, HAPPENED, OFF, Reading, compose
from detente.coding.standing.moods import Own, finite_status, is_noun_passed_over
from detente.coding.standing.shapes import modifiers_of
from detente.reading.graph import Graph, Predicate

PAST_OF_NOUN = ("VBN", "acl")  # tag and label
SET = ("planned", "scheduled")
LATE, VERB, ITSELF = "postponed", "verb", ("subject", "object")
CLAUSES, PASTS = ("acl", "relcl"), ("VBN", "VBD")
PLAIN = Reading(status="occurred", base="occurred")


def modified(predicate: Predicate, base: Reading, graph: Graph, lexicon: Lexicon) -> Reading:
    """ "the planned visit", "a possible meeting", "few attacks"; but "instead of the planned visit"."""
    if base.status == "denied" and is_noun_passed_over(predicate, graph):
        return base
    for head in modifiers_of(graph, predicate):
        token = graph.doc[head]
        modifiers = lexicon.modifiers
        operator = modifiers.get(token.lower_) or modifiers.get(token.lemma_.lower())
        if operator is not None and operator.status in COMING and _is_over(predicate, base, graph):
            return replace(base, certainty="PR")
        if operator is not None and operator.status == LATE and _came_at_last(predicate, base, graph):
            return base
        if operator is not None and (base.status not in OFF or operator.status not in COMING):
            return compose(base, operator, head, PLAIN)  # but "will not attend the next round"
    return base


def _is_over(predicate: Predicate, base: Reading, graph: Graph) -> bool:
    """ "Was likely killed", "a shell likely fired by them": what is past is not to come, however sure it is."""
    token = graph.doc[predicate.head]
    past = predicate.tense == "past" or predicate.perfect or (token.tag_, token.dep_) == PAST_OF_NOUN
    return past and predicate.pos == "verb" and predicate.modal is None and base.status in HAPPENED


def _came_at_last(predicate: Predicate, base: Reading, graph: Graph) -> bool:
    """ "The long-delayed talks were held", "an overdue visit, paid on Monday": it was late, and took place.

    "Will make his delayed visit in May": it was late, and is set again."""
    if predicate.pos == VERB or base.status not in (*HAPPENED, *SET):
        return False
    words = graph.words["verbs of taking place"]
    carriers = [graph.predicates[predicate.carrier]] if predicate.carrier is not None else []
    over = graph.over(predicate.head, *ITSELF)
    made = [v for v in carriers if base.status in SET and v.lemma in graph.words["verbs of making a visit"]]
    over = [
        verb for verb in (*carriers, *over) if verb in made or not words.isdisjoint(_names_of(verb, graph))
    ]
    if base.status in SET:
        return any(not v.negated for v in over)
    if any(v.tense == "past" and not v.negated and v.modal is None for v in over):
        return True
    told = (c for c in graph.doc[predicate.head].rights if c.dep_ in CLAUSES and c.tag_ in PASTS)
    return any(c.lemma_.lower() in words for c in told)


def _names_of(verb: Predicate, graph: Graph) -> set[str]:
    """ "Take place" too."""
    return {verb.lemma, *(f"{verb.lemma} {graph.doc[i].lower_}" for i in verb.heads("object"))}


def none_there(noun: Predicate, graph: Graph, coming: frozenset[int]) -> Own:
    """ "There were no talks"; "there will be no talks", "said there would be none": they are declined."""
    over = graph.over(noun.head, "attr")
    ahead = any(finite_status(v, graph, coming)[0] == "planned" for v in over if v and v.mood == "indicative")
    return ("declined", "PR") if ahead else ("denied", "CT")
