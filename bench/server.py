"""Nothing in, the address of a PostgreSQL server of our own out: in a folder that is thrown away, on loopback only.

Needs the programs `initdb` and `postgres`. PostgreSQL refuses to run as root; then it is run as the user `nobody`.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")
WAIT = 30.0


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`; None where they are not installed."""
    folders = sorted(DEBIAN.glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    found = shutil.which("initdb")
    if found:
        folders.append(Path(found).resolve().parent)
    return next(
        (path for path in folders if (path / "initdb").exists() and (path / "postgres").exists()), None
    )


@contextmanager
def postgres_server() -> Iterator[str]:
    """`postgresql://...` of a server that runs until the block ends; its data lives in memory where that is possible."""
    folder_of_programs = programs()
    if folder_of_programs is None:
        raise FileNotFoundError("initdb and postgres are not installed")
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None, prefix="detente-pg-") as name:
        folder = Path(name)
        user = _hand_over(folder)
        data, port = folder / "data", _free_port()
        made = [str(folder_of_programs / "initdb"), "-D", str(data), "-U", "detente", "-A", "trust", "-N"]
        subprocess.run(
            [*made, "-E", "UTF8", "--locale=C"], check=True, capture_output=True, user=user, cwd="/"
        )
        run = [str(folder_of_programs / "postgres"), "-D", str(data), "-h", "127.0.0.1", "-p", str(port)]
        with _running([*run, "-k", str(folder), "-c", "max_connections=50"], folder, user):
            _wait(port)
            yield f"postgresql://detente@127.0.0.1:{port}/postgres"


def new_database(server: str, name: str) -> str:
    """The address of a new, empty database on a server of ours."""
    from sqlalchemy import create_engine, text  # noqa: PLC0415

    admin = create_engine(server.replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    return f"{server.removesuffix('/postgres')}/{name}"


@contextmanager
def _running(command: Sequence[str], folder: Path, user: int | None) -> Iterator[None]:
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, user=user, cwd="/")
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _hand_over(folder: Path) -> int | None:
    """The user to run as, to whom the folder belongs then; None: as we are."""
    if os.getuid() != 0:
        return None
    user = pwd.getpwnam("nobody").pw_uid
    os.chown(folder, user, -1)
    return user


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _wait(port: int) -> None:
    until = time.monotonic() + WAIT
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
