"""Who may write, and what a page may load: a token for writing, a check of each form, strict headers."""

from __future__ import annotations

import hmac
import secrets

from starlette.datastructures import FormData, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}


class StrictHeaders:
    """Puts `HEADERS` on each response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


def csrf(request: Request) -> str:
    """The word that this reader's forms must send back."""
    word: str = request.session.setdefault("csrf", secrets.token_urlsafe(24))
    return word


def writer(request: Request) -> str | None:
    """The name under which this reader may write; None for who has not given the token."""
    name = request.session.get("who")
    return name if isinstance(name, str) else None


def same(given: object, wanted: str) -> bool:
    """Whether a secret is right, in time that tells nothing of it."""
    return isinstance(given, str) and hmac.compare_digest(given.encode(), wanted.encode())


async def checked_form(request: Request, *, writing: bool = True) -> FormData:
    """The form of a request. Raises 403 when it was not sent from our page, or by who may not write."""
    form = await request.form(max_files=0, max_fields=20)
    if not same(form.get("csrf"), csrf(request)):
        raise HTTPException(403, "This form is out of date: go back, load the page again and repeat it.")
    if writing and writer(request) is None:
        raise HTTPException(403, "Changes need the token that was printed when the desk was started.")
    return form
