"""A bare title is told by the same step whether all steps are asked, or only those that say they apply."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from detente.coding.actors import find_mentions
from detente.coding.actors.titles import just_before
from detente.knowledge.actor_files import load_actors
from detente.knowledge.actors import ActorTables
from detente.knowledge.files import BUILT_IN
from detente.reading.names import find_names
from detente.reading.syntax import parse

DAY = "2013-02-12"
TEXTS = """
The Ruritanian ambassador to Sylvania met opposition leaders.
Ruritania's foreign minister flew to Klausenburg. The minister urged the generals to talk.
A Sylvanian senator landed in Strelsau. The president received him. An army spokesman called the visit an insult.
Ruritanian commandos seized a Sylvanian ferry. The authorities in Klausenburg summoned the ambassador.
A Sylvanian drone crossed into Ruritania. The army shot it down.
Ruritania accused Sylvania of spying. The embassy denied the charge. The government was thanked by officials.
Ruritanian gunboats seized a Sylvanian trawler. The foreign ministry lodged a protest.
Two Ruritanian hikers strayed into Sylvania. They were arrested by the border police. Guards beat one of them.
A Ruritanian patrol entered Strelsau. The soldiers killed two fighters. Two of the soldiers were hurt by the gunmen.
The mayor of Klausenburg was detained. Crowds gathered outside the courthouse. Riot police fired tear gas.
The foreign ministry summoned the Sylvanian envoy. The government shut the border. Workers marched to the parliament.
Police arrested two students. The opposition accused the generals of fraud.
Ruritania's president flew to Klausenburg. At home, police shot two students. Crowds marched on the parliament.
"""


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return load_actors([BUILT_IN, Path(__file__).parent / "tables"])


@pytest.mark.parametrize("text", TEXTS.strip().splitlines())
def test_steps_that_are_not_asked_would_tell_nothing(
    nlp: Language, tables: ActorTables, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = parse(text, nlp)
    planned = find_mentions(doc, find_names(doc, tables), DAY, tables)
    each = tuple(just_before.Step(step.run, inside=True) for step in just_before.STEPS)
    monkeypatch.setattr(just_before, "STEPS", each)
    assert find_mentions(doc, find_names(doc, tables), DAY, tables) == planned
