"""Names are found whole, at their offsets, whatever the accents, apostrophes and line breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.actor_files import load_actors
from detente.knowledge.actor_names import fold, full_names, slug, surnames
from detente.knowledge.actors import ActorTables
from detente.reading.names import find_names_in

TABLES = Path(__file__).parents[1] / "coding" / "actors" / "tables"
PARTICLES = frozenset(("von", "al", "bin", "de"))


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return load_actors([TABLES])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ruritania and Sylvania", ["Ruritania", "Sylvania"]),
        ("Ruritania’s plan", ["Ruritania"]),
        ("the Danubian\nLeague", ["Danubian League"]),
        ("RURITANIA CLOSES", ["RURITANIA"]),
        ("Ruritania-Sylvania talks", ["Ruritania", "Sylvania"]),
        ("Ruritanians", ["Ruritanians"]),
        ("Transylvania", []),
        ("ruritania", []),
        ("Rudolf Rassendyll", ["Rudolf Rassendyll", "Rassendyll"]),
        (
            "Rudolf Rassendyll Jr. met",
            ["Rudolf Rassendyll Jr.", "Rudolf Rassendyll", "Rassendyll Jr.", "Rassendyll"],
        ),
        ("Ruritania Jr. met", ["Ruritania"]),
        ("Rudi Rassendil", ["Rudi Rassendil", "Rassendil"]),  # as another source calls him
        ("Rudölf Rassendyll", ["Rudölf Rassendyll", "Rassendyll"]),
        ("Fritz von Tarlenheim", ["Fritz von Tarlenheim", "von Tarlenheim", "Tarlenheim"]),
    ],
)
def test_names(text: str, names: list[str], tables: ActorTables) -> None:
    found = [" ".join(text[name.span.start : name.span.end].split()) for name in find_names_in(text, tables)]
    assert found == names


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(before=st.text(max_size=20), after=st.text(max_size=20))
def test_a_name_is_found_at_its_offsets(before: str, after: str) -> None:
    text = f"{before} Ruritania {after}"
    tables = _TABLES
    start = len(before) + 1
    assert (start, start + len("Ruritania")) in {name.span for name in find_names_in(text, tables)}


_TABLES = load_actors([TABLES])


@pytest.mark.parametrize(
    ("name", "order", "forms"),
    [
        ("Rudolf K. Rassendyll", "", ["Rudolf K. Rassendyll", "Rudolf Rassendyll"]),
        ('Fritz "Fritzl" Tarlenheim', "", ["Fritz Tarlenheim", "Fritzl", "Fritzl Tarlenheim"]),
        ("Otto Sapt, Jr.", "", ["Otto Sapt"]),
        (
            "Juan Perez Soto Ruiz",
            "double",
            ["Juan Perez Soto Ruiz", "Juan Ruiz", "Juan Perez Soto", "Juan Soto"],
        ),
        ("Sato Kenji", "both", ["Sato Kenji", "Kenji Sato"]),
        ("Flavia II of Ruritania", "", ["Flavia II of Ruritania", "Flavia II", "Flavia Ruritania"]),
    ],
)
def test_forms_of_a_full_name(name: str, order: str, forms: list[str]) -> None:
    assert list(full_names(name, order)) == forms


@pytest.mark.parametrize(
    ("name", "order", "forms"),
    [
        ("Rudolf Rassendyll", "", ["Rassendyll"]),
        ("Lin Bowen", "family_first", ["Lin"]),
        ("Fritz von Tarlenheim", "", ["Tarlenheim", "von Tarlenheim"]),
        ("Omar al-Fasal", "", ["al-Fasal", "Fasal"]),
        ("Juan Perez Soto", "double", ["Soto", "Perez Soto", "Perez"]),
        ("Tony Lin Kah Wen", "given_first", ["Lin"]),
        ("Donald Lin", "given_first", ["Lin"]),
        ("Carrie Wu-Chen Lin", "given_first", ["Lin", "Wu-Chen Lin"]),
        ("Flavia II of Ruritania", "", ["II"]),
    ],
)
def test_surnames(name: str, order: str, forms: list[str]) -> None:
    assert list(surnames(name, order, PARTICLES)) == forms


def test_slug() -> None:
    assert slug("Élodie d’Arc-Müller") == "elodie-darc-muller"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Danubian League met. The DL spoke.", []),
        ("Black Eagle Front rebels fled after the BEF attacked a fort.", ["BEF"]),
        ("The BEF attacked a fort; Black Eagle Front rebels fled.", []),
        ("Black Eagle Front rebels fled after the ABC reported it.", []),
    ],
)
def test_initials_of_a_group_named_before(text: str, found: list[str], tables: ActorTables) -> None:
    names = [text[n.span.start : n.span.end] for n in find_names_in(text, tables)]
    assert [name for name in names if name.isupper()] == found
