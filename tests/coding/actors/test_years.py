"""An undated text gets the years in which its office-holders held their offices."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from detente.coding.actors import name_persons
from detente.coding.actors.years import years_of
from detente.knowledge.actor_files import load_actors
from detente.knowledge.actors import ActorTables
from detente.knowledge.files import BUILT_IN
from detente.reading.names import find_names
from detente.reading.syntax import parse


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return load_actors([BUILT_IN, Path(__file__).parent / "tables"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ruritanian Foreign Minister Rudolf Rassendyll met Sylvanian Foreign Minister Irena Vaskova.",
            ("2012-09-01", "2013-09-30"),
        ),
        ("Prime Minister Fritz von Tarlenheim of Ruritania spoke.", ("2012-01-10", "2015-05-01")),
        ("Former Ruritanian Foreign Minister Rudolf Rassendyll wrote a book.", None),
        ("Ruritania and Sylvania agreed.", None),
        ("Rudolf Rassendyll went fishing.", None),
    ],
)
def test_years(text: str, expected: tuple[str, str] | None, nlp: Language, tables: ActorTables) -> None:
    doc = parse(text, nlp)
    found = years_of(name_persons(doc, find_names(doc, tables), None, tables), tables)
    assert (found and found[:2]) == expected


def test_the_reason_names_who_sets_the_limits(nlp: Language, tables: ActorTables) -> None:
    doc = parse("Ruritanian Foreign Minister Rudolf Rassendyll spoke.", nlp)
    found = years_of(name_persons(doc, find_names(doc, tables), None, tables), tables)
    assert found is not None
    assert "Rudolf Rassendyll was foreign minister of RUR from 2011-05-02 to 2013-09-30" in found[2]


def test_the_reason_names_nobody_else(nlp: Language, tables: ActorTables) -> None:
    text = (
        "Ruritanian Prime Minister Fritz von Tarlenheim, Ruritanian Foreign Minister Rudolf Rassendyll and "
        "Sylvanian Foreign Minister Irena Vaskova met."
    )
    doc = parse(text, nlp)
    found = years_of(name_persons(doc, find_names(doc, tables), None, tables), tables)
    assert found is not None
    assert found[:2] == ("2012-09-01", "2013-09-30")
    assert "Vaskova" in found[2]
    assert "Rassendyll" in found[2]
    assert "Tarlenheim" not in found[2]
