"""A word in, the status that the sentence gives it by what it calls it or where it says that it lies out.

"Their main demand is the release of the crew", "on the table is a truce", "one option is a withdrawal".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Status

# The first that fits counts: an option among the demands is no demand yet.
CALLED: tuple[tuple[str, Status], ...] = (
    ("names of what may be", "hypothetical"),
    ("names of what is asked for", "proposed"),
    ("names of what is to come", "planned"),
)
DEEPEST = 3  # prepositions: "at the top of the list of demands"

IN_PLACE = ("on", "in", "among", "at", "of", "under", "to")


def called(word: Predicate, found: Status, statuses: Statuses) -> Status | None:
    """What a noun that is not said to be under way or off is called."""
    if word.pos != "noun" or found not in (*HAPPENED, "hypothetical") or word.negated:
        return None
    names = list(_names(word, statuses))
    if _is_ahead(word, statuses):
        return "planned"
    for words, status in CALLED:
        if any(_is_one(name, statuses.graph.words[words]) for name in names):
            return status
    return None


def _is_ahead(word: Predicate, statuses: Statuses) -> bool:
    """ "Still to come is the signing", "coming up on Friday is a debate"."""
    graph = statuses.graph
    verbs = graph.above(word.head, "attr", "subject")
    placing = graph.words["verbs of having a place"]
    verbs = [head for head in verbs if head < word.head and graph.doc[head].lemma_ in placing]
    before = [t for head in verbs for t in graph.doc[graph.doc[head].left_edge.i : head]]
    named = any(t.dep_ in ("nsubj", "attr") and t.pos_ in ("NOUN", "PROPN") for t in before)
    return not named and any(t.lower_ in graph.words["words for ahead"] for t in before)


def _is_one(name: Token, words: frozenset[str]) -> bool:
    """By itself or with the word before it: "step" is nothing, "next step" is."""
    own = name.lemma_.lower()
    return own in words or any(f"{c.lower_} {own}" in words for c in name.lefts)


def _names(word: Predicate, statuses: Statuses) -> Iterator[Token]:
    """The nouns on the other side of the copula, or of the place where the sentence says that it lies."""
    graph = statuses.graph
    for name, verb in graph.governing(word.head):
        if verb.pos != "verb" or verb.negated or name not in ("attr", "subject"):
            continue
        token = graph.doc[verb.head]
        sides = list(token.lefts if word.head > token.i else token.rights)
        if (
            word.head > token.i and not sides and token.dep_ == "ccomp"
        ):  # "in the pipeline, he said, is a visit"
            sides = [c for c in token.head.lefts if c.dep_ == "prep"]
        for side in sides if verb.lemma in graph.words["verbs of having a place"] else ():
            if side.dep_ in ("nsubj", "attr") and verb.lemma in graph.words["verbs of being or becoming"]:
                yield side
                yield from _below(
                    side, DEEPEST if side.dep_ == "nsubj" else 0
                )  # but "is the start of a programme"
            elif side.i != word.head:
                yield from _below(side, DEEPEST)


def _below(token: Token, deep: int) -> Iterator[Token]:
    """The nouns that its prepositions lead to, and theirs."""
    mark = [token] if token.dep_ == "prep" else [c for c in token.rights if c.dep_ == "prep"]
    for prep in mark if deep else ():
        if prep.lower_ not in IN_PLACE:
            continue
        for noun in prep.rights:
            yield noun
            yield from _below(noun, deep - 1)
