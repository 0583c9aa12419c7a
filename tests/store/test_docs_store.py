"""docs/store.md names what there is."""

import re
from pathlib import Path

from detente.store.tables import metadata
from detente.store.views import VIEWS

PAGE = (Path(__file__).parents[2] / "docs/store.md").read_text(encoding="utf-8")


def _first_cells(heading: str) -> set[str]:
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("|")]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_every_view_and_table_is_described() -> None:
    assert _first_cells("Views") == set(VIEWS)
    assert _first_cells("Tables") == set(metadata.tables)
