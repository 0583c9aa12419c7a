"""A verb of the graph in, how it stands by its own tense, mood, modal and negation out (no operator yet)."""

from __future__ import annotations

from spacy.tokens import Token

from detente.reading.graph import Graph, Predicate
from detente.records import Status

POSSIBLE = frozenset({"can", "could", "may", "might"})
ABLE = frozenset({"can", "could"})
OBLIGED = frozenset({"should", "must", "ought"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
SUPPOSING = frozenset({"should", "had", "were"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})

Own = tuple[Status, str]


def stands_alone(verb: Predicate) -> bool:
    """Whether the verb has a tense or modal of its own; infinitives and participles have not."""
    return verb.mood not in ("infinitive", "participle", "none") or verb.modal is not None or verb.progressive


def is_supposed(verb: Predicate, graph: Graph) -> bool:
    """ "if it goes ahead", "whether they will meet", "should talks fail", "will they meet?"."""
    token = graph.doc[verb.head]
    if verb.conditional or any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in token.children):
        return True
    return _is_inverted(token) or (token.dep_ == "ROOT" and any(c.text == "?" for c in token.children))


def _is_inverted(token: Token) -> bool:
    auxiliary = next((c for c in token.children if c.dep_ in ("aux", "auxpass")), None)
    return (
        token.dep_ in ("advcl", "ccomp")
        and auxiliary is not None
        and auxiliary.lower_ in SUPPOSING
        and auxiliary.i == token.left_edge.i
    )


def finite_status(verb: Predicate, graph: Graph, coming: frozenset[int]) -> Own:
    """The status of a verb that has a tense or modal."""
    if is_supposed(verb, graph):
        return "hypothetical", "PS"
    if verb.modal in POSSIBLE:
        return _possible(verb, coming=verb.head in coming)
    if verb.modal == "would":
        return _would(verb, graph)
    if verb.modal in OBLIGED:
        return ("denied", "PR") if verb.perfect and verb.modal != "must" else ("hypothetical", "PS")
    return _tensed(verb, coming=verb.head in coming)


def _possible(verb: Predicate, *, coming: bool) -> Own:
    """ "cannot go" will not go; "may not go" leaves it open, and so does "could have gone"."""
    if verb.negated and verb.modal in ABLE:
        return "denied", "PR"
    return ("planned", "PS") if coming and not (verb.perfect or verb.negated) else ("hypothetical", "PS")


def _would(verb: Predicate, graph: Graph) -> Own:
    """A future told in a past report ("said he would go") is planned; elsewhere "would" supposes."""
    if verb.perfect:
        return ("occurred", "PR") if verb.negated else ("denied", "PR")
    if verb.has("if") or verb.has("unless") or not _is_reported(verb, graph):
        return "hypothetical", "PS"
    return ("declined", "PR") if verb.negated else ("planned", "PR")


def _is_reported(verb: Predicate, graph: Graph) -> bool:
    governors = [g for g in graph.governors.get(verb.head, ()) if g.name == "clause"]
    outer = [graph.predicates[g.head] for g in governors if g.head in graph.predicates]
    return any(o.tense == "past" or o.pos == "noun" for o in outer)


def _tensed(verb: Predicate, *, coming: bool) -> Own:
    if verb.tense == "future":
        if verb.has("if"):
            return "hypothetical", "PS"
        return ("declined", "PR") if verb.negated else ("planned", "PR")
    if verb.negated:
        return "denied", "CT"
    if verb.tense == "present" and coming:
        return "planned", "PR"
    if verb.tense == "present" and verb.progressive:
        return "under_way", "CT"
    return "occurred", "CT"


def unbound_status(verb: Predicate, graph: Graph) -> Own:
    """Of an infinitive or participle under nothing: a headline's "to visit", a command, a heading."""
    token = graph.doc[verb.head]
    if verb.mood != "infinitive":
        return ("denied" if verb.negated else "occurred"), "CT"
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        return ("declined" if verb.negated else "planned"), "PR"
    commands = not any(c.dep_ in SUBJECTS for c in token.children)
    return ("hypothetical", "PS") if commands else ("occurred", "CT")
