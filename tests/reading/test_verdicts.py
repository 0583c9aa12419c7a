"""What something is called before it is named, what stands behind a clause, and what captives are held as."""

import pytest
from spacy.language import Language

from detente.reading.repairs.clauses.verdicts import repair_held, repair_judged, repair_verdicts
from detente.reading.syntax import parse

JUDGING, CALLING, KEEPING = frozenset({"dismiss", "describe"}), frozenset({"call"}), frozenset({"hold"})


@pytest.mark.parametrize(
    ("sentence", "said", "verb"),
    [
        ("Kenya dismissed as absurd claims that it had shelled the town.", "claims", "dismissed"),
        ("Kenya dismissed as false Uganda's claims that it had shelled the town.", "claims", "dismissed"),
        ("Kenya described as baseless a report that it had fired on villages.", "report", "described"),
        ("Kenya dismissed as nonsense claims that it had offered Uganda a truce.", "claims", "dismissed"),
        ("The navy dismissed as false a report that it was to hold drills.", "report", "dismissed"),
        ("The reports were dismissed as false.", "as", "dismissed"),
        ("Kenya serves as neutral ground for talks.", "ground", "as"),
    ],
)
def test_what_is_called_so_before_it_is_named_is_the_object(
    sentence: str, said: str, verb: str, nlp: Language
) -> None:
    doc = repair_judged(parse(sentence, nlp), JUDGING)
    assert next(t.head.text for t in doc if t.text == said) == verb


def test_a_report_is_called_false_and_no_town_shelled_so(nlp: Language) -> None:
    doc = parse("Kenya called reports that its forces had shelled the hospital false.", nlp)
    doc = repair_verdicts(doc, frozenset({"false"}), CALLING)
    assert next(t.head.text for t in doc if t.text == "false") == "called"


def test_nobody_hostages(nlp: Language) -> None:
    doc = parse("Rebels are holding three Swedish aid workers hostage in Chad.", nlp)
    doc = repair_held(doc, frozenset({"hostage"}), KEEPING)
    assert {(t.text, t.dep_) for t in doc if t.head.text == "holding"} >= {
        ("workers", "dobj"),
        ("hostage", "oprd"),
    }
