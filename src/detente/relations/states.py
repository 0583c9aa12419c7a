"""What a user calls a state in, its ISO 3166 alpha-3 code out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from detente.errors import DetenteError, did_you_mean
from detente.knowledge.actor_rows import State
from detente.knowledge.files import BUILT_IN, read_table


@dataclass(frozen=True)
class States:
    """names: the name of each state by its code. codes: the code by each name and code, in small letters."""

    names: Mapping[str, str]
    codes: Mapping[str, str]

    def find(self, called: str, *, also: Callable[[str], bool] = lambda name: False) -> str:
        """The code of a state that is called so, or the name itself when `also` knows it, as a store knows its actors.

        Raises `DetenteError` with near names.
        """
        found = self.codes.get(" ".join(called.split()).casefold())
        if found is not None:
            return found
        if also(called.strip()):
            return called.strip()
        remedy = did_you_mean(
            called, self.codes, otherwise="give a name as in `China` or a code as in `CHN`", show=self._shown
        )
        raise DetenteError(f"{called}: no state is called so; {remedy}")

    def pair(self, called: str, *, also: Callable[[str], bool] = lambda name: False) -> tuple[str, str]:
        """Two states joined by `,`, `:` or `-`, as in `USA-CHN`; `also` as in `find`. Raises `DetenteError`."""
        halves = [
            (called[:at], called[at + 1 :])
            for mark in ",:-"
            for at, sign in enumerate(called)
            if sign == mark and called[:at].strip() and called[at + 1 :].strip()
        ]
        for one, other in halves:  # a hyphen may also be within a name
            try:
                return self.find(one, also=also), self.find(other, also=also)
            except DetenteError:
                if len(halves) == 1:
                    raise
        raise DetenteError(f"{called}: this is no pair of states; join two with a hyphen, as in USA-CHN")

    def _shown(self, name: str) -> str:
        return self.shown(self.codes[name.casefold()])

    def shown(self, code: str) -> str:
        """`China (CHN)`."""
        name = self.names.get(code)
        return f"{name} ({code})" if name else code

    def name(self, code: str) -> str:
        """`China`; the code where no name is known."""
        return self.names.get(code, code)


def load_states(knowledge: Path | None = None) -> States:
    """The states of our knowledge and of the user's."""
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    folders = [folder / "actors" for folder in (BUILT_IN, knowledge) if folder is not None]
    rows = read_table(folders, "states.csv", State)
    for row in sorted(
        rows, key=lambda row: not row.end
    ):  # a state that still is takes a name from one that was
        names[row.id] = row.name
        codes |= {name.casefold(): row.id for name in (row.id, row.name, *row.names)}
    return States(names, codes)
