"""Sentences of every shape and the arguments that they all come down to."""

import pytest
from spacy.language import Language

from detente.knowledge.files import BUILT_IN
from detente.knowledge.grammar import load_grammar
from detente.reading.graph import Graph, Predicate, build_graph
from detente.reading.syntax import parse

GRAMMAR = load_grammar((BUILT_IN,))
EVENT_NOUNS = frozenset({"visit", "talk", "attack", "condemnation", "discussion", "criticism", "regret"})

CASES = [
    ("The minister visited Sylvania.", "visited", "subject", "minister"),
    ("Sylvania was visited by the minister.", "visited", "subject", "minister"),
    ("Sylvania was visited by the minister.", "visited", "object", "Sylvania"),
    ("The minister, who visited Sylvania, resigned.", "visited", "subject", "minister"),
    ("The minister visiting Sylvania met farmers.", "visiting", "subject", "minister"),
    ("The minister agreed to visit Sylvania.", "visit", "subject", "minister"),
    ("The king asked the minister to visit Sylvania.", "visit", "subject", "minister"),
    ("The minister is expected to arrive in Strelsau.", "arrive", "subject", "minister"),
    ("The minister condemned and rejected the plan.", "condemned", "object", "plan"),
    ("The minister condemned and rejected the plan.", "rejected", "subject", "minister"),
    ("The visit was planned for May but was postponed.", "postponed", "object", "visit"),
    ("Ruritania and Sylvania signed a treaty.", "signed", "subject", "Sylvania"),
    ("The minister held talks with the envoy.", "talks", "subject", "minister"),
    ("The minister held talks with the envoy.", "talks", "with", "envoy"),
    ("The army launched a series of attacks on the town.", "attacks", "on", "town"),
    ("The decision was met with condemnation from officials.", "condemnation", "object", "decision"),
    ("The decision was met with condemnation from officials.", "condemnation", "from", "officials"),
    ("The king came under criticism from officials.", "criticism", "object", "king"),
    ("The visit was postponed due to a storm.", "postponed", "due to", "storm"),
    ("The king's visit to Sylvania ended.", "visit", "poss", "king"),
    ("Two planes carrying rice landed in Strelsau.", "landed", "with", "rice"),
    ("A convoy of lorries loaded with flour arrived in Strelsau.", "arrived", "with", "flour"),
    ("The Sylvanian-led attack on the town ended.", "attack", "mod", "Sylvanian"),
    (
        "The minister declined an offer from the envoy to engage in discussions.",
        "discussions",
        "subject",
        "envoy",
    ),
    ("Sylvania's answer, an attack on Strelsau, came late.", "attack", "subject", "Sylvania"),
    ("Sylvania's first act was an attack on Strelsau.", "attack", "subject", "Sylvania"),
    ("The envoy announced plans to visit Sylvania.", "visit", "subject", "envoy"),
    ("Should the king visit Sylvania, the minister will resign.", "resign", "if", "visit"),
    ("The minister will resign should the king visit Sylvania.", "resign", "if", "visit"),
]


def graph_of(sentence: str, nlp: Language) -> Graph:
    return build_graph(parse(sentence, nlp), GRAMMAR, EVENT_NOUNS)


def predicate(word: str, graph: Graph) -> Predicate:
    return next(p for p in graph.predicates.values() if graph.doc[p.head].text == word)


@pytest.mark.parametrize(("sentence", "word", "name", "filler"), CASES)
def test_argument(sentence: str, word: str, name: str, filler: str, nlp: Language) -> None:
    graph = graph_of(sentence, nlp)
    assert filler in [graph.doc[h].text for h in predicate(word, graph).heads(name)]


FORMS: list[tuple[str, str, tuple[str, bool]]] = [
    ("The minister will visit Sylvania.", "visit", ("future", False)),
    ("The minister did not visit Sylvania.", "visit", ("past", True)),
    ("The minister has never visited Sylvania.", "visited", ("past", True)),
    ("No minister visited Sylvania.", "visited", ("past", True)),
    ("Neither the king nor the queen has confirmed the plans.", "confirmed", ("past", True)),
    ("The minister is visiting Sylvania.", "visiting", ("present", False)),
    ("The visit was planned and was postponed.", "postponed", ("past", False)),
]


@pytest.mark.parametrize(("sentence", "word", "form"), FORMS)
def test_tense_and_negation(sentence: str, word: str, form: tuple[str, bool], nlp: Language) -> None:
    found = predicate(word, graph_of(sentence, nlp))
    assert (found.tense, found.negated) == form


def test_two_governors_of_one_noun(nlp: Language) -> None:
    graph = graph_of("The visit was scheduled for May but was postponed.", nlp)
    visit = predicate("visit", graph)
    assert [(g.name, graph.doc[g.head].text) for g in graph.governors[visit.head]] == [
        ("object", "scheduled"),
        ("object", "postponed"),
    ]


@pytest.mark.parametrize(("word", "verb"), [("talks", "held"), ("visited", "visited")])
def test_the_verb_of_a_carried_noun_is_what_carries_it(word: str, verb: str, nlp: Language) -> None:
    graph = graph_of("The minister held talks with the envoy and visited Sylvania.", nlp)
    (head,) = (p.head for p in graph.predicates.values() if graph.doc[p.head].text == word)
    assert graph.doc[graph.verb_of(head)].text == verb
    assert {graph.doc[h].text for h in graph.with_carrier(head)} == {word, verb}
