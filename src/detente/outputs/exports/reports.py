"""JSON lines of reports in, as `detente code --format jsonl` writes them; a bad line is an error of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from detente.errors import DocumentError
from detente.records import Report


def read_reports(lines: Iterable[bytes], name: str) -> Iterator[Report | DocumentError]:
    """The report of each line that is not blank, or what is wrong with it; `name` is the file's, for errors."""
    decoder = msgspec.json.Decoder(Report)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield DocumentError(
                file=name,
                record=f"line {number}",
                problem=f"this is no report ({error})",
                remedy="give what `detente code --format jsonl` writes, one report a line",
            )
