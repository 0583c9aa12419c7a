"""One shard in, its reports written, and what came of it out: what a process of the pool and a task of Ray both run."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from detente.batch.reading import Item, Terms, read_shard
from detente.batch.shards import Shard
from detente.batch.writing import ShardWriter
from detente.batches import BATCH_CHARACTERS
from detente.documents.boilerplate import load_boilerplate
from detente.errors import MAKE_ROOM, NO_ROOM, DetenteError, DocumentError
from detente.knowledge.files import BUILT_IN
from detente.pipeline import Coder
from detente.records import Document, Report

type Numbered = tuple[int, Item]
type Coded = tuple[int, Document, Report | str]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What each worker loads, and how it reads: folders and names, so that it can be sent to another machine."""

    knowledge: Path | None = None
    model: str | None = None
    gate: bool = True
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of a shard; `problem` when it could not be coded at all, and then nothing was written.

    reasons: why the first few documents failed; all are in the table of errors.
    """

    shard: Shard
    coded: int = 0
    failed: int = 0
    seconds: float = 0.0
    problem: str | None = None
    reasons: tuple[str, ...] = ()


class Worker:
    """A coder with what it needs to read shards; it loads once and then codes one shard after the other."""

    def __init__(self, settings: Settings) -> None:
        folders = (BUILT_IN, settings.knowledge) if settings.knowledge else (BUILT_IN,)
        self.coder = Coder(knowledge=settings.knowledge, model=settings.model, gate=settings.gate)
        self._terms = Terms(boilerplate=load_boilerplate(folders), columns=settings.columns)
        gc.freeze()  # what is loaded stays: looking through it again and again took a fifth of the time

    def code_shard(self, shard: Shard, *, told: Callable[[int], object] = lambda done: None) -> Outcome:
        """Code a shard into its files; `told` gets the number of documents after each batch. Raises nothing."""
        start = time.perf_counter()
        try:
            with ShardWriter(shard) as writer:
                for batch in _batches(enumerate(read_shard(shard, self._terms), 1)):
                    self._write(batch, writer)
                    told(len(batch))
        except Exception as error:  # noqa: BLE001 - the other shards go on
            return Outcome(shard=shard, problem=_told(error, shard), seconds=time.perf_counter() - start)
        seconds = time.perf_counter() - start
        return Outcome(
            shard=shard,
            coded=writer.coded,
            failed=writer.failed,
            seconds=seconds,
            reasons=tuple(writer.reasons),
        )

    def _write(self, batch: list[Numbered], writer: ShardWriter) -> None:
        for row, item in batch:
            if isinstance(item, DocumentError):
                writer.add_error(str(item), row, item.source_id)
        documents = [(row, item) for row, item in batch if isinstance(item, Document)]
        for row, document, report in self._code(documents):
            if isinstance(report, str):
                writer.add_error(report, row, document.source_id)
            else:
                writer.add_report(report, row)

    def _code(self, documents: list[tuple[int, Document]]) -> Iterator[Coded]:
        """The reports; when the coder fails at one of them, each is tried by itself."""
        try:
            reports = list(self.coder.code_many(document for _, document in documents))
        except Exception:  # noqa: BLE001 - one document must not take the others with it
            yield from ((row, document, self._code_one(document)) for row, document in documents)
            return
        for (row, document), report in zip(documents, reports, strict=True):
            yield row, document, report

    def _code_one(self, document: Document) -> Report | str:
        try:
            return self.coder.code(document)
        except Exception as error:  # noqa: BLE001 - said in the table of errors
            return " ".join(f"the coder failed ({type(error).__name__}: {error})".split())


def _told(error: Exception, shard: Shard) -> str:
    """Why a shard could not be coded, with the remedy where there is one."""
    if isinstance(error, DetenteError):
        return str(error)
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return f"{shard.reports}: cannot be written ({error.strerror}); {MAKE_ROOM}, and start the same command again"
    return f"{shard.source}: {type(error).__name__}: {error}"


def _batches(items: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    """Items as many at a time as the coder reads together."""
    batch: list[Numbered] = []
    size = 0
    for row, item in items:
        batch.append((row, item))
        size += len(item.text) if isinstance(item, Document) else 100
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
