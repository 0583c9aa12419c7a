"""What is slow to build from files, kept among the user's caches and read back while nothing that it came from has changed.

`DETENTE_CACHE` names another folder; set to nothing, nothing is kept.
"""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

FOLDER = "DETENTE_CACHE"
SOURCE = Path(__file__).parent
UNREADABLE = (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, ValueError)
log = logging.getLogger(__name__)


def kept[T](name: str, key: str, build: Callable[[], T]) -> T:
    """What `build` gives: read back when it was kept under this name with this key, else built, and kept.

    name: one file each, so that what was kept before is written over. key: changes with whatever the thing is
    built from; the code of this package and Python's version are added to it here. A cache that cannot be read
    or written is as none.
    """
    folder = cache_folder()
    if folder is None:
        return build()
    path, stamp = folder / f"{name}.pickle", f"{key} {_code()}".encode()
    found: tuple[T] | None = _read(path, stamp)
    if found is None:
        found = (build(),)
        _write(path, stamp, found)
    return found[0]


def cache_folder() -> Path | None:
    """Where things are kept; None where nothing is to be."""
    named = os.environ.get(FOLDER)
    return (
        (Path(named) if named else None) if named is not None else user_cache_path("detente", appauthor=False)
    )


def _code() -> str:
    """Changes with Python's version and with the size or time of any file of the package's code."""
    total = hashlib.sha256(sys.version.encode())
    for folder, folders, files in os.walk(SOURCE):
        folders.sort()  # the order of the walk
        for name in sorted(files):
            if name.endswith(".py"):
                stat = os.stat(f"{folder}{os.sep}{name}")  # noqa: PTH116  # a `Path` for each costs more than the rest
                total.update(f"{folder} {name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return total.hexdigest()[:16]


def _read(path: Path, stamp: bytes) -> Any:
    """The thing in a tuple of one, since it may be None itself; None where there is none."""
    with suppress(OSError), path.open("rb") as file:
        if file.readline().rstrip(b"\n") == stamp:
            try:
                return pickle.load(file)  # written by this program, into the user's own folder
            except UNREADABLE as error:
                log.info("%s cannot be read (%s) and is built anew", path, error)
    return None


def _write(path: Path, stamp: bytes, thing: object) -> None:
    """Under another name first: many may read and write at once."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(stamp + b"\n")
                pickle.dump(thing, file, protocol=5)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        log.info("%s cannot be kept: %s", path, error)
