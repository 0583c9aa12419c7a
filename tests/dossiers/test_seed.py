"""The report that the project began with: one article gives the dossier of the visit with its whole history."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.dossiers import accounts_of, link
from detente.dossiers.records import Dossier, State
from detente.dossiers.state import state
from detente.knowledge.dossiers import DossierTables
from detente.pipeline import Coder
from detente.records import Document

DAY = "2023-06-10"


@pytest.fixture(scope="module")
def dossiers(shared: Path, tables: DossierTables) -> tuple[Dossier, ...]:
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    document = Document(text=text, title=text.split("\n")[0], outlet="The Thaiger", published=DAY)
    return link(accounts_of(Coder().code(document)), tables=tables)


@pytest.fixture(scope="module")
def visit(dossiers: tuple[Dossier, ...], tables: DossierTables) -> State:
    states = [state(one, DAY, tables=tables) for one in dossiers]
    (found,) = [
        now
        for now in states
        if now and now.kind == "visit" and any(actor.id == "person:antony-blinken" for actor in now.actors)
    ]
    return found


def test_the_visit_stands_as_planned(visit: State) -> None:
    assert visit.status == "planned"
    assert visit.title == "Antony Blinken's visit to China"
    assert visit.place is not None
    assert visit.place.name == "Beijing"


def test_who_takes_part(visit: State) -> None:
    named = {one.name: one.certainty for one in visit.participants}
    assert named["Qin Gang"] == "definite"
    assert named["Xi Jinping"] == "potential"


def test_dates_on_offer_and_by_whom(visit: State) -> None:
    offers = {offer.time.value: [voice.source.name for voice in offer.voices] for offer in visit.offers}
    assert offers["2023-06-18"] == ["unnamed US officials"]
    assert offers["2023-W24"] == ["Politico"]
    assert all(offer.current for offer in visit.offers)


def test_neither_ministry_confirms(visit: State) -> None:
    assert {voice.source.country for voice in visit.silent} == {"USA", "CHN"}
    assert not visit.confirmations
    assert not visit.denials


def test_the_earlier_plan_and_why_it_was_put_off(visit: State) -> None:
    (earlier,) = visit.earlier_plans
    assert (earlier.time.earliest, earlier.time.latest) == ("2023-02-01", "2023-02-10")
    assert any("balloon" in (voice.words or "") for voice in visit.causes)


def test_other_visits_stay_apart(dossiers: tuple[Dossier, ...], tables: DossierTables) -> None:
    titles = {now.title for one in dossiers if (now := state(one, DAY, tables=tables))}
    assert {"Daniel Kritenbrink's visit to China", "Mike Pompeo's visit to China"} <= titles


def test_the_balloon_is_one_dossier(dossiers: tuple[Dossier, ...], tables: DossierTables) -> None:
    states = [now for one in dossiers if (now := state(one, DAY, tables=tables))]
    kinds = {"statement of regret", "condemnation", "accusation", "shoot-down"}
    assert len([now for now in states if now.kind in kinds]) == 1
    (found,) = [c for now in states for c in now.contradictions if c.about == "description"]
    assert found.values == ("spy balloon", "civilian airship")
