"""A report -> a table for the terminal: each happening with its mentions, and the sentence behind each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from detente.outputs.relations import render_relations
from detente.outputs.wording import (
    NOT_KNOWN,
    STATUS_STYLES,
    code,
    heading,
    marked,
    names,
    published,
    quote,
    says,
    shown,
    voice,
    when,
    where,
)
from detente.records import Actor, Claim, Event, Place, Report, Time

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
COLUMNS = ("WHEN", "STATUS", "WHO → WHOM", "WHAT", "WHERE", "WHO SAYS SO")
WEIGHTS = (14, 13, 22, 15, 13, 17)  # shares of the width; with those of the gaps they make 100 columns
GAP = 1
NARROWEST = 72  # in columns; below it they would break words, and stand one below the other
WIDEST = 140
CLAIMS_SHOWN = 5
NOT_SAID = {"does_not_confirm": "not confirmed by", "denies": "denied by", "no_comment": "no comment from"}


class Footnotes:
    """Numbers the reasons for what was inferred; what has one reason has one number."""

    def __init__(self) -> None:
        self.reasons: dict[str, str] = {}

    def mark(self, value: Actor | Time | Place | None) -> str:
        """The number of the reason for which this was inferred; nothing when the text says it."""
        if value is None or value.inferred is None:
            return ""
        return self.reasons.setdefault(value.inferred, str(len(self.reasons) + 1).translate(RAISED))


class ReportTable:
    """Renders a report at the width that it is given."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(options.max_width, WIDEST)
        yield Group(*_parts(self.report, width))


def render_table(report: Report) -> RenderableType:
    """The report for a terminal of about 100 columns."""
    return ReportTable(report)


def _parts(report: Report, width: int) -> Iterator[RenderableType]:
    notes = Footnotes()
    yield _head(report, width)
    if not report.events:
        yield Text("  No event was found.", style="italic")
    elif width >= NARROWEST:
        yield _row([Text(name, style="bold dim") for name in COLUMNS], width)
    for mentions in by_happening(report.events):
        yield _title(report, mentions, width)
        for number, (_sentence, group) in enumerate(groupby(mentions, key=lambda event: event.sentence)):
            if number:
                yield Text()
            yield from _told_together(report, tuple(group), width, notes)
    yield from render_relations(report)
    yield from _foot(report, notes)
    yield Text()


def by_happening(events: Sequence[Event]) -> list[tuple[Event, ...]]:
    """The mentions of each happening, in the order in which the text comes to them."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.happening, []).append(event)
    return [tuple(group) for group in groups.values()]


def _head(report: Report, width: int) -> Panel:
    about = [shown(report.outlet) if report.outlet else f"outlet {NOT_KNOWN}", published(report)]
    about += [shown(value) for value in (report.url, report.source_id) if value]
    lines = Text(heading(report), style="bold")
    lines.append("\n" + "  ·  ".join(about), style="not bold dim")
    return Panel(lines, width=width, border_style="dim", padding=(0, 1))


def _title(report: Report, mentions: Sequence[Event], width: int) -> RenderableType:
    """A line above each happening: what it is, and how often the report speaks of it."""
    title = Text(f"{shown(mentions[0].kind)} ", style="bold")
    if len(mentions) > 1:
        title.append(f"{len(mentions)} mentions ", style="not bold dim")
    title.append("─" * max(0, width - 2 - title.cell_len), style="not bold dim")
    return Padding(title, (1, 0, 0, 2))


def _told_together(
    report: Report, events: Sequence[Event], width: int, notes: Footnotes
) -> Iterator[RenderableType]:
    """Rows of the events that rest on one sentence, and the sentence beneath them."""
    for event in events:
        yield _row(_cells(report, event, notes), width)
        yield from _notes(report, event)
    triggers = [event.trigger for event in events]
    sentence = marked(report, events[0].sentence, triggers, style="dim", mark="not dim bold underline")
    yield _indented(Text.assemble(("“", "dim"), sentence, ("”", "dim")))


def _row(cells: Sequence[Text], width: int) -> RenderableType:
    if width < NARROWEST:
        return _stacked(cells)
    free = width - 2 - GAP * (len(WEIGHTS) - 1)
    widths = [free * weight // sum(WEIGHTS) for weight in WEIGHTS]
    widths[-1] += free - sum(widths)
    table = Table.grid(padding=(0, GAP, 0, 0))
    for share in widths:
        table.add_column(width=share, overflow="fold")
    table.add_row(*cells)
    return Padding(table, (0, 0, 0, 2), expand=False)


def _stacked(cells: Sequence[Text]) -> RenderableType:
    """The cells one below the other, each behind the name of its column."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, cell in zip(COLUMNS, cells, strict=True):
        table.add_row(Text(name, style="bold dim"), cell)
    return Padding(table, (0, 0, 0, 2), expand=False)


def _cells(report: Report, event: Event, notes: Footnotes) -> list[Text]:
    time, place = event.time, event.place
    return [
        _two(when(time), time.text if time else None, notes.mark(time)),
        _status(event, notes),
        _who(event, notes),
        _two(event.kind, code(event)),
        _two(where(place), None, notes.mark(place)),
        _sources(report, event),
    ]


def _two(main: str, below: str | None, mark: str = "") -> Text:
    """A value with its mark, and beneath it, dimmed, what it rests on."""
    cell = Text(shown(main), style="dim italic" if main == NOT_KNOWN else "")
    cell.append(mark, style="bold magenta")
    if below and shown(below) != main:
        cell.append(f"\n{shown(below)}", style="not italic dim")
    return cell


def _status(event: Event, notes: Footnotes) -> Text:
    cell = Text(event.status.replace("_", " "), style=f"bold {STATUS_STYLES[event.status]}")
    if event.status_time:
        cell.append(f"\n{when(event.status_time)}", style="not bold dim")
        cell.append(notes.mark(event.status_time), style="not bold magenta")
    return cell


def _who(event: Event, notes: Footnotes) -> Text:
    """The sides, each in a line, and who else is there."""
    cell = Text()
    if event.reciprocal:
        for number, actor in enumerate(event.actors):
            cell.append("\n↔ " if number else "").append_text(_side((actor,), notes))
    else:
        cell.append_text(_side(event.actors, notes)).append("\n→ ")
        cell.append_text(_side(event.recipients, notes))
    for word, certainty in (("with", "definite"), ("perhaps", "potential")):
        people = [person for person in event.participants if person.certainty == certainty]
        if people:
            cell.append(f"\n{word} {names(people)}", style="dim")
    return cell


def _side(actors: Sequence[Actor], notes: Footnotes) -> Text:
    if not actors:
        return Text(NOT_KNOWN, style="dim italic")
    parts = [Text.assemble(shown(a.name), (notes.mark(a), "bold magenta")) for a in actors]
    return Text(", ").join(parts[:-1]) + Text(" and ") + parts[-1] if len(parts) > 1 else parts[0]


def _sources(report: Report, event: Event) -> Text:
    """Each claim in a line: whose it is, and what they do with it unless they just say so."""
    lines = [_claim(report, event, claim) for claim in event.claims[:CLAIMS_SHOWN]]
    if len(event.claims) > CLAIMS_SHOWN:
        lines.append(Text(f"and {len(event.claims) - CLAIMS_SHOWN} more", style="dim"))
    return Text("\n").join(lines) if lines else Text(NOT_KNOWN, style="dim italic")


def _claim(report: Report, event: Event, claim: Claim) -> Text:
    word = says(claim, event)
    if word and claim.stance in NOT_SAID:
        return Text.assemble((f"{NOT_SAID[claim.stance]} ", "yellow"), voice(claim, report))
    return Text.assemble(voice(claim, report), (f": {word}" if word else "", "dim"))


def _notes(report: Report, event: Event) -> Iterator[RenderableType]:
    """Why, on what condition, and, at the first mention of it, what had been planned before."""
    for word, cause in (("because of", event.cause), ("condition", event.condition)):
        if cause:
            yield _indented(Text(f"{word}: {quote(report, cause.span)}", style="italic"))
    earlier = next((e for e in report.events if e.id == event.earlier_plan), None)
    first = next(e for e in report.events if e.earlier_plan == event.earlier_plan)
    if earlier and event is first:
        yield _indented(Text(f"earlier plan: {earlier.status}, {when(earlier.time)}", style="italic"))


def _indented(text: Text) -> RenderableType:
    return Padding(text, (0, 2, 0, 4))


def _foot(report: Report, notes: Footnotes) -> Iterator[RenderableType]:
    """What was inferred and from what, and how much was seen but not coded."""
    if notes.reasons:
        lines = [
            Text.assemble((mark, "bold magenta"), f" inferred: {shown(reason)}")
            for reason, mark in notes.reasons.items()
        ]
        yield Padding(Group(*lines), (1, 2, 0, 2))
    if report.uncoded:
        count = len(report.uncoded)
        seen = f"{count} passage{'s' if count > 1 else ''} seen but not coded: --format tree shows why."
        yield Padding(Text(seen, style="dim"), (1, 2, 0, 2))
