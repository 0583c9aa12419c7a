"""Where sentences end, and that no character is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from detente.errors import ModelError
from detente.reading.syntax import blocks, load_model, model_version, parse

SENTENCES = [
    ("Talks fail\n\nThe minister left.", ["Talks fail", "The minister left."]),
    ("Talks fail\nThe minister left.", ["Talks fail", "The minister left."]),
    (
        "The minister of Ruritania said on Tuesday that the long planned visit to\nSylvania would go ahead.",
        [
            "The minister of Ruritania said on Tuesday that the long planned visit to\nSylvania would go ahead."
        ],
    ),
    ("He left.\nShe stayed.", ["He left.", "She stayed."]),
    ("Truce agreed for Edelweiss\n\nRuritania and Sylvania agreed on it.", None),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str] | None, nlp: Language) -> None:
    found = [s.text.strip() for s in parse(text, nlp).sents if s.text.strip()]
    assert found == (expected or text.split("\n\n"))


@given(st.text(alphabet="aA.\n \t,“é", max_size=80))
def test_blocks_join_to_the_text(text: str) -> None:
    assert "".join(blocks(text)) == text


@pytest.mark.parametrize("text", ["", " ", "\n\n", "One.\n\n\n Two  three.\n", "é “x”\r\n\r\nB."])
def test_offsets_are_those_of_the_text(text: str, nlp: Language) -> None:
    doc = parse(text, nlp)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline called 'no_such_model'"):
        load_model("no_such_model")


def test_the_version_names_the_weights(nlp: Language) -> None:
    assert model_version(nlp).startswith("en_core_web_md-")
