"""What holds for all expressions: offsets, intervals, and how they move with the day of publication."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from detente.errors import DocumentError
from detente.knowledge.files import BUILT_IN
from detente.knowledge.times import load_times
from detente.reading.syntax import parse
from detente.reading.times import find_times
from detente.reading.times.values import days_of
from detente.reading.tokens import Doc
from detente.records import TimeExpression

TABLES = load_times((BUILT_IN,))
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
SENTENCES = (
    "The king left Strelsau on Friday and will return in early March, or by the end of the month.",
    "Two days later the envoy met the queen, as he had done last week and on 3 May 2011.",
    "“Élodie” will visit Klausenburg as early as next week – from June 18 to 20, or between 2014 and 2016.",
    "They talked for three hours last night, before the weekend and after the summer of 1999.",
    "Earlier this year, in the first quarter, Sylvania cut its aid; it was the first cut in seven years.",
    "He must leave by Friday, before May or after 9 March, at 9 a.m. Monday or on the first Monday of April.",
    "Half a year ago, a year earlier, in the early hours of Sunday, he was to come on the eve of the summit.",
    "He could come as soon as next Friday, next weekend or this month, or no later than early next week.",
)
MOVED_BY_DAYS = {
    "today": 0,
    "yesterday": -1,
    "the day before yesterday": -2,
    "tomorrow": 1,
    "9 days ago": -9,
    "ten days from now": 10,
}
MOVED_BY_WEEKS = (
    "on Friday",
    "last week",
    "this week",
    "next week",
    "over the weekend",
    "last Thursday",
    "next Friday",
    "next weekend",
    "Monday of next week",
    "earlier this week",
    "late last week",
    "two weeks ago",
)


@pytest.fixture(scope="module")
def docs(nlp: Language) -> dict[str, Doc]:
    said = [f"The envoy left Strelsau {when}." for when in (*MOVED_BY_DAYS, *MOVED_BY_WEEKS)]
    return {text: parse(text, nlp) for text in (*SENTENCES, *said)}


def only(times: tuple[TimeExpression, ...]) -> TimeExpression:
    assert len(times) == 1
    return times[0]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(day=DAYS, sentence=st.sampled_from(SENTENCES))
def test_offsets_give_back_the_text_in_order(day: date, sentence: str, docs: dict[str, Doc]) -> None:
    times = find_times(docs[sentence], day.isoformat(), TABLES)
    assert times
    assert [sentence[slice(*t.span)] for t in times] == [t.text for t in times]
    assert [t.span for t in times] == sorted(t.span for t in times)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(day=DAYS, sentence=st.sampled_from(SENTENCES))
def test_an_interval_meets_that_of_its_value(day: date, sentence: str, docs: dict[str, Doc]) -> None:
    for time in find_times(docs[sentence], day.isoformat(), TABLES):
        own = days_of(time.value)
        first = date.fromisoformat(time.earliest) if time.earliest else date(1000, 1, 1)
        last = date.fromisoformat(time.latest) if time.latest else date(9000, 1, 1)
        assert first <= last
        if own is not None:  # "before May" ends where May begins: next to each other is meeting too
            assert first <= own.last + timedelta(days=1) and own.first <= last + timedelta(days=1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(day=DAYS, phrase=st.sampled_from(tuple(MOVED_BY_DAYS)))
def test_days_move_with_publication(day: date, phrase: str, docs: dict[str, Doc]) -> None:
    time = only(find_times(docs[f"The envoy left Strelsau {phrase}."], day.isoformat(), TABLES))
    moved = (day + timedelta(days=MOVED_BY_DAYS[phrase])).isoformat()
    assert time.value == time.earliest == time.latest == moved


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(day=DAYS, weeks=st.integers(-60, 60), phrase=st.sampled_from(MOVED_BY_WEEKS))
def test_weekdays_and_weeks_move_by_whole_weeks(
    day: date, weeks: int, phrase: str, docs: dict[str, Doc]
) -> None:
    doc, step = docs[f"The envoy left Strelsau {phrase}."], timedelta(days=7 * weeks)
    before = only(find_times(doc, day.isoformat(), TABLES))
    after = only(find_times(doc, (day + step).isoformat(), TABLES))
    for one, other in ((before.earliest, after.earliest), (before.latest, after.latest)):
        assert one and other and date.fromisoformat(one) + step == date.fromisoformat(other)


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("on June 18", "XXXX-06-18"),
        ("today", "XXXX-XX-XX"),
        ("last week", "XXXX-WXX"),
        ("on Friday", "XXXX-WXX-5"),
        ("in May", "XXXX-05"),
        ("last year", "XXXX"),
        ("in the summer", "XXXX-SU"),
        ("on Easter Sunday", "XXXX-XX-XX"),
    ],
)
def test_relative_times_stay_relative_without_publication(phrase: str, value: str, nlp: Language) -> None:
    time = only(find_times(parse(f"The envoy left Strelsau {phrase}.", nlp), None, TABLES))
    assert (time.value, time.earliest, time.latest) == (value, None, None)
    assert time.note


@pytest.mark.parametrize(
    ("sentence", "undated", "dated"),
    [
        ("The envoy left on June 18.", "XXXX-06-18", "2012-06-18"),
        ("The envoy will leave on June 18.", "XXXX-06-18", "2013-06-18"),
        ("The envoy left last week.", "XXXX-WXX", "2013-W06"),
        ("The envoy will leave on Friday.", "XXXX-WXX-5", "2013-02-15"),
        ("The envoy left in early May.", "XXXX-05", "2012-05"),
        ("The envoy must leave by the end of the year.", "XXXX", "2013"),
        ("The envoy left on the first Monday of November.", "XXXX-XX-XX", "2012-11-05"),
        ("The envoy left three hours ago.", "XXXX-XX-XXTXX", "2013-02-12TXX"),
        ("The envoy left on the 4th.", "XXXX-XX-04", "2013-02-04"),
    ],
)
def test_what_was_relative_is_resolved_once_a_date_is_given(
    sentence: str, undated: str, dated: str, nlp: Language
) -> None:
    doc = parse(sentence, nlp)
    before, after = only(find_times(doc, None, TABLES)), only(find_times(doc, "2013-02-12", TABLES))
    assert (before.value, before.earliest, before.latest) == (undated, None, None)
    assert before.note
    assert after.value == dated and after.span == before.span
    assert after.earliest and after.latest


def test_full_dates_need_no_publication(nlp: Language) -> None:
    time = only(find_times(parse("The envoy left Strelsau on June 18, 2009.", nlp), None, TABLES))
    assert (time.value, time.earliest, time.latest) == ("2009-06-18", "2009-06-18", "2009-06-18")


def test_two_open_readings_are_both_kept(nlp: Language) -> None:
    time = only(find_times(parse("Talks in Strelsau on Friday", nlp), "2013-02-12", TABLES))
    assert (time.earliest, time.latest) == ("2013-02-08", "2013-02-15")
    assert time.note and "2013-02-08 or 2013-02-15" in time.note


def test_an_empty_text_has_no_times(nlp: Language) -> None:
    assert find_times(parse("", nlp), "2013-02-12", TABLES) == ()


def test_a_bad_day_of_publication_is_an_error(nlp: Language) -> None:
    with pytest.raises(DocumentError, match="soon"):
        find_times(parse("The envoy left on Friday.", nlp), "soon", TABLES)
