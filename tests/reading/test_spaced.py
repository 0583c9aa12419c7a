"""White space and brackets are no words to the parser, and the offsets stay those of the text."""

import pytest
from spacy.language import Language

from detente.reading.bracketed import without_brackets
from detente.reading.readable import blank_marks
from detente.reading.second_reading import read_once_more
from detente.reading.syntax import parse, parse_blocks

SAID = "Kenya accused Chile of fishing in its waters."


@pytest.mark.parametrize(
    "text",
    [
        "Kenya  accused\tChile of   fishing in its waters.",
        "Kenya\u00a0accused Chile of fishing\u2009in its waters.",
        "   Kenya accused Chile of fishing in its  waters.\n\n",
    ],
)
def test_white_space_is_no_word(text: str, nlp: Language) -> None:
    doc, plain = parse(text, nlp), parse(SAID, nlp)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in doc)
    told = [(t.text, t.dep_, t.head.text) for t in doc if t.text.strip()]
    assert told == [(t.text, t.dep_, t.head.text) for t in plain]


def test_what_stands_in_brackets_hangs_on_the_word_before(nlp: Language) -> None:
    text = "The African Union (AU) designated Chile (pictured) a safe country."
    ((block,),) = read_once_more([parse_blocks(text, nlp)], nlp, [without_brackets()])
    words = {t.text: t for t in block}
    assert block.text == text
    assert [words["AU"].head.text, words["AU"].dep_, words["pictured"].head.text] == [
        "Union",
        "appos",
        "Chile",
    ]
    assert [words["Union"].head.text, words["Chile"].head.text] == ["designated", "designated"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Kenya** accused [Chile].[1]", "  Kenya   accused  Chile .   "),
        ("UPDATE 1-Kenya accuses Chile", "         Kenya accuses Chile"),
        ("• Kenya accuses Chile", "  Kenya accuses Chile"),
        ("NATO-Chile talks fail", "NATO-Chile talks fail"),
    ],
)
def test_marks_are_blanked(text: str, plain: str) -> None:
    assert blank_marks(text) == plain
