"""The options that choose among events, shared by the commands that give records away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

if TYPE_CHECKING:
    from detente.outputs.exports.filters import Wanted

Output = Annotated[
    Path | None, Parameter(name=("--output", "-o"), help="File to write to, in place of standard output.")
]
Reports = Annotated[
    str | None,
    Parameter(
        help="A file of reports as detente code --format jsonl writes them, or - for standard input; not the store.",
        allow_leading_hyphen=True,
    ),
]
Watchlists = Annotated[
    str | None,
    Parameter(
        name="--watchlist",
        help="A watchlist that is kept, or a TOML file of them: only what one of these follows.",
    ),
]
Changed = Annotated[
    str | None, Parameter(name="--since", help="The first day, YYYY-MM-DD, whose changes are told.")
]
ChangedUntil = Annotated[str | None, Parameter(name="--until", help="The last such day, in place of today.")]
Pair = Annotated[str | None, Parameter(help="Only between these two states, in either direction: USA-CHN.")]
Party = Annotated[str | None, Parameter(help="Only with this state (a name or code) or this actor (an id).")]
Kind = Annotated[str | None, Parameter(help="Only these kinds, with commas: visit,talks.")]
Type = Annotated[str | None, Parameter(help="Only these PLOVER types, with commas: CONSULT,AGREE.")]
StatusOf = Annotated[str | None, Parameter(help="Only these statuses, with commas: planned,scheduled.")]
Since = Annotated[str | None, Parameter(help="Only what was published on this day, YYYY-MM-DD, or later.")]
Until = Annotated[str | None, Parameter(help="Only what was published on this day, YYYY-MM-DD, or earlier.")]
SaidBy = Annotated[
    str | None, Parameter(help="Only by this outlet, or with the word of this person, body or state.")
]


def wanted_from(
    *,
    pair: str | None = None,
    actor: str | None = None,
    kind: str | None = None,
    type: str | None = None,  # noqa: A002 - the names of the options
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
    source: str | None = None,
) -> Wanted:
    """The options as a filter. Raises `DetenteError` for a state, type, status or day that there is not.

    Kinds are checked by `check_kinds`, since what is read may hold kinds of the user's own.
    """
    from detente.documents.days import read_day  # noqa: PLC0415
    from detente.knowledge.kinds import check_types  # noqa: PLC0415
    from detente.outputs.exports.filters import Wanted  # noqa: PLC0415
    from detente.relations.states import load_states  # noqa: PLC0415

    states = load_states() if pair or actor else None
    types = frozenset(word.upper() for word in _words(type))
    check_types(types)
    return Wanted(
        pair=states.pair(pair) if states and pair else None,
        actors=_actors(actor, states.find) if states and actor else frozenset(),
        kinds=_words(kind),
        types=types,
        statuses=_statuses(status),
        since=read_day(since, file="--since", field="day"),
        until=read_day(until, file="--until", field="day"),
        source=source,
    )


def _words(value: str | None) -> frozenset[str]:
    return frozenset(word.strip() for word in (value or "").split(",") if word.strip())


def _actors(value: str, find: Callable[[str], str]) -> frozenset[str]:
    """Ids as they are, and the codes of states that are called by name."""
    return frozenset(word if ":" in word else find(word) for word in _words(value))


def _statuses(value: str | None) -> frozenset[str]:
    from typing import get_args  # noqa: PLC0415

    from detente.errors import check_known  # noqa: PLC0415
    from detente.records import Status  # noqa: PLC0415

    words = _words(value)
    check_known(words, get_args(Status), what="status")
    return words
