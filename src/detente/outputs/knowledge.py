"""The check of a user's knowledge folder -> what the terminal shows."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from detente.checking import Finding, FolderCheck
from detente.knowledge.contents import where_meant
from detente.outputs.wording import counted, shown


def render_check(check: FolderCheck) -> RenderableType:
    """What the folder holds, each thing that is wrong with its remedy, and a last line that sums it up."""
    return Group(*_holds(check), *_wrong(check), _sum(check))


def _holds(check: FolderCheck) -> Iterator[Text]:
    yield Text(shown(str(check.folder)), style="bold")
    for part, count in check.counts.items():
        yield Text(f"  {part}: {counted(count, 'row' if part.endswith('.csv') else 'rule')}")
    if check.unchecked:
        rules = f"{counted(check.unchecked, 'rule')} of other parts than frames and operators"
        yield Text(f"  {rules}: loaded, their sentences not tried", style="dim")


def _wrong(check: FolderCheck) -> Iterator[RenderableType]:
    if not check.counts and not check.unread:
        yield Text(
            "  no knowledge file is in it: put YAML or CSV files under frames/, actors/ ...", style="red"
        )
    for path in check.unread:
        yield Text.assemble((f"  {path}", "red"), ": nothing is looked for there, so nobody reads it")
        yield Padding(Text(where_meant(path), style="dim"), (0, 0, 0, 6))
    for finding in check.findings:
        yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[RenderableType]:
    yield Text.assemble(("  ✗ ", "red"), (f"{finding.file}: {finding.rule}", "bold"), f": {finding.problem}")
    yield Padding(Text(shown(finding.sentence), style="dim"), (0, 0, 0, 6))


def _sum(check: FolderCheck) -> Text:
    tried = f"{counted(check.checked, 'rule')} with {counted(check.sentences, 'sentence')} tried"
    if check.sound:
        return Text.assemble(("✓ ", "green"), f"{tried}: all are read as they say")
    wrong = len(check.findings) + len(check.unread) + (not check.counts and not check.unread)
    return Text.assemble(("✗ ", "red"), f"{tried}: {counted(wrong, 'problem')}")
