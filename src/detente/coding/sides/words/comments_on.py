"""A comment that names nobody whom it is about in, whoever did what is commented on as its recipient out.

"Ruritania freed ten prisoners, a step that Sylvania welcomed": it welcomed what Ruritania did. So too "Ruritania's
parliament passes a law on fishing. Sylvania protests against the law".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.governing import COPULA
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.shapes import is_pointed_at
from detente.reading.tokens import Token

COMMENTS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})  # types
ADDED = (
    "relcl",
    "acl",
)  # "a step that Sylvania welcomed", "a step welcomed by Sylvania and assailed by Graustark"
SUMMING, AGAIN = "summing nouns", "deeds commented on"
ABOUT = ("object", "against", "over", "at", "to", "about", "on")
COMMA, WHICH = ",", "which"
BESIDE = ("appos", "conj", "npadvmod", "dobj")


def with_whose_deed(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the subject of the clause that the commented noun sums up as its recipient."""
    graph = statuses.graph
    token = graph.doc[draft.head]
    clause = token.head if token.dep_ == "conj" and token.head.dep_ in ADDED else token
    at_itself = bool(draft.recipients) and sides(draft.recipients, draft.actors) and not draft.reciprocal
    if draft.recipients and (not at_itself):
        return draft
    if _sums_up(clause, statuses):
        told = list(clause.head.ancestors)
    elif draft.recipients:
        return draft
    elif _is_on_the_deed(draft, statuses):
        told = _told_before(token)
    else:
        return draft
    for above in told:
        verb = graph.predicates.get(above.i)
        if verb is None or verb.pos != "verb":
            continue
        found = actors_at(("subject",), verb, graph, statuses.mentions)
        if found and not sides(found, draft.actors):
            why = f"did what '{token.text}' is about"
            return replace(draft, recipients=because(found, why))
    return draft


def judges(said: Predicate, inner: Predicate, statuses: Statuses) -> bool:
    """ "A step that Sylvania says is a disgrace", where the inner clause is what is said."""
    plain = inner.lemma == COPULA and not inner.negated
    return plain and _sums_up(statuses.graph.doc[said.head], statuses)


def _sums_up(clause: Token, statuses: Statuses) -> bool:
    """Whether a clause is told of what was told: "a step that Sylvania welcomed", "freed them, which Sylvania welcomed"."""
    noun, words = clause.head, statuses.graph.words
    if clause.dep_ not in ADDED:
        return False
    start = noun.left_edge
    behind_it = (
        not start.is_sent_start and start.nbor(-1).pos_ == "PUNCT"
    )  # no "accord that Sylvania calls illegal"
    summing = words[SUMMING] | words[AGAIN] if behind_it else words[SUMMING]
    again = noun.dep_ in BESIDE and noun.lemma_.lower() in summing
    behind = noun.doc[noun.i + 1 : noun.i + 3]  # the whole, or it would be "two priests whom"
    return again or [t.lower_ for t in behind] == [COMMA, WHICH]


def _is_on_the_deed(draft: Draft, statuses: Statuses) -> bool:
    """ "Protests against the law", "condemns the move": of which nobody says whose it is."""
    graph = statuses.graph
    said = graph.predicates[draft.head].arguments
    nouns = [graph.doc[a.head] for a in said if a.name in ABOUT and graph.doc[a.head].pos_ == "NOUN"]
    return len(nouns) == 1 and all(
        n.lemma_.lower() in graph.words[SUMMING]
        and is_pointed_at(n, graph.words)
        and all(c.dep_ in ("det", "relcl", "punct") for c in n.children)
        for n in nouns
    )


def _told_before(token: Token) -> list[Token]:
    """What the sentence before tells, in what somebody says there: "the army says that Sylvania has passed a law"."""
    start = token.sent.start
    verb = token.doc[start - 1].sent.root if start else token
    while (said := next((c for c in verb.rights if c.dep_ == "ccomp"), None)) is not None:
        verb = said
    return [verb] if start else []
