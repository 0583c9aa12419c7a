"""Names as they are looked for: in small letters and without accents, in SQLite as in PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from detente.knowledge.actor_names import PLAIN, SPECIAL, fold

FUNCTION = "folded"  # what `add_folding` calls it in SQLite, whose own lower() knows ASCII alone
_LETTERS, _THEIRS = (
    "'" + "".join(letters).replace("'", "''") + "'"
    for letters in ((*PLAIN, *SPECIAL), (*PLAIN.values(), *SPECIAL.values()))
)


class Folded(FunctionElement[str]):
    """`Erdoğan` as `erdogan`."""

    type = Text()
    inherit_cache = True


@compiles(Folded)
def _in_sqlite(element: Folded, compiler: SQLCompiler, **options: Any) -> str:
    return f"{FUNCTION}({compiler.process(element.clauses, **options)})"


@compiles(Folded, "postgresql")
def _in_postgresql(element: Folded, compiler: SQLCompiler, **options: Any) -> str:
    inner = compiler.process(element.clauses, **options)
    bare = f"regexp_replace(normalize(cast({inner} AS text), NFD), '[\u0300-\u036f]', '', 'g')"
    return f"lower(translate({bare}, {_LETTERS}, {_THEIRS}))"


def add_folding(connection: Any) -> None:
    """Give a new connection to SQLite the function."""
    connection.create_function(FUNCTION, 1, _folded, deterministic=True)


def _folded(text: str | None) -> str | None:
    return None if text is None else fold(text).lower()


def has_part(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """Whether the words stand in a column, in whatever letters."""
    plain = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return Folded(column).like(Folded(f"%{plain}%"), escape="\\")
