"""A relation -> a picture: in the terminal, or as a PNG, SVG or PDF file. Needs no display."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import DetenteError
from detente.outputs.wording import day
from detente.relations import Relation, Week

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HIGHEST = 10.0  # of PLOVER's scores
KINDS = (".png", ".svg", ".pdf")
LABELS = 4  # days written under the plot in a terminal
COOPERATION, CONFLICT, LEVEL = "#1b7837", "#b2182b", "#2166ac"
NO_DATES = {"png": {"Software": None}, "svg": {"Date": None}, "pdf": {"CreationDate": None, "Creator": None}}


def terminal_plot(relation: Relation, *, width: int, height: int = 18) -> str:
    """Lines of plain text: `●` the mean of a week's acts, `─` the level, `·` the bounds of its band."""
    import plotext  # noqa: PLC0415

    weeks = relation.weeks
    plotext.terminal.limit(width=False, height=False)  # the width is ours, not that of some terminal
    figure = plotext.figure
    figure.clear()
    figure.plot_size(width, height)
    figure.theme("colorless")
    places = list(range(len(weeks)))
    for values, mark in (
        ([week.low for week in weeks], "·"),
        ([week.high for week in weeks], "·"),
        ([week.level for week in weeks], "─"),
    ):
        signal = figure.signal(places, values, marker=mark)
        if len(weeks) > 1:
            signal.lines()
        figure.draw(signal)
    seen = [(place, week.mean) for place, week in enumerate(weeks) if week.mean is not None]
    figure.draw(figure.signal([place for place, _ in seen], [mean for _, mean in seen], marker="●"))
    figure.ruler("y").lim(-HIGHEST, HIGHEST)
    chosen = sorted({round(n * (len(weeks) - 1) / (LABELS - 1)) for n in range(LABELS)})
    figure.ruler("x").ticks(chosen, [day(weeks[place].start) for place in chosen])
    text = plotext.uncolorize(figure.build().string())
    figure.clear()
    return "\n".join(line.rstrip() for line in str(text).splitlines()).rstrip()


def check_plot(file: Path | None) -> None:
    """Raise `DetenteError` for a kind of file that cannot be made."""
    if file is not None and file.suffix.lower() not in KINDS:
        raise DetenteError(f"--plot {file}: no such picture can be made; end the name in {', '.join(KINDS)}")


def save_plot(relation: Relation, file: Path, *, title: str) -> None:
    """Write the picture. Raises `DetenteError` when it cannot be written."""
    import matplotlib  # noqa: PLC0415
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    with matplotlib.rc_context({"svg.hashsalt": "detente", "svg.fonttype": "none"}):
        figure = Figure(figsize=(10, 5.6), layout="constrained")
        FigureCanvasAgg(figure)
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
        _levels(above, relation)
        _counts(below, relation.weeks)
        above.set_title(title, loc="left")
        figure.autofmt_xdate()
        kind = file.suffix.lower()[1:]
        try:
            figure.savefig(file, format=kind, metadata=NO_DATES[kind])
        except OSError as error:
            raise DetenteError(
                f"--plot {file}: cannot be written ({error.strerror}); name another file"
            ) from error


def _levels(axes: Axes, relation: Relation) -> None:
    starts = _places(week.start for week in relation.weeks)
    low, high = [week.low for week in relation.weeks], [week.high for week in relation.weeks]
    axes.axhline(0, color="#999999", linewidth=0.8)
    axes.fill_between(
        starts, low, high, color=LEVEL, alpha=0.18, linewidth=0, label="level, nine cases in ten"
    )
    axes.plot(starts, [week.level for week in relation.weeks], color=LEVEL, label="level")
    for week, start in zip(relation.weeks, starts, strict=True):
        if week.mean is not None:
            colour = COOPERATION if week.mean >= 0 else CONFLICT
            axes.scatter([start], [week.mean], s=18 + 22 * week.weight, color=colour, zorder=3)
    for point in relation.change_points:
        axes.axvline(_places([point])[0], color="#555555", linestyle=":", linewidth=1)
    axes.set_ylim(-HIGHEST, HIGHEST)
    axes.set_ylabel("conflict  ←  PLOVER score  →  cooperation", fontsize=8)
    axes.legend(loc="lower right", fontsize=8, frameon=False)


def _counts(axes: Axes, weeks: tuple[Week, ...]) -> None:
    """Acts of cooperation above, of conflict below the line."""
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    starts = _places(week.start for week in weeks)
    for word, colour, sign in (("COOPERATION", COOPERATION, 1), ("CONFLICT", CONFLICT, -1)):
        number = [sign * sum(n for quad, n in week.counts.items() if quad.endswith(word)) for week in weeks]
        axes.bar(starts, number, width=5, color=colour)
    axes.axhline(0, color="#999999", linewidth=0.8)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.xaxis_date()
    axes.set_ylabel("acts", fontsize=8)


def _places(days: Iterable[str]) -> list[float]:
    """Where ISO days stand on an axis of dates, which counts days from 1970."""
    return [float((date.fromisoformat(day) - date(1970, 1, 1)).days) for day in days]
