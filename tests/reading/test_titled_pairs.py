"""Two people whose titles open a sentence, and objects described by what befell them."""

import pytest
from spacy.language import Language

from detente.reading.repairs.clauses.described_objects import repair_described_objects
from detente.reading.repairs.names.titled_pairs import repair_titled_pairs
from detente.reading.syntax import parse

PAIRS = [
    ("President of Chile Gabriel Boric and Prime Minister of Fiji Sitiveni Rabuka meet in Suva.", "meet"),
    ("President of Chile Gabriel Boric and German Chancellor Olaf Scholz sign a treaty.", "sign"),
]
OBJECTS = [
    ("Eritrea places exiled poet Dawit Isaak on a list.", "places", "exiled"),
    ("Uganda charges detained leader Kizza Besigye with treason.", "charges", "detained"),
    ("Rebels attacked retreating Eritrean soldiers near Adwa.", "attacked", "retreating"),
    ("Clinton visits striking Ford workers near Detroit.", "visits", "striking"),
]
DOINGS = {"retreat", "strike worker"}


@pytest.mark.parametrize(("sentence", "verb"), PAIRS)
def test_both_are_subjects(sentence: str, verb: str, nlp: Language) -> None:
    doc = repair_titled_pairs(parse(sentence, nlp), {"meet", "sign"}, {"hold"})
    first = doc[0]
    while first.dep_ != "nsubj":
        first = first.head
    assert first.head.text == verb
    assert any(child.dep_ == "conj" for child in first.rights)


@pytest.mark.parametrize(("sentence", "verb", "fate"), OBJECTS)
def test_what_befell_the_object_is_no_deed(sentence: str, verb: str, fate: str, nlp: Language) -> None:
    doc = parse(sentence, nlp)
    repair_described_objects(doc, {"exile", "detain"}, {"charge", "place"}, {"guard"}, DOINGS)
    described = next(token for token in doc if token.text == fate)
    assert described.dep_ == "amod"
    assert verb in [above.text for above in described.ancestors]


@pytest.mark.parametrize("whom", ["the rebels", "their hosts"])
def test_an_article_ends_what_describes_the_object(whom: str, nlp: Language) -> None:
    doc = parse(f"OSCE monitors accused {whom} of shelling a school.", nlp)
    repair_described_objects(doc, {"accuse"}, {"monitor"}, set())
    assert doc[2].dep_ == "ROOT"
