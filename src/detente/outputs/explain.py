"""How a report came about -> a tree for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from detente.coding.explain import RuleNote, Trace
from detente.outputs.tree import render_tree
from detente.outputs.wording import shown


def render_trace(trace: Trace) -> RenderableType:
    """Names, arguments, rules that fired and that nearly did, then the report itself."""
    seen = Tree(Text("what was seen", style="bold"))
    for title, pairs in (("actors and places that act", trace.actors), ("predicates", trace.arguments)):
        branch = _branch(seen, title, pairs)
        for word, told in pairs:
            branch.add(Text.assemble((shown(word), "cyan"), f"  {shown(told)}"))
    _rules(seen, "rules that fired", trace.fired)
    _rules(seen, "rules that nearly did", trace.nearly)
    return Group(seen, Text(), render_tree(trace.report))


def _branch(tree: Tree, title: str, entries: Sequence[object]) -> Tree:
    return tree.add(Text(title if entries else f"{title}: none", style="bold" if entries else "dim"))


def _rules(tree: Tree, title: str, notes: Sequence[RuleNote]) -> None:
    branch = _branch(tree, title, notes)
    for note in notes:
        line = Text.assemble((shown(note.word), "cyan"), f"  {note.rule}", (f"  {note.file}", "dim"))
        if note.why_not:
            line.append(f"  not here: {shown(note.why_not)}", style="yellow")
        leaf = branch.add(line)
        if note.example and not note.why_not:
            leaf.add(Text(f"as in: {shown(note.example)}", style="dim italic"))
