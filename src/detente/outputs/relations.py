"""The assessments and disagreements of a report -> the lines at the end of its table."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.outputs.wording import names, shown
from detente.records import Assessment, Disagreement, Report

STYLES = {"better": "green", "good": "green", "worse": "red", "bad": "red", "against_worsening": "yellow"}


def render_relations(report: Report) -> Iterator[RenderableType]:
    """How each pair is said to stand, and what they disagree about; nothing when the report says neither."""
    table = Table.grid(padding=(0, 2, 0, 0))
    seen = ""
    for pair, direction, texts in _rows(report):
        told = Text(pair if pair != seen else "", style="bold")
        table.add_row(told, Text(direction.replace("_", " "), style=STYLES.get(direction, "magenta")), texts)
        seen = pair
    if table.row_count:
        yield Padding(Group(Text("RELATIONS", style="bold dim"), table), (1, 2, 0, 2))


def _rows(report: Report) -> Iterator[tuple[str, str, Text]]:
    """A row for each pair and direction, and one for what the pair disagrees about."""
    told: dict[tuple[str, str], list[Text]] = {}
    for one in report.assessments:
        told.setdefault(("–".join(one.pair), one.direction), []).append(_assessed(report, one))
    for other in report.disagreements:
        told.setdefault(("–".join(other.pair), "disagree over"), []).append(_disputed(report, other))
    for (pair, direction), texts in sorted(told.items(), key=lambda row: row[0][0]):
        once = {text.plain: text for text in texts}
        yield pair, direction, Text("; ").join(once.values())


def _assessed(report: Report, one: Assessment) -> Text:
    return Text.assemble(f"“{shown(one.text)}”", (_by(report, one), "dim"))


def _disputed(report: Report, one: Disagreement) -> Text:
    return Text.assemble(
        shown(one.text), (f" ({one.context.replace('_', ' ')})", "dim"), (_by(report, one), "dim")
    )


def _by(report: Report, one: Assessment | Disagreement) -> str:
    """Who says so, unless it is the outlet itself."""
    others = list({source.name: source for source in one.sources if source.name != report.outlet}.values())
    return f" – {names(others)}" if others else ""
