"""Who is believed to act upon whom, where the mentions do not say the same."""

import pytest

from detente.dossiers.sides import believed_sides
from detente.knowledge.dossiers import DossierTables
from detente.records import Event
from tests.dossiers.making import event

JUDGE, MINISTER = "person:ida-lund@RUR", "person:anna-kovar@RUR"


def told(kind: str, *ways: tuple[str, str]) -> list[Event]:
    return [event(kind, "occurred", actors, recipients) for actors, recipients in ways]


CASES = [
    ("at home, by whom and against whom", told("veto", (JUDGE, MINISTER)), [JUDGE], [MINISTER]),
    ("at home, the state alone", told("rescue", ("RUR", "RUR")), ["RUR"], []),
    ("at home, by somebody, against the state", told("protest", (MINISTER, "RUR")), [MINISTER], []),
    (
        "at home, one slip of three",
        told("veto", *[(JUDGE, MINISTER)] * 2, (MINISTER, "RUR")),
        [JUDGE],
        [MINISTER],
    ),
    (
        "between two, as often one way as the other",
        told("trial", ("RUR", "SYL"), ("SYL", "RUR")),
        ["RUR", "SYL"],
        [],
    ),
    ("between two, one slip of five", told("trial", *[("RUR", "SYL")] * 4, ("SYL", "RUR")), ["RUR"], ["SYL"]),
    ("a visit told from both", told("visit", ("RUR", "SYL"), ("RUR, SYL", "SYL")), ["RUR"], ["SYL"]),
]


@pytest.mark.parametrize(
    ("events", "actors", "recipients"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_the_sides_are_those_of_most_mentions(
    events: list[Event], actors: list[str], recipients: list[str], tables: DossierTables
) -> None:
    found = believed_sides(events, events[0].kind, tables)
    ids = [who.partition("@")[0] for who in actors], [who.partition("@")[0] for who in recipients]
    assert ([one.id for one in found[0]], [one.id for one in found[1]]) == ids
