"""How changes are written."""

import pytest

from detente.outputs.dossiers import dated


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("scheduled 2013-03-03", "scheduled 3 Mar 2013"),
        ("planned 2013-03-01/2013-03-31", "planned Mar 2013"),
        ("occurred /2013-03-03", "occurred by 3 Mar 2013"),
        ("planned 2013-03-03/", "planned from 3 Mar 2013"),
        ("time: 2013-03-03 / 2013-03-05", "time: 3 Mar 2013 / 5 Mar 2013"),
        ("postponed", "postponed"),
    ],
)
def test_intervals_are_written_as_they_are_read(words: str, written: str) -> None:
    assert dated(words) == written
