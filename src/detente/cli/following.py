"""A file of watchlists in, the same with states by their codes out; none that names what can never be met."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from detente.dossiers import Watchlist, read_watchlists
from detente.errors import DetenteError, DocumentError
from detente.knowledge.kinds import check_kinds
from detente.relations.states import States, load_states

_ID = re.compile(r"[A-Z]{3}|[^:]+:.+")  # also a state or actor of the user's own knowledge


def read_followed(path: Path) -> tuple[Watchlist, ...]:
    """The watchlists of a file. Raises `DocumentError` for a state or actor that is called so nowhere."""
    states = load_states()
    return tuple(_by_codes(one, states, path) for one in read_watchlists(path))


def check_followed(one: Watchlist, *, also: Callable[[str], bool]) -> None:
    """Raise `DetenteError` for a kind that neither our tables have nor `also` knows, as a store may."""
    try:
        check_kinds(one.kinds, also=also)
    except DetenteError as error:
        raise DetenteError(f"watchlist {one.name}: {error}") from error


def _by_codes(one: Watchlist, states: States, path: Path) -> Watchlist:
    try:
        return msgspec.structs.replace(
            one,
            pairs=tuple(states.pair("-".join(pair), also=_is_id) for pair in one.pairs),
            actors=tuple(states.find(actor, also=_is_id) for actor in one.actors),
        )
    except DetenteError as error:
        raise DocumentError(
            file=str(path),
            record=one.name,
            problem=str(error),
            remedy="or give the id of an actor, as detente who prints it",
        ) from error


def _is_id(name: str) -> bool:
    return _ID.fullmatch(name) is not None
