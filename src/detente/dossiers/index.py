"""Where accounts are looked up: the protocol that a store implements, and a shelf in memory."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, Protocol

from detente.dossiers.keys import keys_of
from detente.dossiers.records import Account, Placement
from detente.knowledge.dossiers import DossierTables


class Placed(NamedTuple):
    """An account with the dossier that it belongs to."""

    account: Account
    placement: Placement


class Shelf(Protocol):
    """Placed accounts, found by key and by id; a store implements it over SQL.

    What it returns is ordered by (published, account id), without repeats.
    """

    def near(self, keys: Collection[str], since: str | None, until: str | None) -> Sequence[Placed]:
        """The dated accounts kept under one of `keys` (see `keys_of`), published from `since` to `until`, both included."""
        ...

    def last(self, keys: Collection[str], since: str, before: tuple[str, str], most: int) -> Sequence[Placed]:
        """Of the accounts kept under one of `keys`, published from `since` on, and before (published, id): the last `most`."""
        ...

    def find(self, accounts: Collection[str]) -> Sequence[Placed]:
        """The accounts of these ids; an id that is not there is left out."""
        ...


def order(placed: Placed) -> tuple[str, str]:
    """(published, account id): the order in which accounts are linked; undated ones come first."""
    return (placed.account.published or "", placed.account.id)


class MemoryShelf:
    """A shelf that lives as long as the process."""

    def __init__(self, *, tables: DossierTables) -> None:
        self._tables = tables
        self._placed: dict[str, Placed] = {}
        self._by_key: dict[str, list[tuple[str, str]]] = {}

    def __len__(self) -> int:
        return len(self._placed)

    def put(self, placed: Iterable[Placed]) -> None:
        """Add accounts, or replace those of the same id."""
        for one in placed:
            self.drop([one.account.id])
            self._placed[one.account.id] = one
            for key in keys_of(one.account, tables=self._tables):
                insort(self._by_key.setdefault(key, []), order(one))

    def drop(self, accounts: Iterable[str]) -> None:
        """Take accounts away; an id that is not there does nothing."""
        for account in accounts:
            one = self._placed.pop(account, None)
            if one is not None:
                for key in keys_of(one.account, tables=self._tables):
                    self._by_key[key].remove(order(one))

    def place(self, placements: Iterable[Placement]) -> None:
        """Take over what `linking.place` returned, for accounts that are on the shelf."""
        for placement in placements:
            known = self._placed[placement.account]
            self._placed[placement.account] = Placed(known.account, placement)

    def near(self, keys: Collection[str], since: str | None, until: str | None) -> Sequence[Placed]:
        """See `Shelf`."""
        found = {
            name: None
            for key in keys
            for name in self._between(self._by_key.get(key, []), since or "", until or "9999-12-31")
        }
        return [self._placed[account] for _, account in sorted(found)]

    def last(self, keys: Collection[str], since: str, before: tuple[str, str], most: int) -> Sequence[Placed]:
        """See `Shelf`."""
        found: dict[tuple[str, str], None] = {}
        for names in (self._by_key.get(key, []) for key in keys):
            end = bisect_left(names, before)
            first = max(bisect_left(names, (since, "")), end - most)
            found |= dict.fromkeys(names[first:end])
        return [self._placed[account] for _, account in sorted(found)[-most:]] if most else []

    def find(self, accounts: Collection[str]) -> Sequence[Placed]:
        """See `Shelf`."""
        return sorted((self._placed[a] for a in set(accounts) if a in self._placed), key=order)

    def all(self) -> Sequence[Placed]:
        """Everything, in order."""
        return sorted(self._placed.values(), key=order)

    @staticmethod
    def _between(names: list[tuple[str, str]], since: str, until: str) -> list[tuple[str, str]]:
        return names[bisect_left(names, (since, "")) : bisect_right(names, (until, "\U0010ffff"))]
