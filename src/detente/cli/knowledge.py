"""`detente knowledge`: a user's folder checked, and what the tables hold counted or listed."""

from __future__ import annotations

from pathlib import Path

from detente.cli.writing import draw, open_output
from detente.knowledge.contents import count_records
from detente.knowledge.files import BUILT_IN
from detente.knowledge.load import require_folder

SOUND, UNSOUND = 0, 1


def check_knowledge(folder: Path, *, model: str | None) -> int:
    """Check a user's folder laid over ours; the exit code. Raises `KnowledgeError` when it cannot be loaded."""
    from detente.checking import check_folder  # noqa: PLC0415  it brings the language model
    from detente.outputs.knowledge import render_check  # noqa: PLC0415

    result = check_folder(folder, model=model)
    with open_output(None) as stream:
        draw(render_check(result), stream)
    return SOUND if result.sound else UNSOUND


def list_knowledge(folder: Path | None) -> int:
    """Count the records of all tables, ours and those of the user's folder; the exit code."""
    from detente.outputs.counts import render_counts  # noqa: PLC0415

    if folder is not None:
        require_folder(folder)
    counts = [count_records(one) for one in (BUILT_IN, *((folder,) if folder else ()))]
    with open_output(None) as stream:
        draw(render_counts(counts), stream)
    return SOUND


def list_kinds(folder: Path | None) -> int:
    """List the kinds of happenings, ours and those of the user's folder; the exit code."""
    from detente.knowledge.kinds import read_kinds  # noqa: PLC0415  most commands need no tables
    from detente.outputs.counts import render_kinds  # noqa: PLC0415

    if folder is not None:
        require_folder(folder)
    with open_output(None) as stream:
        draw(render_kinds(read_kinds((BUILT_IN, *((folder,) if folder else ())))), stream)
    return SOUND
