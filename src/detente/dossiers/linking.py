"""New accounts and a shelf of placed ones in, every placement that is new or changed out.

Accounts are linked in the order (published, id), whatever the order in which they arrive: each joins the dossier
that fits best among those of *earlier* accounts near it (shared keys, within the family's window), or opens one. So
the placement of an account is a function of the set of earlier accounts, and an account that arrives late makes
only later ones near it be looked at again; where nothing changes, it stops.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from detente.dossiers.accounts import head_event
from detente.dossiers.facets import Facets, facets_of
from detente.dossiers.index import MemoryShelf, Placed, Shelf, order
from detente.dossiers.intervals import day_number, iso_day
from detente.dossiers.keys import lookup_keys
from detente.dossiers.profiles import Profile, profile_of
from detente.dossiers.records import Account, Overrule, Placement
from detente.dossiers.weighing import LEAST, weigh
from detente.knowledge.dossiers import DossierTables

# On busy days a pair of states fills its window with thousands of accounts. The last ones before an account are
# still a function of the set of earlier accounts, so that the order of arrival does not matter.
MOST_NEAR = 200
WAITS = "the report has no day of publication; it waits until it is dated"


def dossier_id(account: str) -> str:
    """The id of the dossier that an account opens, from the account's id."""
    return f"dossier:{hashlib.sha256(account.encode()).hexdigest()[:12]}"


def place(
    new: Sequence[Account],
    shelf: Shelf,
    overrules: Sequence[Overrule] = (),
    *,
    tables: DossierTables,
    gone: Sequence[Account] = (),
) -> tuple[Placement, ...]:
    """The placement of each new account and every other that changed, in the order (published, account id).

    new: accounts to add, or that take the place of one of the same id; also those on the shelf whose overrules
    changed. overrules: all that stand. gone: accounts that are taken away; the shelf may or may not have them still.
    """
    return _Desk(shelf, overrules, tables).run(new, gone)


class _Desk:
    """One run of `place`: what is new lies over the shelf until all is placed."""

    def __init__(self, shelf: Shelf, overrules: Sequence[Overrule], tables: DossierTables) -> None:
        self._shelf, self._tables = shelf, tables
        self._over = MemoryShelf(tables=tables)
        self._hidden: set[str] = set()
        self._partners = _partners(overrules)
        self._facets: dict[str, Facets] = {}

    def run(self, new: Sequence[Account], gone: Sequence[Account]) -> tuple[Placement, ...]:
        before = [one.account for one in self._shelf.find([account.id for account in new])]
        self._hidden = {account.id for account in gone}
        self._over.put(Placed(account, _alone(account)) for account in new)
        queue = {(account.published or "", account.id) for account in new}
        for account in (*gone, *before):
            queue |= {order(one) for one in self._later(account)}
        heap = list(queue)
        heapify(heap)
        fresh = {account.id for account in new}
        placements: list[Placement] = []
        while heap:
            name = heappop(heap)
            placement, moved = self._settle(name[1], first=name[1] in fresh)
            if placement is not None:
                placements.append(placement)
            for later in moved:
                if later not in queue:
                    queue.add(later)
                    heappush(heap, later)
        return tuple(placements)

    def _settle(self, account: str, *, first: bool) -> tuple[Placement | None, list[tuple[str, str]]]:
        """The placement, None for one that stands unchanged; and the accounts to be looked at again because of it."""
        current = self._find([account])[0]
        near = self._near(current.account)
        earlier = [one for one in near if order(one) < order(current)]
        placement = self._choose(current.account, earlier)
        later = [order(one) for one in near if order(one) > order(current)]
        if first:
            self._over.put([Placed(current.account, placement)])
            return placement, later
        if placement == current.placement:
            return None, []
        self._over.put([Placed(current.account, placement)])
        return placement, later if placement.dossier != current.placement.dossier else []

    def _choose(self, account: Account, earlier: Sequence[Placed]) -> Placement:
        if account.published is None:
            return _alone(account)
        same, different = self._ruled(account, earlier)
        if same is not None:
            return Placement(
                account=account.id,
                dossier=same.placement.dossier,
                joined=same.account.id,
                reasons=("joined by a user's decision",),
            )
        mine = self._facets_of(account)
        best: tuple[float, str, Profile, tuple[str, ...]] | None = None
        for dossier, members in _grouped(earlier[-MOST_NEAR:]).items():
            if dossier in different:
                continue
            profile = profile_of(dossier, [self._facets_of(one.account) for one in members])
            weighed = weigh(mine, profile)
            if weighed is not None and weighed[0] >= LEAST and (best is None or weighed[0] >= best[0]):
                best = (weighed[0], dossier, profile, weighed[1])
        if best is None:
            return _alone(account)
        return Placement(
            account=account.id,
            dossier=best[1],
            joined=best[2].members[-1].account,
            score=best[0],
            reasons=best[3],
        )

    def _ruled(self, account: Account, earlier: Sequence[Placed]) -> tuple[Placed | None, set[str]]:
        """What the overrules say: the earlier account to join, and the dossiers to stay out of."""
        places = {one.account.id: one for one in earlier}
        same: list[Placed] = []
        different: set[str] = set()
        for verdict, other in self._partners.get(account.id, ()):
            if other in places and verdict == "same":
                same.append(places[other])
            elif other in places:
                different.add(places[other].placement.dossier)
        return min(same, key=order, default=None), different

    def _near(self, account: Account) -> list[Placed]:
        """All accounts that share a key within the window on either side, and those named with it in an overrule."""
        found = {
            one.account.id: one for one in self._find([o for _, o in self._partners.get(account.id, ())])
        }
        keys = lookup_keys(account, tables=self._tables)
        if account.published is not None and keys:
            window = self._tables.family(head_event(account).kind).window
            day = day_number(account.published)
            since, until = iso_day(day - window), iso_day(day + window)
            kept = {one.account.id: one for one in self._shelf.near(keys, since, until)}
            for one in self._over.find(kept):
                del kept[one.account.id]  # it may have other keys and another day by now
            found |= kept | {one.account.id: one for one in self._over.near(keys, since, until)}
        for hidden in (*self._hidden, account.id):
            found.pop(hidden, None)
        return sorted((one for one in found.values() if one.account.published), key=order)

    def _later(self, account: Account) -> list[Placed]:
        return [one for one in self._near(account) if order(one) > (account.published or "", account.id)]

    def _find(self, accounts: Iterable[str]) -> list[Placed]:
        names = [account for account in accounts if account not in self._hidden]
        found = {one.account.id: one for one in self._shelf.find(names)} if names else {}
        found |= {one.account.id: one for one in self._over.find(names)}
        return sorted(found.values(), key=order)

    def _facets_of(self, account: Account) -> Facets:
        if account.id not in self._facets:
            self._facets[account.id] = facets_of(account, self._tables)
        return self._facets[account.id]


def _alone(account: Account) -> Placement:
    reasons = () if account.published else (WAITS,)
    return Placement(account=account.id, dossier=dossier_id(account.id), reasons=reasons)


def _grouped(placed: Sequence[Placed]) -> dict[str, list[Placed]]:
    groups: dict[str, list[Placed]] = {}
    for one in placed:
        groups.setdefault(one.placement.dossier, []).append(one)
    return groups


def _partners(overrules: Iterable[Overrule]) -> dict[str, list[tuple[str, str]]]:
    """By account: the verdict and the other account; of two on one pair, the one made last stands."""
    stands: dict[frozenset[str], Overrule] = {}
    for overrule in sorted(overrules, key=lambda o: (o.made, o.id)):
        if overrule.second is not None:  # a status is decided on one
            stands[frozenset((overrule.first, overrule.second))] = overrule
    table: dict[str, list[tuple[str, str]]] = {}
    for overrule in stands.values():
        for one, other in ((overrule.first, overrule.second), (overrule.second, overrule.first)):
            table.setdefault(str(one), []).append((overrule.verdict, str(other)))
    return table
