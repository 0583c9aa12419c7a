"""A web address -> the bytes of its page, within limits of time and size; other answers are refused."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from detente.documents.fields import too_large
from detente.documents.packed import unpacked
from detente.errors import DocumentError

if TYPE_CHECKING:
    import httpx

REDIRECTS_AT_MOST = 10
_REFUSED = (401, 402, 403, 406, 451)  # a browser may be let in where a program is not
_BUSY = (429, 503)
MINUTE, HOUR = 60, 3600
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,application/x-ndjson;q=0.8,*/*;q=0.1"


class BusyError(DocumentError):
    """The server asks to be left alone for a while; nothing is said of the page."""


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """What a server sent: the bytes, what it says they are, and the address after redirects."""

    raw: bytes
    media_type: str | None
    charset: str | None
    url: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a server answered: its code, the page for 200, the marks for asking again, when it asks to be left alone."""

    code: int
    page: Fetched | None = None
    etag: str | None = None
    modified: str | None = None
    wait: float | None = None
    error: DocumentError | None = None


def fetch(url: str, *, limit: int, timeout: float) -> Fetched:
    """The page at an http(s) address, within `timeout` seconds and `limit` bytes. Raises `DocumentError`."""
    answer = ask(url, limit=limit, timeout=timeout)
    if answer.page is None:
        raise answer.error or DocumentError(file=url, problem="was not sent", remedy="try again later")
    return answer.page


def ask(
    url: str, *, limit: int, timeout: float, etag: str | None = None, modified: str | None = None
) -> Answer:
    """The same with the answer's code; 304 when the page is that of `etag` or `modified`. Raises `DocumentError`
    when there is no answer, or too large a one."""
    deadline = time.monotonic() + timeout
    marks = {"If-None-Match": etag, "If-Modified-Since": modified}
    with _readable_errors(url, timeout), _get(url, timeout, marks) as response:
        if response.status_code != 200:
            return Answer(
                code=response.status_code,
                etag=etag,
                modified=modified,
                wait=_seconds(response.headers.get("retry-after")),
                error=_bad_answer(url, response),
            )
        sent = b"".join(_body(response, url=url, limit=limit, deadline=deadline))
        raw = unpacked(sent, file=url, limit=limit)
        media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
        if raw is not sent:  # what was said is said of the packing
            media_type = ""
        page = Fetched(
            raw=raw,
            media_type=media_type or None,
            charset=response.charset_encoding,
            url=str(response.url),
        )
        return Answer(
            code=200,
            page=page,
            etag=response.headers.get("etag"),
            modified=response.headers.get("last-modified"),
        )


def _seconds(header: str | None) -> float | None:
    """What `Retry-After` says, in seconds; it may name a moment instead."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except ValueError:
        return None


def lasting(seconds: float) -> str:
    """`45 s`, `20 min` or `6 h`, for the eye."""
    if seconds < 2 * MINUTE:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / MINUTE)} min" if seconds < 2 * HOUR else f"{round(seconds / HOUR)} h"


def user_agent() -> str:
    """The name under which we ask, and which robots.txt may speak to."""
    return f"detente/{version('detente')}"


@contextmanager
def _get(url: str, timeout: float, marks: Mapping[str, str | None]) -> Iterator[httpx.Response]:
    import httpx  # noqa: PLC0415 - a slow import that files do not need

    headers = {"User-Agent": user_agent(), "Accept": _ACCEPT}
    headers |= {name: value for name, value in marks.items() if value}
    with (
        httpx.Client(follow_redirects=True, max_redirects=REDIRECTS_AT_MOST, timeout=timeout) as client,
        client.stream("GET", url, headers=headers) as response,
    ):
        yield response


def _body(response: httpx.Response, *, url: str, limit: int, deadline: float) -> Iterator[bytes]:
    import httpx  # noqa: PLC0415

    received = 0
    for chunk in response.iter_bytes(65536):
        received += len(chunk)
        if received > limit:
            raise too_large(url, limit=limit)
        if time.monotonic() > deadline:  # httpx limits each wait, not their sum
            raise httpx.ReadTimeout("the page came too slowly")
        yield chunk


@contextmanager
def _readable_errors(url: str, timeout: float) -> Iterator[None]:
    """What httpx raises, as one line with a remedy."""
    import httpx  # noqa: PLC0415

    try:
        yield
    except httpx.TimeoutException as error:
        raise DocumentError(
            file=url,
            problem=f"did not answer within {timeout:g} s",
            remedy="try again later, or allow more time with --timeout",
        ) from error
    except httpx.TooManyRedirects as error:
        raise DocumentError(
            file=url,
            problem=f"redirects more than {REDIRECTS_AT_MOST} times",
            remedy="open it in a browser, save the page and give that file",
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:  # UnicodeError: no name of a host
        raise DocumentError(
            file=url,
            problem=f"could not be fetched ({' '.join(str(error).split()) or type(error).__name__})",
            remedy="check the address and the connection",
        ) from error


def _bad_answer(url: str, response: httpx.Response) -> DocumentError:
    wait = _seconds(response.headers.get("retry-after"))
    if response.status_code in _REFUSED:
        remedy = "open it in a browser, save the page and give that file"
    elif response.status_code in _BUSY and wait:
        remedy = f"it asks to be left alone for {lasting(wait)}"
    elif response.status_code in _BUSY or response.status_code >= 500:
        remedy = "try again later"
    else:
        remedy = "check the address"
    sort = BusyError if response.status_code in _BUSY else DocumentError
    return sort(
        file=url,
        problem=f"the server answered {response.status_code} {response.reason_phrase}".rstrip(),
        remedy=remedy,
    )
