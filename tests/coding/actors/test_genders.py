"""Whether a person is "he" or "she" is told by a title or a first name, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from detente.coding.actors.names.people import gender_of
from detente.coding.actors.names.persons import find_persons
from detente.coding.actors.opening import open_page
from detente.knowledge.actor_files import load_actors
from detente.knowledge.actors import ActorTables
from detente.knowledge.files import BUILT_IN
from detente.reading.names import find_names
from detente.reading.syntax import parse


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return load_actors([BUILT_IN, Path(__file__).parent / "tables"])


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Sylvanian Foreign Minister Anna Holm spoke.", "f"),
        ("Sylvanian Foreign Minister Karl Holm spoke.", "m"),
        ("Sylvanian Foreign Minister Uzi Holm spoke.", None),
        ("Sylvanian Prime Minister Holm spoke.", None),
        ("Queen Uzi of Sylvania spoke.", "f"),
        ("Sylvanian spokesman Uzi Holm spoke.", "m"),
    ],
)
def test_gender(text: str, gender: str | None, nlp: Language, tables: ActorTables) -> None:
    doc = parse(text, nlp)
    page = open_page(doc, find_names(doc, tables), "2013-02-12", tables)
    (named,) = find_persons(page).found
    assert gender_of(page, named.start, named.end, named.titles) == gender


def test_no_first_name_is_of_both(tables: ActorTables) -> None:
    assert not tables.words["female_name"] & tables.words["male_name"]
