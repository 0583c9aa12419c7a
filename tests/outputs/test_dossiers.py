"""How dossiers and changes are written."""

import pytest
from rich.console import Console, RenderableType

from detente.dossiers import changes, link, state
from detente.knowledge.dossiers import load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.outputs.dossiers import dated, render_list
from detente.outputs.history import render_dossier
from detente.store.reading import Listed
from tests.dossiers.making import account, event


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("scheduled 2013-03-03", "scheduled 3 Mar 2013"),
        ("planned 2013-03-01/2013-03-31", "planned Mar 2013"),
        ("occurred /2013-03-03", "occurred by 3 Mar 2013"),
        ("planned 2013-03-03/", "planned from 3 Mar 2013"),
        ("time: 2013-03-03 / 2013-03-05", "time: 3 Mar 2013 / 5 Mar 2013"),
        ("postponed", "postponed"),
    ],
)
def test_intervals_are_written_as_they_are_read(words: str, written: str) -> None:
    assert dated(words) == written


def printed(what: RenderableType) -> str:
    console = Console(width=100)
    with console.capture() as capture:
        console.print(what)
    return capture.get()


@pytest.mark.parametrize(
    ("place", "written"),
    [("Klausenburg", "visit to Sylvania, Klausenburg"), ("Sylvania", "visit to Sylvania ")],
)
def test_a_list_names_no_place_twice(place: str, written: str) -> None:
    one = Listed(
        dossier="dossier:000000000000",
        day="2013-02-12",
        kind="visit",
        title="Ruritania's visit to Sylvania",
        status="planned",
        status_since=None,
        overruled_by=None,
        actors="Ruritania",
        recipients="Sylvania",
        date_from=None,
        date_to=None,
        place=place,
        independent_sources=1,
        reports=1,
        contradictions=0,
    )
    assert written in printed(render_list([one], total=1))


def test_the_history_of_an_incident_tells_its_acts_apart() -> None:
    tables = load_dossier_tables([BUILT_IN])
    accounts = [
        account(
            name,
            day,
            event(kind=kind, status="occurred", when=day, actors=actor, recipients=other),
            tells_of="tanker",
            lead="The",
        )
        for name, day, kind, actor, other in (
            ("doc1", "2013-02-10", "seizure", "RUR", "SYL"),
            ("doc2", "2013-02-11", "condemnation", "SYL", "RUR"),
        )
    ]
    (whole,) = link(accounts, tables=tables)
    found = state(whole, "2013-02-11", tables=tables)
    assert found is not None
    history = printed(render_dossier(whole, found, changes(whole, None, "2013-02-11", tables=tables)))
    by_day = history.split("day by day")[1].split("with it")[0]
    assert all(title in by_day for title in (found.title, found.parts[0].title))
    assert whole.id.removeprefix("dossier:") not in by_day
