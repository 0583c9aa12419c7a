"""Rows -> the 61 event columns of GDELT 2.0, tab-separated; what is not known is empty.

The code is CAMEO's by `tables/cameo.csv`, the Goldstein value CAMEO's own for that code. Of several actors the
first stands in the columns of Actor1, and a second side, or the first recipient, in those of Actor2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from detente.outputs.exports.cells import exact_day, within
from detente.outputs.exports.rows import Row
from detente.outputs.exports.tables import Codes
from detente.records import Actor, Event, Place

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
NO_GEO = ("0", *[""] * 7)
COUNTRY, WORLD_CITY, WORLD_PROVINCE = "1", "4", "5"

type Cells = tuple[str, ...]


def cameo_lines(rows: Iterable[Row], codes: Codes, *, header: bool = True) -> Iterator[str]:
    """A line for each row that PLOVER has a code for, without its line end; GDELT's own files have no header."""
    if header:
        yield "\t".join(COLUMNS)
    for row in rows:
        code = codes.cameo_code(row.event)
        if code is not None:
            # GDELT's tables know no quoting, and readers would take a quotation mark for one
            yield "\t".join(_cells(row, code, codes)).replace('"', "'")


def _cells(row: Row, code: str, codes: Codes) -> Cells:
    event, account = row.event, row.account
    first, second = _two_sides(event)
    return (
        event_number(account.id),
        *_dates(event),
        *_actor(first, codes),
        *_actor(second, codes),
        "1" if event.principal else "0",
        code,
        code[:3],
        code[:2],
        quad_class(code),
        str(codes.goldstein[code]),
        str(len(account.events)),
        "1",
        "1",
        "",
        *NO_GEO,
        *NO_GEO,
        *_geo(event.place, codes),
        f"{account.published.replace('-', '')}000000" if account.published else "",
        "".join((account.url or "").split()),
    )


def event_number(account: str) -> str:
    """A number of up to 18 digits that is the same on every run."""
    return str(int(sha256(account.encode()).hexdigest()[:14], 16))


def quad_class(code: str) -> str:
    """GDELT's class by the root code: 1, 2 verbal and material cooperation, 3, 4 verbal and material conflict."""
    root = int(code[:2])
    return "1" if root <= 5 else "2" if root <= 8 else "3" if root <= 13 else "4"


def _two_sides(event: Event) -> tuple[Actor | None, Actor | None]:
    first = event.actors[0] if event.actors else None
    if event.recipients:
        return first, event.recipients[0]
    others = event.actors[1:] if event.reciprocal else ()
    abroad = next((one for one in others if first and one.country != first.country), None)
    return first, abroad or (others[0] if others else None)


def _dates(event: Event) -> Cells:
    """Day, month, year and fraction; each only when the time is known as exactly as that."""
    day = exact_day(event.time)
    month, year = within(event.time, 7), within(event.time, 4)
    fraction = ""
    if day:
        moment = date.fromisoformat(day)
        fraction = f"{moment.year + min((moment.month - 1) * 30 + moment.day, 365) / 365:.4f}"
    return (day or "").replace("-", ""), (month or "").replace("-", ""), year or "", fraction


def _actor(actor: Actor | None, codes: Codes) -> Cells:
    if actor is None:
        return ("",) * len(_ACTOR)
    country = codes.actors.get(("country", actor.country or ""), actor.country or "")
    group = codes.actors.get(("group", actor.id or ""), "")
    organisation = actor.id[:3] if actor.id and actor.id[:4] in ("IGO:", "NGO:") else ""
    types = [organisation] if organisation else []
    types += [code for sector in actor.sectors if (code := codes.actors.get(("sector", sector)))]
    types = [*dict.fromkeys(types), "", "", ""][:3]
    whole = "".join((country, *(types if country else (organisation, group))))
    return whole, " ".join(actor.name.upper().split()), country, group, "", "", "", *types


def _geo(place: Place | None, codes: Codes) -> Cells:
    """GeoNames ids are no FeatureIDs of GDELT's gazetteer, so those stay empty but for states."""
    if place is None:
        return NO_GEO
    name = " ".join((place.name or place.text).split())
    fips = codes.fips.get(place.country or "", "")
    resolution = codes.resolution(place)
    kind = {"state": COUNTRY, "town": WORLD_CITY, "province": WORLD_PROVINCE}[resolution]
    feature = fips if resolution == "state" else ""
    lat, lon = (str(value) if value is not None else "" for value in (place.lat, place.lon))
    return kind, name, fips, fips, "", lat, lon, feature
