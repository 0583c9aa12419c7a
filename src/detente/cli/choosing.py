"""The options that choose dossiers and days, read once; the dossiers of a store or file that fit them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from detente.cli.days import days_before, today
from detente.cli.following import check_followed, read_followed
from detente.cli.holding import Holding, Wish
from detente.cli.wanted import wanted_from
from detente.documents.days import read_day
from detente.dossiers import state, watched
from detente.dossiers.records import Dossier
from detente.errors import DetenteError
from detente.knowledge.kinds import check_kinds


class Choice:
    """What a command was asked for. Raises `DetenteError` for a state, day or file that there is not.

    back: days before `until` at which the days begin when no `since` is given; None: all days. option: what the user
    calls the last day.
    """

    def __init__(
        self,
        *,
        pair: str | None,
        actor: str | None,
        kind: str | None,
        watchlist: str | None,
        since: str | None = None,
        until: str | None = None,
        back: int | None = None,
        option: str = "--until",
    ) -> None:
        self.wanted = wanted_from(pair=pair, actor=actor, kind=kind)
        self._kept = watchlist if watchlist and not _is_file(watchlist) else None
        self._written = read_followed(Path(watchlist)) if watchlist and not self._kept else ()
        self.until = read_day(until, file=option, field="day") or today()
        self._since, self._back = read_day(since, file="--since", field="day"), back
        if len(self.wanted.actors) > 1:
            raise DetenteError(f"--actor {actor}: one at a time; a watchlist follows several")
        if self._since and self._since > self.until:
            raise DetenteError(f"--since {self._since}: that is after {self.until}, the last day asked for")

    @cached_property
    def since(self) -> str:
        """The first day."""
        return self._since or days_before(self.until, self._back or 0)

    @property
    def name(self) -> str:
        """What tells a feed of this choice from others."""
        parts = ["-".join(self.wanted.pair or ()), *sorted(self.wanted.actors), *sorted(self.wanted.kinds)]
        parts += [self._kept] if self._kept else [one.name for one in self._written]
        return ":".join("-".join(part.split()) for part in parts if part)

    def dossiers(self, held: Holding) -> Iterator[Dossier]:
        """The dossiers of these states, kinds and watchlists. Raises `DetenteError` for a kind or list that there is not."""
        check_kinds(self.wanted.kinds, also=held.has_kind)
        watchlists = [held.watchlist(self._kept)] if self._kept else self._written
        for one in watchlists:
            check_followed(one, also=held.has_kind)
        wish = Wish(
            as_of=self.until,
            pair=self.wanted.pair,
            actor=next(iter(self.wanted.actors), None),
            changed=None if self._back is None else (self.since, self.until),
        )
        for dossier in held.dossiers(wish):
            if not self.wanted.kinds and not watchlists:
                yield dossier
                continue
            now = state(dossier, self.until, tables=held.tables)
            if now is None or (self.wanted.kinds and now.kind not in self.wanted.kinds):
                continue
            if not watchlists or watched(now, watchlists, dossier):
                yield dossier


def _is_file(watchlist: str) -> bool:
    """Whether a file is meant, and not a watchlist that is kept: what ends like one is missed as one."""
    return Path(watchlist).suffix == ".toml" or Path(watchlist).is_file()
