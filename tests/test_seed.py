"""The acceptance test: what the seed article says, row by row, and what it must not be made to say.

The article and the table (`seed/expected.md`) lie beside the checkout; nothing of the text is copied here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from detente.pipeline import Coder
from detente.records import Document, Event, Report

PUBLISHED = "2023-06-10"
OUTLET = "The Thaiger"
SECRETARY = "person:antony-blinken"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of the table: what a reader understands; None is not compared."""

    row: str
    sentence: int
    kind: str
    status: str
    actors: set[str]
    recipients: set[str]
    time: tuple[str | None, str | None] | None = None
    value: tuple[str, str | None] | None = None
    place: str | None = None
    sources: set[str] = field(default_factory=set)
    factuality: str | None = None
    code: tuple[str | None, str | None] | None = None


ROWS = [
    Row(row="1a", sentence=1, kind="visit", status="planned", actors={SECRETARY}, recipients={"CHN"},
        value=("2023-06", None), place="CHN", sources={OUTLET}, factuality="PR+", code=("AGREE", None)),
    Row(row="1b", sentence=2, kind="visit", status="planned", actors={SECRETARY}, recipients={"CHN"},
        time=("2023-06-18", "2023-06-18"), place="CHN", sources={"unnamed US officials"}, factuality="PR+"),
    Row(row="1c", sentence=3, kind="visit", status="planned", actors={SECRETARY}, recipients={"CHN"},
        time=("2023-06-12", None), value=("2023-W24", "ON_OR_AFTER"), sources={"Politico"}),
    Row(row="1e", sentence=4, kind="visit", status="scheduled", actors={SECRETARY}, recipients={"CHN"},
        value=("2023-02", "START"), sources={OUTLET}),
    Row(row="1f", sentence=4, kind="visit", status="postponed", actors={SECRETARY}, recipients={"CHN"},
        sources={OUTLET}, code=(None, None)),
    Row(row="3", sentence=5, kind="statement of regret", status="occurred", actors={"CHN"}, recipients={"USA"},
        time=(None, PUBLISHED), code=("CONCEDE", None)),
    Row(row="6", sentence=6, kind="condemnation", status="occurred", actors={"Chinese officials"},
        recipients={"person:joe-biden"}, sources={OUTLET}, code=("ACCUSE", "disapprove")),
    Row(row="8", sentence=11, kind="talks", status="occurred", actors={"person:jake-sullivan", "person:wang-yi"},
        recipients=set(), value=("2023-05", "START"), place="AUT", sources={OUTLET}, code=("CONSULT", None)),
    Row(row="9", sentence=12, kind="visit", status="occurred", actors={"person:daniel-kritenbrink"},
        recipients={"CHN"}, time=("2023-06-05", PUBLISHED), place="CHN", sources={OUTLET}, code=("CONSULT", "visit")),
    Row(row="10", sentence=13, kind="talks", status="declined", actors={"person:li-shangfu"},
        recipients={"person:lloyd-austin"}, time=("2023-05-29", "2023-06-04"), place="SGP", sources={OUTLET},
        factuality="PR-", code=("REJECT", "meet")),
    Row(row="10b", sentence=13, kind="talks", status="proposed", actors={"person:lloyd-austin"},
        recipients={"person:li-shangfu"}, place="SGP", code=("AGREE", None)),
    Row(row="11", sentence=14, kind="visit", status="hypothetical", actors={SECRETARY}, recipients={"CHN"},
        sources={"Politico"}, code=(None, None)),
    Row(row="12", sentence=14, kind="visit", status="occurred", actors={"person:mike-pompeo"}, recipients={"CHN"},
        time=("2018-01-01", "2018-12-31"), place="CHN", sources={"Politico"}, code=("CONSULT", "visit")),
]  # fmt: skip


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="module")
def article(shared: Path) -> str:
    return (shared / "seed" / "article.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report(article: str, coder: Coder) -> Report:
    return coder.code(Document(text=article, published=PUBLISHED, outlet=OUTLET))


@pytest.fixture(scope="module")
def sentences(article: str, coder: Coder) -> list[int]:
    """Where each sentence starts, the title first."""
    doc = coder.layers(Document(text=article))["doc"]
    return [s.start_char for s in doc.sents if s.text.strip()]


def names(event: Event, side: str) -> set[str]:
    return {a.id or a.name for a in getattr(event, side)}


def answers(event: Event, row: Row) -> bool:
    """Whether an event says what the row says."""
    sources = {s.name for c in event.claims for s in c.sources}
    time = event.time
    return (
        (event.kind, event.status) == (row.kind, row.status)
        and names(event, "actors") == row.actors
        and names(event, "recipients") == row.recipients
        and row.sources <= sources
        and (row.time is None or (time is not None and (time.earliest, time.latest) == row.time))
        and (row.value is None or (time is not None and (time.value, time.mod) == row.value))
        and (row.place is None or (event.place is not None and event.place.country == row.place))
        and (row.factuality is None or row.factuality in {c.factuality for c in event.claims})
        and (row.code is None or (event.type, event.mode) == row.code)
    )


def in_sentence(number: int, report: Report, sentences: list[int]) -> list[Event]:
    start, end = sentences[number], [*sentences, len(report.text)][number + 1]
    return [e for e in report.events if start <= e.trigger.start < end]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.row)
def test_row(row: Row, report: Report, sentences: list[int]) -> None:
    found = in_sentence(row.sentence, report, sentences)
    assert [e for e in found if answers(e, row)], [
        (e.kind, e.status, e.actors, e.recipients, e.time) for e in found
    ]


def test_the_planned_visit_names_whom_it_is_to_meet(report: Report, sentences: list[int]) -> None:
    visit = next(e for e in in_sentence(2, report, sentences) if e.kind == "visit")
    assert {(p.id, p.certainty) for p in visit.participants} >= {
        ("person:qin-gang", "definite"),
        ("person:xi-jinping", "potential"),
    }


def test_the_plans_are_not_confirmed_by_either_ministry(report: Report, sentences: list[int]) -> None:
    for number in (2, 3):
        visit = next(e for e in in_sentence(number, report, sentences) if e.kind == "visit")
        unconfirmed = {s.country for c in visit.claims if c.stance == "does_not_confirm" for s in c.sources}
        assert unconfirmed == {"USA", "CHN"}


def test_the_postponement_has_its_cause_and_its_earlier_plan(report: Report, sentences: list[int]) -> None:
    events = {e.status: e for e in in_sentence(4, report, sentences) if e.kind == "visit"}
    postponed = events["postponed"]
    assert postponed.earlier_plan == events["scheduled"].id
    assert postponed.cause is not None
    assert report.text[slice(*postponed.cause.span)].startswith("the discovery of")


def test_all_mentions_of_the_visit_are_one_happening(report: Report, sentences: list[int]) -> None:
    mentions = [e for e in report.events if e.kind == "visit" and SECRETARY in names(e, "actors")]
    assert len({e.happening for e in mentions}) == 1
    assert len(mentions) >= 6


def test_nothing_comes_from_the_label_the_biography_and_the_links(report: Report, article: str) -> None:
    end = article.index("World News")
    spans = (
        [e.trigger for e in report.events] + [t.span for t in report.times] + [u.span for u in report.uncoded]
    )
    assert [report.text[slice(*s)] for s in spans if s.start >= end] == []
    assert not [a for a in report.attributions for s in (*a.source, *a.cue, *a.content) if s.start >= end]


def test_no_meeting_that_the_article_does_not_tell(report: Report) -> None:
    held = [e for e in report.events if e.type == "CONSULT"]
    sides = [
        names(e, "actors") | names(e, "recipients") | {p.id or p.name for p in e.participants} for e in held
    ]
    assert not [s for s in sides if "person:qin-gang" in s or "person:lloyd-austin" in s or SECRETARY in s]


def test_no_outlet_or_dish_is_an_actor(report: Report) -> None:
    sides = {a.name for e in report.events for a in (*e.actors, *e.recipients)}
    named = sides | {p.name for e in report.events for p in e.participants}
    assert not named & {"Politico", "Khao Soi", "Jenn"}
    assert "THA" not in {a.country for e in report.events for a in (*e.actors, *e.recipients)}


def test_no_date_is_the_day_of_publication(report: Report) -> None:
    assert not [
        e for e in report.events if e.time is not None and e.time.earliest == e.time.latest == PUBLISHED
    ]


def test_disagreements_and_assessments(report: Report) -> None:
    assert {(d.text, d.context) for d in report.disagreements if d.pair == ("CHN", "USA")} >= {
        ("trade", "economic"),
        ("Taiwan’s status", "territory"),
    }
    assert {"bad", "worse", "against_worsening"} <= {a.direction for a in report.assessments}


def test_an_undated_run_keeps_the_year_open(article: str, coder: Coder) -> None:
    report = coder.code(Document(text=article))
    visit = next(e for e in report.events if e.time is not None and e.time.text == "June 18")
    assert visit.time is not None
    assert (visit.time.value, visit.time.earliest, visit.time.latest) == ("XXXX-06-18", None, None)
    assert report.published_inferred is not None
    assert "2023" in report.published_inferred
