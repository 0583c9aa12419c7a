"""A written name in, those holders of an office out whose names can be spelled almost so.

Few can: of two words that are nearly alike no more than a letter or two is in one of them alone, which the sets of
their letters tell without a comparison. Whoever asks compares the few that are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.knowledge.actor_names import SEPARATOR, fold
from detente.knowledge.actor_rows import Office

_BITS = 64  # letters that share a bit count as one: so more are taken for alike, and none for unlike
_ROUNDING = 1e-9

type _Places = dict[int, list[tuple[int, tuple[int, ...]]]]  # letters and where they are found, by length


class Spelled:
    """The holders of offices by the roles that they have; made when a role is first asked for, since few are."""

    def __init__(self, holders: Mapping[tuple[str, str], Sequence[Office]]) -> None:
        self._holders = holders
        self._known: dict[tuple[str, ...], Holders] = {}

    def with_roles(self, roles: tuple[str, ...]) -> Holders:
        """Those with one of these roles."""
        known = self._known.get(roles)
        if known is None:
            rows = (
                (land, o) for (land, role), offices in self._holders.items() if role in roles for o in offices
            )
            known = self._known[roles] = Holders(rows)
        return known


class Holders:
    """Office-holders with their states, in the order of the tables."""

    def __init__(self, rows: Iterable[tuple[str, Office]]) -> None:
        self.rows = tuple(rows)
        self._of: dict[str, list[int]] = {}
        words: dict[str, set[int]] = {}
        wholes: dict[str, set[int]] = {}
        for place, (country, office) in enumerate(self.rows):
            self._of.setdefault(country, []).append(place)
            for name in names_of(office):
                folded = fold(name).lower()
                for whole in {folded, " ".join(folded.split())}:
                    wholes.setdefault(whole, set()).add(place)
                for word in folded.replace("-", " ").split():
                    words.setdefault(word, set()).add(place)
        self._words, self._wholes = _by_length(words), _by_length(wholes)

    def of(self, countries: Iterable[str]) -> set[int]:
        """Where in the rows those of these states stand."""
        return {place for country in countries for place in self._of.get(country, ())}

    def like(self, name: str, wanted: float) -> set[int]:
        """Where those stand who can have a last word, or a whole name, that is as much alike as wanted."""
        folded = fold(name).lower()
        found = set(_alike(self._words, folded.replace("-", " ").split()[-1], wanted))
        return found.union(_alike(self._wholes, folded, wanted)) if " " in folded else found


def names_of(office: Office) -> tuple[str, ...]:
    """Every spelling of an office-holder's name."""
    return (office.person, *filter(None, office.aliases.split(SEPARATOR)))


def _letters(text: str) -> int:
    bits = 0
    for letter in text:
        bits |= 1 << ord(letter) % _BITS
    return bits


def _by_length(places: Mapping[str, set[int]]) -> _Places:
    found: _Places = {}
    for text, at in places.items():
        found.setdefault(len(text), []).append((_letters(text), tuple(at)))
    return found


def _alike(places: _Places, text: str, wanted: float) -> Iterator[int]:
    own = _letters(text)
    for length, spelled in places.items():
        both = length + len(text)
        if 2 * min(length, len(text)) < wanted * both - _ROUNDING:
            continue
        apart = (1 - wanted) * both + _ROUNDING
        for letters, at in spelled:
            if (letters ^ own).bit_count() <= apart:
                yield from at
