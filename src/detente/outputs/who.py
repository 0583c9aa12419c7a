"""Answers to "who is that?" -> a table for the terminal, or JSON lines."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from detente.knowledge.who import NO_SOURCE, Answer
from detente.outputs.wording import NOT_KNOWN, day, shown

COLUMNS = (("WHO", 6), ("STATE", 2), ("OFFICE OR NOTE", 6), ("FROM – TO", 4), ("SOURCE", 6))


def render_answers(answers: Sequence[Answer]) -> RenderableType:
    """A row for each answer; office-holders who did not hold the office on the day that was asked for are dimmed."""
    table = Table(box=None, header_style="bold dim", padding=(0, 1, 1, 1), expand=True)
    for name, ratio in COLUMNS:
        table.add_column(name, ratio=ratio, overflow="fold")
    for answer in answers:
        table.add_row(*_cells(answer), style="dim" if answer.on_the_day is False else "")
    return table


def _cells(answer: Answer) -> tuple[Text, ...]:
    return (
        Text.assemble((shown(answer.name), "bold"), (f"\n{shown(answer.id or NOT_KNOWN)}", "dim")),
        Text.assemble(answer.country or "", (f"\n{' '.join(answer.sectors)}", "dim")),
        Text("\n".join(filter(None, (_kind(answer), shown(answer.what))))),
        Text.assemble(_held(answer), *_on_the_day(answer)),
        Text(shown(answer.source), style="dim italic" if answer.source == NO_SOURCE else ""),
    )


def _kind(answer: Answer) -> str:
    return "" if answer.kind == "person" else answer.kind


def _held(answer: Answer) -> str:
    ends = [day(end) if end[:1].isdigit() else shown(end) for end in (answer.start, answer.end)]
    if answer.kind != "person":
        return f"{ends[0] or '…'} – {ends[1] or 'today'}" if any(ends) else ""
    until = ends[1].replace("not before ", "")
    return f"{ends[0]} –\n{f'open on\n{day(until)}' if until != ends[1] else until}"


def _on_the_day(answer: Answer) -> tuple[tuple[str, str], ...]:
    if answer.on_the_day is None:
        return ()
    return (("\n✓ that day", "green"),) if answer.on_the_day else (("\nnot that day", "red"),)


def answer_line(answer: Answer) -> bytes:
    """One JSON line; what is not known is null."""
    fields = {name: value or None for name, value in answer._asdict().items()}
    fields |= {"sectors": answer.sectors, "on_the_day": answer.on_the_day}
    return msgspec.json.encode(fields) + b"\n"
