"""The help of all commands -> docs/cli.md. Run `python -m detente.cli.reference > docs/cli.md` after a change."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

from cyclopts import App
from rich.console import Console

from detente.cli.app import build_app

OPENING = "# The command line\n\nMade from `--help`; a test compares the two.\n"


def reference_text() -> str:
    """The page: the help of `detente` and of each of its commands."""
    return "\n".join((OPENING, *map(_section, commands(build_app()))))


def commands(app: App, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of each command, those of a group after the group's own."""
    yield before
    for name in app:
        if not name.startswith("-"):
            yield from commands(app[name], (*before, name))


def _section(command: tuple[str, ...]) -> str:
    name = " ".join(("detente", *command))
    return f"## {name}\n\n```text\n$ {name} --help\n{help_text(command)}\n```\n"


def help_text(command: tuple[str, ...]) -> str:
    """What `--help` prints for a command on a terminal of 100 columns."""
    console = Console(
        file=io.StringIO(), width=100, color_system=None, force_terminal=False, legacy_windows=False
    )
    with console.capture() as captured:
        build_app().help_print(list(command), console=console)
    return "\n".join(line.rstrip() for line in captured.get().strip().splitlines())


if __name__ == "__main__":
    sys.stdout.write(reference_text())
