"""Titles name states, whatever they go by in a report, and whoever acts on himself once."""

import pytest

from detente.dossiers.naming import actors_of, recipients_of
from detente.dossiers.titles import title_of
from detente.knowledge.dossiers import load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.records import Actor, Event, Span

TABLES = load_dossier_tables([BUILT_IN])


@pytest.mark.parametrize(
    ("kind", "sides", "title"),
    [
        ("visit", ("DEU", "UKR"), "Germany's visit to Ukraine"),
        ("recall", ("KEN", "KEN"), "Kenya's recall"),
        ("visit", ("SYL", "RUR"), "SYL's visit to RUR"),
    ],
)
def test_states_are_named(kind: str, sides: tuple[str, str], title: str) -> None:
    one, other = (Actor(name=side, id=side, country=side, inferred="told of it") for side in sides)
    span = Span(0, 1)
    event = Event(
        id="e1",
        happening="h1",
        kind=kind,
        status="occurred",
        sentence=span,
        trigger=span,
        actors=(one,),
        recipients=(other,),
    )
    found = title_of(kind, actors_of([event], TABLES), recipients_of([event], TABLES), tables=TABLES)
    assert found.startswith(title)
    assert not {"DEU", "UKR", "KEN"} & set(found.split())


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("veto", "Germany's veto of Ukraine"),
        ("electoral interference", "Germany's electoral interference against Ukraine"),
        ("withdrawal from agreement", "Germany's withdrawal from Ukraine"),
        ("closure of border", "Germany's closure of border with Ukraine"),
        ("improvement of relations", "Improvement of relations between Germany and Ukraine"),
        ("statement of support", "Germany's statement of support for Ukraine"),
        ("missile test", "Germany's missile test regarding Ukraine"),
    ],
)
def test_a_title_reads_as_one_says_it(kind: str, title: str) -> None:
    actors, recipients = ([Actor(name=name)] for name in ("Germany", "Ukraine"))
    assert title_of(kind, actors, recipients, tables=TABLES) == title
