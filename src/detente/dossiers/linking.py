"""New accounts and a shelf of placed ones in, every placement that is new or changed out.

Accounts are linked in the order (published, id), whatever the order in which they arrive: each joins the dossier
that fits best among those of *earlier* accounts near it (shared keys, within the family's window), or opens one. So
the placement of an account is a function of the set of earlier accounts, and an account that arrives late makes
only later ones near it be looked at again; where nothing changes, it stops.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from detente.dossiers.accounts import head_event
from detente.dossiers.answered import answered_by
from detente.dossiers.choosing import reprinted, same_act
from detente.dossiers.facets import Facets, facets_of
from detente.dossiers.incidents import of_its_incident
from detente.dossiers.index import MemoryShelf, Placed, Shelf, order
from detente.dossiers.intervals import day_number, iso_day
from detente.dossiers.keys import incident_keys, lookup_keys, meeting_keys, reply_keys
from detente.dossiers.records import Account, Overrule, Placement
from detente.dossiers.things import another, things_of
from detente.dossiers.weighing import LEAST
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
        placement = self._choose(current.account)
        if not first and placement == current.placement:
            return None, []
        self._over.put([Placed(current.account, placement)])
        was = current.placement
        if not first and (placement.dossier, placement.act) == (was.dossier, was.act):
            return placement, []
        return placement, [order(one) for one in self._later(current.account)]

    def _choose(self, account: Account) -> Placement:
        if account.published is None:
            return _alone(account)
        partners = self._partners_of(account)
        near = _united(partners, [one for one in self._earlier(account) if not hangs(one)])
        meeting = self._meeting(account, incident_keys(account, tables=self._tables))
        asked = self._meeting(account, reply_keys(account, self._tables))
        same, different = self._ruled(account, _united(near, _united(meeting, asked)))
        if same is not None:
            return Placement(
                account=account.id,
                dossier=same.placement.dossier,
                joined=same.account.id,
                reasons=("joined by a user's decision",),
                act=same.placement.act,
            )
        allowed = [one for one in near[-MOST_NEAR:] if one.placement.dossier not in different]
        answered = answered_by(
            account, [one for one in asked if one.placement.dossier not in different], self._tables
        )
        joined = (
            reprinted(account, allowed)
            or (answered and _answer(account, answered))
            or same_act(account, allowed, self._facets_of)
        )
        if joined is not None:
            return joined
        allowed = [one for one in meeting if one.placement.dossier not in different]
        meant = of_its_incident(account, allowed, self._tables)
        return self._incident(account, meant) or _alone(account)

    def _incident(self, account: Account, earlier: Sequence[Placed]) -> Placement | None:
        """The incident of which the account opens a new act: that of the last account about the same thing and sides.

        An incident has one deed of a family: another seizure is another incident.
        """
        family = self._facets_of(account).family
        if another(account, self._tables):
            return None
        taken = {
            one.placement.dossier
            for one in earlier
            if family.deed and self._facets_of(one.account).family.id == family.id
        }
        joined = next((one for one in reversed(earlier) if one.placement.dossier not in taken), None)
        if joined is None:
            return None
        shared = things_of(account, self._tables) & things_of(joined.account, self._tables)
        return Placement(
            account=account.id,
            dossier=joined.placement.dossier,
            joined=joined.account.id,
            score=LEAST,
            reasons=(
                f"an act of the same incident: the same sides, and the same thing: {', '.join(sorted(shared))}",
            ),
            act=dossier_id(account.id),
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

    def _partners_of(self, account: Account) -> list[Placed]:
        """The earlier accounts that are named with it in an overrule."""
        found = self._find([other for _, other in self._partners.get(account.id, ())])
        return [one for one in found if one.account.published and order(one) < _key(account)]

    def _earlier(self, account: Account) -> Sequence[Placed]:
        """The last accounts before it that share a key within the window."""
        keys = lookup_keys(account, tables=self._tables)
        return self._last(account, keys, self._tables.family(head_event(account).kind).farthest)

    def _meeting(self, account: Account, windows: Mapping[str, int]) -> Sequence[Placed]:
        """The last accounts before it of whatever family that share one of these keys within its days."""
        found: Sequence[Placed] = ()
        for key, window in windows.items():
            found = _united(found, self._last(account, [key], window))
        return [one for one in found if not hangs(one)]

    def _last(self, account: Account, keys: Collection[str], window: int) -> Sequence[Placed]:
        if not keys:
            return []
        since, before = iso_day(day_number(account.published or "") - window), _key(account)
        most = MOST_NEAR + len(self._over) + len(self._hidden)  # so many of them may not count
        kept = {one.account.id: one for one in self._shelf.last(keys, since, before, most)}
        for one in self._over.find(kept):
            del kept[one.account.id]  # it may have other keys and another day by now
        kept |= {one.account.id: one for one in self._over.last(keys, since, before, most)}
        for hidden in self._hidden:
            kept.pop(hidden, None)
        return sorted(kept.values(), key=order)[-MOST_NEAR:]

    def _later(self, account: Account) -> list[Placed]:
        """All later accounts whose placement may hang on it."""
        found = {
            one.account.id: one for one in self._find([o for _, o in self._partners.get(account.id, ())])
        }
        if account.published is not None:
            keys = lookup_keys(account, tables=self._tables)
            windows = meeting_keys(account, tables=self._tables)
            found |= self._after(account, keys, self._tables.family(head_event(account).kind).farthest)
            for key, window in windows.items():
                found |= self._after(account, [key], window)
        for hidden in self._hidden:
            found.pop(hidden, None)
        later = (one for one in found.values() if one.account.published and order(one) > _key(account))
        return sorted(later, key=order)

    def _after(self, account: Account, keys: Collection[str], window: int) -> dict[str, Placed]:
        since = account.published or ""
        until = iso_day(day_number(since) + window)
        kept = {one.account.id: one for one in self._shelf.near(keys, since, until)} if keys else {}
        for one in self._over.find(kept):
            del kept[one.account.id]
        return kept | {one.account.id: one for one in self._over.near(keys, since, until)}

    def _find(self, accounts: Iterable[str]) -> list[Placed]:
        names = [account for account in accounts if account not in self._hidden]
        found = {one.account.id: one for one in self._shelf.find(names)} if names else {}
        found |= {one.account.id: one for one in self._over.find(names)}
        return sorted(found.values(), key=order)

    def _facets_of(self, account: Account) -> Facets:
        if account.id not in self._facets:
            self._facets[account.id] = facets_of(account, self._tables)
        return self._facets[account.id]


def hangs(one: Placed) -> bool:
    """Whether it is told as something known, and no dossier knows it."""
    return one.account.refers is not None and one.placement.joined is None


def _answer(account: Account, asked: Placed) -> Placement:
    """In the dossier of the proposal, as an act of its own."""
    return Placement(
        account=account.id,
        dossier=asked.placement.dossier,
        joined=asked.account.id,
        score=LEAST,
        reasons=("an answer to what was proposed, between the same sides",),
        act=dossier_id(account.id),
    )


def _alone(account: Account) -> Placement:
    reasons = () if account.published else (WAITS,)
    return Placement(account=account.id, dossier=dossier_id(account.id), reasons=reasons)


def _key(account: Account) -> tuple[str, str]:
    return account.published or "", account.id


def _united(some: Sequence[Placed], others: Sequence[Placed]) -> Sequence[Placed]:
    if not some or not others:
        return some or others
    return sorted({one.account.id: one for one in (*some, *others)}.values(), key=order)


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
