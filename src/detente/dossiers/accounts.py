"""The accounts of a report: its events by the happening that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.dossiers.records import Account, Quote
from detente.dossiers.tours import by_host
from detente.records import Claim, Event, Report, Source, Span

NEAR = 300  # characters around a sentence in which that may stand which its "it" means, or how a thing is described
UNSETTLED = ("does_not_confirm", "no_comment")


def accounts_of(report: Report, *, copy_of: str | None = None) -> tuple[Account, ...]:
    """One account for each happening of the report, in the order in which the text first speaks of them, one for each
    host of a tour; then those of what it only refers to."""
    told = _by_happening(report.events)
    referred = _by_happening(one.event for one in report.references)
    named: dict[str, set[str]] = {}
    for one in report.references:
        named.setdefault(one.event.happening, set()).update(one.named)
    return (
        *(_account(report, group, copy_of, None) for events in told.values() for group in by_host(events)),
        *(_account(report, e, copy_of, tuple(sorted(named[name]))) for name, e in referred.items()),
    )


def _by_happening(events: Iterable[Event]) -> dict[str, list[Event]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.happening, []).append(event)
    return groups


def _account(
    report: Report, events: Sequence[Event], copy_of: str | None, refers: tuple[str, ...] | None
) -> Account:
    return Account(
        id=f"{report.id}#{events[0].happening}",
        document=report.id,
        published=report.published,
        outlet=report.outlet,
        url=report.url,
        title=report.title,
        copy_of=copy_of,
        events=tuple(events),
        sentences=tuple(report.text[slice(*event.sentence)] for event in events),
        leads=tuple(report.text[_lead_from(event) : event.sentence.start] for event in events),
        tails=tuple(report.text[event.sentence.end : event.sentence.end + NEAR] for event in events),
        quotes=tuple(_quotes(report, events)),
        refers=refers,
    )


def _lead_from(event: Event) -> int:
    return max(0, event.sentence.start - NEAR)


def _quotes(report: Report, events: Iterable[Event]) -> Iterator[Quote]:
    """What sources say in the sentences of the events or around them, in order of the text."""
    near = [Span(_lead_from(event), event.sentence.end + NEAR) for event in events]
    known = {c.attribution: c.sources for event in report.events for c in event.claims if c.attribution}
    for one in report.attributions:
        content = [
            span for span in one.content if any(span.start < n.end and n.start < span.end for n in near)
        ]
        if not content:
            continue
        text = " ".join(report.text[slice(*span)] for span in content)
        for source in known.get(one.id) or _unnamed(report, one.source):
            yield Quote(text=text, source=source)


def _unnamed(report: Report, spans: Iterable[Span]) -> tuple[Source, ...]:
    """The source of an attribution that no event rests on: by its words alone."""
    name = " ".join(report.text[slice(*span)] for span in spans)
    return (Source(name=name, kind="unknown"),) if name else ()


def head_event(account: Account) -> Event:
    """The mention that says most: principal before others, then the one with most fields known, then the first."""
    return max(account.events, key=lambda event: (event.principal, _known(event)))


def settled(event: Event) -> bool:
    """Whether anybody says that it is so, or not; one who will not comment says nothing."""
    return not event.claims or any(claim.stance not in UNSETTLED for claim in voiced(event))


def is_denied_plan(event: Event) -> bool:
    """ "Denied that it would recall its envoy": no offer is refused, a rumour is."""
    return event.status == "declined" and any(claim.stance == "denies" for claim in event.claims)


def voiced(event: Event) -> tuple[Claim, ...]:
    """The claims on a mention, without those of a source that elsewhere in it will not comment or confirm."""
    silent = {source for c in event.claims if c.stance in UNSETTLED for source in _names(c)}
    return tuple(c for c in event.claims if c.stance in UNSETTLED or not silent & _names(c))


def _names(claim: Claim) -> set[str]:
    return {source.id or source.name for source in claim.sources}


def _known(event: Event) -> int:
    began = (
        event.time.earliest if event.time else None
    )  # a day that the text gives, beside "reported as past"
    fields = (event.actors, event.recipients, event.time, began, event.place, event.claims, event.type)
    return sum(bool(field) for field in fields)


def originals(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """The accounts of the first report of each text: a copy says nothing of its own, and must change nothing."""
    firsts: dict[str, str] = {}
    kept = (
        (account, firsts.setdefault(account.copy_of or account.document, account.document))
        for account in sorted(accounts, key=lambda one: one.copy_of is not None)
    )
    chosen = {account.id for account, first in kept if account.document == first}
    return tuple(account for account in accounts if account.id in chosen)
