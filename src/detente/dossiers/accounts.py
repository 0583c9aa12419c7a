"""The accounts of a report: its events by the happening that they speak of."""

from __future__ import annotations

from detente.dossiers.records import Account
from detente.records import Event, Report


def accounts_of(report: Report, *, copy_of: str | None = None) -> tuple[Account, ...]:
    """One account for each happening of the report, in the order in which the text first speaks of them."""
    groups: dict[str, list[Event]] = {}
    for event in report.events:
        groups.setdefault(event.happening, []).append(event)
    return tuple(
        Account(
            id=f"{report.id}#{happening}",
            document=report.id,
            published=report.published,
            outlet=report.outlet,
            url=report.url,
            title=report.title,
            copy_of=copy_of,
            events=tuple(events),
            sentences=tuple(report.text[slice(*event.sentence)] for event in events),
        )
        for happening, events in groups.items()
    )


def head_event(account: Account) -> Event:
    """The mention that says most: principal before others, then the one with most fields known, then the first."""
    return max(account.events, key=lambda event: (event.principal, _known(event)))


def _known(event: Event) -> int:
    fields = (event.actors, event.recipients, event.time, event.place, event.claims, event.type)
    return sum(bool(field) for field in fields)
