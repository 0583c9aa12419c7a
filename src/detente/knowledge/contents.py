"""A folder of knowledge files in, how many records each of its parts holds out, and the files that are not read."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from detente.knowledge.files import BUILT_IN, Rule, read_rules

SUFFIXES = (".yaml", ".csv")
MEANT = (*SUFFIXES, ".yml", ".tsv")  # also in capitals, where they are not read
BY_NAME = (
    "times",
    "relations",
    "grammar",
)  # parts in which the name of a file says what sort of rules it holds


class AnyRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """What all rules have; the rest of their fields is passed over."""


def rules_in(folder: Path, part: str) -> tuple[AnyRule, ...]:
    """The rules of a part (`frames`, `cues/words` ...) of one folder. Raises `KnowledgeError`."""
    return read_rules((folder,), f"{part}/*.yaml", AnyRule)


def count_records(folder: Path) -> dict[str, int]:
    """Rules by part, rows by table: `{"frames": 512, "actors/states.csv": 249}`."""
    counts: Counter[str] = Counter()
    for path in _files(folder):
        name = path.relative_to(folder)
        if path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as stream:
                counts[name.as_posix()] = max(0, sum(1 for row in csv.reader(stream) if row) - 1)
        else:
            counts[name.parent.as_posix()] += len(read_rules((folder,), name.as_posix(), AnyRule))
    return dict(sorted(counts.items()))


def unread_files(folder: Path) -> Iterator[Path]:
    """The files of a user's folder that stand where, or are called as, no file of ours is, so that nobody reads them."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in MEANT):
        name = path.relative_to(folder)
        if path.suffix not in SUFFIXES:
            known = False
        elif path.suffix == ".csv":
            known = (BUILT_IN / name).is_file()
        else:
            known = any(_alike(ours, name) for ours in (BUILT_IN / name.parent).glob("*.yaml"))
        if not known:
            yield name


def _alike(ours: Path, theirs: Path) -> bool:
    """Whether a file of rules is called as ours are: in `times` and some others the name opens with what it holds."""
    if theirs.parent.name not in BY_NAME:
        return True
    first, hyphen, _ = ours.stem.partition("-")
    return theirs.name.startswith(first + hyphen)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
