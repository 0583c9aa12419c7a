"""Plural nouns that the parser takes for verbs."""

import pytest
from spacy.language import Language

from detente.reading.mistaken_nouns import with_common_nouns
from detente.reading.second_reading import read_once_more

NOUNS = frozenset({"commandos", "gendarmes", "militiamen", "saboteurs"})


@pytest.mark.parametrize(
    ("sentence", "noun", "lemma"),
    [
        ("Senegalese gendarmes arrest students in Dakar.", "gendarmes", "gendarme"),
        ("Senegalese commandos arrest students in Dakar.", "commandos", "commando"),
        ("Militiamen attacked a convoy near the border on Monday.", "Militiamen", "militiaman"),
        ("Saboteurs blew up a pipeline in northern Nigeria.", "Saboteurs", "saboteur"),
    ],
)
def test_a_rare_plural_is_a_noun(sentence: str, noun: str, lemma: str, nlp: Language) -> None:
    ((block,),) = read_once_more([[nlp(sentence)]], nlp, [with_common_nouns(NOUNS)])
    token = next(t for t in block if t.text == noun)
    assert (token.tag_, token.lemma_) == ("NNS", lemma)


def test_what_is_read_well_stays(nlp: Language) -> None:
    doc = nlp("Soldiers arrest students in Dakar.")
    ((block,),) = read_once_more([[doc]], nlp, [with_common_nouns(NOUNS)])
    assert block is doc


@pytest.mark.parametrize(
    "sentence", ["Ruritania granted the ruling junta a waiver.", "The new junta backs peace."]
)
def test_a_rare_singular_is_a_noun(sentence: str, nlp: Language) -> None:
    ((block,),) = read_once_more([[nlp(sentence)]], nlp, [with_common_nouns((), ("junta",))])
    token = next(t for t in block if t.text == "junta")
    assert (token.tag_, token.lemma_) == ("NN", "junta")
