"""An input and an output in, all shards coded that are not yet, and what came of it out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from detente.batch.alone import alone_in
from detente.batch.code import Outcome, Settings
from detente.batch.shards import (
    Shard,
    find_shards,
    make_folder,
    passed_over,
    remove_parts,
    unfinished,
    with_errors,
)
from detente.batch.writing import FEW


@dataclass(frozen=True, kw_only=True)
class Job:
    """What is to be coded, into which folder, by whom.

    workers: processes; as many as there are cores if left out. ray: address of a cluster, `local` for one of its
    own; None for a pool of processes.
    """

    given: str
    output: str
    settings: Settings
    workers: int | None = None
    ray: str | None = None


@dataclass
class Sum:
    """What came of all shards. problems: of those that could not be coded. reasons: why the first documents failed.

    failed_before: how many of those that were finished before hold documents that failed. passed_over: how many
    files hold documents that only `detente code` and `detente add` read.
    """

    shards: int = 0
    finished_before: int = 0
    failed_before: int = 0
    passed_over: int = 0
    coded: int = 0
    failed: int = 0
    problems: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """One more shard."""
        self.coded += outcome.coded
        self.failed += outcome.failed
        self.reasons += outcome.reasons[: max(FEW - len(self.reasons), 0)]
        if outcome.problem:
            self.problems.append(outcome.problem)


@dataclass(frozen=True, kw_only=True)
class Listener:
    """Who is told how it goes: `begun` with shards in all and those to do, `documents` some more, `shard` done."""

    begun: Callable[[int, int], object] = lambda total, left: None
    documents: Callable[[int], object] = lambda more: None
    shard: Callable[[Outcome], object] = lambda outcome: None


def run(job: Job, listener: Listener) -> Sum:
    """Code what is not coded yet; nothing half written is left, whatever ends it. Raises `DetenteError`."""
    shards = find_shards(job.given, job.output)
    make_folder(job.output)
    with alone_in(job.output):
        return _run(job, shards, listener)


def _run(job: Job, shards: Sequence[Shard], listener: Listener) -> Sum:
    remove_parts(job.output)
    left = list(unfinished(shards))
    result = Sum(
        shards=len(shards),
        finished_before=len(shards) - len(left),
        failed_before=with_errors(set(shards) - set(left), job.output),
        passed_over=passed_over(job.given, job.output),
    )
    listener.begun(len(shards), len(left))
    if not left:
        return result
    try:
        if job.ray is None:
            from detente.batch.pool import code_in_pool  # noqa: PLC0415

            workers = job.workers or os.cpu_count() or 1
            outcomes = code_in_pool(left, job.settings, workers=workers, told=listener.documents)
        else:
            from detente.batch.cluster import code_on_ray  # noqa: PLC0415

            outcomes = code_on_ray(
                left, job.settings, address=job.ray, workers=job.workers, told=listener.documents
            )
        for outcome in outcomes:
            result.add(outcome)
            listener.shard(outcome)
    finally:
        remove_parts(job.output)
    return result
