"""The table of kinds in, the page that lists them by PLOVER type out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from detente.knowledge.files import BUILT_IN
from detente.knowledge.frames import EventTables, Kind, load_event_tables

HEAD = """# Kinds

What the coder says that happened, by the PLOVER type of one that took place. A kind does not change as the thing comes
nearer: a visit that is planned is a visit still, and PLOVER codes it AGREE; the table `status_codes.csv` says so for
every type and status. Made from the knowledge files; do not edit.

A kind that is an act of speech has occurred as soon as it is made.
"""


def kinds_text() -> str:
    """The whole page."""
    tables = load_event_tables((BUILT_IN,))
    return "\n".join([HEAD, *_counted(tables), *_sections(tables)]) + "\n"


def _counted(tables: EventTables) -> Iterator[str]:
    entries = sum(len(f.verbs) + len(f.nouns) for f in tables.frames)
    rules = f"{len(tables.frames)} rules with {entries:,} verb and noun entries"
    yield f"{len(tables.kinds)} kinds, {rules}, {len(tables.noun_classes)} noun classes.\n"


def _sections(tables: EventTables) -> Iterator[str]:
    rules: dict[str, int] = {}
    for frame in tables.frames:
        rules[frame.kind] = rules.get(frame.kind, 0) + 1
    ordered = sorted(tables.kinds, key=lambda k: (k.type or "~", k.kind))
    for name, group in groupby(ordered, key=lambda k: k.type):
        yield f"## {name or 'no PLOVER type'}\n"
        yield "| kind | mode | contexts | act of speech | rules | |"
        yield "|---|---|---|---|---|---|"
        yield from (_row(kind, rules.get(kind.kind, 0)) for kind in group)
        yield ""


def _row(kind: Kind, rules: int) -> str:
    cells = [
        kind.kind,
        kind.mode or "",
        ", ".join(kind.contexts),
        "yes" if kind.speech else "",
        str(rules),
        kind.gloss,
    ]
    return f"| {' | '.join(cells)} |"
