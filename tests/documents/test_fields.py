"""The text of a document: title, blank line, body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents.days import read_day
from detente.documents.fields import LONGEST, make_document
from detente.errors import DocumentError

words = st.text(min_size=1).filter(str.strip)


@given(words, st.none() | st.text())
def test_the_text_is_title_blank_line_and_body(body: str, title: str | None) -> None:
    document = make_document(body, file="a", title=title)
    if document.title is None:
        assert document.text == body
    else:
        assert document.text.startswith(document.title + "\n\n")
        assert document.text.endswith(body)


@given(words, words)
def test_a_text_with_its_title_gets_no_second_one(body: str, title: str) -> None:
    once = make_document(body, file="a", title=title)
    assert make_document(once.text, file="a", title=once.title) == once


def test_a_text_that_is_too_long_for_the_coder_is_refused() -> None:
    assert len(make_document("a" * LONGEST, file="story.txt").text) == LONGEST
    problem = (
        "story.txt: line 3: is too long: 1,000,003 characters, and at most 1,000,000 can be coded; split it"
    )
    with pytest.raises(DocumentError, match=problem):
        make_document("a" * LONGEST, file="story.txt", record="line 3", title="b")


DAYS = [
    (None, None),
    ("", None),
    ("  ", None),
    ("2013-02-12", "2013-02-12"),
    (" 2013-02-12 ", "2013-02-12"),
    ("2013-02-12T23:59:59Z", "2013-02-12"),
    ("2013-02-12 08:30", "2013-02-12"),
    ("2012-02-29", "2012-02-29"),
]


@pytest.mark.parametrize(("value", "day"), DAYS)
def test_a_date_is_read_as_its_day(value: str | None, day: str | None) -> None:
    assert read_day(value, file="a") == day
