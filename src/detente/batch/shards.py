"""A file, folder, pattern or address in, the shards that it holds out, with the file that each is coded into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from detente.documents.media import FORMATS, NAMED
from detente.errors import DetenteError

FORMS = {
    ".parquet": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".warc": "warc",
    ".wet": "warc",
    **NAMED,
}
PACKED = (".gz", ".bz2", ".xz", ".zst")
PATTERN = frozenset("*?[")
ERRORS = "errors"  # the folder beside the reports
PART = ".part"  # what is not whole yet ends so


@dataclass(frozen=True, kw_only=True)
class Shard:
    """One input file, what it holds (`parquet`, `jsonl`, `warc`, `csv`), and the addresses of its reports and errors."""

    source: str
    form: str
    reports: str
    errors: str


def find_shards(given: str, output: str) -> tuple[Shard, ...]:
    """The shards of the input in the order of their names. Raises `DetenteError` when there are none.

    What lies in the folder of the reports is none, and the reports never lie among what is read.
    """
    if _address(given) == _address(output):
        raise DetenteError(f"--output {output}: is what is read; name another folder for the reports")
    files = _inputs(given, output)
    root = _root(given, files)
    shards = tuple(
        _shard(file, str(PurePosixPath(file).relative_to(root)), output)
        for file in sorted(files)
        if form_of(file)
    )
    if not shards:
        kinds = ", ".join(FORMS)
        raise DetenteError(
            f"{given}: holds no file that batch reads (ending in {kinds}, packed or not); "
            "detente code and detente add read others"
        )
    return shards


def passed_over(given: str, output: str) -> int:
    """How many files of the input hold documents, such as web pages, but are no shards."""
    suffixes = (PurePosixPath(file).suffix.lower() for file in _inputs(given, output) if not form_of(file))
    return sum(suffix in FORMATS for suffix in suffixes)


def _inputs(given: str, output: str) -> list[str]:
    """The files of the input without what lies in the folder of the reports."""
    reports = _address(output)
    files = [file for file in _files(given) if not PurePosixPath(file).is_relative_to(reports)]
    if _is_folder(given):  # what lies beside a corpus as CSV is mostly no part of it
        files = [file for file in files if form_of(file) != "csv"]
    return files


def _address(given: str) -> str:
    """The whole address of a file or folder, with its protocol."""
    system, path = system_of(given)
    return str(system.unstrip_protocol(path))


def form_of(name: str) -> str | None:
    """What a file of that name holds; None for what is no shard."""
    path = PurePosixPath(name)
    suffix = path.with_suffix("").suffix if path.suffix in PACKED else path.suffix
    return FORMS.get(suffix.lower())


def unfinished(shards: Iterable[Shard]) -> Iterator[Shard]:
    """The shards whose reports are not there yet."""
    return (shard for shard in shards if not is_there(shard.reports))


def is_there(address: str) -> bool:
    """Whether there is such a file."""
    system, path = system_of(address)
    return bool(system.exists(path))


def make_folder(output: str) -> None:
    """The folder of the reports, made when it is missing. Raises `DetenteError` when it cannot be."""
    system, path = system_of(output)
    try:
        system.makedirs(path, exist_ok=True)
    except OSError as error:
        what = "is a file" if system.isfile(path) else f"cannot be made ({error.strerror or error})"
        raise DetenteError(f"--output {output}: {what}; name a folder for the reports") from error


def with_errors(shards: Iterable[Shard], output: str) -> int:
    """How many of the shards have a table of errors."""
    system, folder = system_of(output)
    there = {PurePosixPath(path).name for path in system.glob(f"{folder}/{ERRORS}/*.parquet")}
    return sum(PurePosixPath(shard.errors).name in there for shard in shards)


def remove_parts(output: str) -> None:
    """Remove what runs that were ended left behind half written."""
    system, folder = system_of(output)
    for where in (folder, f"{folder}/{ERRORS}"):
        for path in system.glob(f"{where}/*{PART}"):
            system.rm(path)


def system_of(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path there."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 - slow to load

    try:
        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:  # no such package, no such protocol
        what = " ".join(str(error).split()).rstrip(".")
        raise DetenteError(
            f"{address}: cannot be reached ({what}); install what it needs, or check the address"
        ) from error
    return system, str(path)


def _files(given: str) -> list[str]:
    system, path = system_of(given)
    if PATTERN & set(path):
        found = system.glob(path)
    elif system.isdir(path):
        found = system.find(path)
    elif system.exists(path):
        found = [path]
    else:
        raise DetenteError(f"{given}: there is no such file or folder; check the spelling")
    addresses = [str(system.unstrip_protocol(file)) for file in found]
    hidden = [a for a in addresses if any(part.startswith(".") for part in PurePosixPath(a).parts[-2:])]
    return [address for address in addresses if address not in hidden]


def _is_folder(given: str) -> bool:
    system, path = system_of(given)
    return not PATTERN & set(path) and bool(system.isdir(path))


def _root(given: str, files: list[str]) -> PurePosixPath:
    """The folder from which the names of the output count."""
    system, path = system_of(given)
    if PATTERN & set(path):
        fixed = [part for part in PurePosixPath(path).parts if not PATTERN & set(part)]
        whole = str(system.unstrip_protocol(str(PurePosixPath(*fixed))))
        inside = all(PurePosixPath(file).is_relative_to(whole) for file in files)
        return PurePosixPath(whole) if inside else PurePosixPath(files[0]).parent
    address = PurePosixPath(str(system.unstrip_protocol(path)))
    return address if system.isdir(path) else address.parent


def _shard(source: str, name: str, output: str) -> Shard:
    flat = name.replace("/", "__") + ".parquet"
    folder = output.rstrip("/") if "://" in output else str(Path(output))
    return Shard(
        source=source,
        form=form_of(source) or "",
        reports=f"{folder}/{flat}",
        errors=f"{folder}/{ERRORS}/{flat}",
    )
