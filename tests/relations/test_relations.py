"""What counts in a relation and what does not; copies and plans change nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.cli.relation import NARROWEST
from detente.dossiers.records import DossierStatus, State
from detente.errors import DetenteError
from detente.outputs.plots import terminal_plot
from detente.records import Actor, Report, Time
from detente.relations import Relation, act_of, relation_of
from detente.relations.acts import corroboration
from detente.relations.index import monday
from detente.relations.smoothing import ENOUGH, change_points, smooth
from detente.relations.states import load_states
from detente.relations.views import views_between

DAY = "2025-06-01"
PAIRS = (("PRT", "URY"), ("NZL", "ECU"), ("BOL", "PRY"))
RUR, SYL, GRA = (Actor(name=name, id=name, country=name) for name in ("RUR", "SYL", "GRA"))
MAY = Time(earliest="2013-05-01", latest="2013-05-01")
MONDAY = Time(earliest="2013-02-11", latest="2013-02-11")


def state(**fields: Any) -> State:
    whole: dict[str, Any] = {
        "dossier": "dossier:1", "as_of": DAY, "title": "Visit", "kind": "visit", "status": "occurred",
        "status_since": "2013-02-12", "first_published": "2013-02-12", "actors": (RUR,), "recipients": (SYL,),
        "type": "CONSULT", "mode": "visit", "quad": "VERBAL COOPERATION", "intensity": 4.0, "time": MONDAY,
        "independent_sources": 1,
    }  # fmt: skip
    return State(**(whole | fields))


def between(states: Sequence[State], one: str = "RUR", other: str | None = "SYL", **more: Any) -> Relation:
    return relation_of(states, one, other, as_of=DAY, **more)


def figures(relation: Relation) -> list[tuple[object, ...]]:
    """What the index says, without the names of accounts and dossiers."""
    weeks = [(week.start, week.mean, week.weight, week.counts, week.level) for week in relation.weeks]
    acts = [(act.day, act.kind, act.intensity, act.sources, act.weight) for act in relation.acts]
    return [*weeks, *sorted(acts)]


STATUSES: list[tuple[DossierStatus, str | None, bool]] = [
    ("occurred", "CONSULT", True),
    ("under_way", "CONSULT", True),
    ("declined", "REJECT", True),
    ("cancelled", "REJECT", True),
    ("proposed", "AGREE", False),
    ("planned", "AGREE", False),
    ("scheduled", "AGREE", False),
    ("postponed", None, False),
    ("denied", None, False),
    ("hypothetical", None, False),
    ("unreported", "AGREE", False),
]


@pytest.mark.parametrize("status, type_, counts", STATUSES)
def test_only_what_took_place_counts(status: DossierStatus, type_: str | None, counts: bool) -> None:  # noqa: FBT001
    one = state(
        status=status, type=type_, quad=type_ and "VERBAL COOPERATION", intensity=2.5 if type_ else None
    )
    relation = between([one])
    assert bool(relation.acts) == counts == bool(relation.weeks)
    assert bool(relation.coming or relation.not_counted) != counts


PLACED: list[tuple[dict[str, Any], tuple[str, str] | None]] = [
    ({}, ("2013-02-11", "day")),
    ({"time": Time(earliest="2013-02-01", latest="2013-02-09")}, ("2013-02-05", "days")),
    ({"time": Time(earliest="2012-01-01", latest="2012-12-31")}, None),
    ({"time": Time(latest="2013-02-12", inferred="reported as past")}, ("2013-02-12", "first report")),
    ({"time": None}, ("2013-02-12", "first report")),
    ({"time": None, "first_published": None}, None),
    ({"time": Time(earliest="2013-02-01")}, None),
    ({"status": "declined", "type": "REJECT", "time": MAY}, ("2013-02-12", "first report")),
]


@pytest.mark.parametrize("fields, placed", PLACED)
def test_on_which_day_an_act_is_put(fields: dict[str, Any], placed: tuple[str, str] | None) -> None:
    act = act_of(state(**fields))
    assert (act and (act.day, act.placed)) == placed
    assert bool(between([state(**fields)]).undated) == (placed is None)


COURSES = [
    ((RUR,), (SYL,), {"both": 1, "out": 1, "back": 0}),
    ((SYL,), (RUR,), {"both": 1, "out": 0, "back": 1}),
    ((RUR, SYL), (), {"both": 1, "out": 1, "back": 1}),
    ((RUR,), (GRA,), {"both": 0, "out": 0, "back": 0}),
    ((GRA,), (RUR, SYL), {"both": 0, "out": 0, "back": 0}),
]


@pytest.mark.parametrize("actors, recipients, found", COURSES)
def test_directed_and_undirected(
    actors: tuple[Actor, ...], recipients: tuple[Actor, ...], found: dict[str, int]
) -> None:
    one = state(actors=actors, recipients=recipients, reciprocal=not recipients)
    assert {course: len(between([one], course=course).acts) for course in found} == found


def test_an_actor_alone_stands_for_all_that_it_does_abroad() -> None:
    told = [
        state(),
        state(recipients=(GRA,)),
        state(recipients=(RUR,)),
        state(actors=(SYL,), recipients=(RUR,)),
    ]
    assert len(between(told, other=None).acts) == 2


def test_a_week_is_the_mean_of_its_acts_by_weight() -> None:
    worse = state(intensity=-2.0, quad="VERBAL CONFLICT", independent_sources=2)
    (week,) = between([state(), worse]).weeks
    assert week.mean == pytest.approx((4.0 * 0.5 - 2.0 * 0.75) / 1.25)
    assert week.counts == {"VERBAL CONFLICT": 1, "VERBAL COOPERATION": 1}
    assert week.low < week.level < week.high


def test_weeks_without_acts_are_there_and_their_band_is_wider() -> None:
    later = state(time=Time(earliest="2013-03-11", latest="2013-03-11"))
    weeks = between([state(), later]).weeks
    assert [week.start for week in weeks] == [
        "2013-02-11",
        "2013-02-18",
        "2013-02-25",
        "2013-03-04",
        "2013-03-11",
    ]
    assert [week.mean is None for week in weeks] == [False, True, True, True, False]
    assert weeks[2].high - weeks[2].low > weeks[0].high - weeks[0].low


def test_since_and_as_of_bound_the_acts() -> None:
    assert not between([state()], since="2013-02-12").acts
    assert not relation_of([state()], "RUR", "SYL", as_of="2013-02-10").acts


@pytest.mark.parametrize("pair", PAIRS)
def test_copies_of_one_wire_story_change_nothing(
    pair: tuple[str, str], example_reports: Sequence[Report], states_of: Callable[..., list[State]]
) -> None:
    """Every article three times more, under the names of other outlets."""
    copies = {f"{report.id}-{n}": report.id for report in example_reports for n in range(3)}
    printed = [
        msgspec.structs.replace(report, id=f"{report.id}-{n}", outlet=f"Evening Paper {n}")
        for report in example_reports
        for n in range(3)
    ]
    alone = relation_of(states_of(example_reports), *pair, as_of=DAY)
    with_copies = relation_of(states_of([*example_reports, *printed], copies), *pair, as_of=DAY)
    assert alone.acts
    assert figures(with_copies) == figures(alone)


@pytest.mark.parametrize("pair", PAIRS)
def test_plans_and_rumours_change_nothing(
    pair: tuple[str, str], example_reports: Sequence[Report], states_of: Callable[..., list[State]]
) -> None:
    """The plans of every article once more, in other articles a day later, about other happenings of the pair."""
    plans = ("proposed", "planned", "scheduled", "hypothetical", "denied", "postponed")
    rumours = [
        msgspec.structs.replace(
            report,
            id=f"{report.id}-rumours",
            outlet="Evening Paper",
            events=tuple(event for event in report.events if event.status in plans),
        )
        for report in example_reports
    ]
    assert any(report.events for report in rumours)
    alone = relation_of(states_of(example_reports), *pair, as_of=DAY)
    with_rumours = relation_of(states_of([*example_reports, *rumours]), *pair, as_of=DAY)
    assert figures(with_rumours) == figures(alone)


def test_views_of_a_pair_come_from_reports_that_are_no_copies(example_reports: Sequence[Report]) -> None:
    told = views_between(example_reports, ("URY", "PRT"))
    assert {one.what for one in told} >= {"bad", "better", "disagree"}
    assert {one.context for one in told if one.what == "disagree"} == {"natural_resource", "economic"}
    assert all(one.text in one.sentence for one in told)
    assert not views_between(
        example_reports, ("URY", "PRT"), dropped={report.id for report in example_reports}
    )


def test_corroboration_grows_with_independent_sources() -> None:
    assert [corroboration(n) for n in (0, 1, 2, 3)] == [0.5, 0.5, 0.75, 0.875]


def test_few_weeks_have_fixed_variances_and_no_change_point_and_say_so() -> None:
    assert smooth([], []).how == "no week with an act"
    assert "fixed variances, as only 1 week has acts" in smooth([2.0], [0.5]).how
    assert change_points([2.0, None, 3.0]) == ((), f"not sought: 2 weeks have acts, {ENOUGH} are needed")
    assert change_points([2.0, None]) == ((), f"not sought: 1 week has acts, {ENOUGH} are needed")


def test_a_lasting_change_is_found() -> None:
    means = [3.0 + (n % 3) / 10 for n in range(12)] + [-4.0 + (n % 3) / 10 for n in range(12)]
    assert change_points(means) == ((12,), None)
    band = smooth(means, [1.0] * 24)
    assert "estimated from 24 weeks" in band.how
    assert band.level[0] == pytest.approx(3.1, abs=0.5)
    assert band.level[-1] == pytest.approx(-3.9, abs=0.5)


@given(st.lists(st.one_of(st.none(), st.floats(-10, 10)), min_size=1, max_size=11))
def test_the_level_lies_within_its_band(means: list[float | None]) -> None:
    band = smooth(means, [0.5 if mean is not None else 0.0 for mean in means])
    assert len(band.level) == len(means)
    assert all(low < level < high for low, level, high in zip(band.low, band.level, band.high, strict=True))


def test_weeks_begin_on_monday() -> None:
    assert [monday(f"2013-02-{day}").isoformat() for day in (10, 11, 17)] == [
        "2013-02-04",
        "2013-02-11",
        "2013-02-11",
    ]


NAMES = [("China", "CHN"), ("chn", "CHN"), ("  New  Zealand ", "NZL"), ("US", "USA"), ("Germany", "DEU")]


@pytest.mark.parametrize("called, code", NAMES)
def test_states_by_name_and_code(called: str, code: str) -> None:
    assert load_states().find(called) == code


PAIR_NAMES = [
    ("USA-CHN", ("USA", "CHN")),
    ("China,Japan", ("CHN", "JPN")),
    ("Guinea-Bissau:Mali", ("GNB", "MLI")),
    ("Guinea-Bissau-Mali", ("GNB", "MLI")),
]


@pytest.mark.parametrize("called, pair", PAIR_NAMES)
def test_pairs_by_name(called: str, pair: tuple[str, str]) -> None:
    assert load_states().pair(called) == pair


@pytest.mark.parametrize(
    "called, message",
    [
        ("Chinna-Japan", "did you mean China"),
        ("China", "no pair of states"),
        ("USA-CHN-JPN", "no pair of states"),
    ],
)
def test_what_is_no_pair_says_so(called: str, message: str) -> None:
    with pytest.raises(DetenteError, match=message):
        load_states().pair(called)


@pytest.mark.parametrize("width", [NARROWEST, 72, 110])
def test_a_plot_is_as_wide_as_the_terminal(width: int) -> None:
    assert max(map(len, terminal_plot(between([state()]), width=width).splitlines())) == width
