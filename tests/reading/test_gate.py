"""What the gate before syntax lets through, and what it passes over."""

import pytest

from detente.knowledge.load import Knowledge, load_knowledge
from detente.pipeline import Coder
from detente.reading.gate import Gate, load_gate
from detente.reading.names import find_names_in
from detente.reading.passing import GATED, blank, passed_over
from detente.reading.repairs.words.lemmas import lemmas_of
from detente.reading.syntax import load_model
from detente.records import Document

POLITICAL = (
    "Ruritania's foreign minister will visit Sylvania in May.",
    "Sylvania expelled two Ruritanian diplomats.",
    "The two sides held talks in Strelsau. They agreed on a truce.",
    "Protesters torched three police cars in Klausenburg.",
)
OF_OTHER_FIELDS = (
    "A comet passes the sun at a distance of two million kilometres tonight.",
    "In tennis, the 19-year-old won the final in three sets, 6-4, 3-6, 7-5.",
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(None, invented=True)


@pytest.fixture(scope="module")
def gate(knowledge: Knowledge) -> Gate:
    found = load_gate(knowledge, load_model())
    assert found is not None
    return found


def passes(text: str, gate: Gate, knowledge: Knowledge) -> bool:
    return bool(read_of(text, gate, knowledge).strip())


def read_of(text: str, gate: Gate, knowledge: Knowledge) -> str:
    return blank(text, passed_over(text, find_names_in(text, knowledge.actors), gate))


@pytest.mark.parametrize("text", POLITICAL)
def test_news_of_events_is_let_through(text: str, gate: Gate, knowledge: Knowledge) -> None:
    assert passes(text, gate, knowledge)


@pytest.mark.parametrize("text", OF_OTHER_FIELDS)
def test_news_of_other_fields_is_passed_over(text: str, gate: Gate, knowledge: Knowledge) -> None:
    assert not passes(text, gate, knowledge)


COMET = "A comet passes the sun at a distance of two million kilometres tonight."
PARTLY = [  # what is read of a text, the rest being passed over
    (
        f"{COMET} Sylvania expelled two Ruritanian diplomats. {COMET}",
        "Sylvania expelled two Ruritanian diplomats.",
    ),
    # who "he" is
    (
        f"Rudolf Rassendyll leads Ruritania. {COMET} He visited Sylvania.",
        "Rudolf Rassendyll leads Ruritania. He visited Sylvania.",
    ),
    # who "she" is, where no table knows her
    (
        f"Rudolf Rassendyll leads Ruritania. {COMET} It snowed on Anna Kovar. She refused to apologise.",
        "Rudolf Rassendyll leads Ruritania. It snowed on Anna Kovar. She refused to apologise.",
    ),
    # who Kovar is
    (
        f"Sylvanian minister Anna Kovar, 51, is well. {COMET} {COMET} The envoy Kovar visited Ruritania.",
        "Sylvanian minister Anna Kovar, 51, is well. The envoy Kovar visited Ruritania.",
    ),
    # who Kovar is, where he is first named without saying so, and where his name opens the sentence
    (
        f"A choir sang for Anna Kovar. {COMET} It snowed on Gov. Anna Kovar. {COMET} Kovar visited Ruritania.",
        "A choir sang for Anna Kovar. It snowed on Gov. Anna Kovar. Kovar visited Ruritania.",
    ),
    # what was said
    (
        f"“The night is long. Sylvania expelled two Ruritanian diplomats. It is cold.” {COMET}",
        "“The night is long. Sylvania expelled two Ruritanian diplomats. It is cold.”",
    ),
]


@pytest.mark.parametrize(("text", "read"), PARTLY)
def test_sentences_are_passed_over_by_themselves(
    text: str, read: str, gate: Gate, knowledge: Knowledge
) -> None:
    found = read_of(text, gate, knowledge)
    assert " ".join(found.split()) == read
    assert len(found) == len(text)


def test_offsets_and_what_was_passed_over_are_those_of_the_text() -> None:
    text = f"{COMET} France expelled two Russian diplomats. {COMET} {COMET}"
    report = Coder(gate=True).code(Document(text=text))
    assert [text[slice(*event.trigger)] for event in report.events] == ["expelled"]
    gated = [text[slice(*one.span)] for one in report.uncoded if one.reason == GATED]
    assert gated == [COMET, f"{COMET} {COMET}"]


def test_examples_of_the_rules_are_let_through(gate: Gate, knowledge: Knowledge) -> None:
    texts = [
        example.partition("=>")[0].replace("[[", "").replace("]]", "")
        for frame in knowledge.events.frames
        for example in frame.examples
    ]
    closed = [text for text in texts if not passes(text, gate, knowledge)]
    assert len(closed) <= 0.01 * len(texts), closed


def test_irregular_and_doubled_forms_have_their_lemmas() -> None:
    lemmas = lemmas_of(load_model())
    assert lemmas is not None
    assert "strike" in lemmas("struck")
    assert "plan" in lemmas("planned")
    assert {"meet", "meeting"} <= set(lemmas("meetings")) | set(lemmas("met"))


def test_what_is_passed_over_has_a_report_that_says_so() -> None:
    coder = Coder(gate=True)
    documents = [
        Document(text=OF_OTHER_FIELDS[0]),
        Document(text="France expelled two Russian diplomats."),
        Document(text=""),
    ]
    closed, open_, empty = coder.code_many(documents)
    assert [u.reason for u in closed.uncoded] == [GATED]
    assert not closed.events
    assert [event.kind for event in open_.events] == ["expulsion"]
    assert not empty.uncoded
    assert coder.code(documents[1]) == open_


def test_a_batch_of_which_nothing_need_be_read_gives_reports(knowledge: Knowledge) -> None:
    texts = ["It rained.", "Bread rose.\n\nIt rained again."]
    coder = Coder(loaded=knowledge, gate=True)
    reports = list(coder.code_many(Document(text=text) for text in texts))
    assert [report.text for report in reports] == texts
    assert [[passed.span for passed in report.uncoded] for report in reports] == [
        [(0, len(text))] for text in texts
    ]
