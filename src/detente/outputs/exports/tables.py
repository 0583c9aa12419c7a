"""The code tables of the export formats: CAMEO codes and scale, codes of states and of sectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from detente.knowledge.actor_rows import Group, Organisation, State
from detente.knowledge.files import BUILT_IN, read_table
from detente.knowledge.frames import Kind
from detente.records import Actor, Event, Place

HERE = Path(__file__).parent / "tables"
COMING = ("proposed", "planned", "scheduled")


class Country(msgspec.Struct, frozen=True):
    """A row of countries.csv: ISO alpha-3, Correlates of War number, FIPS 10-4 code."""

    country: str
    cow: str | None = None
    fips: str | None = None


class CameoRow(msgspec.Struct, frozen=True):
    """A row of cameo.csv: the CAMEO code of a PLOVER type and mode; `kind` is a kind, or the type of its kinds.

    coming: the row is for happenings that are still to come.
    """

    type: str
    cameo: str
    mode: str | None = None
    kind: str | None = None
    coming: bool = False
    why: str = ""


class CameoActor(msgspec.Struct, frozen=True):
    """A row of cameo_actors.csv: what we write, and what CAMEO writes for it."""

    what: str
    ours: str
    cameo: str
    why: str = ""


class Goldstein(msgspec.Struct, frozen=True):
    """A row of goldstein.csv."""

    cameo: str
    goldstein: float


type Resolution = Literal["state", "province", "town"]
type Key = tuple[str, str | None, str | None, bool]


@dataclass(frozen=True, kw_only=True)
class Codes:
    """All code tables by their keys; `plover` gives the country code of an organisation, or of a group at home nowhere."""

    cow: Mapping[str, str]
    fips: Mapping[str, str]
    plover: Mapping[str, str]
    cameo: Mapping[Key, str]
    goldstein: Mapping[str, float]
    types: Mapping[str, str | None]
    actors: Mapping[tuple[str, str], str]
    states: frozenset[int]

    def state_code(self, actor: Actor) -> str | None:
        """PLOVER's country code: the state, also that a group is based in, else UNO, EUR, IGO, NGO or IMG."""
        if actor.country or actor.based or not actor.id:
            return actor.country or actor.based
        return self.plover.get(actor.id) or (actor.id[:3] if actor.id[:4] in ("IGO:", "NGO:") else None)

    def resolution(self, place: Place) -> Resolution:
        """How fine the place is: our tables give a GeoNames id to states and towns, and none to provinces."""
        if place.lat is None or place.geonames in self.states:
            return "state"
        return "town" if place.geonames is not None else "province"

    def cameo_code(self, event: Event) -> str | None:
        """The CAMEO code: by kind, else by the type of the kind, else by type and mode; None without a type."""
        if event.type is None:
            return None
        coming = event.status in COMING
        for when in (True, False) if coming else (False,):
            for kind in (event.kind, self.types.get(event.kind), None):
                for mode in (event.mode, None) if kind else (event.mode,):
                    found = self.cameo.get((event.type, mode, kind, when))
                    if found:
                        return found
        return self.cameo.get((event.type, None, None, False))


def load_codes() -> Codes:
    """The tables that come with détente; read them once and hand them on."""
    countries = read_table((HERE,), "countries.csv", Country)
    organisations = read_table((BUILT_IN / "actors",), "organisations.csv", Organisation)
    groups = read_table((BUILT_IN / "actors",), "groups.csv", Group)
    return Codes(
        cow={row.country: row.cow for row in countries if row.cow},
        fips={row.country: row.fips for row in countries if row.fips},
        plover={row.id: row.plover for row in organisations}
        | {row.id: row.plover for row in groups if row.plover},
        cameo={
            (row.type, row.mode, row.kind, row.coming): row.cameo
            for row in read_table((HERE,), "cameo.csv", CameoRow)
        },
        goldstein={row.cameo: row.goldstein for row in read_table((HERE,), "goldstein.csv", Goldstein)},
        types={row.kind: row.type for row in read_table((BUILT_IN / "plover",), "kinds.csv", Kind)},
        states=frozenset(
            row.geonames for row in read_table((BUILT_IN / "actors",), "states.csv", State) if row.geonames
        ),
        actors={
            (row.what, row.ours): row.cameo for row in read_table((HERE,), "cameo_actors.csv", CameoActor)
        },
    )
