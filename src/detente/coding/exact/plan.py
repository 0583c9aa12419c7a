"""A word in, whether its sentence plans what it names, or makes a plan hang on a condition, out.

Also what verbs a predicate is by itself and with its particle ("go", "go on"), which the parser does not always join.
"""

from __future__ import annotations

from detente.coding.exact.still_ahead import is_set, is_what_they_get
from detente.coding.standing.composing import COMING, HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token
from detente.records import Status

BESIDE = ("prt", "advmod", "dobj", "acomp")


def verbs_of(verb: Predicate, graph: Graph) -> frozenset[str]:
    """The verb, and the verb with each word that may belong to it: "go" and "go ahead", "take" and "take place"."""
    beside = (c.lower_ for c in graph.doc[verb.head].children if c.dep_ in BESIDE)
    return frozenset((verb.lemma, *(f"{verb.lemma} {word}" for word in beside)))


def ways_of(verb: Predicate, name: str, graph: Graph) -> frozenset[str]:
    """The verb as it governs something in this argument: "turn down", "pour scorn on", "give no to"."""
    before = {"object": "", "subject": "", "clause": "", "indirect": " to"}.get(name, f" {name}")
    objects = [c for c in graph.doc[verb.head].children if c.dep_ in ("dobj", "intj")]
    plain = [f"{way}{before}" for way in verbs_of(verb, graph)]
    own = [f"{verb.lemma} {_hyphened(c)}{before}" for c in objects] if before else []
    return frozenset((*plain, *own, *_with_phrases(verb, graph)))


def _with_phrases(verb: Predicate, graph: Graph) -> list[str]:
    """ "put to rest", "laugh out of court": the verb with a bare noun behind a preposition."""
    bare = [
        (prep, noun)
        for prep in graph.doc[verb.head].children
        if prep.dep_ == "prep"
        for noun in prep.children
        if noun.dep_ == "pobj" and not noun.children
    ]
    return [f"{verb.lemma} {prep.lower_} {noun.lower_}" for prep, noun in bare]


def _hyphened(token: Token) -> str:
    """ "thumbs-down" of its last word."""
    doc, first = token.doc, token.i
    while first > 1 and doc[first - 1].text == "-":
        first -= 2
    return "".join(t.lower_ for t in doc[first : token.i + 1])


def as_planned(word: Predicate, found: Status, statuses: Statuses) -> Status:
    """The status with the plans seen that no operator makes, and the conditions of others."""
    if found in HAPPENED:
        vowed = _as_vowed(word, statuses)
        return vowed or ("planned" if is_set(word, statuses) or _is_foretold(word, statuses) else found)
    if found == "proposed" and _is_accepted(word, statuses):
        return "planned"
    if found == "hypothetical" and (_is_about_to(word, statuses) or is_what_they_get(word, statuses)):
        return "planned"
    hangs = found in ("planned", "scheduled") and _hangs_on_a_condition(word, statuses)
    return "hypothetical" if hangs else found


def _is_accepted(word: Predicate, statuses: Statuses) -> bool:
    """ "Has accepted an invitation to visit Sylvania"."""
    graph = statuses.graph
    accepting = graph.words["verbs of accepting"]
    for offer in graph.above(word.head, "clause", "for", "of", "to"):
        noun = graph.predicates.get(offer)
        over = (
            statuses.graph.over(noun.head, "object") + statuses.graph.over(noun.head, "to")
            if noun is not None
            else []
        )
        taken = (v for v in over if not v.negated and accepting & {v.lemma, f"{v.lemma} to"})
        if any(statuses.readings(v.head)[0].status in HAPPENED for v in taken):
            return True
    return False


def _is_about_to(word: Predicate, statuses: Statuses) -> bool:
    """ "On the verge of signing a contract"."""
    token, verges = statuses.graph.doc[word.head], statuses.graph.words["names of the verge"]
    return token.dep_ == "pcomp" and token.head.lower_ == "of" and token.head.head.lower_ in verges


def _as_vowed(word: Predicate, statuses: Statuses) -> Status | None:
    """ "Vowed to retaliate": the vow has been made, and what is vowed is to come."""
    reading = statuses.readings(word.head)[0]
    by = reading.applied[0] if reading.applied else None
    if by is None or word.mood != "infinitive" or reading.base not in COMING:
        return None
    vowed = by.operator.status is None and by.operator.bare is not None and not by.operator.others
    return reading.base if vowed else None


def _is_foretold(word: Predicate, statuses: Statuses) -> bool:
    """ "The march will set off from the station": an occasion of which something will be said or done."""
    if word.lemma not in statuses.graph.words["occasions"]:
        return False
    over = [v for v in statuses.graph.over(word.head, "subject") if v.pos == "verb"]
    holding = statuses.graph.words["verbs of holding"]  # "the match will be played at noon"
    over += [v for v in statuses.graph.over(word.head, "object") if v.passive and v.lemma in holding]
    ends = statuses.graph.words["verbs of not ending"]
    return bool(over) and all(
        v.tense == "future" and not v.negated and ends.isdisjoint(verbs_of(v, statuses.graph)) for v in over
    )


def _hangs_on_a_condition(word: Predicate, statuses: Statuses) -> bool:
    """ "Is ready to intervene if the talks break down"."""
    graph = statuses.graph
    reading = statuses.readings(word.head)[0]
    near = [word, *(p for a in reading.applied if (p := graph.predicates.get(a.head)) is not None)]
    iffy = graph.words["supposing conjunctions"]
    return any(p.has(conjunction) for p in near for conjunction in iffy)
