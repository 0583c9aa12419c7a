"""Acts of one incident: what joins them, what keeps them apart, and what they amount to together."""

from __future__ import annotations

import msgspec
import pytest

from detente.dossiers import acts_of, changes, link, state
from detente.dossiers.records import Account
from detente.knowledge.dossiers import DossierTables
from tests.dossiers.making import account, event


def act(
    name: str, day: str, kind: str, actors: str = "RUR", recipients: str = "SYL", tells_of: str = "tanker"
) -> Account:
    one = event(kind=kind, status="occurred", when=day, actors=actors, recipients=recipients)
    return account(name, day, one, tells_of=tells_of, lead="The")


SEIZED = act("doc1", "2013-02-10", "seizure")
CONDEMNED = act("doc2", "2013-02-11", "condemnation", "SYL", "RUR")


def test_what_is_said_of_a_deed_stands_with_it(tables: DossierTables) -> None:
    (whole,) = link([CONDEMNED, SEIZED], tables=tables)
    now = state(whole, "2013-02-11", tables=tables)
    assert now is not None
    assert (now.kind, [part.kind for part in now.parts], now.reports) == ("seizure", ["condemnation"], 2)
    told = changes(whole, None, "2013-02-11", tables=tables)
    assert [(change.day, change.what, change.dossier) for change in told] == [
        ("2013-02-10", "new", whole.id),
        ("2013-02-11", "new", whole.id),
    ]
    assert len({change.id for change in told}) == 2
    assert {part.act for part in now.parts} <= set(whole.aliases)
    assert "tanker" not in whole.placements[1].reasons[0]  # the thing by its class, whatever it is called
    assert "ship" in whole.placements[1].reasons[0]


def test_a_state_bears_the_id_of_its_dossier(tables: DossierTables) -> None:
    """Also on a day on which a single act had been told of, whose own id is another."""
    rebuke = act("doc2", "2013-02-09", "condemnation", "SYL", "RUR")
    seized = act("doc1", "2013-02-10", "seizure")
    (whole,) = link([rebuke, seized], tables=tables)
    turned = msgspec.structs.replace(
        whole,
        placements=tuple(
            msgspec.structs.replace(one, act=None if one.account == seized.id else "dossier:another")
            for one in whole.placements
        ),
    )
    for day in ("2013-02-09", "2013-02-10"):
        now = state(turned, day, tables=tables)
        assert now is not None
        assert now.dossier == whole.id


def test_the_acts_are_each_a_dossier_of_its_own(tables: DossierTables) -> None:
    (whole,) = link([CONDEMNED, SEIZED], tables=tables)
    seizure, condemnation = acts_of(whole, tables=tables)
    assert seizure.id == whole.id
    assert [one.id for one in condemnation.accounts] == [CONDEMNED.id]


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("another thing", act("doc2", "2013-02-11", "condemnation", "SYL", "RUR", "balloon")),
        ("no thing", act("doc2", "2013-02-11", "condemnation", "SYL", "RUR", "event")),
        ("another one", act("doc2", "2013-02-11", "condemnation", "SYL", "RUR", "second tanker")),
        ("other sides", act("doc2", "2013-02-11", "condemnation", "GRA", "RUR")),
        ("weeks later", act("doc2", "2013-03-20", "condemnation", "SYL", "RUR")),
        ("a meeting", act("doc2", "2013-02-11", "talks", "SYL", "RUR")),
        ("another deed of the kind", act("doc2", "2013-02-18", "seizure")),
    ],
)
def test_what_stays_apart(why: str, other: Account, tables: DossierTables) -> None:
    assert len(link([SEIZED, other], tables=tables)) == 2, why


def test_of_one_that_knows_a_single_side(tables: DossierTables) -> None:
    """ "Sylvania demanded the tanker back": from Ruritania, if that is the one incident with a tanker of its."""
    demand = act("doc3", "2013-02-12", "demand", "SYL", "", "tanker")
    elsewhere = act("doc2", "2013-02-11", "seizure", "GRA", "SYL")
    vague = act("doc3", "2013-02-12", "demand", "SYL", "", "event")
    assert len(link([SEIZED, demand], tables=tables)) == 1
    assert len(link([SEIZED, elsewhere, demand], tables=tables)) == 3
    assert len(link([SEIZED, vague], tables=tables)) == 2


def test_of_two_incidents_the_one_whose_thing_is_called_the_same(tables: DossierTables) -> None:
    yacht = act("doc2", "2013-02-14", "seizure", tells_of="yacht")
    demand = act("doc3", "2013-02-15", "demand", "SYL", "RUR", "tanker")
    whole = link([SEIZED, yacht, demand], tables=tables)
    assert [[one.document for one in dossier.accounts] for dossier in whole] == [["doc1", "doc3"], ["doc2"]]
