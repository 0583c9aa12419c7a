"""Folders of tables of actors in, `ActorTables` out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from detente.knowledge.actor_names import build_index
from detente.knowledge.actor_rows import (
    Body,
    Group,
    Office,
    Organisation,
    Outlet,
    Phrase,
    PlaceRow,
    Role,
    Row,
    State,
    Words,
)
from detente.knowledge.actors import ActorTables
from detente.knowledge.files import read_table
from detente.knowledge.long_tables import read_long
from detente.knowledge.name_table import build_names
from detente.knowledge.word_lists import WordLists


def load_actors(folders: Iterable[Path]) -> ActorTables:
    """Read `actors/` of each folder, later ones over earlier ones, and index all names."""
    where = tuple(folder / "actors" for folder in folders)
    rows: dict[str, Any] = {
        "states": _latest(read_table(where, "states.csv", State)),
        "organisations": _latest(read_table(where, "organisations.csv", Organisation)),
        "groups": _latest(read_table(where, "groups.csv", Group)),
        "bodies": _latest(read_table(where, "bodies.csv", Body)),
        "outlets": _latest(read_table(where, "outlets.csv", Outlet)),
        "roles": _latest(read_table(where, "roles.csv", Role)),
        "phrases": _latest(read_table(where, "phrases.csv", Phrase)),
        "offices": tuple(row for folder in where for row in read_long(folder / "offices.csv", Office)),
        "places": tuple(row for folder in where for row in read_long(folder / "places.csv", PlaceRow)),
    }
    closed = (*read_table(where, "words.csv", Words), *read_table(where, "given_names.csv", Words))
    words = WordLists((row.id, frozenset(row.words)) for row in _latest(closed))
    orders = {
        country: row.id
        for row in _latest(read_table(where, "name_orders.csv", Words))
        for country in row.words
    }
    aliases = {row.id: row.words for row in _latest(read_table(where, "nicknames.csv", Words))}
    alike = {row.id: row.words for row in _latest(read_table(where, "namesakes.csv", Words))}
    entries = build_index(rows, orders=orders, aliases=aliases, words=words, alike=alike)
    family_first = frozenset(country for country, order in orders.items() if order == "family_first")
    return ActorTables(
        **rows,
        words=words,
        family_first=family_first,
        names=build_names(entries),
    )


def _latest[R: Row](rows: Iterable[R]) -> tuple[R, ...]:
    return tuple({row.id: row for row in rows}.values())
