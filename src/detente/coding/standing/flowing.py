"""A noun and what governs it in; whether the noun says so little of itself that it stands as its governor does, out."""

from __future__ import annotations

from detente.coding.standing.composing import OFF
from detente.coding.standing.moods import stands_alone
from detente.knowledge.frames import Operator
from detente.reading.graph import Governor, Graph, Predicate
from detente.reading.tokens import Token

FLOWS_TO_NOUN = frozenset({"object", "indirect", "attr", "of", "to", "for", "with", "into", "by", "through"})
OCCASIONS = frozenset({"at", "during", "on"})
AIM, COPULA, IN = "purpose", "be", "in"
ASKING = ("WRB", "WP", "WDT")


def flows(noun: Predicate, governor: Governor, graph: Graph) -> bool:
    """An indefinite noun stands as its governor does; "the raid" is taken as known."""
    if governor.name == "subject":  # who or what does something is there before it
        verb = graph.predicates[governor.head]
        if ranks(verb, graph) or _would_be_so(verb, graph):
            return True
        if verb.carrier is not None:  # "talks brought no deal": who or what makes no deal is there
            return False
        if verb.mood == "infinitive" and not stands_alone(verb):
            over = graph.doc[verb.head].head
            founders = over.lemma_.lower() in graph.words["verbs of foundering"] or _was_for(over, graph)
            aimed = graph.is_under(verb.head, AIM)
            asked = any(c.tag_ in ASKING for c in graph.doc[verb.head].lefts)
            return not (
                founders or aimed or asked
            )  # "the talks failed to end the war", "riots broke out to halt
            # it", "the talks ended in a row on how to end it"
        if verb.negated and any(c.dep_ == "acomp" for c in graph.doc[verb.head].rights):
            return False  # "talks will not be easy" says how they will be
        unsure = graph.words["supposing modals"] | graph.words["possible modals"]
        if verb.modal in unsure and _has(noun, "indefinite articles", graph):
            return True
        return not verb.has("object") and not _is_definite(noun, graph)
    made = (
        governor.name == "object" and graph.predicates[governor.head].lemma in graph.words["performing verbs"]
    )
    if (
        governor.name in OCCASIONS or governor.name == IN
    ):  # "will raise it at a dinner", "threatens to kill him in a raid"
        coming = _is_yet_to_do if governor.name == IN else _is_told_of
        return _has(noun, "indefinite articles", graph) and coming(governor.head, graph)
    return governor.name in FLOWS_TO_NOUN and (made or not _is_definite(noun, graph))


def _was_for(verb: Token, graph: Graph) -> bool:
    """ "The talks aimed to end the row", "her visit was meant to calm it": they were held, and only their aim is open."""
    past = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.lefts if c.dep_ in ("aux", "auxpass"))
    return past and verb.lemma_.lower() in graph.words["verbs of aiming"]


def ranks(copula: Predicate, graph: Graph) -> bool:
    """ "The visit would have been his first": it has been as little as that it would have been."""
    if copula.lemma != COPULA:
        return False
    said = [t for h in copula.heads("attr") for t in (graph.doc[h], *graph.doc[h].lefts)]
    return any(t.lower_ in graph.words["ranking words"] for t in said)


def _would_be_so(copula: Predicate, graph: Graph) -> bool:
    """ "The entry of Sylvania would be a gain", "its withdrawal would be wrong": neither has come."""
    if copula.lemma != COPULA or copula.perfect or copula.modal not in graph.words["supposing modals"]:
        return False
    return copula.has("attr") or any(c.dep_ == "acomp" for c in graph.doc[copula.head].rights)


def _is_told_of(head: int, graph: Graph) -> bool:
    """ "will meet", "is expected to meet"; "pledged to meet at a dinner" may have been said there."""
    verb = graph.predicates[head]
    over = graph.over(head)
    return stands_alone(verb) or any(outer.passive for outer in over)


def does_it(graph: Graph, noun: Predicate, governor: Governor) -> bool:
    """ "The talks failed to end the war": what does not do something is there."""
    finite = [
        g for g in graph.governors.get(noun.head, ()) if g.name == "subject" and g.head != governor.head
    ]
    told = any((verb := graph.predicates.get(g.head)) is not None and stands_alone(verb) for g in finite)
    return governor.name == "subject" and told and _is_definite(noun, graph)


def _is_yet_to_do(head: int, graph: Graph) -> bool:
    """ "To kill him in a raid": the raid is how; "to help those wounded in a raid" tells of one."""
    verb = graph.predicates[head]
    return graph.doc[verb.head].tag_ in ("VB", "VBG") and not verb.passive and not stands_alone(verb)


def _is_definite(noun: Predicate, graph: Graph) -> bool:
    if graph.doc[noun.head].pos_ == "PRON":
        return True
    token = graph.doc[noun.head]
    first = token.head if token.dep_ == "conj" and not any(c.dep_ == "det" for c in token.lefts) else token
    shared = any(
        c.lower_ in graph.words["definite words"] for c in first.children if c.dep_ in ("det", "poss")
    )
    return noun.has("poss") or shared  # "the quake and tsunami"


def _has(noun: Predicate, words: str, graph: Graph) -> bool:
    children = graph.doc[noun.head].children
    return any(c.lower_ in graph.words[words] for c in children if c.dep_ in ("det", "poss"))


def main_first(
    predicate: Predicate, found: tuple[tuple[Governor, Operator], ...], graph: Graph
) -> list[tuple[Governor, Operator]]:
    """ "the trip, planned for May, was put off": the clause that it stands in comes before what describes it."""

    def describes(one: tuple[Governor, Operator]) -> bool:
        token = graph.doc[one[0].head]
        return token.dep_ in ("acl", "relcl") and token.head.i == predicate.head

    off = any(one[1].status in OFF for one in found if not describes(one))
    return sorted(found, key=describes) if off else list(found)
