"""Shards in, their outcomes out as they come: several processes on this machine, each with a coder of its own.

A worker that dies is replaced, and its shard is given out once more; a shard that kills twice is left out.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from detente.batch.code import Outcome, Settings, Worker
from detente.batch.shards import Shard
from detente.blas import ONE_THREAD

ATTEMPTS = 2


@dataclass
class _Member:
    """A process, our end of its pipe, and the shard that it has."""

    process: SpawnProcess
    pipe: Connection
    shard: Shard | None = None


def code_in_pool(
    shards: Iterable[Shard], settings: Settings, *, workers: int, told: Callable[[int], object]
) -> Iterator[Outcome]:
    """The outcomes in the order in which shards are done. `told` gets the number of documents from time to time."""
    waiting = deque(shards)
    attempts: dict[str, int] = {}
    members: list[_Member] = []
    try:
        members += [_start(settings) for _ in range(min(workers, len(waiting)))]
        for member in members:
            _give(member, waiting, attempts)
        while any(member.shard for member in members):
            for member in _ready(members):
                yield from _hear(member, told)
                if not member.process.is_alive():
                    yield from _lost(member, waiting, attempts)
                    members.remove(member)
                    member = _start(settings)  # noqa: PLW2901
                    members.append(member)
                if member.shard is None:
                    _give(member, waiting, attempts)
    finally:
        for member in members:
            member.process.terminate()
            member.process.join()


def _start(settings: Settings) -> _Member:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(settings, theirs), daemon=True)
    with _one_thread(), _without_interrupts():
        process.start()
    theirs.close()
    return _Member(process=process, pipe=ours)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Ctrl-C while a worker still loads is not for it: it begins with the signals held back that were so here."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _one_thread() -> Iterator[None]:
    """As many workers as there are cores: more threads in each would only get in each other's way."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ |= dict.fromkeys(ONE_THREAD, "1")
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


def _give(member: _Member, waiting: deque[Shard], attempts: dict[str, int]) -> None:
    """The next shard, or the word to end."""
    member.shard = waiting.popleft() if waiting else None
    if member.shard is not None:
        attempts[member.shard.source] = attempts.get(member.shard.source, 0) + 1
    try:
        member.pipe.send(member.shard)
    except OSError:
        return  # it is dead: seen, and its shard given out again, when it is next looked at


def _ready(members: list[_Member]) -> list[_Member]:
    busy = [member for member in members if member.shard is not None]
    heard = wait([thing for member in busy for thing in (member.pipe, member.process.sentinel)])
    return [m for m in busy if m.pipe in heard or m.process.sentinel in heard]


def _hear(member: _Member, told: Callable[[int], object]) -> Iterator[Outcome]:
    """What a worker has said: how many documents more, or the outcome of its shard."""
    try:
        while member.pipe.poll():
            said = member.pipe.recv()
            if isinstance(said, Outcome):
                member.shard = None
                yield said
            else:
                told(said)
    except (EOFError, OSError):
        return


def _lost(member: _Member, waiting: deque[Shard], attempts: dict[str, int]) -> Iterator[Outcome]:
    """A worker has died: its shard is tried once more, then given up."""
    member.pipe.close()
    shard = member.shard
    if shard is None:
        return
    if attempts[shard.source] < ATTEMPTS:
        waiting.appendleft(shard)
        return
    code = member.process.exitcode
    yield Outcome(shard=shard, problem=f"{shard.source}: {ATTEMPTS} workers ended at it (exit code {code})")


def _work(settings: Settings, pipe: Connection) -> None:
    """The life of a worker: load, code what it is given, end when it is told to or whoever started it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that started us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    worker: Worker | None = None
    while True:
        try:
            shard = pipe.recv()
            if shard is None:
                return
            worker = worker or Worker(settings)
            pipe.send(worker.code_shard(shard, told=pipe.send))
        except (EOFError, OSError):
            return


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
