"""`detente serve`: the web desk over a store, on this machine unless told otherwise."""

from __future__ import annotations

import errno
import secrets
import socket
import sys
from contextlib import ExitStack, suppress
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
    port: Annotated[int, Parameter(help="The port to listen on; 0 takes a free one.")] = 8000,
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
    with opened(store) as kept, ExitStack() as open_sockets:
        sockets = [open_sockets.enter_context(one) for one in _listen(host, port)]
        desk = make_desk(kept, token=word)
        server = uvicorn.Server(uvicorn.Config(desk, log_level="warning", server_header=False))
        shown, port = f"[{host}]" if ":" in host else host, sockets[0].getsockname()[1]
        sys.stderr.write(f"détente desk over {kept.address}: http://{shown}:{port}/\n")
        sys.stderr.write(f"Token for changes: {word}\nCtrl-C ends it.\n")
        with suppress(KeyboardInterrupt):
            server.run(sockets=sockets)
    return 0


def _listen(host: str, port: int) -> list[socket.socket]:
    """A socket for each address of the host, all on one port. Raises `DetenteError` when it cannot be had."""
    if not 0 <= port <= 65535:
        raise DetenteError(f"--port {port}: is no port; give a number from 1 to 65535, or 0 for a free one")
    made: list[socket.socket] = []
    missing: OSError | None = None
    try:
        for family, *_, address in socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        ):
            place = (str(address[0]), made[0].getsockname()[1] if made else port)
            try:
                made.append(socket.create_server(place, family=family))
            except OSError as error:
                if error.errno != errno.EADDRNOTAVAIL:
                    raise
                missing = error  # `localhost` may have an address that this machine does not use
        if not made:
            raise missing or OSError("it has no address")
    except OSError as error:
        for one in made:
            one.close()
        raise _unheard(error, host, port) from error
    return made


def _unheard(error: OSError, host: str, port: int) -> DetenteError:
    if error.errno == errno.EADDRINUSE:
        problem, remedy = "is in use", "end what listens there, or give another with --port"
    elif error.errno == errno.EACCES:
        problem, remedy = "may not be used by you", "give one above 1023"
    else:
        problem, remedy = f"cannot be listened on at --host {host}", "give an address of this machine"
    return DetenteError(f"--port {port}: {problem} ({error.strerror or error}); {remedy}")
