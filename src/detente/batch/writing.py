"""Reports and errors of one shard in, two Parquet files out, which appear under their names only when they are whole.

`report` holds the report as JSON, as `detente code --format jsonl` writes it; the other columns are for looking rows up.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import uuid4

from detente.batch.shards import PART, Shard, is_there, system_of
from detente.records import Report, to_json

ROWS = 500  # written at a time
FEW = 3  # reasons of a shard that are told besides being written
REPORT_COLUMNS = {
    "row": "int64",  # place in the shard, from 1, errors counted
    "id": "string",
    "source_id": "string",
    "title": "string",
    "outlet": "string",
    "url": "string",
    "published": "string",
    "events": "int32",
    "report": "string",
}
ERROR_COLUMNS = {"row": "int64", "source": "string", "source_id": "string", "reason": "string"}


class Writer:
    """Writes rows of one table to a file that gets its name by `finish`."""

    def __init__(self, address: str, columns: dict[str, str]) -> None:
        from pyarrow import DataType, field, schema, type_for_alias  # noqa: PLC0415 - slow to load
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415

        def typed(alias: str) -> DataType:
            return type_for_alias(alias)

        self._system, self._path = system_of(address)
        folder, _, name = self._path.rpartition("/")
        self._system.makedirs(folder, exist_ok=True)
        self._part = f"{folder}/.{name}.{uuid4().hex}{PART}"
        self._schema = schema([field(name, typed(alias)) for name, alias in columns.items()])
        self._stream = self._system.open(self._part, "wb")
        self._table = ParquetWriter(self._stream, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def add(self, row: dict[str, Any]) -> None:
        """One more row."""
        self._rows.append(row)
        if len(self._rows) >= ROWS:
            self._flush()

    def finish(self) -> None:
        """Give the file its name."""
        self._flush()
        self._close()
        self._system.mv(self._part, self._path)

    def abandon(self) -> None:
        """Leave nothing behind, also where the disk has no room for what is still to be written."""
        for close in (self._table.close, self._stream.close):
            with suppress(OSError):
                close()
        self._system.rm(self._part)

    def _flush(self) -> None:
        from pyarrow import Table  # noqa: PLC0415

        if self._rows:
            self._table.write_table(Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()

    def _close(self) -> None:
        self._table.close()
        self._stream.close()


class ShardWriter:
    """The reports and errors of a shard; as a context it finishes both or leaves neither.

    The errors get their name first: a shard counts as done when its reports have theirs.
    """

    def __init__(self, shard: Shard) -> None:
        self._shard = shard
        self._reports = Writer(shard.reports, REPORT_COLUMNS)
        self._errors: Writer | None = None
        self.coded = self.failed = 0
        self.reasons: list[str] = []

    def add_report(self, report: Report, row: int) -> None:
        """A document that was coded."""
        self.coded += 1
        known = {
            name: getattr(report, name) for name in REPORT_COLUMNS if name not in ("row", "events", "report")
        }
        json = to_json(report).decode()
        self._reports.add({"row": row, **known, "events": len(report.events), "report": json})

    def add_error(self, reason: str, row: int, source_id: str | None = None) -> None:
        """A document that was not."""
        self.failed += 1
        if len(self.reasons) < FEW:
            source = self._shard.source
            self.reasons.append(reason if reason.startswith(source) else f"{source}: row {row}: {reason}")
        self._errors = self._errors or Writer(self._shard.errors, ERROR_COLUMNS)
        self._errors.add({"row": row, "source": self._shard.source, "source_id": source_id, "reason": reason})

    def __enter__(self) -> ShardWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        files = [file for file in (self._errors, self._reports) if file is not None]
        for file in files:
            if kind is None:
                try:
                    file.finish()
                except OSError:
                    file.abandon()
                    raise
            else:
                file.abandon()
        if kind is None and self._errors is None and is_there(self._shard.errors):
            system, path = system_of(self._shard.errors)
            system.rm(path)  # of an earlier coding of the shard, in which something failed
