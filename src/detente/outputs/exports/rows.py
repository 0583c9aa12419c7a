"""Reports in, one row for each happening of each report out: what every export is made of.

A happening that a report mentions several times is one row, that of the mention that says most of where it stands,
so that no count of rows is a count of how often a text repeats itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from detente.dossiers import accounts_of, telling_event
from detente.dossiers.records import Account
from detente.outputs.exports.filters import Wanted
from detente.records import Event, Report


class Link(NamedTuple):
    """What the store knows of an account beyond its report: the dossier, the document that it copies, the day on
    which a corrected text took its place.
    """

    dossier: str | None = None
    copy_of: str | None = None
    superseded: str | None = None


class Row(NamedTuple):
    """One happening of one report, by the mention that says most of where it stands."""

    report: Report
    account: Account
    event: Event
    sentence: str
    dossier: str | None = None


NO_LINKS: Mapping[str, Link] = {}


def rows_of(
    reports: Iterable[Report], *, wanted: Wanted | None = None, links: Mapping[str, Link] = NO_LINKS
) -> Iterator[Row]:
    """The rows of the reports in their order, those that are not wanted left out; `links` by account id."""
    checked = wanted or Wanted()
    for report in reports:
        if not checked.takes_report(report):
            continue
        for account in accounts_of(report):
            if account.refers is not None:
                continue
            row = _row(report, account, links.get(account.id))
            if checked.takes_event(report, row.event):
                yield row


def _row(report: Report, account: Account, link: Link | None) -> Row:
    event = telling_event(account)
    if link is None:
        return Row(report, account, event, _sentence(account, event))
    if link.copy_of is not None or link.superseded is not None:
        account = replace(account, copy_of=link.copy_of, superseded=link.superseded)
    return Row(report, account, event, _sentence(account, event), link.dossier)


def _sentence(account: Account, event: Event) -> str:
    return next(text for one, text in zip(account.events, account.sentences, strict=True) if one is event)


def batches[T](items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
