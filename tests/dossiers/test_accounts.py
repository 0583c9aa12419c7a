"""A report's events, told apart by happening."""

from msgspec.structs import replace

from detente.dossiers import accounts_of, head_event
from detente.records import Event, Reference, Report, Span, Time, Versions


def _event(name: str, happening: str, start: int, end: int, *, principal: bool = False) -> Event:
    return Event(
        id=name,
        happening=happening,
        kind="visit",
        status="planned",
        sentence=Span(start, end),
        trigger=Span(start, start + 1),
        principal=principal,
    )


def _report() -> Report:
    return Report(
        id="sha256:1",
        source_id=None,
        title=None,
        outlet="Strelsau Courier",
        url=None,
        published="2013-02-12",
        text="He comes. She goes. He stays.",
        versions=Versions(detente="0", model="m", knowledge="k"),
        events=(
            _event("e1", "h1", 0, 9),
            _event("e2", "h2", 10, 19),
            _event("e3", "h1", 20, 29, principal=True),
        ),
    )


def test_mentions_that_refer_to_one_thing_are_one_account_after_the_others() -> None:
    referred = (
        Reference(event=_event("r1", "r1", 0, 9), named=("SYL",)),
        Reference(event=_event("r2", "r2", 10, 19), named=()),
        Reference(event=_event("r3", "r1", 20, 29), named=("RUR", "SYL")),
    )
    accounts = accounts_of(replace(_report(), references=referred))
    assert [(one.id, one.refers) for one in accounts] == [
        ("sha256:1#h1", None),
        ("sha256:1#h2", None),
        ("sha256:1#r1", ("RUR", "SYL")),
        ("sha256:1#r2", ()),
    ]
    assert [event.id for event in accounts[2].events] == ["r1", "r3"]


def test_one_account_for_each_happening() -> None:
    accounts = accounts_of(_report())
    assert [account.id for account in accounts] == ["sha256:1#h1", "sha256:1#h2"]
    assert accounts[0].sentences == ("He comes.", "He stays.")


def test_the_principal_mention_stands_for_the_account() -> None:
    assert head_event(accounts_of(_report())[0]).id == "e3"


def test_a_mention_with_a_day_goes_before_one_that_only_tells_it_as_past() -> None:
    past = replace(_event("e1", "h1", 0, 9), time=Time(latest="2013-02-12", inferred="reported as past"))
    dated = replace(_event("e2", "h1", 10, 19), time=Time(earliest="2013-02-11", latest="2013-02-11"))
    told = replace(accounts_of(_report())[0], events=(past, dated))
    assert head_event(told).id == "e2"
