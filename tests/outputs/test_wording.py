"""Days, intervals and texts as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.outputs.wording import interval, says, shown, when
from detente.records import Claim, Event, Factuality, Span, Stance, Status, Time

INTERVALS = [
    ("2013-02-12", "2013-02-12", "12 Feb 2013"),
    ("2013-02-01", "2013-02-28", "Feb 2013"),
    ("2012-02-01", "2012-02-29", "Feb 2012"),
    ("2013-01-01", "2013-12-31", "2013"),
    ("2013-02-04", "2013-02-10", "4–10 Feb 2013"),
    ("2013-01-28", "2013-02-03", "28 Jan – 3 Feb 2013"),
    ("2012-12-31", "2013-01-06", "31 Dec 2012 – 6 Jan 2013"),
    ("2013-01-01", "2014-12-31", "1 Jan 2013 – 31 Dec 2014"),
    ("2013-02-12", None, "from 12 Feb 2013"),
    (None, "2013-02-12", "by 12 Feb 2013"),
    (None, None, None),
    ("soon", "2013-02-12", "soon – 2013-02-12"),
]


@pytest.mark.parametrize(("earliest", "latest", "words"), INTERVALS)
def test_an_interval_is_written_as_shortly_as_can_be(
    earliest: str | None, latest: str | None, words: str | None
) -> None:
    assert interval(earliest, latest) == words


TIMES = [
    (None, "not known"),
    (Time(), "not known"),
    (Time(text="soon"), "soon"),
    (Time(text="June 18", value="XXXX-06-18"), "XXXX-06-18"),
    (Time(text="May", value="2013-05", earliest="2013-05-01", latest="2013-05-31"), "May 2013"),
]


@pytest.mark.parametrize(("time", "words"), TIMES)
def test_a_time_that_is_not_known_says_so(time: Time | None, words: str) -> None:
    assert when(time) == words


SAID = [
    ("asserts", "CT+", "occurred", None),
    ("asserts", "PR+", "planned", "probable"),
    ("asserts", "CT-", "occurred", "certainly not"),
    ("asserts", "CT-", "postponed", None),
    ("asserts", "PR-", "declined", "probable"),
    ("asserts", "Uu", "hypothetical", None),
    ("asserts", "Uu", "planned", "left open"),
    ("does_not_confirm", "Uu", "planned", "not confirmed"),
    ("denies", "CT-", "planned", "denied"),
    ("confirms", "CT+", "scheduled", "confirmed"),
    ("claims", "PR+", "occurred", "claimed, probable"),
    ("no_comment", "Uu", "planned", "no comment"),
]


@pytest.mark.parametrize(("stance", "factuality", "status", "words"), SAID)
def test_stance_and_doubt_are_said_when_they_are_not_plain(
    stance: Stance, factuality: Factuality, status: Status, words: str | None
) -> None:
    claim = Claim(attribution=None, sources=(), stance=stance, factuality=factuality)
    event = Event(id="e", happening="h", kind="visit", status=status, sentence=Span(0, 1), trigger=Span(0, 1))
    assert says(claim, event) == words


@given(st.text())
def test_what_is_shown_has_the_same_length_and_no_control_characters(text: str) -> None:
    clean = shown(text)
    assert len(clean) == len(text)
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in clean)
