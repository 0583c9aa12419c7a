"""The code tables: every PLOVER code has a CAMEO code with a value, and no row speaks of a kind that is not there."""

from __future__ import annotations

import pytest

from detente.coding.plover import build_plover
from detente.knowledge.files import BUILT_IN, read_table
from detente.knowledge.frames import Score, load_event_tables
from detente.outputs.exports.cameo import quad_class
from detente.outputs.exports.tables import HERE, CameoRow, Codes, load_codes
from detente.records import Actor, Event, Place, Span, Status

SCORES = read_table((BUILT_IN / "plover",), "scores.csv", Score)
ROWS = read_table((HERE,), "cameo.csv", CameoRow)


@pytest.fixture(scope="module")
def codes() -> Codes:
    return load_codes()


def event(kind: str, status: Status, type_: str | None, mode: str | None = None) -> Event:
    return Event(
        id="e1", happening="h1", kind=kind, status=status, type=type_, mode=mode, sentence=Span(0, 1), trigger=Span(0, 1)
    )  # fmt: skip


@pytest.mark.parametrize("score", SCORES, ids=lambda score: f"{score.type}-{score.mode}")
def test_every_type_and_mode_has_a_row(score: Score) -> None:
    assert any((row.type, row.mode, row.kind) == (score.type, score.mode, None) for row in ROWS)


def test_rows_speak_of_codes_types_modes_and_kinds_that_are_there(codes: Codes) -> None:
    known = {(score.type, score.mode) for score in SCORES}
    types = {score.type for score in SCORES}
    for row in ROWS:
        assert (row.type, row.mode) in known, row
        assert row.kind is None or row.kind in codes.types or row.kind in types, row
        assert row.cameo in codes.goldstein, row
        assert row.why, row
    assert len({(row.type, row.mode, row.kind, row.coming) for row in ROWS}) == len(ROWS)


def test_every_kind_in_every_status_has_a_cameo_code_when_it_has_a_plover_code(codes: Codes) -> None:
    plover = build_plover(load_event_tables((BUILT_IN,)))
    for kind in codes.types:
        for status in ("proposed", "planned", "scheduled", "occurred", "cancelled", "declined"):
            code = plover.code(kind, status)
            made = codes.cameo_code(event(kind, status, code.type, code.mode))
            assert (made is None) == (code.type is None), (kind, status)
            assert made is None or made in codes.goldstein


CAMEO: list[tuple[str, Status, str | None, str | None, str | None, str | None]] = [
    ("visit", "occurred", "CONSULT", "visit", "042", "1"),
    ("reception", "occurred", "CONSULT", "visit", "043", "1"),
    ("visit", "planned", "AGREE", None, "036", "1"),
    ("visit", "cancelled", "REJECT", "meet", "125", "3"),
    ("negotiations", "occurred", "CONSULT", None, "046", "1"),
    ("agreement", "occurred", "AGREE", None, "057", "1"),
    ("agreement", "planned", "AGREE", None, "030", "1"),
    ("tariff", "occurred", "SANCTION", "discontinue", "163", "4"),
    ("military aid", "planned", "AGREE", None, "0332", "1"),
    ("military aid", "occurred", "AID", None, "072", "2"),
    ("demand", "occurred", "REQUEST", "yield", "105", "3"),
    ("visit", "postponed", None, None, None, None),
]


@pytest.mark.parametrize("kind, status, type_, mode, cameo, quad", CAMEO)
def test_cameo_code(
    kind: str, status: Status, type_: str | None, mode: str | None, cameo: str | None, quad: str | None, codes: Codes
) -> None:  # fmt: skip
    assert codes.cameo_code(event(kind, status, type_, mode)) == cameo
    assert cameo is None or quad_class(cameo) == quad


STATES = [
    (Actor(name="China", id="CHN", country="CHN"), "CHN"),
    (Actor(name="the UN", id="IGO:UN"), "UNO"),
    (Actor(name="the EU", id="IGO:EU"), "EUR"),
    (Actor(name="NATO", id="IGO:NATO"), "IGO"),
    (Actor(name="Amnesty", id="NGO:Amnesty"), "NGO"),
    (Actor(name="Hamas", id="NSA:Hamas", based="PSE"), "PSE"),
    (Actor(name="Hamas", id="NSA:Hamas"), None),
    (Actor(name="al-Qaeda", id="NSA:AlQaeda"), "IMG"),
    (Actor(name="somebody"), None),
]


@pytest.mark.parametrize("actor, country", STATES)
def test_country_of_an_actor(actor: Actor, country: str | None, codes: Codes) -> None:
    assert codes.state_code(actor) == country


COUNTRIES = [
    ("USA", "2", "US"),
    ("DEU", "255", "GM"),
    ("CHN", "710", "CH"),
    ("KOS", "347", "KV"),
    ("GRL", None, "GL"),
]


@pytest.mark.parametrize("country, cow, fips", COUNTRIES)
def test_codes_of_states(country: str, cow: str | None, fips: str, codes: Codes) -> None:
    assert codes.cow.get(country) == cow
    assert codes.fips[country] == fips


@pytest.mark.parametrize(
    "place, resolution",
    [
        (Place(text="Uruguay", country="URY", lat=-33.0, lon=-56.0, geonames=3439705), "state"),
        (Place(text="Montevideo", country="URY", lat=-34.9, lon=-56.2, geonames=3441575), "town"),
        (Place(text="Punjab", country="PAK", lat=31.0, lon=72.7), "province"),
        (Place(text="the host", country="URY"), "state"),
    ],
)
def test_how_fine_a_place_is(place: Place, resolution: str, codes: Codes) -> None:
    assert codes.resolution(place) == resolution
