"""A dossier in, its acts out: of an incident several, each a dossier of its own; of everything else the one."""

from __future__ import annotations

from msgspec.structs import replace

from detente.dossiers.accounts import head_event
from detente.dossiers.deciding import about
from detente.dossiers.records import Account, Dossier
from detente.dossiers.replies import with_replies
from detente.knowledge.dossiers import DossierTables


def acts_of(dossier: Dossier, as_of: str | None = None, *, tables: DossierTables) -> tuple[Dossier, ...]:
    """The act that the dossier is about, then the others in the order in which they were first told.

    That is the first deed (`deed` of its family) told of by the end of the day, else the first act. Decisions about
    the status are about that one.
    """
    accounts, act_by = with_replies(dossier, tables)
    dossier = replace(dossier, accounts=accounts)
    groups: dict[str, list[Account]] = {}
    for account in accounts:
        groups.setdefault(act_by.get(account.id, dossier.id), []).append(account)
    if len(groups) < 2:
        return (dossier,)
    told = [name for name, members in groups.items() if _is_told(members, as_of)] or list(groups)
    lead = next((name for name in told if _is_deed(groups[name][0], tables)), told[0])
    return tuple(
        _act(dossier, name, groups[name], lead=name == lead)
        for name in sorted(groups, key=lambda name: name != lead)
    )


def _act(dossier: Dossier, name: str, members: list[Account], *, lead: bool) -> Dossier:
    names = {account.id for account in members}
    ruled = about(dossier.overrules, members)
    if lead:
        ruled = tuple(one for one in dossier.overrules if one.verdict == "status" or one in ruled)
    else:
        ruled = tuple(one for one in ruled if one.verdict != "status")
    return replace(
        dossier,
        id=name,
        accounts=tuple(members),
        placements=tuple(one for one in dossier.placements if one.account in names),
        overrules=ruled,
    )


def _is_told(members: list[Account], as_of: str | None) -> bool:
    return as_of is None or any((account.published or "") <= as_of for account in members)


def _is_deed(account: Account, tables: DossierTables) -> bool:
    return tables.family(head_event(account).kind).deed
