"""What to look for, and the conditions in SQL that it comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from detente.dossiers.records import DossierStatus
from detente.errors import DetenteError, check_known
from detente.knowledge.kinds import check_kinds, check_types
from detente.relations.states import States, load_states
from detente.store import tables as t
from detente.store.folding import has_part

_E, _Y, _C, _S = t.events.c, t.parties.c, t.claims.c, t.states.c


@dataclass(frozen=True, kw_only=True)
class Filter:
    """All that is given must hold of one and the same event.

    pair: two states or actors by id, in either role. actor: an id, a country or a part of a name. kind, type, status:
    any of these. since, until: days of publication, both within. source: a part of a source's name, or an outlet.
    Raises `DetenteError` for what would find nothing or anything: what is of another shape, or no type or status.
    Kinds and pairs are held against the store, which may know of more: see `check_asked`.
    """

    pair: tuple[str, str] | None = None
    actor: str | None = None
    kind: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        pair = () if self.pair is None else self.pair
        for name, values in (
            ("pair", pair),
            *((name, getattr(self, name)) for name in ("kind", "type", "status")),
        ):
            if not isinstance(values, tuple) or not all(isinstance(value, str) for value in values):
                raise DetenteError(f"{name}: {values!r} is no tuple of words; write {_SHAPES[name]}")
        if len(pair) not in (0, 2):
            raise DetenteError(f"pair: {pair!r} names not two; write {_SHAPES['pair']}")
        for name in ("since", "until"):
            check_day(name, getattr(self, name))
        if self.since and self.until and self.since > self.until:
            raise DetenteError(f"since: {self.since} is after until, {self.until}; no day lies between them")
        check_known(self.status, get_args(DossierStatus), what="status")
        check_types(self.type)


_SHAPES = {
    "pair": '("CHN", "USA")',
    "kind": '("visit",)',
    "type": '("CONSULT",)',
    "status": '("planned", "scheduled")',
}


def check_day(name: str, day: str | None) -> None:
    """Raise `DetenteError` for what is no ISO day; days are compared as text, so that anything would do."""
    try:
        found = day is None or date.fromisoformat(day).isoformat() == day
    except (TypeError, ValueError):
        found = False
    if not found:
        raise DetenteError(f"{name}: {day!r} is no day; write it as '2013-02-12'")


class Known:
    """What filters may name: our states and kinds, and whatever else the store holds, such as kinds of the user's own."""

    def __init__(self, connection: Connection, *, states: States) -> None:
        self._connection, self._states = connection, states

    def pair(self, text: str) -> tuple[str, str]:
        """Two states by name or code, or actors by id, as in `CHN-USA`. Raises `DetenteError` for what is neither."""
        return self._states.pair(text, also=self._has_party)

    def side(self, text: str) -> str:
        """One of the two. Raises `DetenteError`."""
        return self._states.find(text, also=self._has_party)

    def actor(self, text: str) -> str:
        """The code of a state that is called so; any other words as they are."""
        try:
            return self._states.find(text)
        except DetenteError:
            return text

    def kinds(self, words: Iterable[str]) -> tuple[str, ...]:
        """The kinds as they are. Raises `DetenteError` for one that there is not."""
        found = tuple(words)
        check_kinds(found, also=lambda kind: has_kind(self._connection, kind))
        return found

    def _has_party(self, name: str) -> bool:
        """Ids of actors are taken as they are: most have never been in the news."""
        return ":" in name or _finds(self._connection, or_(_Y.actor == name, _Y.country == name))


def check_asked(connection: Connection, asked: Filter) -> None:
    """Raise `DetenteError` for a kind or a side of a pair that neither we nor the store know."""
    if not (asked.kind or asked.pair):
        return
    known = Known(connection, states=load_states())
    known.kinds(asked.kind)
    for name in asked.pair or ():
        code = known.side(name)
        if code != name:
            raise DetenteError(f"pair: {name} is no code; write {code}")


def has_kind(connection: Connection, kind: str) -> bool:
    """Whether the store has an event of this kind."""
    return _finds(connection, _E.kind == kind)


def _finds(connection: Connection, condition: ColumnElement[bool]) -> bool:
    return bool(connection.execute(select(exists().where(condition))).scalar())


def event_conditions(asked: Filter) -> list[ColumnElement[bool]]:
    """What must hold of a row of `events`; the days are left to the caller."""
    found: list[ColumnElement[bool]] = []
    if asked.pair:
        found += [_takes_part(name) for name in asked.pair]
    if asked.actor:
        found.append(_takes_part(asked.actor, by_name=True))
    for column, values in ((_E.kind, asked.kind), (_E.type, asked.type), (_E.status, asked.status)):
        if values:
            found.append(column.in_(values))
    if asked.source:
        said = or_(has_part(_C.sources, asked.source), _C.source_ids.contains(asked.source))
        found.append(exists().where(_C.event == _E.id, said))
    return found


def _takes_part(name: str, *, by_name: bool = False) -> ColumnElement[bool]:
    who = or_(_Y.actor == name, _Y.country == name)
    if by_name and not _is_id(name):
        who = or_(who, has_part(_Y.name, name))
    return exists().where(_Y.event == _E.id, who)


def _is_id(name: str) -> bool:
    """Whether it is a code or an id, which no part of a name is: `USA` is not in "Jerusalem"."""
    return ":" in name or (len(name) == 3 and name.isascii() and name.isalpha() and name.isupper())


def matching_events(asked: Filter, column: ColumnElement[str]) -> Select[str] | None:
    """The accounts or documents (`column` of `events`) that have such an event; None when any will do."""
    conditions = event_conditions(asked)
    return select(column).where(*conditions) if conditions else None


def between(column: ColumnElement[str | None], asked: Filter) -> list[ColumnElement[bool]]:
    """The days of publication."""
    since = [column >= asked.since] if asked.since else []
    return since + ([column <= asked.until] if asked.until else [])


def state_conditions(asked: Filter) -> list[ColumnElement[bool]]:
    """What must hold of a row of `states`: of how a dossier stands."""
    found: list[ColumnElement[bool]] = []
    for name in asked.pair or ():
        found.append(_S.parties.contains(f" {name} ", autoescape=True))
    if asked.actor:
        stands = [_S.parties.contains(f" {asked.actor} ", autoescape=True)]
        if not _is_id(asked.actor):
            sides = func.coalesce(_S.actors, "") + " " + func.coalesce(_S.recipients, "")
            stands.append(has_part(sides, asked.actor))
        found.append(or_(*stands, told_in(*event_conditions(Filter(actor=asked.actor)))))
    if asked.kind:
        found.append(_S.kind.in_(asked.kind))
    if asked.status:
        found.append(_S.status.in_(asked.status))
    if asked.type or asked.source:
        found.append(told_in(*event_conditions(Filter(type=asked.type, source=asked.source))))
    return found


def told_in(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether one of the reports of a dossier tells of an event of which these hold; for a row of `states`."""
    event = select(_E.account).where(*conditions)
    return _S.dossier.in_(select(t.placements.c.dossier).where(t.placements.c.account.in_(event)))
