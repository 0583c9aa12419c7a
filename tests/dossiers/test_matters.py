"""What a report is about, and that two of one state about other matters are two happenings."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from detente.dossiers.assembling import link
from detente.dossiers.matters import matter_of
from detente.dossiers.records import Account
from detente.knowledge.dossiers import DossierTables
from detente.records import Event, Span
from tests.dossiers.making import account, event

KOVAR, LUND = "person:anna-kovar@RUR", "person:ida-lund@RUR"
PIPELINE = "The pipeline under the lake should be built by autumn"
PIPELINE_TOO = "Ruritania said pipelines across Lake Tar must be built in two years"
FISH = "Cheaper licences for herring boats are overdue"


def told(name: str, day: int, one: Event, text: str) -> Account:
    """A report of that day of February 2013 in which the sentence stands before the word for the act."""
    one = replace(one, sentence=Span(0, len(text) + 8), trigger=Span(len(text) + 1, len(text) + 8))
    return replace(account(name, f"2013-02-{day:02}", one), sentences=(f"{text} demand.",))


def demand(actors: str = "RUR", recipients: str = "RUR") -> Event:
    return event("demand", "occurred", actors, recipients)


CASES = [
    ("the same matter at home", demand(), PIPELINE, demand(), PIPELINE_TOO, 1),
    ("another matter at home", demand(), PIPELINE, demand(), FISH, 2),
    ("another matter between two", demand("RUR", "SYL"), PIPELINE, demand("RUR", "SYL"), FISH, 2),
    ("a short report between two", demand("RUR", "SYL"), PIPELINE, demand("RUR", "SYL"), "It", 1),
    ("others of the state", demand(KOVAR), PIPELINE, demand(LUND), PIPELINE_TOO, 2),
    ("an answer at home", demand(KOVAR), PIPELINE, demand("RUR", KOVAR), PIPELINE_TOO, 2),
    (
        "a deed between two, told in other words",
        event("aid", "occurred"),
        PIPELINE,
        event("aid", "occurred"),
        FISH,
        1,
    ),
    (
        "the other side is not known, and another matter",
        event("agreement", "occurred", "RUR", ""),
        PIPELINE,
        event("agreement", "occurred", "RUR, SYL", ""),
        FISH,
        2,
    ),
    (
        "the other side is not known, and the same matter",
        event("agreement", "occurred", "RUR", ""),
        PIPELINE,
        event("agreement", "occurred", "RUR, SYL", ""),
        PIPELINE_TOO,
        1,
    ),
    (
        "two protests in one state",
        event("protest", "occurred", "RUR", "RUR"),
        PIPELINE,
        event("protest", "occurred", "RUR", "RUR"),
        FISH,
        2,
    ),
]


@pytest.mark.parametrize(
    ("first", "text", "second", "other", "dossiers"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_what_two_reports_are_about_tells_them_apart(
    first: Event, text: str, second: Event, other: str, dossiers: int, tables: DossierTables
) -> None:
    found = link([told("a", 1, first, text), told("b", 2, second, other)], tables=tables)
    assert len(found) == dossiers


def test_sides_acts_and_common_words_tell_no_matter(tables: DossierTables) -> None:
    text = "Norwegian officials told reporters in Oslo on Monday that a Swedish dam on the Tar had cracked"
    found = matter_of(told("a", 1, event(actors="NOR", recipients="SWE"), text), tables)
    assert found == {"dam": "dam", "tar": "tar", "crack": "cracked"}
