"""Shards in, their outcomes out as they come: workers on a Ray cluster, the same `code_shard` as in the pool."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from detente.batch.code import Outcome, Settings, Worker
from detente.batch.pool import ATTEMPTS
from detente.batch.shards import Shard
from detente.errors import DetenteError

UV_WORKERS = "RAY_ENABLE_UV_RUN_RUNTIME_ENV"  # else workers set up an environment of their own under `uv run`
MISSING = "Ray is not installed; install détente with its part 'cluster': pip install 'detente[cluster]'"


def code_on_ray(
    shards: Iterable[Shard],
    settings: Settings,
    *,
    address: str,
    workers: int | None,
    told: Callable[[int], object],
) -> Iterator[Outcome]:
    """The outcomes in the order in which shards are done. address: of the cluster, or `local` for one on this machine.

    workers: as many as the cluster has cores if left out. A worker that dies is started anew by Ray, and its shard
    is tried again. Raises `DetenteError` when there is no Ray, or no cluster there.
    """
    ray = _connect(address, workers)
    try:
        count = workers or max(int(ray.cluster_resources().get("CPU", 1)), 1)
        waiting = deque(shards)
        actor = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=ATTEMPTS - 1)(Worker)
        free = [actor.remote(settings) for _ in range(min(count, len(waiting)))]
        busy: dict[Any, tuple[Any, Shard]] = {}
        while waiting or busy:
            while waiting and free:
                worker, shard = free.pop(), waiting.popleft()
                busy[worker.code_shard.remote(shard)] = (worker, shard)
            done, _ = ray.wait(list(busy))
            worker, shard = busy.pop(done[0])
            outcome = _outcome(ray, done[0], shard)
            told(outcome.coded + outcome.failed)
            yield outcome
            free.append(worker)
    finally:
        ray.shutdown()


def _connect(address: str, workers: int | None) -> Any:
    os.environ.setdefault(UV_WORKERS, "0")
    try:
        import ray  # noqa: PLC0415 - it is in the extra 'cluster'
    except ImportError as error:
        raise DetenteError(MISSING) from error
    local = address == "local"
    try:
        ray.init(
            address=None if local else address,
            num_cpus=workers if local else None,
            include_dashboard=False,
            log_to_driver=False,
            logging_level=logging.ERROR,
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise DetenteError(f"--ray {address}: no cluster answers there ({error})") from error
    return ray


def _outcome(ray: Any, done: Any, shard: Shard) -> Outcome:
    try:
        outcome: Outcome = ray.get(done)
    except ray.exceptions.RayError as error:
        return Outcome(shard=shard, problem=f"{shard.source}: its workers ended ({type(error).__name__})")
    return outcome
