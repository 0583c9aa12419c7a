"""`detente dossiers`, `dossier`, `changes`: what the store holds, for the eye or as JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from detente.cli.days import days_before, today
from detente.cli.opening import opened
from detente.cli.writing import draw, open_output
from detente.documents.days import read_day
from detente.dossiers import changes, state
from detente.dossiers.records import STATUSES, Change, Dossier, State
from detente.errors import DetenteError, check_known
from detente.records import Record, to_json
from detente.relations.states import load_states
from detente.store import Filter, Store
from detente.store.engine import reading
from detente.store.filters import Known

FOUND, NOTHING = 0, 1
BACK = 7  # days


class Told(Record, frozen=True, kw_only=True):
    """A dossier in JSON: its accounts, how it stands on the day asked for, and the course that it took until then."""

    dossier: Dossier
    state: State | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The filters of a command as they were written."""

    pair: str | None = None
    actor: str | None = None
    kind: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    source: str | None = None
    watchlist: str | None = None

    def filter(self, store: Store) -> Filter:
        """The filters as the store takes them. Raises `DetenteError` for what neither we nor the store know."""
        statuses, asked = _each(self.status), _each(self.kind)
        check_known(statuses, STATUSES, what="status")
        with reading(store.engine) as connection:
            known = Known(connection, states=load_states())
            pair, kinds = known.pair(self.pair) if self.pair else None, known.kinds(asked)
            actor = known.actor(self.actor) if self.actor else None
        return Filter(
            pair=pair,
            actor=actor,
            kind=kinds,
            type=tuple(word.upper() for word in _each(self.type)),
            status=statuses,
            since=read_day(self.since, file="--since", field="day"),
            until=read_day(self.until, file="--until", field="day"),
            source=self.source,
        )


def _each(words: Sequence[str]) -> tuple[str, ...]:
    """The words of an option that may be given more than once, or with commas."""
    return tuple(word.strip() for one in words for word in one.split(",") if word.strip())


def list_dossiers(asked: Asked, *, store: str | None, as_of: str | None, form: str, limit: int | None) -> int:
    """Write the dossiers that are asked for; the exit code."""
    from detente.outputs.dossiers import render_list  # noqa: PLC0415

    moment = read_day(as_of, file="--as-of", field="day") or today()
    with opened(store) as kept, open_output(None) as stream:
        listed = kept.dossiers(asked.filter(kept), as_of=moment, watchlist=asked.watchlist)
        found = list(islice(listed, limit))
        total = len(found) + sum(1 for _ in listed)
        if form == "jsonl":
            _write_lines(found)
        elif found:
            draw(render_list(found, total=total), stream)
        else:
            sys.stderr.write(f"detente: no such happening is in the store up to {moment}\n")
    return FOUND if found else NOTHING


def show_dossier(name: str, *, store: str | None, as_of: str | None, sources: bool, form: str) -> int:
    """Write a dossier's whole history; the exit code. Raises `StoreError` for an unknown id."""
    from detente.outputs.history import render_dossier  # noqa: PLC0415

    moment = read_day(as_of, file="--as-of", field="day") or today()
    with opened(store) as kept:
        dossier = kept.dossier(name)
        stands = state(dossier, moment, tables=kept.tables)
        course = changes(dossier, None, moment, tables=kept.tables)
    with open_output(None) as stream:
        if form == "jsonl":
            _write_lines([Told(dossier=dossier, state=stands, changes=course)])
        else:
            draw(render_dossier(dossier, stands, course, sources=sources), stream)
    return FOUND


def list_changes(asked: Asked, *, store: str | None, form: str) -> int:
    """Write what the days changed, the last week if no first one is asked for; the exit code."""
    from detente.outputs.dossiers import render_changes  # noqa: PLC0415

    last = read_day(asked.until, file="--until", field="day") or today()
    first = read_day(asked.since, file="--since", field="day") or days_before(last, BACK)
    if first > last:
        raise DetenteError(f"--since {first}: that is after {last}, the last day asked for")
    with opened(store) as kept, open_output(None) as stream:
        wanted = _chosen(kept, asked, last)
        told = kept.changes(since=first, until=last, watchlist=asked.watchlist)
        found = [one for one in told if wanted is None or one.dossier in wanted]
        if form == "jsonl":
            _write_lines(found)
        elif found:
            draw(render_changes(found), stream)
        else:
            sys.stderr.write(f"detente: nothing changed from {first} to {last}\n")
    return FOUND if found else NOTHING


def _chosen(kept: Store, asked: Asked, day: str) -> set[str] | None:
    """The dossiers that fit at the end of a day; None for all."""
    if not (asked.pair or asked.actor or asked.kind):
        return None
    whole = replace(asked, since=None, until=None).filter(kept)
    return {one.dossier for one in kept.dossiers(whole, as_of=day)}


def _write_lines(records: Sequence[Record]) -> None:
    sys.stdout.buffer.writelines(to_json(record) + b"\n" for record in records)
