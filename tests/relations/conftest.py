"""Dossiers of the example reports, made as a store would make them."""

from collections.abc import Callable, Sequence

import pytest

from detente.dossiers import accounts_of, link
from detente.dossiers.records import State
from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.records import Report
from detente.relations import counted

DAY = "2025-06-01"


@pytest.fixture(scope="session")
def dossier_tables() -> DossierTables:
    return load_dossier_tables((BUILT_IN,))


@pytest.fixture(scope="session")
def states_of(dossier_tables: DossierTables) -> Callable[..., list[State]]:
    """The states of the dossiers of reports, some of which are copies of others."""

    def made(
        reports: Sequence[Report], copies: dict[str, str] | None = None, *, day: str = DAY
    ) -> list[State]:
        originals = copies or {}
        accounts = [
            account for report in reports for account in accounts_of(report, copy_of=originals.get(report.id))
        ]
        dossiers = link(accounts, tables=dossier_tables)
        return [now for one in dossiers if (now := counted(one, day, tables=dossier_tables))]

    return made
