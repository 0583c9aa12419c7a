"""Whole histories, from the reports to the state after each: `*.md` beside this file, read by the real coder."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.dossiers import link
from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.knowledge.load import INVENTED, load_knowledge
from detente.pipeline import Coder
from tests.stories.stories import read_story
from tests.stories.telling import Told, b_cubed, differences, tell

PATHS = sorted(Path(__file__).parent.glob("*.md"))


@pytest.fixture(scope="session")
def tables() -> DossierTables:
    return load_dossier_tables((BUILT_IN, INVENTED))


@pytest.fixture(scope="session")
def told(tables: DossierTables) -> dict[str, Told]:
    """All stories, coded once."""
    coder = Coder(loaded=load_knowledge(invented=True))
    return {path.stem: tell(read_story(path), coder, tables) for path in PATHS}


def test_the_stories_are_many() -> None:
    stories = [read_story(path) for path in PATHS]
    assert sum(len(story.news) for story in stories) >= 120
    assert sum(len({label for news in story.news for _, label in news.labels}) for story in stories) >= 25


def test_states_at_the_checkpoints(told: dict[str, Told], tables: DossierTables) -> None:
    """At least 95 of 100 are right of those that are not known to come out wrongly."""
    results = [
        (one.story.name, check.line, differences(check, one, tables))
        for one in told.values()
        for check in one.story.checks
        if not check.known_wrong
    ]
    wrong = [f"{name}: {line}\n    {'; '.join(found)}" for name, line, found in results if found]
    assert 1 - len(wrong) / len(results) >= 0.95, "\n".join(wrong)


def test_what_is_known_to_come_out_wrongly_does(told: dict[str, Told], tables: DossierTables) -> None:
    """A checkpoint that comes out right loses its mark."""
    right = [
        f"{one.story.name}: {check.line}"
        for one in told.values()
        for check in one.story.checks
        if check.known_wrong and not differences(check, one, tables)
    ]
    assert not right, "\n".join(right)


def test_linking(told: dict[str, Told]) -> None:
    assert b_cubed(list(told.values())) >= 0.90


def test_linking_of_all_stories_at_once(told: dict[str, Told], tables: DossierTables) -> None:
    """The reports of each story are noise between those of the others."""
    stories = list(told.values())
    accounts = [account for one in stories for dossier in one.dossiers for account in dossier.accounts]
    gold = {account: f"{one.story.name} {label}" for one in stories for account, label in one.gold.items()}
    together = Told(story=stories[0].story, dossiers=link(accounts, tables=tables), gold=gold, missed=())
    assert b_cubed([together]) >= 0.90
