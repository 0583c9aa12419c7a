"""Any order of arrival and any batching give the same dossiers, with the same ids and the same reasons."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.dossiers.assembling import assemble, link
from detente.dossiers.index import MemoryShelf, Placed
from detente.dossiers.linking import place
from detente.dossiers.records import Account, Dossier, Overrule
from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN
from tests.dossiers.making import account, event

TABLES = load_dossier_tables((BUILT_IN,))
DAYS = ("2013-02-10", "2013-02-11", "2013-02-14", "2013-02-20", "2013-03-05", "2013-07-01")
STATUSES = ("proposed", "planned", "scheduled", "occurred", "postponed", "cancelled")
ACTORS = ("RUR", "RUR:foreign minister", "RUR:president", "person:anna-kovar@RUR", "GRA", "")
KINDS = ("visit", "talks", "airstrike", "seizure", "condemnation", "demand", "rejection")
THINGS = ("event", "tanker", "second tanker", "balloon", "balloon near its tanker", "offer")
TIMES = (None, "2013-02-14", "2013-02-18/2013-02-24", "2013-03-03", "2013-03-20", "/2013-02-20")

NAMED = (None, None, None, ("RUR", "SYL"), ("GRA",), ())  # by what does not say whose it is


@st.composite
def accounts(draw: st.DrawFn) -> list[Account]:
    """Up to fourteen accounts of a few days, sides, kinds and dates, so that many of them are near each other."""
    found = []
    for number in range(draw(st.integers(2, 14))):
        one = event(
            kind=draw(st.sampled_from(KINDS)),
            status=draw(st.sampled_from(STATUSES)),
            actors=draw(st.sampled_from(ACTORS)),
            recipients=draw(st.sampled_from(("SYL", "SYL", "GRA", ""))),
            when=draw(st.sampled_from(TIMES)),
        )
        published = draw(st.sampled_from((*DAYS, None)))
        found.append(
            account(
                f"doc{number}",
                published,
                one,
                lead=draw(st.sampled_from(("A", "The", "Another"))),
                tells_of=draw(st.sampled_from(THINGS)),
                refers=draw(st.sampled_from(NAMED)),
            )
        )
    return found


def batched(batches: Sequence[Sequence[Account]], overrules: Sequence[Overrule]) -> tuple[Dossier, ...]:
    shelf = MemoryShelf(tables=TABLES)
    for batch in batches:
        placements = place(batch, shelf, overrules, tables=TABLES)
        new = {one.id: one for one in batch}
        shelf.put(Placed(new[p.account], p) for p in placements if p.account in new)
        shelf.place(placements)
    return assemble(shelf.all(), overrules)


def rulings(found: Sequence[Account], data: st.DataObject) -> list[Overrule]:
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(found), st.sampled_from(found)), max_size=3))
    return [
        Overrule(
            id=f"o{n}",
            verdict=data.draw(st.sampled_from(("same", "different"))),
            first=one.id,
            second=other.id,
            made=f"2013-03-0{n + 1}",
        )
        for n, (one, other) in enumerate(pairs)
        if one.id != other.id
    ]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(accounts(), st.data())
def test_order_and_batching_do_not_matter(found: list[Account], data: st.DataObject) -> None:
    overrules = rulings(found, data)
    expected = link(found, tables=TABLES, overrules=overrules)
    shuffled = data.draw(st.permutations(found))
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(found) - 1)))))
    batches = [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(found)], strict=True)]
    assert batched(batches, overrules) == expected


@settings(max_examples=100, deadline=None)
@given(accounts(), st.data())
def test_taking_an_account_away_is_as_if_it_had_never_come(found: list[Account], data: st.DataObject) -> None:
    shelf = MemoryShelf(tables=TABLES)
    first = {p.account: p for p in place(found, shelf, tables=TABLES)}
    shelf.put(Placed(one, first[one.id]) for one in found)
    away = data.draw(st.sampled_from(found))
    changed = place([], shelf, tables=TABLES, gone=[away])
    shelf.drop([away.id])
    shelf.place(changed)
    assert assemble(shelf.all()) == link([one for one in found if one != away], tables=TABLES)


@settings(max_examples=100, deadline=None)
@given(accounts(), st.data())
def test_a_report_that_gets_its_date_is_placed_as_if_it_had_come_with_it(
    found: list[Account], data: st.DataObject
) -> None:
    other = data.draw(st.sampled_from(found))
    before = [msgspec.structs.replace(one, published=None) if one is other else one for one in found]
    assert batched([before, [other]], ()) == link(found, tables=TABLES)


@settings(max_examples=100, deadline=None)
@given(accounts(), st.data())
def test_an_overrule_made_later_counts_as_if_made_before(found: list[Account], data: st.DataObject) -> None:
    overrules = rulings(found, data)
    shelf = MemoryShelf(tables=TABLES)
    first = {p.account: p for p in place(found, shelf, tables=TABLES)}
    shelf.put(Placed(one, first[one.id]) for one in found)
    named = {name for overrule in overrules for name in (overrule.first, overrule.second)}
    shelf.place(place([one for one in found if one.id in named], shelf, overrules, tables=TABLES))
    assert assemble(shelf.all(), overrules) == link(found, tables=TABLES, overrules=overrules)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(accounts(), st.data())
def test_order_does_not_matter_when_only_the_last_few_are_compared(
    monkeypatch: pytest.MonkeyPatch, found: list[Account], data: st.DataObject
) -> None:
    monkeypatch.setattr("detente.dossiers.linking.MOST_NEAR", 2)
    shuffled = data.draw(st.permutations(found))
    assert batched([[one] for one in shuffled], ()) == link(found, tables=TABLES)


def test_a_dossier_answers_to_the_ids_that_it_had(tables: DossierTables) -> None:
    later = account("doc2", "2013-02-12", event(when="2013-03-03"))
    earlier = account("doc1", "2013-02-11", event(when="2013-03-03"))
    alone = link([later], tables=tables)[0]
    both = link([later, earlier], tables=tables)
    assert len(both) == 1
    assert alone.id in both[0].aliases
