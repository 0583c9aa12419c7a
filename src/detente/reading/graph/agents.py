"""Agents that the parse hangs on an inner word of a passive clause, given to its verb."""

from __future__ import annotations

from msgspec.structs import replace

from detente.reading.graph.negation import Words
from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc

OF_THE_ACT = (
    "for",
    "over",
    "in",
    "during",
    "after",
    "following",
    "amid",
    "before",
    "at",
    "on",
)  # "was condemned for a raid by rebels": the raid may be theirs
NOUNS = ("NOUN", "PROPN", "PRON")
HAVE, BETWEEN = "have", "between"


def give_passives_their_agents(
    doc: Doc, predicates: Predicates, event_nouns: frozenset[str], causes: frozenset[str]
) -> None:
    """ "was accused of spying by Sylvania", "was hit with a ban by Sylvania": who accuses and hits is Sylvania.

    So is it in "was seized at gunpoint by Sylvania", where the noun is no act that could be somebody's. causes: words
    like "due to": the raids that a border "was closed due to" are theirs who are named behind them.
    """
    occasions = causes.union(OF_THE_ACT)
    for verb in [p for p in predicates.verbs() if p.passive and not p.has("subject")]:
        agents: list[int] = []
        for argument in verb.arguments:
            inner = predicates.get(argument.head)
            if inner is None or inner.head < verb.head:
                continue
            if (inner.pos == "verb" and not inner.passive) or (
                inner.pos == "noun" and (argument.name not in occasions or inner.lemma not in event_nouns)
            ):
                agents += [h for h in inner.heads("by") if doc[h].pos_ in NOUNS]
                agents = agents or (_at_the_end(doc, inner, event_nouns) if inner.pos == "verb" else [])
        agents = agents or _of_the_next(doc, verb, predicates)
        predicates[verb.head] = verb.adding(*(Argument("subject", h) for h in agents))


def _at_the_end(doc: Doc, deed: Predicate, event_nouns: frozenset[str]) -> list[int]:
    """ "Was accused of closing its border with Graustark by Sylvania": a name that ends the clause, behind no act."""
    last = doc[deed.head].right_edge
    by = next((t for t in (last, *last.ancestors) if t.lower_ == "by" and t.i > deed.head), None)
    if by is None or last.pos_ != "PROPN" or not any(c.dep_ == "pobj" for c in by.children):
        return []
    above = by.head
    acts = above.pos_ == "VERB" or (above.pos_ == "NOUN" and above.lemma_.lower() in event_nouns)
    if acts and above.i != deed.head:
        return []
    return [c.i for c in by.children if c.dep_ == "pobj"]


def _of_the_next(doc: Doc, verb: Predicate, predicates: Predicates) -> list[int]:
    """ "was shot and robbed by bandits": who robs has shot."""
    following = [predicates[t.i] for t in doc[verb.head].conjuncts if t.i > verb.head and t.i in predicates]
    return [h for p in following if p.pos == "verb" and p.passive for h in p.heads("subject")]


def give_gifts_their_takers(
    doc: Doc,
    predicates: Predicates,
    taking: frozenset[str],
    arriving: frozenset[str],
    taken_over: frozenset[str],
) -> None:
    """ "Received vaccines donated by Sylvania", "rice donated by Sylvania arrives in Strelsau", "is unloaded there": who
    receives them is whom they were donated to; so who "takes delivery of" them."""
    for given in [p for p in predicates.values() if p.passive and doc[p.head].dep_ == "acl"]:
        thing = doc[given.head].head
        while (
            thing.dep_ == "pobj" and thing.head.lower_ == "of"
        ):  # "its first batch of doses of vaccine donated by"
            thing = thing.head.head
        verb = predicates.get(thing.head.i)
        if verb is None or given.has("to"):
            continue
        takes = verb.lemma in taking or thing.lemma_.lower() in taken_over
        taken, come = (
            thing.dep_ == "dobj" and takes,
            thing.dep_ in SUBJECTS and verb.lemma in arriving,
        )
        there = verb.heads("in", "at", "to", "into")
        if not there and not given.has("from"):  # "reached the plant", and not what was driven from its home
            there = verb.heads("object")
        takers = verb.heads("subject") if taken else there if come else ()
        predicates[given.head] = given.adding(*(Argument("to", h) for h in takers))


def give_appositions_their_makers(doc: Doc, predicates: Predicates, making: frozenset[str]) -> None:
    """ "launched Operation Swan, a raid on Sylvania", "announced Swan, the start of a raid": who launches it raids."""
    for verb in [p for p in predicates.verbs(making) if p.has("subject")]:
        called = [
            h
            for name in verb.heads("object")
            if doc[name].pos_ == "PROPN"
            for h in _apposed(name, predicates)
        ]
        within = [h for outer in called for h in predicates[outer].heads("of") if h in predicates]
        for head in (*called, *within):
            noun = predicates[head]
            if not noun.has("by") and not noun.has("poss"):
                predicates[head] = noun.adding(*(Argument("subject", h) for h in verb.heads("subject")))


def give_summed_up_deeds_their_doers(doc: Doc, predicates: Predicates, deeds: frozenset[str]) -> None:
    """ "Sylvania's reply, the closure of a consulate and a ban", "its first act was the recall": whose reply it is shuts
    it. deeds: nouns that say no more of a deed than that it is one."""
    for deed in [p for p in predicates.of(deeds) if p.has("poss") or p.has("by")]:
        doers = deed.heads("poss", "by")
        told = [h for outer in (deed.head, *doers) for h in _apposed(outer, predicates)]
        told += [h for p in predicates.verbs() if deed.head in p.heads("subject") for h in p.heads("attr")]
        within = [t.i for h in told for t in doc[h].subtree if t.dep_ == "conj" and t.i in predicates]
        for noun in (predicates[h] for h in (*told, *within) if h in predicates):
            if noun.pos == "noun" and not any(noun.has(name) for name in ("by", "poss", "subject")):
                predicates[noun.head] = noun.adding(*(Argument("subject", h) for h in doers))


def _apposed(name: int, predicates: Predicates) -> list[int]:
    """The nouns that say what a name is the name of; none of what heads no phrase of a noun ("whose", "its")."""
    named = predicates[name].heads("appos") if name in predicates else ()
    return [h for h in named if h in predicates and predicates[h].pos == "noun"]


def give_measures_their_makers(doc: Doc, predicates: Predicates, words: Words) -> None:
    """ "Sylvania announced that the border had been closed", "says that envoys will be expelled": Sylvania does it.

    Not what is done to what is its own ("said that its envoy will be expelled"), nor to what others have between them.
    """
    _give_attacks_their_leaders(doc, predicates, words["attack nouns"], words["led by somebody"])
    announcing, saying = words["announcing verbs"], words["verbs that only say"]
    for verb in predicates.verbs(announcing, saying):
        for inner in (predicates[h] for h in verb.heads("clause") if h in predicates):
            told = verb.lemma in announcing or inner.tense == "future"
            if verb.has("subject"):
                _order_shut(doc, verb, inner, predicates, words)
            if not told or not inner.passive or inner.has("subject"):
                continue
            own = any(
                t.pos_ == "PRON" and t.dep_ == "poss" for h in inner.heads("object") for t in doc[h].subtree
            )
            if own and inner.lemma in words["measures against others"]:
                continue
            shared = any(predicates[h].has(BETWEEN) for h in inner.heads("object") if h in predicates)
            if inner.lemma in words["announced measures"] and not shared:
                heads = (Argument("subject", h) for h in verb.heads("subject"))
                predicates[inner.head] = inner.adding(*heads)


def _order_shut(doc: Doc, verb: Predicate, inner: Predicate, predicates: Predicates, words: Words) -> None:
    """ "Says that schools must close", "announced that bars will have to shut": who says so shuts them."""
    bound = [
        inner,
        *(predicates[h] for h in inner.heads("clause") if h in predicates and inner.lemma == HAVE),
    ]
    closing = bound[-1]
    places = closing.heads("subject")
    told = inner.modal is not None or inner.tense == "future" or len(bound) > 1
    shut = closing.lemma in words["shutting verbs"] and not closing.passive and not closing.has("object")
    if told and shut and places and all(doc[h].lemma_ in words["places to shut"] for h in places):
        kept = [a for a in closing.arguments if a.name != "subject"]
        given = [Argument("object", h) for h in places]
        given += [Argument("subject", h) for h in verb.heads("subject")]
        predicates[closing.head] = replace(closing, arguments=(*kept, *given))


def _give_attacks_their_leaders(
    doc: Doc, predicates: Predicates, attacks: frozenset[str], leading: frozenset[str]
) -> None:
    """ "The Sylvanian-led invasion": Sylvania invades, whoever else does."""
    for noun in predicates.nouns(attacks):
        led = (t for t in doc[noun.head].children if t.lower_ in leading and t.dep_ == "amod")
        states = [c.i for t in led for c in t.children if c.dep_ == "npadvmod"]
        predicates[noun.head] = noun.adding(*(Argument(n, s) for n in ("adj", "mod") for s in states))


def give_instruments_what_they_permit(doc: Doc, predicates: Predicates, words: Words) -> None:
    """ "enacts a law, letting judges shut the paper": it is the law that lets them, and nobody has done so yet."""
    papers = predicates.of(words["instruments"])
    for verb in [p for p in predicates.verbs() if p.has("participle")] if papers else ():
        made = [
            h for h in verb.heads("object") if h in predicates and predicates[h].lemma in words["instruments"]
        ]
        clauses = [doc[h] for h in verb.heads("participle")] if made else []
        for head in dict.fromkeys(t.i for c in clauses for t in (c, *c.conjuncts)):
            inner = predicates.get(head)
            if inner is not None and inner.lemma in words["permitting verbs"]:
                predicates[head] = inner.adding(*(Argument("subject", h) for h in made))
