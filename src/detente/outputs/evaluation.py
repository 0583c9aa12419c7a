"""Scores against hand-coded items -> what the terminal shows."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.evaluation import Difference, Scores, Share, Tally
from detente.outputs.wording import counted, parties, shown


def render_scores(scores: Scores, *, errors: bool) -> RenderableType:
    """The table, and with `errors` each difference in a line."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("")
    for head in ("RIGHT", "MISSED", "EXTRA", "PRECISION", "RECALL", "F1"):
        table.add_column(head, justify="right")
    for name, tally in (
        ("events (type and parties)", scores.events),
        ("parties alone", scores.parties),
        ("types alone", scores.types),
    ):
        table.add_row(name, *_row(tally))
    parts: list[RenderableType] = [
        Text(counted(scores.items, "hand-coded item"), style="bold"),
        Text(),
        table,
        Text(),
    ]
    parts += [
        _share("status", "of the answered", scores.status),
        _share("time", "of the answered that are dated", scores.time),
        _share("source", "of the answered that have one", scores.source),
        Text(f"{counted(scores.in_empty, 'event')} found in {counted(scores.empty, 'item')} without any"),
    ]
    if errors:
        parts += [Text(), *_differences(scores)]
    return Group(*parts)


def _row(tally: Tally) -> tuple[str, ...]:
    counts = (str(tally.right), str(tally.missed), str(tally.extra))
    return (*counts, *(_number(value) for value in (tally.precision, tally.recall, tally.f1)))


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _share(name: str, of: str, share: Share) -> Text:
    return Text(f"{name} right: {_number(share.value)} ({share.right} of {share.asked} {of})")


def _differences(scores: Scores) -> Iterator[RenderableType]:
    for one in scores.differences:
        yield Padding(_difference(one), (0, 0, 0, 2))


def _difference(one: Difference) -> Text:
    text = Text.assemble((f"{one.what:7}", "bold"), (f" {shown(one.item)}  ", "dim"))
    if one.gold:
        sides = (
            ", ".join(side.code for side in part) or "?" for part in (one.gold.actor, one.gold.recipient)
        )
        text.append(f"{shown(one.gold.trigger)}: {one.gold.type} {' → '.join(sides)}, {one.gold.status}")
    if one.gold and one.event:
        text.append("  coded ", style="dim")
    if one.event:
        code = one.event.type or "no type"
        text.append(f"{one.event.kind} ({code}) {parties(one.event)}, {one.event.status}")
    return text
