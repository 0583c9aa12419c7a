"""A kind with its sides in, a plain title out: "Antony Blinken's visit to China"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.knowledge.dossiers import DossierTables
from detente.records import Actor


def title_of(
    kind: str, actors: Sequence[Actor], recipients: Sequence[Actor], *, tables: DossierTables
) -> str:
    """The title by the pattern of the kind (`dossiers/titles.yaml`); the kind alone where no side is known."""
    default = tables.titles["default"]
    pattern = tables.titles.get(kind, default)
    word = pattern.and_ or default.and_
    names = {actor.name for actor in actors}  # whoever does a thing to himself is named once
    ours, theirs = _join(actors, word), _join([one for one in recipients if one.name not in names], word)
    owned = ours.endswith(default.by_endings) or any(mark in ours for mark in (*default.by_marks, word))
    if not ours:
        form = "{kind}"
    elif not theirs and len(actors) > 1:
        form = pattern.both or default.both
    elif not theirs:
        form = (pattern.alone_by or default.alone_by) if owned else (pattern.alone or default.alone)
    else:
        form = pattern.by if owned else pattern.pattern
    text = form.format(actors=ours, recipients=theirs, kind=kind)
    return text[:1].upper() + text[1:]


def _join(actors: Sequence[Actor], word: str) -> str:
    names = list(dict.fromkeys(actor.name for actor in actors))
    return word.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
