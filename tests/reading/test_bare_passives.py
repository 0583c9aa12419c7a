"""Headlines that leave out the auxiliary of a passive, and past forms that look like one and are none."""

import pytest
from spacy.language import Language

from detente.reading.graph.clauses import is_passive
from detente.reading.repairs.words.bare_passives import repair_bare_passives
from detente.reading.syntax import parse
from detente.reading.tokens import Doc

DONE = frozenset({"sentence", "arrest", "detain", "postpone", "ban", "overthrow", "seize", "jail"})
EVENT_VERBS = frozenset({"drop by", "shoot dead", "set free", "shoot down"})

PASSIVES = [
    ("Kenyan drone shot down by Ugandan guards over Lake Victoria", "shot"),
    ("Two Kenyan reporters picked up by policemen after a broadcast", "picked"),
    ("Former Kenyan premier Otto Horn sentenced to death in absentia", "sentenced"),
    ("African Union summit postponed for a month because of floods", "postponed"),
    ("Two guards shot dead at a toll booth in Lyon", "shot"),
    ("Kenyan president Udo Stahl overthrown in military coup after months of unrest", "overthrown"),
    ("Dozens of youths arrested in Kenya", "arrested"),
    ("Kenyan miners detained in Uganda, their union says", "detained"),
    ("Kenya accused by Uganda of hiding rebels", "accused"),
]
ACTIVES = [
    ("Kenya banned exporting palm oil.", "banned"),
    ("Police detained, beat and jailed the students.", "detained"),
    ("Kenya's Otto Horn dropped by Nairobi on Sunday.", "dropped"),
    ("The junta seized on the quarrel to delay the vote.", "seized"),
    ("They arrested on suspicion alone.", "arrested"),
    ("Exports rose by a third in March.", "rose"),
    ("The court sentenced the editor to two years.", "sentenced"),
]


def read(sentence: str, nlp: Language) -> Doc:
    """The sentence with this repair alone."""
    return repair_bare_passives(parse(sentence, nlp), DONE, EVENT_VERBS, ())


@pytest.mark.parametrize(("sentence", "verb"), PASSIVES)
def test_what_a_headline_leaves_out_is_understood(sentence: str, verb: str, nlp: Language) -> None:
    token = next(t for t in read(sentence, nlp) if t.text == verb)
    assert is_passive(token)


@pytest.mark.parametrize(("sentence", "verb"), ACTIVES)
def test_a_past_with_an_object_or_a_preposition_of_its_own_stays(
    sentence: str, verb: str, nlp: Language
) -> None:
    token = next(t for t in read(sentence, nlp) if t.text == verb)
    assert not is_passive(token)
