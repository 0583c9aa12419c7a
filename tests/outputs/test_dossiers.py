"""How dossiers and changes are written."""

import pytest
from rich.console import Console, RenderableType

from detente.dossiers import changes, link, state
from detente.knowledge.dossiers import load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.knowledge.frames import Kind
from detente.outputs.counts import render_kinds
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


def printed(what: RenderableType, width: int = 100) -> str:
    console = Console(width=width)
    with console.capture() as capture:
        console.print(what)
    return capture.get()


def listed(place: str) -> Listed:
    return Listed(
        dossier="dossier:000000000000",
        day="2013-02-12",
        kind="visit",
        title="Ruritania's visit to Sylvania",
        status="planned",
        status_since=None,
        overruled_by=None,
        actors="Ruritania",
        recipients="Sylvania",
        date_from="2013-03-10",
        date_to="2013-04-10",
        place=place,
        independent_sources=1,
        reports=3,
        contradictions=1,
    )


@pytest.mark.parametrize(
    ("place", "written"),
    [("Klausenburg", "visit to Sylvania, Klausenburg"), ("Sylvania", "visit to Sylvania ")],
)
def test_a_list_names_no_place_twice(place: str, written: str) -> None:
    assert written in " ".join(printed(render_list([listed(place)], total=1), 160).split())


@pytest.mark.parametrize("width", [40, 50, 60, 72, 80, 87, 88, 100, 200])
def test_a_list_breaks_no_word_and_loses_none_at_any_width(width: int) -> None:
    text = printed(render_list([listed("Klausenburg")], total=1), width)
    said = "000000000000 planned 10 Mar Apr 2013 Ruritania's visit to Sylvania, Klausenburg contradiction 12 Feb 3 (1)"
    assert set(said.split()) <= set(text.split()), text
    assert "…" not in text


@pytest.mark.parametrize("width", [40, 60, 79, 80, 120])
def test_the_kinds_break_no_word_and_lose_none_at_any_width(width: int) -> None:
    names = {"kind": "application for membership", "type": "REQUEST", "mode": "assist"}
    meaning = "a state asks to be let in by others"
    kind = Kind(family="accession", gloss=meaning, **names)  # type: ignore[arg-type]
    text = printed(render_kinds([kind]), width)
    assert set(" ".join([*names.values(), meaning]).split()) <= set(text.split())


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
