"""An operator and what it governs in, whether the rule's own fields let it apply, and how much they ask for, out."""

from __future__ import annotations

from detente.coding.matching.lexicon import Lexicon, any_meets
from detente.coding.roles.mentions import Mentions
from detente.coding.standing.shapes import has_mood
from detente.knowledge.frames import Operator
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token

PLANS = frozenset({"planned", "scheduled", "proposed"})
SPOKEN_OF, OBJECT = "hypothetical", "object"  # a status, an argument
DEMAND = "demand"  # a kind
COMING = ("subject", "attr")  # "raids will follow", "there will be raids"


def conditions(operator: Operator) -> int:
    others = [test for test in operator.others if not test.startswith("!")]  # "!=we" only keeps out
    words = (operator.modals, operator.tenses, operator.moods, operator.says, operator.comes, others)
    own = (*map(bool, words), operator.passive, operator.denies, operator.iffy)
    return len(operator.when) + sum(own)


def takes(operator: Operator, inner: Predicate | None) -> bool:
    """Whether the governed event has the modal and mood asked for; "promised that nobody was hurt" plans nothing."""
    if operator.modals and (inner is None or inner.modal not in operator.modals):
        return False
    if operator.moods and (inner is None or not has_mood(inner, operator.moods)):
        return False
    if inner is None or inner.pos != "verb" or not (operator.status in PLANS or speaks_of_acts(operator)):
        return True
    return inner.mood != "indicative" or inner.tense != "past" or inner.modal is not None


def is_iffy(
    operator: Operator, inner: Predicate | None, graph: Graph, mentions: Mentions, lexicon: Lexicon
) -> bool:
    """Whether the clause hangs on a condition, and tells that what the rule asks for comes, by nobody named in it.

    Who "will not attend unless" refuses, and threatens nobody.
    """
    if not (operator.iffy or operator.comes):
        return True
    conjunctions = graph.words["iffy conjunctions"]
    if inner is None or inner.negated or not any(inner.has(word) for word in conjunctions):
        return False
    if not operator.comes:
        return True
    heads = inner.heads(*((OBJECT,) if inner.passive else COMING))
    named = any(head in mentions.actors for head in (*heads, *inner.heads("subject")))
    return not named and any_meets(operator.comes, heads, graph.doc, mentions, lexicon)


def speaks_of_acts(operator: Operator) -> bool:
    """A demand or threat; "insisted that nobody had been hurt" demands nothing."""
    return operator.makes is not None and operator.status == SPOKEN_OF


def demands_by_mood(operator: Operator) -> bool:
    """ "insisted that they leave": a demand whose words may as well open what is only asserted."""
    if operator.makes != DEMAND or operator.status != SPOKEN_OF:
        return False
    return not (operator.modals or operator.moods or operator.says or operator.others)


def answers_it(operator: Operator, noun: Predicate, argument: str, inner: Predicate) -> bool:
    """ "Its arrest of a monk drew threats from Sylvania": what the threats answer, and not what they speak of."""
    if operator.status != SPOKEN_OF or argument != OBJECT or noun.pos != "noun" or noun.carrier is None:
        return False
    return inner.head < noun.carrier < noun.head


def is_graded(adverb: Token) -> bool:
    """ "Came too late to help": an adverb with one of its own."""
    return any(c.dep_ == "advmod" for c in adverb.children)
