"""Predicates in, the same with the thing that "what" stands for given to the verb around it out.

"Fired what appears to be a missile", "bombed what it said was a depot": the missile is fired and the depot bombed; the
parse has only a clause there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from detente.reading.graph.types import Argument, Predicates
from detente.reading.tokens import Doc, Token

CLAUSES = ("clause", "adverbial", "participle")
WHO = ("WP",)
INNER = ("ccomp", "xcomp", "acomp")
SAID_TO_BE = ("attr", "oprd")
AS, OBJECT = "as", "dobj"

Words = Mapping[str, frozenset[str]]


def read_fused(doc: Doc, predicates: Predicates, words: Words, event_nouns: frozenset[str]) -> None:
    """Put the noun that is named within the clause in the place of the clause; but "what it called a coup" is a judgement.

    "Launched what it calls a raid" is none: there the raid is what was launched.
    """
    fused = words["fused pronouns"]
    having: dict[int, list[int]] = {}
    for pronoun in doc.having(tag_=WHO):
        if pronoun.tag_ not in WHO or pronoun.lower_ not in fused:
            continue
        clause = list(_clause_of(pronoun))
        verbs = {v.lemma_.lower() for v in clause}
        noun = next(_named_within(clause, words), None) if verbs & words["naming verbs"] else None
        judges = bool(verbs & words["calling verbs"])
        above = _verb_over(clause[-1]).lemma_.lower() if clause else ""
        launched = judges and above in words["launching verbs"]
        is_thing = launched or above in words["striking verbs"] or not judges
        if noun is not None and (is_thing or noun.lemma_.lower() not in event_nouns):
            having = having or _by_argument(predicates)
            _put(clause[-1], noun, predicates, having, beside=judges and not launched)


def _verb_over(top: Token) -> Token:
    """ "Held a round of what were called talks": the verb over the noun that they are a part of."""
    over = top.head
    if top.dep_ == "pcomp" and over.lower_ == "of" and over.head.dep_ == OBJECT:
        return over.head.head
    return over


def _clause_of(pronoun: Token) -> Iterator[Token]:
    """The verbs of the clause that the pronoun opens, from its own to the outermost."""
    verb = pronoun.head
    while verb.i > pronoun.i:
        yield verb
        if verb.dep_ not in INNER or verb.head.i == verb.i:
            return
        verb = verb.head


def _named_within(clause: list[Token], words: Words) -> Iterator[Token]:
    below = [c for verb in clause for c in verb.children if c.dep_ in INNER]
    for verb in (*clause, *below):
        calls = verb.lemma_.lower() in words["calling verbs"]
        for child in verb.rights:
            if child.dep_ in SAID_TO_BE or (calls and child.dep_ == OBJECT):
                yield child
            elif child.dep_ == "prep" and child.lower_ == AS:
                yield from (c for c in child.children if c.dep_ == "pobj")


def _by_argument(predicates: Predicates) -> dict[int, list[int]]:
    """The predicates that have each word for an argument."""
    having: dict[int, list[int]] = defaultdict(list)
    for head, predicate in predicates.items():
        for argument in predicate.arguments:
            having[argument.head].append(head)
    return having


def _put(
    top: Token, noun: Token, predicates: Predicates, having: dict[int, list[int]], *, beside: bool
) -> None:
    """The verb around the clause has the noun where the clause stood, or beside it."""
    for head in dict.fromkeys(having.get(top.i, ())):
        predicate = predicates[head]
        if head < top.i and any(a.head == top.i for a in predicate.arguments):
            having[noun.i].append(head)
            kept = predicate.arguments if beside else ()
            arguments = (_moved(a, top, noun) for a in predicate.arguments)
            predicates[head] = replace(predicate, arguments=tuple(dict.fromkeys((*kept, *arguments))))


def _moved(argument: Argument, top: Token, noun: Token) -> Argument:
    if argument.head != top.i:
        return argument
    return Argument("object" if argument.name in CLAUSES else argument.name, noun.i)
