"""Rows -> Parquet with a typed schema: days as days, actors and claims nested. Built column by column, in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from itertools import accumulate
from typing import TYPE_CHECKING, Any, BinaryIO

from detente.outputs.exports.cells import one_line, words
from detente.outputs.exports.rows import Row, batches
from detente.records import Actor, Cause, Claim, Participant, Place, Time

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 4_000  # rows whose records are held at a time
GROUP = 64_000  # rows in a row group
TEXT_COLUMNS = ("title", "sentence", "trigger", "cause", "condition")


def write_parquet(rows: Iterable[Row], stream: BinaryIO, *, text: bool = True) -> int:
    """Write all rows; how many there were. The same rows give the same bytes with the same pyarrow."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    schema = export_schema(text=text)
    written, held = 0, 0
    group: list[pa.RecordBatch] = []
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for batch in batches(rows, BATCH):
            group.append(pa.RecordBatch.from_arrays(_arrays(batch, schema), schema=schema))
            held += len(batch)
            if held >= GROUP:
                writer.write_table(pa.Table.from_batches(group, schema))
                written, held, group = written + held, 0, []
        if group:
            writer.write_table(pa.Table.from_batches(group, schema))
    return written + held


def export_schema(*, text: bool = True) -> pa.Schema:
    """The schema of the file; without `text` the columns that hold words of the outlet are not there."""
    import pyarrow as pa  # noqa: PLC0415

    fields = [
        pa.field(name, _types()[kind]) for name, kind, _of in _columns() if text or name not in TEXT_COLUMNS
    ]
    return pa.schema(fields)


def _types() -> dict[str, pa.DataType]:
    import pyarrow as pa  # noqa: PLC0415

    string, strings, day, real = pa.string(), pa.list_(pa.string()), pa.date32(), pa.float64()
    who = [("name", string), ("id", string), ("country", string), ("sectors", strings)]
    source = pa.struct([("name", string), ("kind", string), ("id", string), ("country", string)])
    return {
        "text": string,
        "texts": strings,
        "day": day,
        "number": real,
        "count": pa.int32(),
        "flag": pa.bool_(),
        "actors": pa.list_(pa.struct([*who, ("inferred", string)])),
        "participants": pa.list_(pa.struct([*who, ("certainty", string)])),
        "time": pa.struct(
            [("earliest", day), ("latest", day), ("value", string), ("mod", string), ("words", string), ("inferred", string)]
        ),
        "place": pa.struct(
            [
                *(("name", string), ("country", string), ("lat", real), ("lon", real)),
                *(("geonames", pa.int64()), ("words", string), ("inferred", string)),
            ]
        ),
        "claims": pa.list_(
            pa.struct([("stance", string), ("factuality", string), ("attribution", string), ("sources", pa.list_(source))])
        ),
        "reasons": pa.list_(pa.struct([("field", string), ("reason", string)])),
    }  # fmt: skip


type Build = Callable[[Sequence[Row]], Any]


def _columns() -> tuple[tuple[str, str, Build], ...]:
    """Name, type and maker of each column, in order."""
    return (
        ("event_id", "text", lambda rows: [r.account.id for r in rows]),
        ("document", "text", lambda rows: [r.account.document for r in rows]),
        ("source_id", "text", lambda rows: [r.report.source_id for r in rows]),
        ("dossier", "text", lambda rows: [r.dossier for r in rows]),
        ("copy_of", "text", lambda rows: [r.account.copy_of for r in rows]),
        ("superseded", "day", lambda rows: _days([r.account.superseded for r in rows])),
        ("published", "day", lambda rows: _days([r.account.published for r in rows])),
        ("outlet", "text", lambda rows: [r.account.outlet for r in rows]),
        ("url", "text", lambda rows: [r.account.url for r in rows]),
        ("title", "text", lambda rows: [r.account.title for r in rows]),
        ("kind", "text", lambda rows: [r.event.kind for r in rows]),
        ("status", "text", lambda rows: [r.event.status for r in rows]),
        ("type", "text", lambda rows: [r.event.type for r in rows]),
        ("mode", "text", lambda rows: [r.event.mode for r in rows]),
        ("contexts", "texts", lambda rows: _texts([r.event.contexts for r in rows])),
        ("quad", "text", lambda rows: [r.event.quad for r in rows]),
        ("intensity", "number", lambda rows: [r.event.intensity for r in rows]),
        ("reciprocal", "flag", lambda rows: [r.event.reciprocal for r in rows]),
        ("actors", "actors", lambda rows: _actors([r.event.actors for r in rows], "inferred")),
        ("recipients", "actors", lambda rows: _actors([r.event.recipients for r in rows], "inferred")),
        ("participants", "participants", lambda rows: _actors([r.event.participants for r in rows], "certainty")),
        ("time", "time", lambda rows: _times([r.event.time for r in rows])),
        ("status_time", "time", lambda rows: _times([r.event.status_time for r in rows])),
        ("place", "place", lambda rows: _places([r.event.place for r in rows])),
        ("claims", "claims", lambda rows: _claims([r.event.claims for r in rows])),
        ("mentions", "count", lambda rows: [len(r.account.events) for r in rows]),
        ("principal", "flag", lambda rows: [r.event.principal for r in rows]),
        ("confidence", "number", lambda rows: [r.event.confidence for r in rows]),
        ("not_known", "reasons", lambda rows: _reasons([r.event.unknown for r in rows])),
        ("rules", "texts", lambda rows: _texts([r.event.rules for r in rows])),
        ("version", "text", lambda rows: [r.report.versions.detente for r in rows]),
        ("model", "text", lambda rows: [r.report.versions.model for r in rows]),
        ("knowledge", "text", lambda rows: [r.report.versions.knowledge for r in rows]),
        ("sentence", "text", lambda rows: [one_line(r.sentence) for r in rows]),
        ("trigger", "text", lambda rows: [words(r.report, r.event.trigger) for r in rows]),
        ("cause", "text", lambda rows: [_cause(r, r.event.cause) for r in rows]),
        ("condition", "text", lambda rows: [_cause(r, r.event.condition) for r in rows]),
    )  # fmt: skip


def _arrays(rows: Sequence[Row], schema: pa.Schema) -> list[pa.Array]:
    import pyarrow as pa  # noqa: PLC0415

    makers = {name: of for name, _kind, of in _columns()}
    arrays = []
    for field in schema:
        made = makers[field.name](rows)
        arrays.append(pa.array(made, field.type) if isinstance(made, list) else made)
    return arrays


def _cause(row: Row, cause: Cause | None) -> str | None:
    return words(row.report, cause.span) if cause else None


def _offsets(lists: Iterable[Sized]) -> pa.Array:
    import pyarrow as pa  # noqa: PLC0415

    return pa.array(list(accumulate(map(len, lists), initial=0)), pa.int32())


def _texts(lists: Sequence[Sequence[str]]) -> pa.Array:
    import pyarrow as pa  # noqa: PLC0415

    flat = [value for values in lists for value in values]
    return pa.ListArray.from_arrays(_offsets(lists), pa.array(flat, pa.string()))


def _days(days: Sequence[str | None]) -> pa.Array:
    """ISO days as dates; what is no full day is not known."""
    import pyarrow as pa  # noqa: PLC0415

    return pa.array([day if day and len(day) == 10 else None for day in days], pa.string()).cast(pa.date32())


def _structs(kind: str, columns: Sequence[Any], missing: Sequence[bool] | None = None) -> pa.Array:
    """A struct column of the type `kind` from its columns: lists, or arrays that are made already."""
    import pyarrow as pa  # noqa: PLC0415

    type_ = _types()[kind]
    fields = list(type_.value_type if pa.types.is_list(type_) else type_)
    arrays = [
        pa.array(values, field.type) if isinstance(values, list) else values
        for field, values in zip(fields, columns, strict=True)
    ]
    mask = None if missing is None else pa.array(missing, pa.bool_())
    return pa.StructArray.from_arrays(arrays, fields=fields, mask=mask)


def _actors(lists: Sequence[Sequence[Actor] | Sequence[Participant]], last: str) -> pa.Array:
    import pyarrow as pa  # noqa: PLC0415

    flat: list[Actor | Participant] = [one for ones in lists for one in ones]
    columns = (
        [one.name for one in flat],
        [one.id for one in flat],
        [one.country for one in flat],
        _texts([one.sectors for one in flat]),
        [getattr(one, last) for one in flat],
    )
    kind = "actors" if last == "inferred" else "participants"
    return pa.ListArray.from_arrays(_offsets(lists), _structs(kind, columns))


def _times(times: Sequence[Time | None]) -> pa.Array:
    columns = (
        _days([t.earliest if t else None for t in times]),
        _days([t.latest if t else None for t in times]),
        [t.value if t else None for t in times],
        [t.mod if t else None for t in times],
        [one_line(t.text) if t else None for t in times],
        [t.inferred if t else None for t in times],
    )
    return _structs("time", columns, [t is None for t in times])


def _places(places: Sequence[Place | None]) -> pa.Array:
    columns = (
        [p.name if p else None for p in places],
        [p.country if p else None for p in places],
        [p.lat if p else None for p in places],
        [p.lon if p else None for p in places],
        [p.geonames if p else None for p in places],
        [one_line(p.text) if p else None for p in places],
        [p.inferred if p else None for p in places],
    )
    return _structs("place", columns, [p is None for p in places])


def _claims(lists: Sequence[Sequence[Claim]]) -> pa.Array:
    import pyarrow as pa  # noqa: PLC0415

    flat = [claim for claims in lists for claim in claims]
    sources = [source for claim in flat for source in claim.sources]
    source_type = _types()["claims"].value_type.field("sources").type.value_type
    source_columns = [
        pa.array([getattr(source, field.name) for source in sources], field.type) for field in source_type
    ]
    nested = pa.ListArray.from_arrays(
        _offsets([claim.sources for claim in flat]),
        pa.StructArray.from_arrays(source_columns, fields=list(source_type)),
    )
    columns = (
        [claim.stance for claim in flat],
        [claim.factuality for claim in flat],
        [claim.attribution for claim in flat],
        nested,
    )
    return pa.ListArray.from_arrays(_offsets(lists), _structs("claims", columns))


def _reasons(reasons: Sequence[dict[str, str]]) -> pa.Array:
    import pyarrow as pa  # noqa: PLC0415

    flat = [pair for one in reasons for pair in sorted(one.items())]
    columns = ([field for field, _why in flat], [why for _field, why in flat])
    return pa.ListArray.from_arrays(_offsets(reasons), _structs("reasons", columns))
