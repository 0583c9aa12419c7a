"""The commands whose output leaves the house, put into the command line; what they do is in the files named so."""

from __future__ import annotations

from cyclopts import App

from detente.cli import brief, calendar, export, feed, relation


def add_leaving_commands(app: App) -> None:
    """Put the commands into the command line."""
    app.command(
        relation.relation,
        usage="Usage: detente relation STATE [OTHER] [OPTIONS]",
        help_epilogue=relation.EXAMPLES,
    )
    app.command(brief.brief, help_epilogue=brief.EXAMPLES)
    app.command(calendar.calendar, help_epilogue=calendar.EXAMPLES)
    app.command(feed.feed, help_epilogue=feed.EXAMPLES)
    app.command(
        export.export, usage="Usage: detente export FORMAT [INPUT|-] [OPTIONS]", help_epilogue=export.EXAMPLES
    )
