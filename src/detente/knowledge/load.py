"""Folders of knowledge files in, one `Knowledge` out; a user's folder is laid over ours."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from detente.collection import no_collection
from detente.errors import KnowledgeError
from detente.kept import kept
from detente.knowledge.actor_files import load_actors
from detente.knowledge.actors import ActorTables
from detente.knowledge.cues import CueTables, load_cues
from detente.knowledge.files import BUILT_IN
from detente.knowledge.frames import EventTables, load_event_tables
from detente.knowledge.grammar import Grammar, load_grammar
from detente.knowledge.relations import RelationTables, load_relations
from detente.knowledge.times import TimeTables, load_times

INVENTED = BUILT_IN.parent / "invented"  # the invented states that examples are written about


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """All tables; `digest` changes when any file of `folders` does."""

    actors: ActorTables
    cues: CueTables
    events: EventTables
    grammar: Grammar
    relations: RelationTables
    times: TimeTables
    folders: tuple[Path, ...]
    digest: str


def load_knowledge(overlay: Path | None = None, *, invented: bool = False) -> Knowledge:
    """Our files, then the invented states of the examples if asked for, then the user's folder.

    Ours alone are kept, read and indexed, for the next time. Raises `KnowledgeError` when the folder does not exist
    or a file in it cannot be used.
    """
    if overlay is not None:
        require_folder(overlay)
    folders = (BUILT_IN, *((INVENTED,) if invented else ()), *((overlay,) if overlay else ()))
    digest = digest_of(folders)
    with no_collection():
        if len(folders) > 1:
            return _read(folders, digest)
        return kept("knowledge", f"{BUILT_IN} {digest}", partial(_read, folders, digest))


def _read(folders: tuple[Path, ...], digest: str) -> Knowledge:
    return Knowledge(
        actors=load_actors(folders),
        cues=load_cues(folders),
        events=load_event_tables(folders),
        grammar=load_grammar(folders),
        relations=load_relations(folders),
        times=load_times(folders),
        folders=folders,
        digest=digest,
    )


def require_folder(folder: Path) -> None:
    """Raise `KnowledgeError` when there is no such folder."""
    if not folder.is_dir():
        raise KnowledgeError(
            file=str(folder),
            record="folder",
            problem="there is no such folder",
            remedy="name a folder of knowledge files",
        )


def digest_of(folders: tuple[Path, ...]) -> str:
    """A short digest of the names and bytes of all knowledge files."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".csv")):
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:12]
