"""An infinitive or participle under nothing, or a base form where no infinitive stands, in, how it stands out."""

from __future__ import annotations

from detente.coding.standing.moods import Own
from detente.reading.graph import Graph, Predicate
from detente.reading.shapes import SUBJECTS

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
COLON = ":"
NO_CLAUSE = frozenset(
    {"pobj", "appos", "nmod", "npadvmod", "compound"}
)  # where the parser puts what it misreads


def unbound_status(verb: Predicate, graph: Graph, *, coming: bool = False) -> Own:
    """Of an infinitive or participle under nothing: a headline's "to visit", a command, a heading.

    coming: a day to come is told of it: "both sides sign a pact on Friday", read as a base form.
    """
    token = graph.doc[verb.head]
    if verb.mood != "infinitive" and verb.has("in") and token.lower_ in graph.words["coming adjectives"]:
        return (
            "declined" if verb.negated else "planned"
        ), "PR"  # a headline's "minister expected in Klausenburg"
    if verb.mood != "infinitive":
        return ("denied" if verb.negated else "occurred"), "CT"
    first = token
    while first.dep_ == "conj" and first.head.tag_ == "VB":
        first = first.head  # "to visit Sylvania, sign a treaty"
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in first.children):
        return ("declined" if verb.negated else "planned"), "PR"
    if _commands(verb, graph):
        return "hypothetical", "PS"
    return ("planned", "PR") if coming and not verb.negated else ("occurred", "CT")


def _commands(verb: Predicate, graph: Graph) -> bool:
    """ "Boil the water": who is told to is not named, and nothing before the verb could be who does it."""
    token = graph.doc[verb.head]
    before = graph.doc[token.sent.start : token.i]
    return not verb.has("subject") and not any(t.pos_ in NOMINAL for t in before)


def is_misread_present(verb: Predicate, graph: Graph) -> bool:
    """ "rains in the north kill 22": a base form where no infinitive stands is a verb in the present."""
    token = graph.doc[verb.head]
    if token.tag_ != "VB" or any(c.dep_ == "aux" for c in token.children):
        return False
    return token.dep_ in NO_CLAUSE or (token.dep_ == "conj" and token.head.pos_ in NOMINAL)


def is_announced(verb: Predicate, outer: Predicate, graph: Graph) -> bool:
    """ "King to visit Sylvania, palace says", "Palace: king to visit Sylvania": a headline's "to visit" stands as if nobody
    said so; "expects the king to visit" is not told so."""
    token = graph.doc[verb.head]
    if graph.doc[outer.head].text != COLON and outer.lemma not in graph.words["verbs of reporting"]:
        return False
    lefts = [(c.dep_, c.lower_) for c in token.lefts]
    return (
        ("aux", "to") in lefts and any(dep in SUBJECTS for dep, _ in lefts) and ("mark", "for") not in lefts
    )
