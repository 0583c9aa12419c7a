"""Any report survives JSON; what is not a report is refused with the path of the fault."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from detente.records import (
    Actor,
    Assessment,
    Attribution,
    Cause,
    Claim,
    Disagreement,
    Event,
    Participant,
    Place,
    Report,
    Source,
    Span,
    Time,
    TimeExpression,
    Uncoded,
    Versions,
    report_from_json,
    report_schema,
    to_json,
)

SCHEMA_FILE = Path(__file__).parents[1] / "docs" / "report.schema.json"

finite = st.floats(allow_nan=False, allow_infinity=False)
spans = st.builds(Span, st.integers(0, 10_000), st.integers(0, 10_000))


def records[T: msgspec.Struct](kind: type[T], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Instances of a record; every field comes from its type, spans and floats from the strategies above."""
    return st.builds(
        kind, **{f.name: fields.get(f.name, of_type(f.type)) for f in msgspec.structs.fields(kind)}
    )


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """A strategy for a field's type, with floats that JSON can hold and short tuples."""
    known = {
        str: st.text(max_size=12),
        float: finite,
        bool: st.booleans(),
        Span: spans,
        int: st.integers(0, 2**40),
    }
    if kind in known:
        return known[kind]
    origin = getattr(kind, "__origin__", None)
    arguments: tuple[Any, ...] = getattr(kind, "__args__", ())
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(of_type(arguments[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(of_type, arguments))
    if origin is dict:
        return st.dictionaries(*map(of_type, arguments), max_size=2)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return records(kind)
    if arguments and type(None) in arguments:
        return st.one_of(*(st.none() if a is type(None) else of_type(a) for a in arguments))
    return st.sampled_from(arguments)  # a Literal


reports = records(Report)


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=60
)
@given(reports)
def test_a_report_survives_json(report: Report) -> None:
    line = to_json(report)
    assert b"\n" not in line
    assert report_from_json(line) == report
    Draft202012Validator(report_schema()).validate(json.loads(line))


def small_report() -> Report:
    span = Span(0, 9)
    source = Source(name="officials", kind="anonymous")
    event = Event(
        id="e1",
        happening="h1",
        kind="visit",
        status="planned",
        actors=(Actor(name="Ruritania", id="RUR", span=span),),
        participants=(Participant(name="the king", certainty="potential"),),
        time=Time(text="May", value="2013-05"),
        place=Place(text="Strelsau"),
        claims=(Claim(attribution=None, sources=(source,), stance="asserts", factuality="PR+"),),
        cause=Cause(span=span),
        sentence=span,
        trigger=span,
        unknown={"recipients": "not named"},
    )
    return Report(
        id="sha256:0",
        source_id=None,
        title=None,
        outlet=None,
        url=None,
        published="2013-02-12",
        text="Ruritania will visit.",
        versions=Versions(detente="0", model="none", knowledge="0"),
        events=(event,),
        times=(TimeExpression(span=span, text="May", type="DATE", value="2013-05"),),
        attributions=(Attribution(id="a1", source=(span,), cue=(span,), content=(span,), stance="asserts"),),
        assessments=(Assessment(pair=("RUR", "SYL"), direction="bad", text="tense", span=span),),
        disagreements=(Disagreement(pair=("RUR", "SYL"), context="territory", text="the border", span=span),),
        uncoded=(Uncoded(span=span, reason="no actor"),),
    )


def changed(change: dict[str, Any], *path: str | int) -> str:
    """The small report as JSON, with fields changed in the record at `path`."""
    report: Any = json.loads(to_json(small_report()))
    record = report
    for step in path:
        record = record[step]
    record |= change
    return json.dumps(report)


UNKNOWN = [
    ((), "$"),
    (("events", 0), "$.events[0]"),
    (("events", 0, "actors", 0), "$.events[0].actors[0]"),
    (("events", 0, "time"), "$.events[0].time"),
    (("events", 0, "claims", 0, "sources", 0), "$.events[0].claims[0].sources[0]"),
    (("versions",), "$.versions"),
    (("times", 0), "$.times[0]"),
    (("attributions", 0), "$.attributions[0]"),
]
WRONG = [
    ({"status": "cancelled?"}, ("events", 0), "$.events[0].status"),
    ({"trigger": [1]}, ("events", 0), "$.events[0].trigger"),
    ({"stance": "shouts"}, ("attributions", 0), "$.attributions[0].stance"),
    ({"pair": ["RUR"]}, ("assessments", 0), "$.assessments[0].pair"),
    ({"text": None}, (), "$.text"),
    ({"lat": "north"}, ("events", 0, "place"), "$.events[0].place.lat"),
]


@pytest.mark.parametrize(("path", "shown"), UNKNOWN)
def test_an_unknown_field_is_refused_with_its_path(path: tuple[str | int, ...], shown: str) -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field `colour`") as caught:
        report_from_json(changed({"colour": "red"}, *path))
    assert shown == "$" or f"`{shown}`" in str(caught.value)


@pytest.mark.parametrize(("change", "path", "shown"), WRONG)
def test_a_wrong_value_is_refused_with_its_path(
    change: dict[str, Any], path: tuple[str | int, ...], shown: str
) -> None:
    line = changed(change, *path)
    with pytest.raises(msgspec.ValidationError) as caught:
        report_from_json(line)
    assert f"`{shown}`" in str(caught.value)
    assert not Draft202012Validator(report_schema()).is_valid(json.loads(line))


def test_the_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(report_schema())


def test_the_published_schema_is_the_one_of_the_code() -> None:
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == json.loads(json.dumps(report_schema())), (
        "docs/report.schema.json is stale: run `detente schema > docs/report.schema.json`"
    )


def test_records_cannot_be_changed() -> None:
    report: Any = small_report()
    with pytest.raises(AttributeError):
        report.title = "another"
