"""A store in, all its rows out but for what tells when they came in: two stores that hold the same give the same."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from detente.store import Store
from detente.store import tables as t
from detente.store.engine import reading

ARRIVAL = {"added", "number", "coded"}


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table, sorted."""
    with reading(store.engine) as connection:
        rows_of_documents = connection.execute(select(t.documents.c.number, t.documents.c.id))
        numbers = {number: name for number, name in rows_of_documents}  # noqa: C416 - rows, not pairs
        content: dict[str, list[tuple[Any, ...]]] = {}
        for table in t.metadata.sorted_tables:
            columns = [column for column in table.c if column.name not in ARRIVAL]
            rows = [tuple(row) for row in connection.execute(select(*columns))]
            if table is t.bands:
                rows = [(band, numbers[document]) for band, document in rows]
            content[table.name] = sorted(rows, key=repr)
    return content


def differences(one: Store, other: Store) -> dict[str, int]:
    """How many rows of each table are in one store only; empty when they hold the same."""
    first, second = dump(one), dump(other)
    counts = {name: len(set(first[name]) ^ set(second[name])) for name in first}
    return {name: count for name, count in counts.items() if count}
