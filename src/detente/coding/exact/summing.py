"""A noun in, the verb out whose deed it sums up: "will receive the premier on Thursday, the first such visit since May"."""

from __future__ import annotations

from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token

BESIDE, VERBAL = ("appos", "npadvmod", "dep", "conj", "attr", "dobj"), ("VERB", "AUX")


def summed_up(word: Predicate, statuses: Statuses) -> Predicate | None:
    """The verb of the clause before the comma, if the noun counts it among others of its kind."""
    graph, token = statuses.graph, statuses.graph.doc[word.head]
    first = token.left_edge
    if word.pos != "noun" or token.dep_ not in BESIDE or first.i == 0 or first.nbor(-1).text != ",":
        return None
    counted = any(
        c.lower_ in graph.words["words that count its kind"] or c.tag_ == "JJS" for c in token.lefts
    )
    told_of = token.dep_ == "appos" and any(c.dep_ == "relcl" for c in token.rights)
    if not (counted or (told_of and word.lemma in graph.words["occasions"] | graph.words["journeys"])):
        return None  # "sails for the gulf, a deployment that will last a year"
    verb = next((a for a in token.ancestors if a.pos_ in VERBAL and a.i < token.i), None)
    return graph.predicates.get(verb.i) if verb is not None and not _names_another(token) else None


def _names_another(token: Token) -> bool:
    """ "Will open the talks, the third round": it is said of the noun before it, if that is no name and no day."""
    return token.dep_ == "appos" and token.head.pos_ != "PROPN"
