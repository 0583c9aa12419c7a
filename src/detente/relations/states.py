"""What a user calls a state in, its ISO 3166 alpha-3 code out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from detente.errors import DetenteError
from detente.knowledge.actors import State
from detente.knowledge.files import BUILT_IN, read_table


@dataclass(frozen=True)
class States:
    """names: the name of each state by its code. codes: the code by each name and code, in small letters."""

    names: Mapping[str, str]
    codes: Mapping[str, str]

    def find(self, called: str) -> str:
        """The code of a state that is called so. Raises `DetenteError` with near names."""
        found = self.codes.get(" ".join(called.split()).casefold())
        if found is not None:
            return found
        near = get_close_matches(called.casefold(), self.codes, n=3, cutoff=0.7)
        hint = f"did you mean {' or '.join(dict.fromkeys(self.shown(self.codes[name]) for name in near))}?"
        remedy = hint if near else "give a name as in `China` or a code as in `CHN`"
        raise DetenteError(f"{called}: no state is called so; {remedy}")

    def pair(self, called: str) -> tuple[str, str]:
        """Two states joined by `-`, `,` or `:`, as in `USA-CHN`. Raises `DetenteError`."""
        for mark in (":", ",", "-"):
            first, found, second = called.partition(mark)
            if found and first.strip() and second.strip() and mark not in second:
                return self.find(first), self.find(second)
        raise DetenteError(f"{called}: this is no pair of states; join two with a hyphen, as in USA-CHN")

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
