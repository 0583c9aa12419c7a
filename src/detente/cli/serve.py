"""`detente serve`: the web desk over a store, on this machine unless told otherwise."""

from __future__ import annotations

import secrets
import sys

from detente.errors import DetenteError

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve_desk(*, store: str | None, host: str, port: int, token: str | None) -> int:
    """Serve until interrupted; the exit code."""
    import uvicorn  # noqa: PLC0415

    from detente.desk.app import make_desk  # noqa: PLC0415
    from detente.store.store import open_store  # noqa: PLC0415

    if host not in LOOPBACK and token is None:
        raise DetenteError(f"--host {host} lets other machines in: choose a --token of your own for changes")
    word = token or secrets.token_urlsafe(9)
    with open_store(store) as opened:
        sys.stderr.write(f"détente desk over {opened.address}: http://{host}:{port}/\n")
        sys.stderr.write(f"Token for changes: {word}\nCtrl-C ends it.\n")
        uvicorn.run(
            make_desk(opened, token=word), host=host, port=port, log_level="warning", server_header=False
        )
    return 0
