"""Headlines that the parser misreads, and who does what to whom once that is undone."""

import pytest
from spacy.language import Language

from detente.reading.repairs.clauses.main_clauses import repair_matrix
from detente.reading.repairs.words.repair import repair_parse
from detente.reading.syntax import parse

VERBS = frozenset(
    {
        "arrest",
        "seize",
        "sign",
        "host",
        "raid",
        "hand over",
        "hand",
        "test-fire",
        "strike",
        "clash",
        "gun down",
    }
)

WORDS = {
    "plural in sense": frozenset({"police"}),
    "crowd verbs": frozenset({"rally"}),
    "people counted": frozenset({"thousand"}),
}

CASES = [
    ("Sylvanian police arrest three reporters in Klausenburg.", "arrest", "police", "reporters"),
    ("Sylvanian forces raid refugee camp in Klausenburg.", "raid", "forces", "camp"),
    ("President Donald Trump signs an order imposing tariffs on Brazil.", "signs", "Trump", "order"),
    ("The French military hands over control of its last base.", "hands", "military", "control"),
    ("North Korea test-fires missile into sea.", "fires", "Korea", "missile"),
    ("Sylvanian police arrest at least four men who tried to flee.", "arrest", "police", "men"),
    ("Thousands rally in Klausenburg against the king.", "rally", "Thousands", None),
    ("Libyan coastguards tortured migrants.", "tortured", "coastguards", "migrants"),
    ("South African police gun down 34 striking platinum miners.", "gun", "police", "miners"),
    ("Police in Myanmar fire live ammunition and stun grenades at marchers.", "fire", "Police", "ammunition"),
]

MATRIX = [
    ("Sylvania's king says that Ruritania has fired and blames its premier.", "blames", "says"),
    ("The Sylvanian king says that talks are over and urges Ruritania to leave.", "urges", "says"),
    ("The Sylvanian king says that rebels shelled a town and killed two men.", "killed", "shelled"),
    ("Sylvania said two jets crossed into its airspace and sought an urgent meeting.", "sought", "said"),
    ("Sylvania said two traders left for its capital and sought an urgent meeting.", "sought", "left"),
]


@pytest.mark.parametrize(("text", "verb", "head"), MATRIX)
def test_a_second_main_verb_goes_with_the_one_it_agrees_with(
    text: str, verb: str, head: str, nlp: Language
) -> None:
    doc = repair_matrix(parse(text, nlp), frozenset({"urge"}), frozenset({"jet"}), frozenset({"seek"}))
    (found,) = (t for t in doc if t.text == verb)
    assert found.head.text == head


LEFT_ALONE = [
    "The police arrested three reporters.",
    "The Sylvanian strikes on Monday were short.",
    "Sylvanian nuclear talks in Edelweiss.",
    "On Monday the minister visited Sylvania.",
]


@pytest.mark.parametrize(("sentence", "verb", "subject", "target"), CASES)
def test_misread_headline(sentence: str, verb: str, subject: str, target: str | None, nlp: Language) -> None:
    doc = repair_parse(parse(sentence, nlp), VERBS, WORDS)
    token = next(t for t in doc if t.text == verb)
    assert token.pos_ == "VERB"
    assert [c.text for c in token.children if c.dep_ == "nsubj"] == [subject]
    assert target is None or target in [c.text for c in token.children if c.dep_ == "dobj"]


@pytest.mark.parametrize("sentence", LEFT_ALONE)
def test_what_is_read_rightly_is_left_alone(sentence: str, nlp: Language) -> None:
    before = [(t.tag_, t.dep_, t.head.i) for t in parse(sentence, nlp)]
    assert [(t.tag_, t.dep_, t.head.i) for t in repair_parse(parse(sentence, nlp), VERBS, WORDS)] == before


@pytest.mark.parametrize(("sentence", "verb", "subject", "target"), CASES)
def test_repair_keeps_one_root_a_sentence(
    sentence: str, verb: str, subject: str, target: str | None, nlp: Language
) -> None:
    doc = repair_parse(parse(sentence, nlp), VERBS, WORDS)
    for sent in doc.sents:
        assert sum(t.head.i == t.i for t in sent) == 1, (verb, subject, target)
