"""A TOML file of watchlists in, named filters on states out.

    [[watchlist]]
    name = "Strait"
    pairs = ["CHN-USA"]
    actors = ["person:antony-blinken", "IGO:EU"]
    kinds = ["visit", "talks"]
    words = ["balloon"]

Within a list one match is enough; lists that are given must all match. `pairs` and `actors` together count as one
list: a dossier matches with one of the pairs or one of the actors.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from detente.documents.settings import read_settings
from detente.dossiers.facets import party_of
from detente.dossiers.records import Dossier, State
from detente.errors import DocumentError
from detente.records import Record


class Watchlist(Record, frozen=True, kw_only=True):
    """What a user follows. pairs, actors: ids (`CHN`, `IGO:EU`, `person:...`). words: parts of words, any case."""

    name: str
    pairs: tuple[tuple[str, str], ...] = ()
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class _Written(Record, frozen=True, kw_only=True):
    """A watchlist as a user writes it: a pair is `CHN-USA` or `["CHN", "USA"]`."""

    name: str
    pairs: tuple[str | tuple[str, str], ...] = ()
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    watchlist: tuple[_Written, ...]


def read_watchlists(path: Path) -> tuple[Watchlist, ...]:
    """The watchlists of a TOML file, in its order.

    Raises `DocumentError` when the file cannot be read, has other fields, a name twice, or a list with nothing in it.
    """
    fields = ", ".join(field.encode_name for field in msgspec.structs.fields(Watchlist))
    written = read_settings(path, _File, remedy=f"write tables [[watchlist]] with {fields}").watchlist
    found = tuple(_watchlist(path, one) for one in written)
    names: set[str] = set()
    for one in found:
        if one.name in names:
            raise _error(path, f"the name {one.name} is used twice", "give one of the two another name")
        if not (one.pairs or one.actors or one.kinds or one.words):
            raise _error(path, f"{one.name} watches nothing", "give it pairs, actors, kinds or words")
        names.add(one.name)
    return found


def _watchlist(path: Path, written: _Written) -> Watchlist:
    return Watchlist(
        name=written.name,
        pairs=tuple(_pair(path, pair) for pair in written.pairs),
        actors=written.actors,
        kinds=written.kinds,
        words=written.words,
    )


def _pair(path: Path, written: str | tuple[str, str]) -> tuple[str, str]:
    if not isinstance(written, str):
        return written
    one, _, other = (half.strip() for half in written.rpartition("-"))
    if not (one and other):
        raise _error(path, f"{written} is no pair", "join two with a hyphen, as in CHN-USA")
    return one, other


def _error(path: Path, problem: str, remedy: str) -> DocumentError:
    return DocumentError(file=str(path), problem=problem, remedy=remedy)


def watched(state: State, watchlists: Iterable[Watchlist], dossier: Dossier | None = None) -> bool:
    """Whether one of the watchlists matches. `words` are looked for in the title and, if given, in the sentences."""
    return any(matches(state, one, dossier) for one in watchlists)


def matches(state: State, watchlist: Watchlist, dossier: Dossier | None = None) -> bool:
    """Whether a watchlist matches a dossier in this state."""
    return (
        _by_whom(state, watchlist)
        and (not watchlist.kinds or state.kind in watchlist.kinds)
        and (not watchlist.words or _has_word(state, watchlist, dossier))
    )


def _by_whom(state: State, watchlist: Watchlist) -> bool:
    if not (watchlist.pairs or watchlist.actors):
        return True
    sides = {
        name for actor in (*state.actors, *state.recipients) for name in (actor.id, party_of(actor)) if name
    }
    others = {one.id for one in state.participants if one.id}
    return any(set(pair) <= sides for pair in watchlist.pairs) or bool(
        (sides | others) & set(watchlist.actors)
    )


def _has_word(state: State, watchlist: Watchlist, dossier: Dossier | None) -> bool:
    texts = [state.title]
    if dossier is not None:
        texts += [sentence for account in dossier.accounts for sentence in account.sentences]
    return any(word.lower() in text.lower() for word in watchlist.words for text in texts)
