"""A folder of knowledge files in, how many records each of its parts holds out, and the files that are not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from detente.errors import did_you_mean
from detente.knowledge.files import BUILT_IN, Rule, open_table, read_rules

SUFFIXES = (".yaml", ".csv")
MEANT = {
    ".yaml": ".yaml",
    ".yml": ".yaml",
    ".csv": ".csv",
    ".tsv": ".csv",
}  # also in capitals, where none is read
ADDED = ".txt"  # by editors that hide it
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
    """Rules by part, rows by table, of the files that are read: `{"frames": 512, "actors/states.csv": 249}`."""
    counts: Counter[str] = Counter()
    for path in _files(folder):
        name = path.relative_to(folder)
        if not _is_read(name):
            continue
        if path.suffix == ".csv":
            counts[name.as_posix()] = sum(1 for _ in open_table(path)[1])
        else:
            counts[name.parent.as_posix()] += len(read_rules((folder,), name.as_posix(), AnyRule))
    return dict(sorted(counts.items()))


def unread_files(folder: Path) -> Iterator[Path]:
    """The files of a user's folder that stand where, or are called as, no file of ours is, so that nobody reads them."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if _meant(name).suffix in SUFFIXES and path.is_file() and not _is_read(name):
            yield name


def where_meant(name: Path) -> str:
    """The remedy for such a file: where those of ours stand, and how they are called, that its name is near to."""
    meant = _meant(name)
    otherwise = "move or rename it (.yaml, .csv); docs/knowledge.md says which files are read"
    ours = [path.relative_to(BUILT_IN) for path in BUILT_IN.rglob(f"*{meant.suffix}")]
    if meant.suffix == ".yaml":  # called as its writer likes, in a folder of ours
        folders = {one.parent.as_posix() for one in ours if _alike(one, meant)}
        return did_you_mean(
            meant.parent.as_posix(), folders, otherwise=otherwise, show=lambda one: f"{one}/{meant.name}"
        )
    known = [one.as_posix() for one in ours]
    same = (one.as_posix() for one in ours if one.name == meant.name)
    return did_you_mean(next(same, meant.as_posix()), known, otherwise=otherwise)


def _meant(name: Path) -> Path:
    """The name without what an editor put behind it, with the suffix that is read."""
    if name.suffix.lower() == ADDED:
        name = name.with_suffix("")
    return name.with_suffix(MEANT.get(name.suffix.lower(), name.suffix))


def _is_read(name: Path) -> bool:
    if name.suffix == ".csv":
        return (BUILT_IN / name).is_file()
    return name.suffix == ".yaml" and any(
        _alike(ours, name) for ours in (BUILT_IN / name.parent).glob("*.yaml")
    )


def _alike(ours: Path, theirs: Path) -> bool:
    """Whether a file of rules is called as ours are: in `times` and some others the name opens with what it holds."""
    if theirs.parent.name not in BY_NAME:
        return True
    first, hyphen, _ = ours.stem.partition("-")
    return theirs.name.startswith(first + hyphen)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
