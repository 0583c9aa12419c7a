"""Knowledge files in, typed rows out; an error names file, record, problem and remedy.

Two formats: YAML with one rule a document (`---` between them) for rules with examples, and CSV with a header
row for tables. A user's folder is laid over ours: a row with the same `id` replaces ours, others are added.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

import msgspec
import yaml

from detente.errors import KnowledgeError
from detente.knowledge.faults import GIVEN, names_of, no_such, not_as_expected, not_readable

_TEXT = "tag:yaml.org,2002:str"


class PlainLoader(yaml.CSafeLoader):
    """YAML 1.2: `on`, `yes`, `no` and `off` are words, as people who write rules expect, and a key stands once."""

    def construct_document(self, node: yaml.Node) -> Any:
        """Plain values, made at once: the general way, in two passes, takes twice as long."""
        return self._value(node)

    def _value(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            found = {self._value(key): self._value(value) for key, value in node.value}
            return found if len(found) == len(node.value) else self._complain(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(value) for value in node.value]
        return node.value if node.tag == _TEXT else self.construct_object(node)

    def _complain(self, node: yaml.MappingNode) -> NoReturn:
        names = [self._value(key) for key, _ in node.value]
        again = next(n for n, name in enumerate(names) if name in names[:n])
        raise yaml.constructor.ConstructorError(
            problem=f"'{names[again]}' stands twice", problem_mark=node.value[again][0].start_mark
        )


PlainLoader.yaml_implicit_resolvers = {
    first: [
        (tag, regexp)
        for tag, regexp in resolvers
        if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))

BUILT_IN = Path(__file__).parent / "en"
LIST_SEPARATOR = ";"
OTHER_MARKS = (";", "\t")  # between the cells, as spreadsheets of some countries save a table


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every rule carries: a unique id, why it is there, and sentences that run as tests."""

    id: str
    why: str = ""
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = msgspec.field(default=(), name="not")
    known_wrong: tuple[str, ...] = ()
    file: str = ""


def read_rules[R: Rule](folders: Iterable[Path], pattern: str, kind: type[R]) -> tuple[R, ...]:
    """The rules of all YAML files that match `pattern`, a later folder's over an earlier one's."""
    rules: dict[str, R] = {}
    for folder in folders:
        here: dict[str, R] = {}
        for path in sorted(folder.glob(pattern)):
            for rule in _rules_of(path, kind):
                if rule.id in here:
                    raise KnowledgeError(
                        file=rule.file,
                        record=rule.id,
                        problem=f"this id is used already in {here[rule.id].file}",
                        remedy="give one of the two another id",
                    )
                here[rule.id] = rule
        rules |= here
    return tuple(rules.values())


def _rules_of[R: Rule](path: Path, kind: type[R]) -> Iterator[R]:
    try:
        records = list(yaml.load_all(path.read_text(encoding="utf-8"), Loader=PlainLoader))
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, RecursionError) as error:
        raise not_readable(path, error) from error
    for number, record in enumerate(records, 1):
        if record is None:
            continue
        name = f"rule {number}"
        if not isinstance(record, dict):
            remedy = "begin it with id: and a name, and write --- between two rules"
            raise KnowledgeError(file=str(path), record=name, problem="has no fields", remedy=remedy)
        try:
            yield msgspec.convert({**record, GIVEN: path.name}, kind)
        except (msgspec.ValidationError, TypeError) as error:
            name = str(record.get("id", name))
            raise not_as_expected(error, path=path, record=name, of=kind, sort="field") from error


def read_table[T: msgspec.Struct](folders: Iterable[Path], name: str, kind: type[T]) -> tuple[T, ...]:
    """The rows of the CSV files called `name`; cells of list columns are split at `;`, empty cells left out."""
    rows: list[T] = []
    for folder in folders:
        path = folder / name
        if path.exists():
            rows += _each_once(path, _rows_of(path, kind))
    return tuple(rows)


def _each_once[T: msgspec.Struct](path: Path, rows: Iterable[T]) -> Iterator[T]:
    """The rows of one file; two with one id, of which the first would be lost, are an error."""
    known: set[str] = set()
    for row in rows:
        name = getattr(row, "id", None)
        if name is not None and name in known:
            raise KnowledgeError(
                file=str(path),
                record=name,
                problem="two rows have this id",
                remedy="join them, or give one another id",
            )
        known.add(name or "")
        yield row


def _rows_of[T: msgspec.Struct](path: Path, kind: type[T]) -> Iterator[T]:
    lists = {
        f.encode_name for f in msgspec.structs.fields(kind) if getattr(f.type, "__origin__", None) is tuple
    }
    header, rows = open_table(path)
    if kind.__struct_config__.forbid_unknown_fields:
        _check_header(path, header, kind)
    for number, row in rows:
        if len(row) > len(header):  # a comma without quotation marks would move all cells after it
            raise KnowledgeError(
                file=str(path),
                record=f"line {number}",
                problem="more cells than columns",
                remedy="quote a cell that holds a comma",
            )
        cells = {
            key: _split(cell) if key in lists else cell
            for key, cell in zip(header, row, strict=False)
            if key and cell
        }
        try:
            yield msgspec.convert(cells, kind, strict=False)
        except msgspec.ValidationError as error:
            raise not_as_expected(
                error, path=path, record=f"line {number}", of=kind, sort="column"
            ) from error


def open_table(path: Path) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """The header of a CSV file, and its rows that are not empty, each with its number of line.

    Raises `KnowledgeError`, while the rows are taken, where it is none.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")  # spreadsheets begin it with a mark of its encoding
    except UnicodeDecodeError as error:
        raise not_readable(path, error) from error
    rows = _numbered(path, text)
    return next(rows, (0, []))[1], rows


def _numbered(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    rows = csv.reader(StringIO(text, newline=""))
    try:
        for row in rows:
            if row:
                yield rows.line_num, row
    except csv.Error as error:
        raise not_readable(path, error) from error


def _check_header(path: Path, header: list[str], kind: type[msgspec.Struct]) -> None:
    known = names_of(kind)
    unknown = next((name for name in header if name and name not in known), None)
    if unknown is None:
        return
    problem, remedy = no_such(unknown, known, what="column")
    mark = next((mark for mark in OTHER_MARKS if len(header) == 1 and mark in unknown), None)
    if mark:
        problem, remedy = f"its cells are parted by {mark!r}, not by commas", "save it with commas"
    raise KnowledgeError(file=str(path), record="header", problem=problem, remedy=remedy)


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip()]
