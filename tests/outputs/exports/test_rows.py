"""Filters, cells that could break a table, and JSON lines of reports that are bad."""

from __future__ import annotations

import io

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from detente.outputs.exports.cells import exact_day, joined, one_line, within
from detente.outputs.exports.filters import Wanted
from detente.outputs.exports.rows import Link, rows_of
from detente.outputs.exports.write import Format, write_export
from detente.records import Actor, Claim, Event, Report, Source, Span, Status, Time, Versions

WIRE = Source(name="Strelsau Wire", kind="outlet")


def report(name: str = "RUR", **fields: object) -> Report:
    event = Event(
        id="e1", happening="h1", kind="visit", status="occurred", type="CONSULT", mode="visit",
        actors=(Actor(name=name, id="person:flavia", country="RUR"),),
        recipients=(Actor(name="Sylvania", id="SYL", country="SYL"),),
        claims=(Claim(attribution=None, sources=(WIRE,), stance="asserts", factuality="CT+"),),
        sentence=Span(0, 9), trigger=Span(3, 8),
    )  # fmt: skip
    whole: dict[str, object] = {
        "id": "sha256:1", "source_id": None, "title": None, "outlet": "Strelsau Wire", "url": None,
        "published": "2013-02-12", "text": "He comes.", "versions": Versions(detente="0", model="m", knowledge="k"),
        "events": (event,),
    }  # fmt: skip
    return Report(**(whole | fields))  # type: ignore[arg-type]


WANTED = [
    (Wanted(), True),
    (Wanted(pair=("RUR", "SYL")), True),
    (Wanted(pair=("SYL", "RUR")), True),
    (Wanted(pair=("RUR", "GRA")), False),
    (Wanted(actors=frozenset({"person:flavia"})), True),
    (Wanted(actors=frozenset({"SYL"})), True),
    (Wanted(actors=frozenset({"GRA"})), False),
    (Wanted(kinds=frozenset({"visit", "talks"})), True),
    (Wanted(types=frozenset({"AGREE"})), False),
    (Wanted(statuses=frozenset({"occurred"})), True),
    (Wanted(since="2013-02-12", until="2013-02-12"), True),
    (Wanted(since="2013-02-13"), False),
    (Wanted(until="2013-02-11"), False),
    (Wanted(source="strelsau wire"), True),
    (Wanted(source="Sylvan Post"), False),
    (Wanted(kinds=frozenset({"visit"}), until="2013-02-11"), False),
]


@pytest.mark.parametrize("wanted, there", WANTED)
def test_filters(wanted: Wanted, there: bool) -> None:  # noqa: FBT001
    assert bool(list(rows_of([report()], wanted=wanted))) == there


def test_a_report_without_a_day_is_in_no_range_of_days() -> None:
    assert not list(rows_of([report(published=None)], wanted=Wanted(since="1900-01-01")))


def test_links_of_a_store_fill_dossier_copy_and_correction() -> None:
    links = {"sha256:1#h1": Link(dossier="dossier:1", copy_of="sha256:0", superseded="2013-02-14")}
    (row,) = rows_of([report()], links=links)
    assert (row.dossier, row.account.copy_of, row.account.superseded) == (
        "dossier:1",
        "sha256:0",
        "2013-02-14",
    )


@pytest.mark.parametrize(
    ("form", "written"), [("polecat", 0), ("cameo", 0), ("csv", 1), ("jsonl", 1), ("parquet", 1)]
)
def test_what_was_corrected_is_marked_or_left_out(form: Format, written: int) -> None:
    rows = rows_of([report()], links={"sha256:1#h1": Link(superseded="2013-02-14")})
    stream = io.BytesIO()
    counted = write_export(form, rows, stream)
    assert (counted.written, counted.corrected, counted.left_out) == (written, 1 - written, 0)
    if form == "parquet":
        (found,) = pq.read_table(io.BytesIO(stream.getvalue())).to_pylist()
        assert found["superseded"].isoformat() == "2013-02-14"
    elif written:
        assert b"2013-02-14" in stream.getvalue()


@pytest.mark.parametrize("form", ["polecat", "cameo", "csv"])
@given(name=st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=12))
@example(name='"')
def test_no_name_breaks_a_table(form: Format, name: str) -> None:
    stream = io.BytesIO()
    write_export(form, rows_of([report(name), report()]), stream)
    table = pd.read_csv(
        io.BytesIO(stream.getvalue()), sep="," if form == "csv" else "\t", dtype=str, keep_default_na=False
    )
    assert len(table) == 2


TIMES = [
    (None, None, None, None),
    (Time(earliest="2013-02-12", latest="2013-02-12"), "2013-02-12", "2013-02", "2013"),
    (Time(earliest="2013-02-01", latest="2013-02-28"), None, "2013-02", "2013"),
    (Time(earliest="2013-02-01", latest="2013-03-01"), None, None, "2013"),
    (Time(earliest="2012-12-31", latest="2013-01-01"), None, None, None),
    (Time(latest="2013-02-12"), None, None, None),
    (Time(), None, None, None),
]


@pytest.mark.parametrize("time, day, month, year", TIMES)
def test_days_months_and_years(
    time: Time | None, day: str | None, month: str | None, year: str | None
) -> None:
    assert (exact_day(time), within(time, 7), within(time, 4)) == (day, month, year)


def test_lists_and_lines() -> None:
    assert joined(["a; b", None, "c"]) == "a, b; c"
    assert joined([None]) is None
    assert one_line(" a \n b ") == "a b"
    assert one_line(" a ") == "a"


OLD = Time(earliest="2013-03-05", latest="2013-03-05")
NEW = Time(earliest="2013-04-09", latest="2013-04-09")
STANDS = [  # what is told, statuses of the mentions with their times, the old plan -> which mention is the row
    ("a visit put off, and when it had been planned for", [("postponed", None), ("planned", OLD)], "e1", 0),
    ("a plan, and then that it is off", [("planned", OLD), ("cancelled", None)], None, 1),
    ("what took place, and the plan for it", [("planned", OLD), ("occurred", None)], None, 1),
    ("a plan told twice", [("planned", None), ("planned", OLD)], None, 1),
    ("put off to another day", [("postponed", None), ("planned", NEW)], None, 1),
]


@pytest.mark.parametrize("told, mentions, plan, row", STANDS)
def test_the_row_is_where_it_stands_and_not_the_old_plan(
    told: str, mentions: list[tuple[Status, Time | None]], plan: str | None, row: int
) -> None:
    (one,) = report().events
    events = tuple(
        replace(
            one, id=f"e{n}", status=status, time=time, trigger=Span(10 * n, 10 * n + 5), principal=True,
            earlier_plan=plan if status == "postponed" else None,
        )
        for n, (status, time) in enumerate(mentions)
    )  # fmt: skip
    (found,) = rows_of([report(events=events)])
    assert found.event.id == f"e{row}", told
