"""An account of an answer and the earlier ones in, the proposal that it answers out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dossiers.facets import sides_of
from detente.dossiers.index import Placed
from detente.dossiers.intervals import day_number
from detente.dossiers.records import Account
from detente.dossiers.replies import answers_third, is_proposal, proposer_of, reply_in
from detente.knowledge.dossiers import DossierTables

FEW_DAYS = 3


def answered_by(account: Account, near: Sequence[Placed], tables: DossierTables) -> Placed | None:
    """The last account of the one proposal that an answer may mean; None where two fit.

    Nobody answers what he proposed himself. One that was answered before is no longer open, but for some days its answer
    is told again.
    """
    rule = reply_in(account, tables)
    if rule is None:
        return None
    mine, recently = sides_of(account.events), day_number(account.published or "") - FEW_DAYS
    closed = {
        one.placement.dossier
        for one in near
        if reply_in(one.account, tables) and day_number(one.account.published or "") < recently
    }
    fitting = [
        one
        for one in near
        if is_proposal(one.account, tables)
        and one.placement.dossier not in closed
        and (
            (mine <= sides_of(one.account.events) and not mine <= proposer_of(one.account, tables))
            or answers_third(account, rule, one.account, tables)
        )
    ]
    return fitting[-1] if len({one.placement.dossier for one in fitting}) == 1 else None
