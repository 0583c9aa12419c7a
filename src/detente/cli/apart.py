"""What is written kept apart from what is read: a file that is both would be emptied before it is read, or never end."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from detente.documents.inputs import files_below
from detente.documents.media import FORMATS
from detente.errors import DetenteError

type Identity = tuple[int, int]


def refuse_what_is_read(output: Path | None, inputs: Iterable[str | Path]) -> None:
    """Raise `DetenteError` where the output is one of the inputs, or would be read with a folder of them.

    output: a file, or None for standard output, which a shell may have led into a file. inputs: files and folders;
    whatever else they name (an address, standard input) is left alone.
    """
    made = _identity(output)
    for given in map(Path, inputs):
        folder = _is_folder(given)
        if folder and output is not None and _would_be_read(output, given):
            raise _refusal(output, output)
        for file in files_below(given) if folder and made else [given]:
            if made is not None and made == _identity(file):
                raise _refusal(output, file)


def _refusal(output: Path | None, file: Path) -> DetenteError:
    name = f"--output {output}" if output else f"standard output ({file})"
    return DetenteError(f"{name}: is among what is read; write into a file outside of it")


def _is_folder(given: Path) -> bool:
    try:
        return given.is_dir()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False


def _would_be_read(output: Path, folder: Path) -> bool:
    """Whether reading through the folder would meet the file."""
    whole, root = output.resolve(), folder.resolve()
    if whole.suffix.lower() not in FORMATS or not whole.is_relative_to(root):
        return False
    return not any(part.startswith(".") for part in whole.relative_to(root).parts)


def _identity(file: Path | None) -> Identity | None:
    """What tells a file of the disk from all others; None for what is not there, or is a pipe or a terminal."""
    try:
        found = os.fstat(sys.stdout.fileno()) if file is None else file.stat()
    except (OSError, ValueError, AttributeError):  # AttributeError: no standard output at all
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def refuse_source(output: Path | None, *, store: str | None, reports: str | None) -> None:
    """The same of a command that reads a file of reports, or else the store."""
    from detente.store.engine import store_address  # noqa: PLC0415

    url = store_address(store)
    kept = url.database if url.drivername.startswith("sqlite") else None
    refuse_what_is_read(output, [name for name in (reports or kept,) if name])
