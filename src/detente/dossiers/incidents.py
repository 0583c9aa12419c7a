"""An account and the earlier ones that are about its thing in, those with which it may be of one incident out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dossiers.facets import sides_of
from detente.dossiers.index import Placed
from detente.dossiers.records import Account
from detente.dossiers.things import known_thing, words_for_things
from detente.knowledge.dossiers import DossierTables

PAIR = 2


def of_its_incident(account: Account, near: Sequence[Placed], tables: DossierTables) -> Sequence[Placed]:
    """Those between the same two sides, and of several incidents those in which the thing is called the same.

    One that knows a single side, and takes its thing for known ("the tanker"), goes with the one incident of that side in
    which it is called so: of two tankers that were taken from it, either may be meant.
    """
    mine = _parties(account)
    if len(mine) >= PAIR:
        both = [one for one in near if len(mine & _parties(one.account)) >= PAIR]
        return _called_alike(account, both, tables) or both
    near = _called_alike(account, near, tables) if known_thing(account, tables) else ()
    between = {frozenset(parties) for one in near if len(parties := _parties(one.account)) >= PAIR}
    return near if len(between) == 1 and len({one.placement.dossier for one in near}) == 1 else ()


def _called_alike(account: Account, near: Sequence[Placed], tables: DossierTables) -> Sequence[Placed]:
    """Those that call the thing as the account does ("trawler", "boat")."""
    mine = words_for_things(account, tables)
    return [one for one in near if mine & words_for_things(one.account, tables)]


def _parties(account: Account) -> frozenset[str]:
    return sides_of(account.events) | {*(account.refers or ())}  # the latter of what does not say whose it is
