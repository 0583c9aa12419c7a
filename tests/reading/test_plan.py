"""A repair is passed over only where it would change nothing."""

import re
from pathlib import Path

import pytest
from spacy.language import Language

from detente.coding.matching.lexicon_of import build_lexicon
from detente.knowledge.load import load_knowledge
from detente.reading.plain import Strings, read_tokens
from detente.reading.plan import Plan, Step, nth_words, one_of
from detente.reading.repaired import plan_repairs
from detente.reading.syntax import parse, parse_blocks
from detente.reading.tokens import Doc

ITEMS = Path(__file__).parents[1] / "coding" / "items"
FILES = ("mended-1.txt", "mended-2.txt", "verbs-a-1.txt", "attack-1.txt", "press-1.txt")
TEXT = re.compile(r"^\d{4}-\d\d-\d\d (.+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def repairs() -> Plan:
    knowledge = load_knowledge()
    lexicon = build_lexicon(knowledge.events)
    return plan_repairs(lexicon.event_verbs, lexicon.event_nouns, knowledge.grammar)


def state(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.lemma_, t.pos_, t.tag_, t.dep_, str(t.head.i)) for t in doc]


@pytest.mark.parametrize("name", FILES)
def test_what_is_passed_over_would_change_nothing(name: str, repairs: Plan, nlp: Language) -> None:
    texts = TEXT.findall((ITEMS / name).read_text(encoding="utf-8"))
    assert texts
    passed = 0
    for text in texts:
        doc = read_tokens(parse_blocks(text, nlp), Strings(nlp.vocab))
        due = repairs.due(doc)
        following = next(due)
        for step in repairs.steps:
            before = state(doc)
            step.run(doc, *step.given)
            if step is following:
                following = next(due, step)
            else:
                passed += 1
                assert state(doc) == before, (step.run, text)
    assert passed > 20 * len(texts)


def test_a_step_waits_for_all_that_it_needs(nlp: Language) -> None:
    doc = parse("The envoy of Ruritania left.", nlp)
    ran: list[str] = []
    steps = {
        "words": (one_of("leave"), one_of("nsubj", "zzz"), one_of("NNP")),
        "none": (),
        "lacking": (one_of("envoy"), one_of("king", "queen")),
    }
    Plan([Step(lambda _, name: ran.append(name), (n,), needs) for n, needs in steps.items()]).run([doc])
    assert ran == ["words", "none"]


def test_what_a_step_changes_can_call_for_another(nlp: Language) -> None:
    doc = parse("The envoy left.", nlp)
    ran: list[str] = []

    def change(doc: Doc) -> None:
        doc[1].dep_ = "appos"

    later = Step(lambda _: ran.append("later"), needs=(one_of("appos"),))
    Plan([later, Step(change), later]).run([doc])
    assert ran == ["later"]


def test_words_of_phrases() -> None:
    assert nth_words(["hand over", "take into custody"], -1) == {"over", "custody"}
    assert nth_words(["hand over", "take into custody"], 0, of=3) == {"take"}
