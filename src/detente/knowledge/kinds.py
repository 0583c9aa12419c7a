"""The kinds of happenings and PLOVER's types, to hold what a user asks for against."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from detente.errors import check_known
from detente.knowledge.files import BUILT_IN, read_table
from detente.knowledge.frames import Kind, Score


def read_kinds(folders: Iterable[Path] = (BUILT_IN,)) -> tuple[Kind, ...]:
    """The kinds of the folders, a later one laid over an earlier. Raises `KnowledgeError`."""
    return tuple(read_table([folder / "plover" for folder in folders], "kinds.csv", Kind))


def check_kinds(
    asked: Iterable[str],
    *,
    also: Callable[[str], bool] = lambda kind: False,
    folders: Iterable[Path] = (BUILT_IN,),
) -> None:
    """Raise `DetenteError` for a kind that is neither in the tables nor one that `also` knows, as a store may."""
    wanted = set(asked)
    if not wanted:
        return
    known = {row.kind for row in read_kinds(folders)}
    own = {kind for kind in wanted - known if also(kind)}
    check_known(wanted - own, known, what="kind", otherwise="detente knowledge kinds lists all")


def check_types(asked: Iterable[str]) -> None:
    """Raise `DetenteError` for a type that PLOVER does not have."""
    wanted = set(asked)
    if wanted:
        known = {row.type for row in read_table([BUILT_IN / "plover"], "scores.csv", Score)}
        check_known(wanted, known, what="PLOVER type")
