"""How values are worded on pages: the filters of the templates."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote, urlsplit

from detente.dossiers.records import Account, Voice
from detente.outputs.wording import CERTAINTY, counted, interval
from detente.records import Time
from detente.store.reading import Listed

_DAY = r"\d{4}-\d\d-\d\d"
_DAYS = re.compile(rf"{_DAY}/(?:{_DAY})?|/{_DAY}|{_DAY}")
NOT_KNOWN = "not known"


def words(name: str) -> str:
    """An identifier as words: `does_not_confirm`, `statement-of-regret`."""
    return name.replace("_", " ") if name[:1].isdigit() else name.replace("_", " ").replace("-", " ")


def day(value: str | None) -> str:
    """An ISO day as `18 Jun 2023`; what is no whole day stays as it is."""
    if not value:
        return NOT_KNOWN
    try:
        read = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{read.day} {read:%b %Y}"


def days(time: Time | None) -> str:
    """The interval of a time, open ends said in words."""
    return (interval(time.earliest, time.latest) if time else None) or NOT_KNOWN


def stands(value: str) -> str:
    """How a change words a state or a date, such as `planned 2024-10-01/2024-10-31`, with its days spelled out."""
    told = _DAYS.sub(lambda found: _interval(found[0]), value)
    return told.replace(" / ", " or ").replace("_", " ")


def _interval(value: str) -> str:
    earliest, mark, latest = value.partition("/")
    return days(Time(earliest=earliest or None, latest=(latest if mark else earliest) or None))


def planned(row: Listed) -> str:
    """When a dossier is to be or was, in a line; empty when not known."""
    if not (row.date_from or row.date_to):
        return ""
    return days(Time(earliest=row.date_from, latest=row.date_to))


def number(value: float | None) -> str:
    """One decimal, with its sign; a missing figure is a dash."""
    return "–" if value is None else f"{value:+.1f}"


def link(said: Voice | Account) -> str:
    """The address of the sentence on the page of its report."""
    account, event = (said.account, said.event) if isinstance(said, Voice) else (said.id, said.events[0].id)
    return f"/articles/{quote(account.split('#', 1)[0])}#{event}"


def web(address: str | None) -> bool:
    """Whether an address may be followed from a page: http and https only."""
    return address is not None and urlsplit(address).scheme in {"http", "https"}


FILTERS = {
    "words": words,
    "day": day,
    "days": days,
    "planned": planned,
    "stands": stands,
    "number": number,
    "counted": counted,
    "sureness": CERTAINTY.__getitem__,
    "link": link,
    "web": web,
}
