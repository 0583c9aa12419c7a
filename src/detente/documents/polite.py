"""Web pages asked for as a good guest does: robots.txt is kept to, and one host is not asked twice within its pace."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from detente.documents.web import Answer, ask, user_agent
from detente.errors import DocumentError

if TYPE_CHECKING:
    from protego import Protego

ROBOTS_BYTES = 500_000
ROBOTS_HOLD = 24 * 3600.0  # seconds


class Guest:
    """Asks for pages. pace: seconds between two requests to one host; longer where its robots.txt says so.

    clock and sleep are given so that a test need not wait.
    """

    def __init__(
        self,
        *,
        pace: float,
        limit: int,
        timeout: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._pace, self._limit, self._timeout = pace, limit, timeout
        self._clock, self._sleep = clock, sleep
        self._asked: dict[str, float] = {}
        self._rules: dict[str, tuple[float, Protego]] = {}

    def ask(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Answer:
        """The answer, after the time that the host's pace asks for. Raises `DocumentError` when it may not be asked."""
        rules = self._rules_of(url)
        if not rules.can_fetch(url, user_agent()):
            raise DocumentError(
                file=url,
                problem="the site's robots.txt does not allow it",
                remedy="leave it out, or ask the site's owner",
            )
        self._wait(url, float(rules.crawl_delay(user_agent()) or 0.0))
        return ask(url, limit=self._limit, timeout=self._timeout, etag=etag, modified=modified)

    def _wait(self, url: str, delay: float) -> None:
        host = urlsplit(url).netloc
        if host in self._asked:
            rest = self._asked[host] + max(self._pace, delay) - self._clock()
            if rest > 0:
                self._sleep(rest)
        self._asked[host] = self._clock()

    def _rules_of(self, url: str) -> Protego:
        from protego import Protego  # noqa: PLC0415 - only watching needs it

        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        known = self._rules.get(site)
        if known and self._clock() - known[0] < ROBOTS_HOLD:
            return known[1]
        answer = ask(f"{site}/robots.txt", limit=ROBOTS_BYTES, timeout=self._timeout)
        if answer.code >= 500:  # RFC 9309: a site that cannot say is not to be asked
            raise DocumentError(
                file=url,
                problem=f"the site's robots.txt could not be read ({answer.code})",
                remedy="it is tried again later",
            )
        text = answer.page.raw.decode("utf-8", "replace") if answer.page else ""
        rules = Protego.parse(text)
        self._rules[site] = (self._clock(), rules)
        return rules
