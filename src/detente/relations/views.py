"""Reports in, what they say of a relation out: how it is called, and what the two sides disagree about."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from detente.records import Assessment, Disagreement, Report
from detente.relations.records import Told


def views_between(
    reports: Iterable[Report], pair: tuple[str, str], *, dropped: Container[str] = ()
) -> tuple[Told, ...]:
    """The views of the two by day; `dropped` are ids of reports that repeat another or were corrected, and say nothing."""
    wanted = frozenset(pair)
    found = (told for report in reports if report.id not in dropped for told in _views(report, wanted))
    return tuple(sorted(found, key=lambda told: (told.published or "", told.outlet or "")))


def _views(report: Report, wanted: frozenset[str]) -> Iterator[Told]:
    for view in report.assessments:
        if frozenset(view.pair) == wanted:
            yield _told(report, view)
    for disagreement in report.disagreements:
        if frozenset(disagreement.pair) == wanted:
            yield _told(report, disagreement)


def _told(report: Report, view: Assessment | Disagreement) -> Told:
    return Told(
        what=view.direction if isinstance(view, Assessment) else "disagree",
        context=view.context if isinstance(view, Disagreement) else None,
        text=view.text,
        sentence=_around(report, view),
        sources=view.sources,
        published=report.published,
        outlet=report.outlet,
        url=report.url,
    )


def _around(report: Report, view: Assessment | Disagreement) -> str:
    """The sentence of an event that the words stand in, else their line."""
    start, end = view.span
    for event in report.events:
        if event.sentence.start <= start and end <= event.sentence.end:
            return report.text[slice(*event.sentence)]
    first = report.text.rfind("\n", 0, start) + 1
    last = report.text.find("\n", end)
    return report.text[first : None if last < 0 else last].strip()
