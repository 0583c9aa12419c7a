"""Placed accounts in, dossiers out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.dossiers.answers import read_as_plans
from detente.dossiers.deciding import about
from detente.dossiers.index import MemoryShelf, Placed, order
from detente.dossiers.linking import dossier_id, hangs, place
from detente.dossiers.records import Account, Dossier, Overrule
from detente.knowledge.dossiers import DossierTables


def assemble(placed: Iterable[Placed], overrules: Sequence[Overrule] = ()) -> tuple[Dossier, ...]:
    """The dossiers of placed accounts, in order of their first account, each with what users decided about it.

    Aliases are the ids that a dossier would have if another of its accounts had opened it: whatever id one of them
    had before an earlier report arrived or two dossiers were merged, it is among them.
    """
    groups: dict[str, list[Placed]] = {}
    for one in sorted(placed, key=order):
        if hangs(one):
            continue
        groups.setdefault(one.placement.dossier, []).append(one)
    return tuple(
        Dossier(
            id=name,
            aliases=tuple(sorted({dossier_id(one.account.id) for one in members} - {name})),
            accounts=tuple(one.account for one in members),
            placements=tuple(one.placement for one in members),
            overrules=about(overrules, [one.account for one in members]),
        )
        for name, members in groups.items()
    )


def link(
    accounts: Sequence[Account], *, tables: DossierTables, overrules: Sequence[Overrule] = ()
) -> tuple[Dossier, ...]:
    """The dossiers of accounts that no store holds."""
    shelf = MemoryShelf(tables=tables)
    accounts = [read_as_plans(account, tables=tables) for account in accounts]
    placements = {p.account: p for p in place(accounts, shelf, overrules, tables=tables)}
    return assemble((Placed(account, placements[account.id]) for account in accounts), overrules)
