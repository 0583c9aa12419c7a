"""A relation -> what a terminal shows: the plot, the acts behind each point, and what is told beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.dossiers.records import Voice
from detente.outputs.plots import terminal_plot
from detente.outputs.wording import NOT_KNOWN, STATUS_STYLES, day, names, shown, when
from detente.relations import Act, Coming, Relation, Told
from detente.relations.index import monday

type Name = Callable[[str], str]
PLACED = {"day": "", "days": "about ", "first report": "by "}
ARROWS = {"both": "and", "out": "towards", "back": "as seen in what comes from"}


def title_of(relation: Relation, name: Name) -> str:
    """`United States and China`."""
    if relation.other is None:
        return name(relation.one)
    if relation.course == "back":
        return f"{name(relation.other)} towards {name(relation.one)}"
    return f"{name(relation.one)} {ARROWS[relation.course]} {name(relation.other)}"


def render_relation(relation: Relation, name: Name, *, width: int) -> RenderableType:
    """All that is known of the relation, for a terminal that is so wide."""
    return Group(*_parts(relation, name, width))


def _parts(relation: Relation, name: Name, width: int) -> Iterator[RenderableType]:
    yield Text(f"{title_of(relation, name)}, up to {day(relation.as_of)}", style="bold")
    if relation.acts:
        number = len(relation.acts)
        yield Text(
            f"{number} act{'s' if number > 1 else ''} that took place, by week; {relation.smoothing}",
            style="dim",
        )
        yield Text(terminal_plot(relation, width=min(width, 110)))
        yield Text(
            "● mean score of the week's acts   ─ level   · bounds that hold it in nine cases of ten",
            style="dim",
        )
        yield from _changes(relation)
        yield from _section("WHAT HAPPENED", _acts(relation.acts, name))
    else:
        yield Text("No act between them is known.", style="italic")
    yield from _section("COMING UP, not counted", _events(relation.coming))
    yield from _section("TOLD, BUT NOT COUNTED", _events(relation.not_counted))
    yield from _section("TOOK PLACE, BUT ON NO KNOWN DAY; not counted", _events(relation.undated))
    yield from _section(
        "HOW THE RELATION IS CALLED", _views([one for one in relation.told if one.what != "disagree"])
    )
    yield from _section(
        "OPEN DISAGREEMENTS", _views([one for one in relation.told if one.what == "disagree"])
    )


def _changes(relation: Relation) -> Iterator[RenderableType]:
    if relation.change_points:
        yield Text(f"The level changes in the week of {', '.join(map(day, relation.change_points))}.")
    elif relation.change_note:
        yield Text(f"Change points {relation.change_note}.", style="dim")


def _section(title: str, lines: Sequence[RenderableType]) -> Iterator[RenderableType]:
    if lines:
        yield Padding(Text(title, style="bold dim"), (1, 0, 0, 0))
        yield from lines


def _acts(acts: Iterable[Act], name: Name) -> list[RenderableType]:
    lines: list[RenderableType] = []
    week = ""
    for act in acts:
        start = monday(act.day).isoformat()
        if start != week:
            lines.append(Text(f"week of {day(start)}", style="dim"))
            week = start
        row = Table.grid(padding=(0, 1))
        row.add_column(width=17)
        row.add_column(width=6, justify="right")
        row.add_column()
        style = "green" if act.intensity > 0 else "red" if act.intensity < 0 else ""
        about = Text(shown(act.title), style="bold")
        about.append(f"  {_sources(act.sources)}", style="not bold dim")
        row.add_row(
            f"  {PLACED[act.placed]}{day(act.day)}", Text(f"{act.intensity:+.1f}", style=style), about
        )
        row.add_row("", "", _said(act.voice))
        lines.append(row)
    return lines


def _events(events: Iterable[Coming]) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for one in events:
        row = Table.grid(padding=(0, 1))
        row.add_column(width=22)
        row.add_column()
        about = Text.assemble((shown(one.title), "bold"), "  ")
        about.append(one.status.replace("_", " "), style=STATUS_STYLES.get(one.status, "dim"))
        about.append(f"  {_sources(one.sources)}", style="dim")
        row.add_row(f"  {when(one.time)}", about)
        row.add_row("", _said(one.voice))
        lines.append(row)
    return lines


def _views(views: Iterable[Told]) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for one in views:
        row = Table.grid(padding=(0, 1))
        row.add_column(width=22)
        row.add_column()
        what = one.context if one.what == "disagree" else one.what
        by = names(list({source.name: source for source in one.sources}.values())) if one.sources else None
        about = Text.assemble((f"“{shown(one.text)}”", "bold"), f"  {by}" if by else "")
        row.add_row(f"  {shown(what or NOT_KNOWN).replace('_', ' ')}", about)
        row.add_row(
            "", Text(f"“{shown(one.sentence)}” {_where(one.outlet, one.published)}", style="dim italic")
        )
        lines.append(row)
    return lines


def _said(voice: Voice | None) -> Text:
    if voice is None:
        return Text()
    return Text(f"“{shown(voice.sentence)}” {_where(voice.outlet, voice.published)}", style="dim italic")


def _where(outlet: str | None, published: str | None) -> str:
    return f"({shown(outlet) if outlet else f'outlet {NOT_KNOWN}'}, {day(published) if published else 'undated'})"


def _sources(number: int) -> str:
    return f"{number} independent sources" if number > 1 else "one source"
