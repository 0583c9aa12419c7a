"""`detente export`: a store or JSON lines of reports in, events in the columns of another tool out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import batched, chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from detente.cli.apart import refuse_source
from detente.cli.options import Store
from detente.cli.unread import naming
from detente.cli.wanted import Kind, Output, Pair, Party, SaidBy, Since, StatusOf, Type, Until, wanted_from
from detente.cli.writing import open_bytes
from detente.errors import DetenteError, DocumentError

if TYPE_CHECKING:
    from detente.outputs.exports.filters import Wanted
    from detente.outputs.exports.rows import Row
    from detente.outputs.exports.write import Counted
    from detente.records import Report

EXAMPLES = """Examples:
  detente export csv -o events.csv
  detente export parquet --pair USA-CHN --since 2023-01-01 -o events.parquet
  detente export polecat events.jsonl -o events.txt
  detente code news/ | detente export cameo - --no-text > events.tsv
  detente export csv --dictionary

Exit code: 0 all written, 1 some reports could not be read, 2 wrong usage."""
AT_ONCE = 200  # reports whose links are asked for in one query
ALL_READ, SOME_UNREAD, NOTHING_READ = 0, 1, 2
Form = Literal["polecat", "cameo", "parquet", "jsonl", "csv"]


def export(  # noqa: PLR0913 - each is an option
    format: Annotated[  # noqa: A002 - the name of the argument
        Form,
        Parameter(help="Whose columns: POLECAT's, those of GDELT with CAMEO codes, or ours as the rest."),
    ],
    input: Annotated[  # noqa: A002
        str | None,
        Parameter(
            help="Reports as `detente code --format jsonl` writes them, - for standard input; without it the store.",
            allow_leading_hyphen=True,
        ),
    ] = None,
    /,
    *,
    output: Output = None,
    store: Store = None,
    pair: Pair = None,
    actor: Party = None,
    kind: Kind = None,
    type: Type = None,  # noqa: A002
    status: StatusOf = None,
    since: Since = None,
    until: Until = None,
    source: SaidBy = None,
    text: Annotated[
        bool,
        Parameter(negative="--no-text", help="Leave titles, sentences and the words of causes out, or not."),
    ] = True,
    header: Annotated[
        bool,
        Parameter(
            negative="--no-header", help="For cameo: the line of column names, which GDELT's files lack."
        ),
    ] = True,
    dictionary: Annotated[
        bool, Parameter(negative="", help="Print what each column of csv means, and write nothing else.")
    ] = False,
) -> int:
    """Write the events as a table that other tools read: one happening of a report a row.

    The same reports give the same bytes. A csv file gets its data dictionary
    beside it, as NAME.dictionary.csv.
    """
    if dictionary:
        return _print_dictionary()
    wanted = wanted_from(
        pair=pair, actor=actor, kind=kind, type=type, status=status, since=since, until=until, source=source
    )
    _refuse_bytes_on_a_terminal(format, output)
    refuse_source(output, store=store, reports=input)
    reading = Reading(input, store)
    rows = reading.rows(wanted)
    first = list(islice(rows, 1))
    if not first and reading.unread:  # nothing to write: leave the file that may be there
        return NOTHING_READ
    if not first and input is not None:
        _check_kinds(wanted)
    counted = _write(format, chain(first, rows), output, text=text, header=header)
    _say(counted, output)
    return SOME_UNREAD if reading.unread else ALL_READ


def _print_dictionary() -> int:
    from detente.outputs.exports.flat import dictionary_text  # noqa: PLC0415

    sys.stdout.write(dictionary_text())
    return ALL_READ


def _check_kinds(wanted: Wanted) -> None:
    """A file is read once, so only what has given nothing is known to hold none of the kinds."""
    from detente.knowledge.kinds import check_kinds  # noqa: PLC0415

    check_kinds(wanted.kinds)


def _write(form: Form, rows: Iterable[Row], output: Path | None, *, text: bool, header: bool) -> Counted:
    """Write the rows, and beside a csv file its data dictionary; what was written and left out."""
    from detente.outputs.exports.flat import dictionary_text  # noqa: PLC0415
    from detente.outputs.exports.write import write_export  # noqa: PLC0415

    with open_bytes(output) as stream:
        counted = write_export(form, rows, stream, text=text, header=header)
    if form == "csv" and output is not None:
        with open_bytes(output.with_suffix(".dictionary.csv")) as beside:
            beside.write(dictionary_text().encode())
    return counted


class Reading:
    """Rows of a file of reports, of standard input, or of the store; what cannot be read is named."""

    def __init__(self, name: str | None, store: str | None) -> None:
        self.name, self.store = name, store
        self.unread = 0

    def rows(self, wanted: Wanted) -> Iterator[Row]:
        """The rows, one by one. Raises `DetenteError` when there is nothing to read from."""
        from detente.outputs.exports.rows import rows_of  # noqa: PLC0415

        return self._stored(wanted) if self.name is None else rows_of(self._read(self.name), wanted=wanted)

    def _read(self, name: str) -> Iterator[Report]:
        from detente.documents.coded import read_reports  # noqa: PLC0415

        with naming() as tell:
            for item in read_reports([name]):
                if isinstance(item, DocumentError):
                    self.unread += 1
                    tell(item)
                else:
                    yield item

    def _stored(self, wanted: Wanted) -> Iterator[Row]:
        """A few hundred reports at a time, with what the store knows of their accounts."""
        from detente.cli.holding import StoreHolding, stored_links  # noqa: PLC0415
        from detente.cli.opening import opened  # noqa: PLC0415
        from detente.knowledge.kinds import check_kinds  # noqa: PLC0415
        from detente.outputs.exports.rows import rows_of  # noqa: PLC0415
        from detente.store import Filter  # noqa: PLC0415

        with opened(self.store) as kept:
            check_kinds(wanted.kinds, also=StoreHolding(kept).has_kind)
            empty = True
            asked = Filter(since=wanted.since, until=wanted.until)
            for some in batched(kept.reports(asked), AT_ONCE, strict=False):
                empty = False
                links = stored_links(kept, [report.id for report in some])
                yield from rows_of(some, wanted=wanted, links=links)
            if empty and next(kept.reports(), None) is None:
                raise DetenteError(f"{kept.address}: the store is empty; add reports with detente add")


def _refuse_bytes_on_a_terminal(form: Form, output: Path | None) -> None:
    if form == "parquet" and output is None and sys.stdout.isatty():
        raise DetenteError("Parquet is nothing to look at; name a file with -o")


def _say(counted: Counted, output: Path | None) -> None:
    """How much was written, on standard error, so that what goes through a pipe stays clean."""
    from detente.outputs.wording import counted as number  # noqa: PLC0415

    where = f" to {output}" if output else ""
    sys.stderr.write(f"{number(counted.written, 'event')} written{where}\n")
    if counted.left_out:
        what = number(counted.left_out, "event")
        sys.stderr.write(f"{what} left out, for which PLOVER has no code (put off, denied or hypothetical)\n")
    if counted.corrected:
        what = number(counted.corrected, "event")
        sys.stderr.write(f"{what} left out, of texts that their outlets have corrected since\n")
