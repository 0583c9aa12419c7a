"""Rows and the name of a format in, bytes out: the one place that knows all formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Literal

from detente.collection import no_collection
from detente.outputs.exports.cameo import cameo_lines
from detente.outputs.exports.flat import flat_lines
from detente.outputs.exports.lines import json_lines
from detente.outputs.exports.parquet import write_parquet
from detente.outputs.exports.polecat import polecat_lines
from detente.outputs.exports.rows import Row, batches
from detente.outputs.exports.tables import load_codes

Format = Literal["polecat", "cameo", "parquet", "jsonl", "csv"]
CODED_ONLY = ("polecat", "cameo")  # formats that have no place for a happening without a PLOVER type
LINES = 1000


class Counted:
    """Rows on their way to a file, and how many of them the format has a place for.

    left_out: those without a code. corrected: those of texts that their outlets have put others in the place of.
    """

    def __init__(self, rows: Iterable[Row], form: Format) -> None:
        self._rows, self._coded_only = rows, form in CODED_ONLY
        self.written = 0
        self.left_out = 0
        self.corrected = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            if self._coded_only and row.account.superseded is not None:
                self.corrected += 1
            elif self._coded_only and row.event.type is None:
                self.left_out += 1
            else:
                self.written += 1
                yield row


def write_export(
    form: Format, rows: Iterable[Row], stream: BinaryIO, *, text: bool = True, header: bool = True
) -> Counted:
    """Write the rows as they come; how many were written and left out. Memory does not grow with their number."""
    counted = Counted(rows, form)
    with no_collection():
        _write(form, counted, stream, text=text, header=header)
    return counted


def _write(form: Format, counted: Iterable[Row], stream: BinaryIO, *, text: bool, header: bool) -> None:
    if form == "parquet":
        write_parquet(counted, stream, text=text)
    elif form == "jsonl":
        stream.writelines(json_lines(counted, text=text))
    elif form == "csv":
        stream.writelines(part.encode() for part in flat_lines(counted, text=text))
    else:
        codes = load_codes()
        lines = (
            polecat_lines(counted, codes) if form == "polecat" else cameo_lines(counted, codes, header=header)
        )
        for batch in batches(lines, LINES):
            stream.write(("\n".join(batch) + "\n").encode())
