"""One run at a time in a folder of reports: each clears away what a run before it left half written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from detente.batch.shards import system_of
from detente.errors import DetenteError


@contextmanager
def alone_in(output: str) -> Iterator[None]:
    """Hold the folder while the run lasts, however it ends. Raises `DetenteError` when another run holds it.

    A folder of this machine only: elsewhere, and where the file system knows no locks, nobody is kept out.
    """
    held = _hold(output)
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


def _hold(output: str) -> int | None:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    system, path = system_of(output)
    if "file" not in system.protocol:
        return None
    folder = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(folder)
        raise DetenteError(
            f"--output {output}: another run is writing there; wait for its end, or name another folder"
        ) from error
    except OSError:
        os.close(folder)
        return None
    return folder
