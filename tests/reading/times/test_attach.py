"""Which word each expression dates, and by which preposition it is led."""

import pytest
from spacy.language import Language

from detente.knowledge.files import BUILT_IN
from detente.knowledge.times import load_times
from detente.reading.syntax import parse
from detente.reading.times import attach_times, find_times

TABLES = load_times((BUILT_IN,))
CASES = [
    ("The visit was scheduled for early February.", "early February", "scheduled", "for"),
    ("The visit was postponed on Tuesday.", "Tuesday", "postponed", "on"),
    ("The talks were postponed until March.", "March", "postponed", "until"),
    ("The king could travel as early as next week.", "next week", "travel", None),
    ("The embassy will reopen no later than June 30.", "June 30", "reopen", None),
    ("The envoy visited Sylvania earlier this week.", "earlier this week", "visited", None),
    ("The minister's visit in 2018 was a failure.", "2018", "visit", "in"),
    ("It would be the first trip since the minister's 2010 visit.", "2010", "visit", None),
    ("Monday's talks failed.", "Monday", "talks", None),
    ("The envoy left Strelsau yesterday.", "yesterday", "left", None),
    ("He ruled Graustark from 1990 to 1998.", "from 1990 to 1998", "ruled", None),
]


@pytest.mark.parametrize(("text", "said", "word", "preposition"), CASES)
def test_time_is_attached(text: str, said: str, word: str, preposition: str | None, nlp: Language) -> None:
    doc = parse(text, nlp)
    attached = attach_times(doc, find_times(doc, "2013-02-12", TABLES))
    found = {
        one.time.text: (doc[token].text, one.preposition)
        for token, those in attached.items()
        for one in those
    }
    assert found[said] == (word, preposition)


def test_what_was_first_for_years_is_not_dated_by_them(nlp: Language) -> None:
    doc = parse("It was the first visit of a Ruritanian king in twelve years.", nlp)
    assert attach_times(doc, find_times(doc, "2013-02-12", TABLES)) == {}


def test_the_ends_of_a_range_are_not_attached_by_themselves(nlp: Language) -> None:
    doc = parse("The fleet exercised between 2005 and 2009.", nlp)
    attached = attach_times(doc, find_times(doc, "2013-02-12", TABLES))
    assert [one.time.text for those in attached.values() for one in those] == ["between 2005 and 2009"]
