"""The predictor reshapes reports and does nothing else."""

import importlib.util
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from detente.records import (
    Actor,
    Attribution,
    Document,
    Event,
    Report,
    Span,
    Status,
    TimeExpression,
    Versions,
    report_from_json,
)

BENCH = Path(__file__).parents[2] / "bench"
HERE = Span(0, 1)


def load(name: str) -> ModuleType:
    """A script of `bench/` as a module; the folder is no package."""
    spec = importlib.util.spec_from_file_location(f"bench_{name}", BENCH / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


predict = load("predict")


class FakeCoder:
    """Answers every document with the same layers and keeps what it was given."""

    def __init__(self, **layers: Any) -> None:
        self.layers, self.seen = layers, list[Document]()

    def code(self, document: Document) -> Report:
        self.seen.append(document)
        versions = Versions(detente="0", model="none", knowledge="none")
        named = {
            name: getattr(document, name)
            for name in ("text", "title", "outlet", "url", "published", "source_id")
        }
        return Report(id="r", versions=versions, **named, **self.layers)

    def standings(self, document: Document, heads: Sequence[Span]) -> tuple[tuple[Status, str], ...]:
        self.seen.append(document)
        return tuple(self.layers["by_word"][document.text[head.start : head.end]] for head in heads)


def side(code: str | None) -> Actor:
    """An actor from an id: a state's has a country, an organisation's or a group's has none."""
    return Actor(name=code or "somebody", id=code, country=code if code and ":" not in code else None)


def event(actors: str, recipients: str = "", **fields: Any) -> Event:
    """A principal AGREE between the ids."""
    given: dict[str, Any] = {
        "type": "AGREE",
        "kind": "talks",
        "status": "occurred",
        "principal": True,
    } | fields
    given |= {"actors": tuple(map(side, actors.split())), "recipients": tuple(map(side, recipients.split()))}
    return Event(id="e1", happening="h1", sentence=HERE, trigger=HERE, **given)


@pytest.mark.parametrize(
    ("coded", "expected"),
    [
        (event("RUR", "SYL"), (["RUR"], ["SYL"])),
        (event("RUR RUR", "SYL SYL GRA"), (["RUR"], ["SYL", "GRA"])),
        (event("RUR SYL GRA", reciprocal=True), (["RUR"], ["SYL", "GRA"])),
        (event("RUR RUR", reciprocal=True), (["RUR"], ["RUR"])),
        (event("RUR", reciprocal=True), (["RUR"], [])),
        (event("IGO:UN", "IGO:EU"), (["IGO"], ["IGO"])),
        (event("IGO:NATO", "RUR"), (["IGO"], ["RUR"])),
        (event("NGO:Amnesty", "RUR"), (["NGO"], ["RUR"])),
        (event("NSA:AlQaeda", "RUR"), (["IMG"], ["RUR"])),
        (event("NSA:Somebody", "RUR"), ([], ["RUR"])),
        (event("NSA:Somebody RUR SYL", reciprocal=True), (["RUR"], ["SYL"])),
    ],
)
def test_sides_become_plover_codes(coded: Event, expected: tuple[list[str], list[str]]) -> None:
    row = predict.predict_events({"id": "1", "text": "x"}, FakeCoder(events=(coded,)))
    assert row == {"id": "1", "events": [{"type": "AGREE", "actor": expected[0], "recipient": expected[1]}]}


def test_a_group_with_a_country_counts_under_it() -> None:
    group = Actor(name="a front", id="NSA:Front", country="GRA")
    coded = event("RUR", "SYL")
    with_group = Event(**{f: getattr(coded, f) for f in coded.__struct_fields__} | {"recipients": (group,)})
    row = predict.predict_events({"id": "1", "text": "x"}, FakeCoder(events=(with_group,)))
    assert row["events"][0]["recipient"] == ["GRA"]


def test_events_that_are_not_principal_or_have_no_type_are_left_out() -> None:
    coder = FakeCoder(events=(event("RUR", principal=False), event("RUR", type=None, status="postponed")))
    assert predict.predict_events({"id": "1", "text": "x"}, coder) == {"id": "1", "events": []}


def test_only_the_outermost_attributions_are_written() -> None:
    def attribution(name: str, inside: str | None) -> Attribution:
        spans: dict[str, Any] = {
            "source": (Span(0, 3),),
            "cue": (Span(4, 8),),
            "content": (Span(9, 12), Span(14, 20)),
        }
        return Attribution(id=name, stance="asserts", inside=inside, **spans)

    row = predict.predict_attribution(
        {"id": "1", "text": "x"}, FakeCoder(attributions=(attribution("a1", None), attribution("a2", "a1")))
    )
    expected = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 12], [14, 20]]}
    assert json.loads(json.dumps(row))["attributions"] == [expected]


def test_time_expressions_keep_their_parts_and_dct_is_the_day_of_publication() -> None:
    fields: dict[str, Any] = {"text": "May", "type": "DATE", "value": "2013-05", "mod": None}
    interval: dict[str, Any] = {"earliest": "2013-05-01", "latest": "2013-05-31"}
    coder = FakeCoder(times=(TimeExpression(span=Span(3, 6), **fields, **interval),))
    row = predict.predict_time({"id": "1", "text": "In May.", "title": "Title", "dct": "2013-02-12"}, coder)
    assert row["timexes"] == [{"start": 3, "end": 6, **fields, **interval}]
    assert coder.seen[0].published == "2013-02-12"
    assert coder.seen[0].title is None


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("published", "2013-02-12", "published"),
        ("date", "2013-02-12", "published"),
        ("publisher", "Wire", "outlet"),
    ],
)
def test_rows_name_day_and_outlet_in_several_ways(field: str, value: str, kept: str) -> None:
    assert getattr(predict.document_of({"id": "1", "text": "x", field: value}), kept) == value


def test_statuses_are_folded_into_the_gold_labels() -> None:
    words: dict[str, tuple[Status, str]] = {
        "met": ("occurred", "CT"),
        "visit": ("planned", "PR"),
        "launch": ("postponed", "CT"),
        "trip": ("denied", "CT"),
        "war": ("hypothetical", "PS"),
        "ask": ("hypothetical", "Uu"),
    }
    text = "met visit launch trip war ask"
    spans = [[[text.index(word), text.index(word) + len(word)]] for word in words]
    gold = {"id": "1", "text": text, "events": [{"id": str(n), "span": span} for n, span in enumerate(spans)]}
    row = predict.predict_status(gold, FakeCoder(by_word=words))
    assert [e["status"] for e in row["events"]] == [
        "occurred",
        "future",
        "negated",
        "negated",
        "uncertain",
        "future",
    ]
    assert [e["id"] for e in row["events"]] == ["0", "1", "2", "3", "4", "5"]


def test_every_status_has_a_label() -> None:
    assert set(predict.FOLDED) == set(Status.__args__)  # type: ignore[attr-defined]


def test_reports_can_be_read_back() -> None:
    row = predict.predict_reports({"id": "i7", "text": "x"}, FakeCoder(events=(event("RUR", "SYL"),)))
    assert report_from_json(json.dumps(row)).source_id == "i7"


def test_one_line_is_written_for_each_gold_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = ModuleType("detente.pipeline")
    pipeline.Coder = lambda **_: FakeCoder(events=())  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "detente.pipeline", pipeline)
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "1", "text": "x"}\n\n{"id": "2", "text": "y"}\n', encoding="utf-8")
    predict.main(["events", str(gold), "-o", str(tmp_path / "pred.jsonl")])
    lines = (tmp_path / "pred.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["1", "2"]
