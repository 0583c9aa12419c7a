"""How pages word what a change holds."""

import pytest

from detente.desk.wording import stands

TOLD = [
    ("planned 2024-10-14", "planned 14 Oct 2024"),
    ("planned 2024-10-01/2024-10-31", "planned Oct 2024"),
    ("2024-10-09/2024-10-10", "9–10 Oct 2024"),
    ("under_way 2024-10-14/", "under way from 14 Oct 2024"),
    ("/2024-10-14", "by 14 Oct 2024"),
    ("time: 2026-12-09 / 2026-12-10", "time: 9 Dec 2026 or 10 Dec 2026"),
    ("time: 2026-12-09 / 2026-12-10/2026-12-11", "time: 9 Dec 2026 or 10–11 Dec 2026"),
    ("place: Port-au-Prince / Zenda", "place: Port-au-Prince or Zenda"),
    ("Rudolf al-Zenda", "Rudolf al-Zenda"),
    ("does_not_confirm", "does not confirm"),
]


@pytest.mark.parametrize(("value", "said"), TOLD)
def test_days_and_values_that_differ_are_spelled_out(value: str, said: str) -> None:
    assert stands(value) == said
