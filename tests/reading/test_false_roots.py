"""Sentences of which the parser makes one noun phrase, and noun phrases that are none of these."""

import pytest
from spacy.language import Language

from detente.reading.repairs.words.false_roots import repair_false_roots
from detente.reading.syntax import parse

CASES = [
    ("Angola, a close ally, charged on Tuesday that Chad was arming rebels.", "Angola", "charged"),
    ("The governing board of the IAEA called on Iran to freeze all uranium enrichment.", "board", "called"),
    ("The UN human rights chief calls on President Otto Horn not to free the rebels.", "chief", "calls"),
    ("The Taliban claim to have killed an Islamic State commander in Kunar.", "killed", "claim"),
    ("The United States, a close ally, named Kenya a major ally.", "States", "named"),
    ("Three men accused of theft in Kenya", "accused", "men"),
    ("Kenyan soldiers charged across the border at dawn.", "soldiers", "charged"),
    ("A column of Kenyan tanks headed towards the border, witnesses said.", "headed", "said"),
    (
        "Syrian government forces backed by Hezbollah fighters built up along the fringes of Idlib, the last bastion.",
        "forces",
        "built",
    ),
    ("Two guards charged in Kenya over a massacre", "charged", "guards"),
    ("The agency named on Monday in the report has denied it.", "agency", "denied"),
    ("Aid convoys have reached Klausenburg, UN envoy says", "envoy", "says"),
    ("Aid convoys have reached Klausenburg, UN envoy says", "reached", "says"),
    ("Kenya accused Uganda of theft.", "Kenya", "accused"),
    ("Kenya shares intelligence with Angola, state media report.", "intelligence", "shares"),
    ("Kenya shares intelligence with Angola, state media report.", "media", "report"),
    ("Kenya had praise for Angola, but not for its state media report.", "media", "report"),
]


@pytest.mark.parametrize(("sentence", "word", "above"), CASES)
def test_the_verb_stands_over_its_sentence(sentence: str, word: str, above: str, nlp: Language) -> None:
    doc = repair_false_roots(parse(sentence, nlp), ways={"charge", "head"})
    assert next(t.head.text for t in doc if t.text == word) == above


def test_what_is_expressed_is_a_noun(nlp: Language) -> None:
    doc = repair_false_roots(
        parse("Israel's army expresses regret over the death of a Turkish activist.", nlp)
    )
    assert next(t.pos_ for t in doc if t.text == "regret") == "NOUN"
