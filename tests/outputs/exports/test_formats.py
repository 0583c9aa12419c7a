"""The exports of the example reports: opened by other tools without options, read back, the same on every run."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.outputs.exports.cameo import COLUMNS as CAMEO_COLUMNS
from detente.outputs.exports.flat import VALUES, dictionary_text, flat_columns
from detente.outputs.exports.lines import event_line, line_from_json
from detente.outputs.exports.parquet import TEXT_COLUMNS, export_schema
from detente.outputs.exports.polecat import COLUMNS as POLECAT_COLUMNS
from detente.outputs.exports.rows import Row, rows_of
from detente.outputs.exports.write import Format, write_export
from detente.records import Report

FORMATS: tuple[Format, ...] = ("polecat", "cameo", "parquet", "jsonl", "csv")


@pytest.fixture(scope="module")
def rows(example_reports: Sequence[Report]) -> list[Row]:
    return list(rows_of(example_reports))


@pytest.fixture(scope="module")
def coded(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.event.type is not None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, example_reports: Sequence[Report]) -> Path:
    """The export in every format, as `events.FORMAT`."""
    there = tmp_path_factory.mktemp("exports")
    for form in FORMATS:
        with (there / f"events.{form}").open("wb") as stream:
            write_export(form, rows_of(example_reports), stream)
    return there


def written(form: Format, rows: Sequence[Row], *, text: bool = True, header: bool = True) -> bytes:
    stream = io.BytesIO()
    write_export(form, rows, stream, text=text, header=header)
    return stream.getvalue()


def test_one_happening_of_a_report_is_one_row(example_reports: Sequence[Report], rows: list[Row]) -> None:
    happenings = {(report.id, event.happening) for report in example_reports for event in report.events}
    assert len(rows) == len(happenings) > 50
    assert {(row.report.id, row.event.happening) for row in rows} == happenings


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_rows_give_the_same_bytes(form: Format, rows: list[Row], folder: Path) -> None:
    assert written(form, rows) == (folder / f"events.{form}").read_bytes()


def test_what_has_no_plover_code_is_counted_where_there_is_no_place_for_it(
    rows: list[Row], coded: list[Row]
) -> None:
    counted = write_export("polecat", rows, io.BytesIO())
    assert (counted.written, counted.left_out) == (len(coded), len(rows) - len(coded))
    assert write_export("csv", rows, io.BytesIO()).left_out == 0


def test_pandas_opens_each(folder: Path, rows: list[Row], coded: list[Row]) -> None:
    assert len(pd.read_csv(folder / "events.csv")) == len(rows)
    assert len(pd.read_parquet(folder / "events.parquet")) == len(rows)
    assert len(pd.read_json(folder / "events.jsonl", lines=True)) == len(rows)
    polecat = pd.read_table(folder / "events.polecat")
    assert tuple(polecat.columns) == POLECAT_COLUMNS
    assert len(polecat) == len(coded)
    cameo = pd.read_table(folder / "events.cameo")
    assert tuple(cameo.columns) == CAMEO_COLUMNS
    assert len(cameo) == len(coded)


def test_polars_opens_each(folder: Path, rows: list[Row], coded: list[Row]) -> None:
    assert pl.read_csv(folder / "events.csv").height == len(rows)
    assert pl.read_parquet(folder / "events.parquet").height == len(rows)
    assert pl.read_ndjson(folder / "events.jsonl").height == len(rows)
    for form, width in (("polecat", 40), ("cameo", 61)):
        assert pl.read_csv(folder / f"events.{form}", separator="\t").shape == (len(coded), width)


def test_duckdb_opens_each(folder: Path, rows: list[Row], coded: list[Row]) -> None:
    with duckdb.connect() as db:
        for call, name, number in (
            ("read_csv", "csv", len(rows)),
            ("read_parquet", "parquet", len(rows)),
            ("read_json", "jsonl", len(rows)),
            ("read_csv", "polecat", len(coded)),
            ("read_csv", "cameo", len(coded)),
        ):
            query = f"select count(*) from {call}('{folder}/events.{name}')"
            assert db.execute(query).fetchall() == [(number,)]
        width = db.execute(f"describe select * from read_csv('{folder}/events.polecat')").fetchall()
        assert tuple(column[0] for column in width) == POLECAT_COLUMNS


def test_json_lines_are_read_back(folder: Path, rows: list[Row]) -> None:
    lines = (folder / "events.jsonl").read_bytes().splitlines()
    assert [line_from_json(line) for line in lines] == [event_line(row) for row in rows]


def test_parquet_is_read_back(folder: Path, rows: list[Row]) -> None:
    table = pq.read_table(folder / "events.parquet")
    assert table.schema.equals(export_schema())
    assert table.schema.field("published").type == pa.date32()
    for row, back in zip(rows, table.to_pylist(), strict=True):
        event = row.event
        assert back["event_id"] == row.account.id
        assert (back["kind"], back["status"], back["type"], back["mode"]) == (
            event.kind, event.status, event.type, event.mode,
        )  # fmt: skip
        assert [one["id"] for one in back["actors"]] == [one.id for one in event.actors]
        assert [one["sectors"] for one in back["recipients"]] == [
            list(one.sectors) for one in event.recipients
        ]
        assert (back["time"] is None) == (event.time is None)
        if event.time is not None:
            days = (back["time"]["earliest"], back["time"]["latest"])
            assert tuple(day and day.isoformat() for day in days) == (event.time.earliest, event.time.latest)
        assert [
            (claim["stance"], claim["factuality"], [source["name"] for source in claim["sources"]])
            for claim in back["claims"]
        ] == [(claim.stance, claim.factuality, [s.name for s in claim.sources]) for claim in event.claims]


def test_csv_is_read_back(folder: Path, rows: list[Row]) -> None:
    table = pd.read_csv(folder / "events.csv", dtype=str, keep_default_na=False)
    assert list(table["event_id"]) == [row.account.id for row in rows]
    assert list(table["earliest"]) == [
        (row.event.time.earliest or "") if row.event.time else "" for row in rows
    ]
    assert list(table["sentence"]) == [" ".join(row.sentence.split()) for row in rows]


def test_ids_in_csv_stand_in_the_places_of_their_names(folder: Path, rows: list[Row]) -> None:
    """Also where the first of several is not known: of two sides the second must not get the other's name."""
    table = pd.read_csv(folder / "events.csv", dtype=str, keep_default_na=False)
    for side in ("actor", "recipient"):
        for row, names, ids in zip(rows, table[f"{side}s"], table[f"{side}_ids"], strict=True):
            if ids:
                told = row.event.actors if side == "actor" else row.event.recipients
                assert list(zip(names.split("; "), ids.split("; "), strict=True)) == [
                    (one.name, one.id or "") for one in told
                ]
    assert any(ids.startswith("; ") for ids in table["actor_ids"])


def test_polecat_says_none_and_names_the_article_before_the_first_underscore(
    folder: Path, coded: list[Row]
) -> None:
    table = pd.read_table(folder / "events.polecat", dtype=str, keep_default_na=False)
    assert [name.split("_")[0] for name in table["Event ID"]] == [row.report.id for row in coded]
    assert table["Event ID"].is_unique
    assert not (table == "").any().any()
    assert set(table["Quad Code"]) <= {
        "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT",
    }  # fmt: skip


def test_no_date_is_made_up(folder: Path, coded: list[Row]) -> None:
    """Only a day that is known to the day is a date; what was told as past without one has none."""
    polecat = pd.read_table(folder / "events.polecat", dtype=str, keep_default_na=False)
    cameo = pd.read_table(folder / "events.cameo", dtype=str, keep_default_na=False)
    for row, theirs, gdelt in zip(coded, polecat["Event Date"], cameo["SQLDATE"], strict=True):
        time = row.event.time
        exact = time.earliest if time and time.earliest == time.latest else None
        assert theirs == (exact or "None")
        assert gdelt == (exact or "").replace("-", "")


def test_gdelt_s_own_files_have_no_header(coded: list[Row]) -> None:
    with_header, without = written("cameo", coded), written("cameo", coded, header=False)
    assert with_header.partition(b"\n")[2] == without


@pytest.mark.parametrize("form", FORMATS)
def test_without_text_no_sentence_leaves_the_house(form: Format, rows: list[Row]) -> None:
    made = written(form, rows, text=False)
    if form == "parquet":
        table = pq.read_table(io.BytesIO(made))
        assert not set(TEXT_COLUMNS) & set(table.column_names)
        made = str(table.to_pylist()).encode()
    for row in rows:
        assert row.sentence.encode() not in made
        assert row.account.title is None or row.account.title.encode() not in made


def test_the_dictionary_explains_every_column_of_the_table() -> None:
    assert [column.column for column in flat_columns()] == list(VALUES)
    assert all(column.meaning and column.type for column in flat_columns())
    table = pd.read_csv(io.StringIO(dictionary_text()))
    assert list(table["column"]) == list(VALUES)


def test_the_text_columns_of_both_tables_are_the_same() -> None:
    assert {column.column for column in flat_columns() if column.text} == set(TEXT_COLUMNS)
