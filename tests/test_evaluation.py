"""Hand-coded events against coded ones: what answers what, and what is counted."""

from typing import Any

import pytest

from detente.evaluation import Day, Gold, Item, Side, Told, evaluate, same_claims, same_parties, same_type
from detente.records import Actor, Claim, Event, Report, Source, Span, Time, Versions


def _event(code: str | None, sides: str, status: str = "occurred", **more: Any) -> Event:
    """`RUR>SYL` or, when all sides act, `RUR=SYL`."""
    mutual = "=" in sides
    first, second = [
        tuple(Actor(name=name, id=name, country=name) for name in part.split("+") if name)
        for part in sides.replace("=", ">").split(">")
    ]
    return Event(
        id="e1",
        happening="h1",
        kind="talks",
        status=status,  # type: ignore[arg-type]
        type=code,
        actors=(*first, *second) if mutual else first,
        recipients=() if mutual else second,
        reciprocal=mutual,
        sentence=Span(0, 1),
        trigger=Span(0, 1),
        **more,
    )


def _gold(code: str | None, sides: str, status: str = "occurred", **more: Any) -> Gold:
    first, second = [
        tuple(Side(name=name, code=name) for name in part.split("+") if name) for part in sides.split(">")
    ]
    return Gold(type=code, status=status, actor=first, recipient=second, **more)


@pytest.mark.parametrize(
    ("gold", "event", "same"),
    [
        (_gold("CONSULT", "RUR>SYL"), _event("CONSULT", "RUR>SYL"), True),
        (_gold("CONSULT", "RUR>SYL", type_manual="AGREE"), _event("AGREE", "RUR>SYL"), True),
        (_gold("CONSULT", "RUR>SYL", type_alt=("ACCUSE",)), _event("ACCUSE", "RUR>SYL"), True),
        (_gold("CONSULT", "RUR>SYL"), _event("REJECT", "RUR>SYL"), False),
        (_gold("CONSULT", "RUR>SYL", "postponed"), _event(None, "RUR>SYL"), True),
        (_gold("CONSULT", "RUR>SYL"), _event(None, "RUR>SYL"), False),
    ],
)
def test_types(gold: Gold, event: Event, *, same: bool) -> None:
    assert same_type(gold, event) is same


@pytest.mark.parametrize(
    ("gold", "event", "same"),
    [
        (_gold("ACCUSE", "RUR>SYL"), _event("ACCUSE", "RUR>SYL"), True),
        (_gold("ACCUSE", "RUR>SYL"), _event("ACCUSE", "SYL>RUR"), False),
        (_gold("CONSULT", "RUR>SYL"), _event("CONSULT", "SYL>RUR"), True),
        (_gold("ACCUSE", "RUR>SYL"), _event("ACCUSE", "RUR=SYL"), True),
        (_gold("ACCUSE", "RUR>"), _event("ACCUSE", "RUR>SYL"), True),
        (_gold("ACCUSE", "RUR>---"), _event("ACCUSE", "RUR>"), True),
        (_gold("ACCUSE", "RUR>SYL"), _event("ACCUSE", "RUR>"), False),
        (_gold("ACCUSE", "IGO:UN>SYL"), _event("ACCUSE", "IGO:UN>SYL"), True),
        (_gold("ACCUSE", "RUR>SYL"), _event("ACCUSE", "RUR>SYL+GRA"), True),
        (_gold("ACCUSE", "RUR>SYL"), _event("ACCUSE", "RUR>SYL+GRA+ZEN"), False),
    ],
)
def test_parties(gold: Gold, event: Event, *, same: bool) -> None:
    assert same_parties(gold, event) is same


def _report(*events: Event) -> Report:
    return Report(
        id="sha256:1",
        source_id=None,
        title=None,
        outlet=None,
        url=None,
        published="2013-02-12",
        text="x",
        versions=Versions(detente="0", model="m", knowledge="k"),
        events=events,
    )


def test_each_event_answers_one_and_doubtful_ones_count_for_nothing() -> None:
    gold = (
        _gold("ACCUSE", "RUR>SYL", date=Day("2013-03-01", "2013-03-01"), attributed_to=("Prince Rupert",)),
        _gold("ACCUSE", "RUR>SYL", doubt=True),
        _gold("AID", "GRA>SYL"),
        _gold("AID", "SYL>GRA", doubt=True),
    )
    rupert = Claim(
        attribution="a1", sources=(Source(name="Rupert", kind="person"),), stance="asserts", factuality="CT+"
    )
    day = Time(earliest="2013-03-01", latest="2013-03-02")
    events = (
        _event("ACCUSE", "RUR>SYL", time=day, claims=(rupert,)),
        _event("ACCUSE", "RUR>SYL", "planned"),
        _event("PROTEST", "RUR>"),
    )
    items = [Item(id="a", text="x", events=gold), Item(id="b", text="x", events=())]
    scores = evaluate(zip(items, (_report(*events), _report(events[2])), strict=True))
    assert (scores.events.right, scores.events.missed, scores.events.extra) == (1, 1, 2)
    assert (scores.status.right, scores.status.asked) == (1, 2)
    assert (scores.time.right, scores.time.asked) == (1, 1)
    assert (scores.source.right, scores.source.asked) == (1, 1)
    assert (scores.empty, scores.in_empty) == (1, 1)
    assert sorted(one.what for one in scores.differences) == ["extra", "extra", "missed", "status"]


def _claim(name: str, stance: str = "asserts", sure: str = "CT+", country: str | None = None) -> Claim:
    source = Source(name=name, kind="body", country=country)
    return Claim(attribution="a1", sources=(source,), stance=stance, factuality=sure)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "claims", "same"),
    [
        ((Told(source="RUR ministry"),), (_claim("foreign ministry", country="RUR"),), True),
        ((Told(source="ministry", factuality="PR+"),), (_claim("foreign ministry"),), False),
        ((Told(source="ministry", stances=("claims", "asserts")),), (_claim("foreign ministry"),), True),
        ((Told(source="ministry", stances=("denies",)),), (_claim("foreign ministry"),), False),
        ((Told(source="ministry"), Told(source="Gazette")), (_claim("ministry"),), False),
        ((Told(source="ministry"),), (_claim("ministry"), _claim("Gazette")), False),
    ],
)
def test_claims(told: tuple[Told, ...], claims: tuple[Claim, ...], *, same: bool) -> None:
    assert same_claims(told, _event("CONSULT", "RUR=SYL", claims=claims)) is same


def test_claims_that_differ_are_a_difference() -> None:
    item = Item(id="1", text="", events=(_gold("CONSULT", "RUR>SYL", told=(Told(source="Gazette"),)),))
    report = _report(_event("CONSULT", "RUR=SYL", claims=(_claim("ministry"),)))
    assert [one.what for one in evaluate([(item, report)]).differences] == ["claims"]
