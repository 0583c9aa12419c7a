"""The tables that linking reads, loaded once."""

import pytest

from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN


@pytest.fixture(scope="session")
def tables() -> DossierTables:
    return load_dossier_tables((BUILT_IN,))
