"""A visit that is planned, fixed, moved and called off; and the dossiers of the example reports."""

from collections.abc import Sequence

import msgspec
import pytest

from detente.dossiers import accounts_of, link
from detente.dossiers.records import Dossier
from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.records import Report
from tests.dossiers.making import account, event

MINISTRY = "foreign ministry=body=RUR"
HOST = "foreign ministry=body=SYL"


@pytest.fixture(scope="session")
def tables() -> DossierTables:
    return load_dossier_tables((BUILT_IN,))


@pytest.fixture(scope="session")
def moving() -> Dossier:
    """Rumoured for March, fixed for the 4th, moved to the 11th, called off; each a day of February later."""
    told = (
        account("a", "2013-02-11", event(when="2013-03-01/2013-03-31"), outlet="Sylvan Post"),
        account("b", "2013-02-12", event(status="scheduled", when="2013-03-04", says=MINISTRY)),
        account("c", "2013-02-14", event(status="scheduled", when="2013-03-11", says=MINISTRY)),
        account("d", "2013-02-18", event(status="cancelled", says=HOST)),
    )
    addressed = (msgspec.structs.replace(one, url=f"https://post.example/{one.document}") for one in told)
    return Dossier(id="dossier:000000000001", accounts=tuple(addressed))


@pytest.fixture(scope="session")
def examples(tables: DossierTables, example_reports: Sequence[Report]) -> tuple[Dossier, ...]:
    accounts = [account for report in example_reports for account in accounts_of(report)]
    return link(accounts, tables=tables)
