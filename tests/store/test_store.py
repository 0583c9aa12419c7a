"""What goes into a store comes out of it, in whatever order it goes in and however often."""

import hashlib
import re
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from dump import dump
from generated import make_reports
from sqlalchemy import select

from detente.errors import DetenteError
from detente.records import Actor, Report, Span
from detente.store import Filter, Store, open_store
from detente.store import tables as t
from detente.store.engine import reading
from detente.store.searching import search_texts

REPORTS = tuple(make_reports(44, a_day=3))


def test_reports_and_accounts_come_back(store: Store) -> None:
    assert store.add_many(REPORTS) == len(REPORTS)
    back = {report.id: report for report in store.reports()}
    assert back == {report.id: report for report in REPORTS}
    accounts = list(store.accounts())
    assert {account.document for account in accounts} == {report.id for report in REPORTS}
    days = [account.published for account in accounts if account.published]
    assert days == sorted(days)


def test_what_is_there_changes_nothing(store: Store) -> None:
    store.add_many(REPORTS)
    before = dump(store)
    assert store.add_many(REPORTS) == 0
    assert dump(store) == before


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"kind": "visit"}, "kind: 'visit' is no tuple of words; write (\"visit\",)"),
        ({"pair": "CHN-USA"}, 'pair: \'CHN-USA\' is no tuple of words; write ("CHN", "USA")'),
        ({"pair": ("CHN",)}, "pair: ('CHN',) names not two"),
        ({"since": "yesterday"}, "since: 'yesterday' is no day; write it as '2013-02-12'"),
        ({"until": date(2013, 2, 12)}, "until: datetime.date(2013, 2, 12) is no day"),
        (
            {"status": ("plannd",)},
            "plannd: there is no such status; did you mean planned? There are cancelled, ",
        ),
        ({"type": ("consult",)}, "consult: there is no such PLOVER type; did you mean CONSULT?"),
        ({"since": "2013-02-13", "until": "2013-02-12"}, "since: 2013-02-13 is after until, 2013-02-12"),
    ],
)
def test_a_filter_of_another_shape_is_refused(given: dict[str, Any], problem: str) -> None:
    with pytest.raises(DetenteError, match=re.escape(problem)):
        Filter(**given)


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (Filter(kind=("vist",)), "vist: there is no such kind; did you mean visit?"),
        (Filter(pair=("China", "USA")), "pair: China is no code; write CHN"),
        (Filter(pair=("USA", "Chinna")), "Chinna: no state is called so; did you mean China (CHN)?"),
        (Filter(pair=("USA", "CNH")), "CNH: no state is called so"),
    ],
)
def test_what_no_store_could_hold_is_refused_by_all_that_take_a_filter(
    store: Store, asked: Filter, problem: str
) -> None:
    store.add_many(REPORTS[:2])
    for ask in (store.reports, store.accounts, partial(store.dossiers, as_of="2013-02-12")):
        with pytest.raises(DetenteError, match=re.escape(problem)):
            list(ask(asked))


def test_kinds_and_parties_that_the_store_holds_may_be_asked_for(store: Store) -> None:
    first = _told("Talk.")
    elf = Actor(name="Elf King", id="ELF", country=None, sectors=("GOV",))
    event = msgspec.structs.replace(first.events[0], kind="parley", actors=(elf,))
    store.add(msgspec.structs.replace(first, events=(event,)))
    assert [report.id for report in store.reports(Filter(kind=("parley", "visit")))] == [first.id]
    assert not list(store.reports(Filter(pair=("ELF", "person:nobody"))))


def test_what_is_no_day_or_no_report_is_refused(store: Store) -> None:
    with pytest.raises(DetenteError, match="as_of: 'today' is no day"):
        list(store.dossiers(as_of="today"))
    with pytest.raises(DetenteError, match="until: '2013' is no day"):
        list(store.changes(since=None, until="2013"))
    with pytest.raises(DetenteError, match=r"report: is a dict; give what Coder\(\)\.code"):
        store.add({"text": "Envoy recalled."})  # type: ignore[arg-type]


def test_a_store_may_be_named_by_a_path(tmp_path: Path) -> None:
    with open_store(tmp_path / "the día.db") as made:
        assert made.add_many(REPORTS[:2]) == 2


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_and_batching_give_the_same_store(store: Store, tmp_path: Any, seed: int) -> None:
    store.add_many(REPORTS)
    mixed = list(REPORTS)
    Random(seed).shuffle(mixed)
    with open_store(str(tmp_path / "other.db")) as other:
        for report in mixed[:30]:
            other.add(report)
        other.add_many(mixed[30:])
        assert dump(other) == dump(store)


def test_one_text_in_two_outlets_is_one_document_dated_by_the_first(store: Store) -> None:
    first = REPORTS[0]
    later = msgspec.structs.replace(
        first, outlet="Zenda Echo", published="2013-02-01", url="https://zenda.example/1"
    )
    store.add_many([later, first])
    [document] = store.documents()
    assert (document.published, document.outlet) == (first.published, first.outlet)
    assert [report.published for report in store.reports()] == [first.published]


def _told(
    text: str, *, day: str | None = "2013-02-12", url: str | None = None, outlet: str = "Post"
) -> Report:
    """A report like the first of the generated ones, with another text."""
    return msgspec.structs.replace(
        REPORTS[0],
        id=f"sha256:{hashlib.sha256(text.encode()).hexdigest()}",
        text=text,
        published=day,
        url=url,
        outlet=outlet,
    )


def _of_tanker(kind: str, day: str, actor: str, recipient: str) -> Report:
    """A report of one act about a tanker between two states."""
    report = _told(f"The tanker of {actor} and {recipient}: {kind}.", day=day)
    event = msgspec.structs.replace(
        report.events[0],
        kind=kind,
        status="occurred",
        actors=(Actor(name=actor, id=actor, country=actor),),
        recipients=(Actor(name=recipient, id=recipient, country=recipient),),
        time=None,
        sentence=Span(0, len(report.text)),
        trigger=Span(4, 10),
    )
    return msgspec.structs.replace(report, events=(event,))


def test_an_act_that_comes_to_an_earlier_incident_takes_its_changes_along(store: Store) -> None:
    """What is said of a deed may come in before the deed; of several pairs, as ids are in no order of ours."""
    pairs = [(f"Q{n}A", f"Q{n}B") for n in range(8)]
    for first, second in pairs:
        assert store.add(_of_tanker("condemnation", "2013-02-12", second, first))
    for first, second in pairs:
        assert store.add(_of_tanker("seizure", "2013-02-10", first, second))
    dossiers = {one.dossier for one in store.dossiers(as_of="2013-02-12")}
    assert len(dossiers) == len(pairs)
    assert {change.dossier for change in store.changes(since=None, until="2013-02-12")} == dossiers
    with reading(store.engine) as connection:
        assert set(connection.execute(select(t.states.c.dossier)).scalars()) == dossiers


WIRE = REPORTS[0].text
SHORT = "The visit is off."


@pytest.mark.parametrize("turned", [False, True])
def test_a_corrected_article_takes_the_place_of_the_one_before(store: Store, *, turned: bool) -> None:
    old = _told(SHORT, url="https://news.example/a#top")
    new = _told(SHORT + " It was never on.", day="2013-02-14", url="https://NEWS.example/a")
    store.add_many([new, old] if turned else [old, new])
    days = {account.document: account.superseded for account in store.accounts()}
    assert days == {old.id: "2013-02-14", new.id: None}


@pytest.mark.parametrize("url", [None, "https://news.example/", "https://news.example"])
def test_what_has_no_address_of_its_own_has_no_versions(store: Store, url: str | None) -> None:
    store.add_many([_told(SHORT, url=url), _told(SHORT + " Again.", url=url)])
    assert {account.superseded for account in store.accounts()} == {None}


@pytest.mark.parametrize("turned", [False, True])
def test_a_wire_story_that_is_printed_again_is_a_copy_of_the_first(store: Store, *, turned: bool) -> None:
    first, cut, later, other = (
        _told(WIRE, outlet="Wire"),
        _told(WIRE[:-60], day="2013-02-13"),
        _told(WIRE + " More soon.", day="2013-04-13"),
        _told(REPORTS[1].text, day="2013-02-13"),
    )
    stories = [first, cut, later, other]
    store.add_many(stories[::-1] if turned else stories)
    copies = {account.document: account.copy_of for account in store.accounts()}
    assert copies == {first.id: None, cut.id: first.id, later.id: None, other.id: None}


@pytest.mark.parametrize("number", [0, 7, 31])
def test_what_is_forgotten_was_never_there(store: Store, tmp_path: Any, number: int) -> None:
    store.add_many(REPORTS)
    store.forget(REPORTS[number].id)
    with open_store(str(tmp_path / "other.db")) as other:
        other.add_many(REPORTS[:number] + REPORTS[number + 1 :])
        expected, found = dump(other), dump(store)
    assert {**found, "aliases": []} == {**expected, "aliases": []}


def test_a_new_coding_takes_the_place_of_the_old_which_is_kept(store: Store, tmp_path: Any) -> None:
    store.add_many(REPORTS)
    newer = [
        msgspec.structs.replace(
            report,
            versions=msgspec.structs.replace(report.versions, knowledge="more"),
            events=tuple(msgspec.structs.replace(e, kind="call") for e in report.events[:1]),
        )
        for report in REPORTS
    ]
    assert store.add_many(newer) == 0
    assert store.add_many(newer, recode=True) == len(newer)
    assert {report.versions.knowledge for report in store.reports()} == {"more"}
    found = dump(store)
    assert len(found["reports"]) == 2 * len(REPORTS)
    with open_store(str(tmp_path / "other.db")) as other:
        other.add_many(newer)
        expected = dump(other)
    for name in found.keys() - {"reports", "aliases"}:
        assert found[name] == expected[name], name


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        (Filter(kind=("visit",)), lambda e, r: e.kind == "visit"),
        (Filter(status=("postponed", "occurred")), lambda e, r: e.status in ("postponed", "occurred")),
        (Filter(type=("AGREE",)), lambda e, r: e.type == "AGREE"),
        (Filter(pair=("person:one", "person:nobody")), lambda e, r: False),
        (Filter(since="2013-01-04", until="2013-01-06"), lambda e, r: "2013-01-04" <= (r.published or "") <= "2013-01-06"),
        (Filter(source="ZENDA"), lambda e, r: False),
        (Filter(source="courier"), lambda e, r: r.outlet == "Strelsau Courier"),
    ],
)  # fmt: skip
def test_filters_ask_for_one_event_that_meets_all(store: Store, asked: Filter, holds: Any) -> None:
    store.add_many(REPORTS)
    expected = {report.id for report in REPORTS if any(holds(event, report) for event in report.events)}
    assert {report.id for report in store.reports(asked)} == expected


def test_pair_and_actor(store: Store) -> None:
    store.add_many(REPORTS)
    event = REPORTS[5].events[0]
    first, second = str(event.actors[0].id), str(event.recipients[0].id)
    for asked in (Filter(pair=(second, first)), Filter(actor=first), Filter(actor=f"land {first}")):
        found = list(store.reports(asked))
        assert REPORTS[5] in found
        assert len(found) < len(REPORTS)


def test_two_reports_corrected_on_one_day_are_one_change(store: Store) -> None:
    pairs = [
        (
            _told(f"{SHORT} {n}", url=f"https://news.example/{n}"),
            _told(f"{SHORT} No, {n}.", day="2013-02-14", url=f"https://news.example/{n}"),
        )
        for n in range(2)
    ]
    store.add_many(report for pair in pairs for report in pair)
    days = {account.document: account.superseded for account in store.accounts()}
    assert [(days[old.id], days[new.id]) for old, new in pairs] == [("2013-02-14", None)] * 2
    ids = [change.id for change in store.changes(since=None, until="2013-12-31")]
    assert len(ids) == len(set(ids))


def test_a_null_character_is_no_word_to_look_for(store: Store) -> None:
    with reading(store.engine) as connection:
        assert list(search_texts(connection, "\0")) == []
        assert list(search_texts(connection, "king\0visit")) == []


NAMED = [  # what is asked for -> whether it is found
    ("Søren Ōhm", True), ("soren ohm", True), ("ŌHM", True), ("person:soren-ohm", True), ("RUR", True), ("ohms", False),
    ("S_ren", False), ("REN", False),  # a code is no part of a name
]  # fmt: skip


@pytest.mark.parametrize(("actor", "found"), NAMED)
def test_an_actor_is_found_in_whatever_letters_and_where_a_later_report_names_another(
    store: Store, actor: str, *, found: bool
) -> None:
    guest = Actor(name="Søren Ōhm", id="person:soren-ohm", country="RUR", sectors=("GOV",))
    king = Actor(name="King Karl", id="person:karl", country="RUR", sectors=("GOV",))
    first = _told("Ōhm is coming.", outlet="Post")
    event = msgspec.structs.replace(first.events[0], actors=(guest,), recipients=())
    again = msgspec.structs.replace(event, id="e2", actors=(king,))
    store.add(msgspec.structs.replace(first, events=(event, again)))
    asked = Filter(actor=actor)
    assert bool(list(store.dossiers(asked, as_of="9999-12-31"))) == found
    assert bool(list(store.reports(asked))) == found
