"""Dossiers and changes -> what the terminal shows: a list of happenings, and what is new day by day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.dossiers.records import Change
from detente.outputs.narrow import ByWidth
from detente.outputs.wording import NOT_KNOWN, STATUS_STYLES, counted, day, interval, shown
from detente.store.deriving import ALWAYS
from detente.store.reading import Listed

NARROWEST = 88  # in columns; below it what happened would be a few letters wide
UNREPORTED = "bright_black"
_INTERVAL = re.compile(r"\d{4}-\d\d-\d\d(?:/(?:\d{4}-\d\d-\d\d)?)?|/\d{4}-\d\d-\d\d")
WHAT_STYLES = {
    "new": "bright_blue",
    "moved": "yellow",
    "scheduled": "cyan",
    "confirmed": "green",
    "denied": "magenta",
    "postponed": "yellow",
    "cancelled": "red",
    "declined": "red",
    "under_way": "bright_green",
    "held": "green",
    "contradicted": "magenta",
    "overruled": "bright_white",
}


def short(dossier: str) -> str:
    """The id as it is typed: its digits."""
    return dossier.removeprefix("dossier:")


def status(word: str) -> Text:
    """A status in its colour."""
    return Text(word.replace("_", " "), style=f"bold {STATUS_STYLES.get(word, UNREPORTED)}")


def render_list(dossiers: Sequence[Listed], *, total: int) -> RenderableType:
    """A line for each dossier, several in a narrow terminal. total: how many fit, of which these are the first."""
    first = f"the first {len(dossiers):,} of " if len(dossiers) < total else ""
    foot = Text(
        f"{first}{counted(total, 'happening')}; in brackets how many sources of their own. "
        "detente dossier ID shows one.",
        style="dim",
    )
    lines = Group(*(line for one in dossiers for line in _lines(one)))
    return Group(ByWidth(least=NARROWEST, columns=_table(dossiers), lines=lines), Text(), foot)


def _table(dossiers: Sequence[Listed]) -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="dim")
    table.add_column("DOSSIER", no_wrap=True, style="dim")
    table.add_column("STATUS", no_wrap=True)
    table.add_column("WHEN", min_width=11)
    table.add_column("WHAT", ratio=1, overflow="fold")
    table.add_column("LAST NEWS", no_wrap=True)
    table.add_column("REPORTS", justify="right", no_wrap=True)
    for one in dossiers:
        table.add_row(
            short(one.dossier), status(one.status), _when(one), _what(one), _last_news(one), _reports(one)
        )
    return table


def _lines(one: Listed) -> Iterator[RenderableType]:
    yield Text("  ").join([Text(short(one.dossier), style="dim"), status(one.status), _when(one)])
    yield Padding(_what(one), (0, 0, 0, 2))
    news = Text.assemble(("last news ", "dim"), _last_news(one), (", reports ", "dim"), _reports(one))
    yield Padding(news, (0, 0, 0, 2))


def _last_news(one: Listed) -> Text:
    return Text(day(one.day)) if one.day != ALWAYS else Text(NOT_KNOWN, style="dim italic")


def _reports(one: Listed) -> Text:
    return Text.assemble(str(one.reports), (f" ({one.independent_sources})", "dim"))


def _when(one: Listed) -> Text:
    found = interval(one.date_from, one.date_to)
    return Text(found or NOT_KNOWN, style="" if found else "dim italic")


def _what(one: Listed) -> Text:
    what = Text(shown(one.title))
    if one.overruled_by:
        what.append(f"  status decided by {shown(one.overruled_by)}", style="cyan")
    if one.place and one.place not in one.title:
        what.append(f", {shown(one.place)}", style="dim")
    if one.contradictions:
        what.append(f"  {counted(one.contradictions, 'contradiction')}", style="magenta")
    return what


def render_changes(changes: Iterable[Change]) -> RenderableType:
    """What is new, under its day."""
    return Group(*_days(changes))


def _days(changes: Iterable[Change]) -> Iterator[RenderableType]:
    for moment, group in groupby(changes, key=lambda change: change.day):
        yield Text(day(moment), style="bold")
        for change in group:
            yield Padding(change_line(change), (0, 0, 0, 2))
        yield Text()


def change_line(change: Change, *, with_title: bool = True, with_id: bool = True) -> RenderableType:
    """What changed, in which dossier, from what to what, and the sentence that says so."""
    word = Text(change.what.replace("_", " "), style=f"bold {WHAT_STYLES.get(change.what, UNREPORTED)}")
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=12, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    text = Text()
    if with_title:
        text.append(shown(change.title))
        text.append(f"  {short(change.dossier)}\n" if with_id else "\n", style="dim")
    text.append_text(_from_to(change))
    if change.voice is not None:
        text.append(f"\n{shown(change.voice.source.name)}", style="cyan")
        if change.voice.outlet and change.voice.outlet != change.voice.source.name:
            text.append(f" in {shown(change.voice.outlet)}", style="dim")
        text.append(f"\n“{shown(change.voice.sentence).strip()}”", style="dim")
    table.add_row(word, text)
    return table


def _from_to(change: Change) -> Text:
    if change.before and change.after and change.before != change.after:
        text = Text.assemble((dated(change.before), "dim"), " → ", dated(change.after))
    else:
        text = Text(dated(change.after or change.before or ""))
    if change.who or change.why:
        text.append(f"\n{by_hand(change.who, change.why)}", style="cyan")
    return text


def by_hand(who: str | None, why: str | None) -> str:
    """Whose decision something is, and why."""
    return f"decided by {shown(who or 'nobody named')}{f': {shown(why)}' if why else ''}"


def dated(words: str) -> str:
    """The words with each ISO interval in them (`2013-03-01/2013-03-31`, one end may be open) as it is read."""
    return _INTERVAL.sub(lambda found: _read_interval(found[0]), shown(words))


def _read_interval(iso: str) -> str:
    earliest, _, latest = iso.partition("/")
    return interval(earliest or None, (latest or None) if "/" in iso else earliest) or iso
