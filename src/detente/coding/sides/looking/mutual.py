"""A predicate in, whether its sides do it to one another out: "accuse each other", "trade accusations"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import actors_at, sides
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.standing.status import Statuses
from detente.ids import is_organisation
from detente.reading.graph import Graph, Predicate
from detente.records import Actor

FIGHT = "ASSAULT"
HOSTILE = frozenset({"ACCUSE", "ASSAULT", "THREATEN"})  # types
YIELDING = frozenset({"CONCEDE", "RETREAT"})  # types
AGREED_ON = ("to", "on", "object", "clause")
PLURALS, POSSESSOR = ("NNS", "NNPS"), "poss"
MOVED, WHO, THEIR = "MOBILIZE", "subject", "their"  # a type
OTHER, BETWEEN, ALONE, TWO = "recipient", "between the two", "between two left alone", 2  # groups of kinds
OF_ONE_LAND = "the two sides are of the only state that the sentence names"
PROMISE = "promise"  # what is left of an agreement on something that no frame completes
EXERCISE, JOINT = "military exercise", "joint exercise"  # kinds


def is_mutual(predicate: Predicate, graph: Graph) -> bool:
    """Whether an argument says "each other", or the verb that carries the noun says that they exchange it."""
    words = graph.words
    carrier = graph.predicates.get(predicate.carrier) if predicate.carrier is not None else None
    if any(p is not None and p.lemma in words["exchanging verbs"] for p in (carrier, predicate)):
        return True
    if names_each_other(predicate, graph):
        return True
    return bool(_pairs(predicate, graph) & words["the others"]) and any(
        w in words["each of two"] for w in _near(predicate, graph)
    )


def names_each_other(predicate: Predicate, graph: Graph) -> bool:
    """ "Accuse each other", "fired at one another"."""
    return bool(_pairs(predicate, graph) & graph.words["mutual pronouns"])


def _pairs(predicate: Predicate, graph: Graph) -> set[str]:
    """Each argument, and whose it is, with the word before it: "shelled each other's posts"."""
    doc = graph.doc
    heads = [a.head for a in predicate.arguments]
    heads += [c.i for head in heads for c in doc[head].lefts if c.dep_ == POSSESSOR]
    return {" ".join(t.lower_ for t in doc[max(head - 1, 0) : head + 1]) for head in heads}


def _near(predicate: Predicate, graph: Graph) -> Iterator[str]:
    """The words that hang on the verb and on its subjects."""
    for head in (predicate.head, *predicate.heads("subject")):
        yield graph.doc[head].lower_
        yield from (child.lower_ for child in graph.doc[head].children)


def with_each_other(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with all its actors on both sides, where two do it to each other or agree on doing it."""
    if draft.reciprocal and not draft.recipients and _are_rivals(draft, statuses):
        return replace(draft, needs=tuple(need for need in draft.needs if need != OTHER))
    if draft.reciprocal or not draft.actors:
        return draft
    if len(keys_of(draft.actors)) < 2:
        return _among_themselves(draft, statuses)
    predicate = statuses.graph.predicates[draft.head]
    if draft.recipients:  # "Sylvania and Graustark traded barbs at the UN": with each other
        there = all(is_organisation(a.id) for a in draft.recipients)
        theirs = {a.country for a in draft.recipients} <= {a.country for a in draft.actors}
        both = is_mutual(predicate, statuses.graph) or _at_their_border(draft, statuses)
        swapped = (there or theirs) and both  # "shut each other's consulates"
        swapped |= theirs and draft.kind in statuses.lexicon.groups[ALONE]  # "both recalled their envoys"
        return replace(draft, recipients=(), reciprocal=True) if swapped else draft
    agreed = any(a.operator.bare == PROMISE for a in draft.applied)
    agreed = agreed and (OTHER in draft.needs or _yield_to_each_other(draft, statuses))
    alike = draft.kind in statuses.lexicon.groups[BETWEEN] and len({a.country for a in draft.actors}) == TWO
    alike = alike or _at_their_border(draft, statuses) or _are_left_alone(draft, statuses)
    if not agreed and not alike and not is_mutual(predicate, statuses.graph):
        return draft
    return replace(draft, reciprocal=True)


def _among_themselves(draft: Draft, statuses: Statuses) -> Draft:
    """ "Sylvanian lawmakers accused each other of fraud", "Sylvania's army and rebels traded accusations": those who do
    it and who suffer it are of one state."""
    if draft.recipients or type_of(draft, statuses) not in HOSTILE:
        return draft
    predicate, doc = statuses.graph.predicates[draft.head], statuses.graph.doc
    subjects = predicate.heads(WHO)
    several = len(subjects) > 1 or any(doc[head].tag_ in PLURALS for head in subjects)
    if not several or not is_mutual(predicate, statuses.graph):
        return draft
    return replace(draft, recipients=draft.actors)


def with_land_of_rivals(draft: Draft, statuses: Statuses) -> Draft:
    """ "The envoy for Sylvania says that the warring sides agreed": those of the one land that the sentence names."""
    known = draft.actors or draft.recipients
    if known or not _are_rivals(draft, statuses, named=False):
        return draft  # "the warring Montagues and Capulets" have names of their own
    lands = countries_named(draft.head, statuses)
    if len(lands) != 1:
        return draft
    (land,) = lands
    who = Actor(name=f"sides ({land})", country=land, sectors=(), span=None, inferred=OF_ONE_LAND)
    return replace(draft, actors=(who,))


def _yield_to_each_other(draft: Draft, statuses: Statuses) -> bool:
    """ "Sylvania and Graustark agreed to reopen their border", "to free prisoners": no third is named whom it is for."""
    states = {a.country for a in draft.actors if a.country}
    if type_of(draft, statuses) not in YIELDING or len(states) != 2:
        return False
    return countries_named(draft.head, statuses) <= states


def _are_left_alone(draft: Draft, statuses: Statuses) -> bool:
    """ "Sylvania and Graustark recalled their envoys": the text so far names no third from whom they could be."""
    if draft.kind not in statuses.lexicon.groups[ALONE]:
        return False
    there, end = statuses.mentions, statuses.graph.doc[draft.head].sent.end
    told = (*there.actors.items(), *there.modifiers.items())
    named = {m.actor.country for i, m in told if i < end}
    named |= {place.country for i, place in there.places.items() if i < end}
    both = {a.country for a in draft.actors}
    return len(both) == TWO and named - {None} <= both


def _at_their_border(draft: Draft, statuses: Statuses) -> bool:
    """ "Massed troops along their common border": each against the other."""
    graph, kind = statuses.graph, statuses.lexicon.kinds[draft.kind]
    if kind.type != MOVED or len({a.country for a in draft.actors}) != TWO:
        return False
    where = (
        graph.doc[a.head] for a in graph.predicates[draft.head].arguments if a.name not in (WHO, *AGREED_ON)
    )
    lines = (noun for noun in where if noun.lemma_.lower() in graph.words["border nouns"])
    return any(c.lower_ == THEIR for noun in lines for c in noun.lefts)


def with_who_fights(draft: Draft, statuses: Statuses) -> Draft:
    """ "The army held a man who had hidden amid clashes with gunmen": the fight was the army's, whoever hid."""
    known = (*draft.actors, *draft.recipients)
    lone = len(known) == 1
    if not lone or type_of(draft, statuses) != FIGHT:
        return draft
    graph = statuses.graph
    noun = graph.predicates[draft.head]
    if noun.pos != "noun" or not noun.has("with"):
        return draft
    for token in graph.doc[draft.head].ancestors:
        verb = graph.predicates.get(token.i)
        if verb is None or verb.pos != "verb":
            continue
        found = actors_at(("subject",), verb, graph, statuses.mentions, apart_from=known)
        if found and all(a.country or a.id for a in found) and not sides(found, known):
            why = f"acts in '{token.text}'"
            others = because(found, why)
            return replace(draft, actors=(*others, *known), recipients=())
    return draft


def _are_rivals(draft: Draft, statuses: Statuses, *, named: bool = True) -> bool:
    """ "Sylvania's rival governments meet", "the two factions agreed to a truce": both sides are of one state."""
    graph = statuses.graph
    words = graph.words["words of two sides"]
    own = graph.predicates[draft.head]
    over = () if draft.actors else graph.governors.get(own.head, ())
    carriers = (own.carrier, *(g.head for g in over if g.name in AGREED_ON))
    told = (own, *(graph.predicates[h] for h in carriers if h is not None and h in graph.predicates))
    return any(
        graph.doc[head].tag_ in PLURALS and any(c.lower_ in words for c in graph.doc[head].children)
        for predicate in told
        for head in predicate.heads("subject", "between")
        if named or graph.doc[head].is_lower
    )


def as_joint_exercise(draft: Draft) -> Draft:
    """ "Troops of Sylvania and Graustark held exercises", aimed at nobody who is named: a joint one."""
    states = {actor.country for actor in draft.actors if actor.country}
    if draft.kind != EXERCISE or len(states) <= 1 or draft.made:
        return draft
    return replace(draft, kind=JOINT, reciprocal=True)
