"""A verb in, whether its sentence tells that it is being done now, though no helper verb says so, out."""

from __future__ import annotations

from detente.coding.exact.plan import verbs_of
from detente.coding.moods import is_present_perfect
from detente.coding.status import Statuses
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token

FINITE, STOP = ("VBZ", "VBP", "VBD", "MD"), (".", "!", "?")
OPENING = 4  # words up to the colon of "Live updates:"


def is_at_it(word: Predicate, statuses: Statuses) -> bool:
    """ "Is in Strelsau, negotiating", "is busy building a wall", "is halfway through dismantling it"."""
    graph = statuses.graph
    token = graph.doc[word.head]
    if token.dep_ in ("pcomp", "pobj") and token.head.lower_ == "through" and token.head.i:
        return token.head.nbor(-1).lower_ in graph.words["words of being half through"]
    if _is_live(word, graph):
        return True
    helped = any(c.dep_ in ("aux", "auxpass", "mark") for c in token.children)
    if token.tag_ != "VBG" or word.negated or helped:
        return False
    if _heads_headline(token, graph):
        return True
    above = token.head
    if above.lower_ in graph.words["words of being busy"]:
        above = next((a for a in above.ancestors if a.pos_ in ("VERB", "AUX")), above)
        verb = graph.predicates.get(above.i)
        return verb is None or (verb.tense == "present" and not verb.negated)
    verb = graph.predicates.get(above.i)
    if verb is None or token.dep_ not in ("advcl", "acl", "xcomp") or above.i > token.i:
        return False
    before = [c for c in above.children if c.i < token.i]
    there = any(c.lower_ in graph.words["prepositions of places"] for c in before)
    split = verb.lemma == "be" and not any(c.dep_ in ("attr", "acomp", "neg") for c in before)
    now = not verb.negated and (verb.tense == "present" or is_present_perfect(verb, graph))
    where = graph.words["participles of being somewhere" if verb.passive else "verbs of being somewhere"]
    return now and ((there and verb.lemma in where) or split)


def _is_live(word: Predicate, graph: Graph) -> bool:
    """ "LIVE: Deputies debate budget"."""
    token = graph.doc[word.head]
    told = [t.lower_ for t in graph.doc[token.sent.start : token.sent.start + OPENING]]
    mark = " ".join(told[: told.index(":")]) if ":" in told else ""
    now = token.tag_ in ("VBP", "VBZ", "VBG", "NNS", "VB") and not (word.negated or word.modal)
    return now and word.pos == "verb" and mark in graph.words["marks of a live report"]


def _heads_headline(token: Token, graph: Graph) -> bool:
    """ "Army hunting rebels in the hills", "Officials counting votes by candlelight, says minister"."""
    if token.sent[-1].text in STOP:
        return False
    who = token.head if token.dep_ == "acl" else next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if who is None or any(c.dep_ == "det" for c in who.lefts) or who.right_edge.i < token.i:
        return False
    top = token if token.dep_ == "ROOT" else who
    return top.dep_ == "ROOT" or (top.dep_ == "nsubj" and _only_says(top.head, graph))


def _only_says(verb: Token, graph: Graph) -> bool:
    """ "..., says minister"."""
    return verb.lemma_ in ("say", "report", "tell") and any(
        c.dep_ == "nsubj" and c.i > verb.i for c in verb.children
    )


def lasts_itself(word: Predicate, statuses: Statuses) -> bool:
    """ "The trial continues", "has lasted two winters", "engineers struggle to mend the grid"."""
    graph = statuses.graph
    if word.pos != "verb" or word.negated or word.modal is not None or word.mood == "infinitive":
        return False
    called, token = verbs_of(word, graph), graph.doc[word.head]
    perfect = is_present_perfect(word, graph)
    if perfect and not graph.words["verbs of lasting themselves"].isdisjoint(called):
        return True
    further = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in token.rights)  # "goes on to say"
    on = not graph.words["verbs of carrying on"].isdisjoint(called) and not (further and word.lemma == "go")
    toils = bool(called & graph.words["verbs of toiling"])
    own = word.tense == "present" and not (word.perfect or word.passive)
    return own and (on or toils or bool(called & graph.words["verbs of lasting themselves"]))
