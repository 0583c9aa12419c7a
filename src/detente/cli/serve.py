"""`detente serve`: the web desk over a store, on this machine unless told otherwise."""

from __future__ import annotations

import secrets
import sys
from typing import Annotated

from cyclopts import Parameter

from detente.cli.options import Store
from detente.errors import DetenteError

LOOPBACK = ("127.0.0.1", "::1", "localhost")
EXAMPLES = """Examples:
  detente serve
  detente serve --store postgresql://me@db.example/news --port 9000
  detente serve --host 0.0.0.0 --token "a long word of your own"

The pages are at http://127.0.0.1:8000/, the API at /api/dossiers and its
description at /api. Reading is free to whoever can reach the port; what is
changed by hand (merge, split) needs the token."""


def serve(
    *,
    store: Store = None,
    host: Annotated[str, Parameter(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, Parameter(help="The port to listen on.")] = 8000,
    token: Annotated[
        str | None, Parameter(help="What allows changes; made up anew and printed when left out.")
    ] = None,
) -> int:
    """Open the desk: web pages over the store, on this machine only unless told otherwise."""
    import uvicorn  # noqa: PLC0415

    from detente.cli.opening import opened  # noqa: PLC0415
    from detente.desk.app import make_desk  # noqa: PLC0415

    if host not in LOOPBACK and token is None:
        raise DetenteError(f"--host {host} lets other machines in: choose a --token of your own for changes")
    word = token or secrets.token_urlsafe(9)
    with opened(store, create=True) as kept:
        sys.stderr.write(f"détente desk over {kept.address}: http://{host}:{port}/\n")
        sys.stderr.write(f"Token for changes: {word}\nCtrl-C ends it.\n")
        uvicorn.run(
            make_desk(kept, token=word), host=host, port=port, log_level="warning", server_header=False
        )
    return 0
