"""Where the marked word of each case stands by the coder's own view, whether or not it is an event that we know."""

from pathlib import Path

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document, Span

HERE = Path(__file__).parent
PUBLISHED = "2013-02-12"
STATUSES = (
    "cases.txt",
    "later_cases.txt",
    "wide.txt",
    "wide_untouched.txt",
    "broad.txt",
    "broad_untouched.txt",
    "own_1.txt",
    "own_2.txt",
    "own_3.txt",
    "own_4.txt",
    "own_5.txt",
    "own_6.txt",
    "own_7.txt",
    "sampled.txt",
    "fresh.txt",
    "third.txt",
    "fourth.txt",
    "fifth.txt",
    "sixth.txt",
    "sixth_held_back.txt",
    "seventh.txt",
    "eighth.txt",
    "ninth.txt",
    "tenth.txt",
    "put_forward.txt",
    "put_off.txt",
    "turned_away.txt",
    "day_and_course.txt",
)
FOLDED_TABLES = (
    "business_1.txt",
    "business_2.txt",
    "business_held_back.txt",
    "companies.txt",
    "unseen.txt",
    "wikinews_1.txt",
    "wikinews_2.txt",
    "wikinews_3.txt",
    "wikinews_4.txt",
)
FACTUALITIES = (
    "factuality.txt",
    "later_factuality.txt",
    "wide_factuality.txt",
    "wide_factuality_untouched.txt",
    "broad_factuality.txt",
    "broad_factuality_untouched.txt",
    "sampled_factuality.txt",
)


FOLDED = {
    "future": ("proposed", "planned", "scheduled", "postponed"),
    "negated": ("cancelled", "declined", "denied"),
    "uncertain": ("hypothetical", "proposed"),  # what is asked for is open and may come
    "occurred": ("occurred", "under_way"),
}


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def cases(name: str) -> list[tuple[str, str]]:
    """Status and sentence of each line of a table."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    rows = (line.partition(" | ") for line in lines if line and not line.startswith("#"))
    return [(status.strip(), sentence.strip()) for status, _, sentence in rows]


def found(sentence: str, coder: Coder) -> str:
    """The coder's status of the marked word."""
    document, span = marked(sentence)
    return coder.statuses(document, [span])[0]


def standing(sentence: str, coder: Coder) -> str:
    """Where what the marked word names stands by itself."""
    document, span = marked(sentence)
    return coder.standings(document, [span])[0][0]


def marked(sentence: str) -> tuple[Document, Span]:
    """The sentence as a document and the span at its mark."""
    text = sentence.replace("[[", "").replace("]]", "")
    return Document(text=text, published=PUBLISHED), Span(sentence.index("[["), sentence.index("]]") - 2)


@pytest.mark.parametrize(("status", "sentence"), [case for name in STATUSES for case in cases(name)])
def test_case(status: str, sentence: str, coder: Coder) -> None:
    assert found(sentence, coder) == status


@pytest.mark.parametrize(("status", "sentence"), cases("known_wrong.txt"))
def test_known_wrong_is_still_wrong(status: str, sentence: str, coder: Coder) -> None:
    assert found(sentence, coder) != status, "it works now: move it to cases.txt"


@pytest.mark.parametrize(("folded", "sentence"), [case for name in FOLDED_TABLES for case in cases(name)])
def test_companies(folded: str, sentence: str, coder: Coder) -> None:
    assert standing(sentence, coder) in FOLDED[folded]


@pytest.mark.parametrize(("folded", "sentence"), cases("known_wrong_companies.txt"))
def test_known_wrong_companies_are_still_wrong(folded: str, sentence: str, coder: Coder) -> None:
    assert standing(sentence, coder) not in FOLDED[folded], "it works now: move it to companies.txt"


def claimed(sentence: str, coder: Coder) -> str:
    """Stance and factuality of the first claim about the event at the mark."""
    start = sentence.index("[[")
    text = sentence.replace("[[", "").replace("]]", "")
    report = coder.code(Document(text=text, published=PUBLISHED))
    at_mark = [e for e in report.events if e.trigger.start == start]
    return f"{at_mark[0].claims[0].stance} {at_mark[0].claims[0].factuality}" if at_mark else "no event"


@pytest.mark.parametrize(("expected", "sentence"), [case for name in FACTUALITIES for case in cases(name)])
def test_factuality(expected: str, sentence: str, coder: Coder) -> None:
    assert claimed(sentence, coder) == expected


@pytest.mark.parametrize(("expected", "sentence"), cases("known_wrong_factuality.txt"))
def test_known_wrong_factuality_is_still_wrong(expected: str, sentence: str, coder: Coder) -> None:
    assert claimed(sentence, coder) != expected, "it works now: move it to factuality.txt"
