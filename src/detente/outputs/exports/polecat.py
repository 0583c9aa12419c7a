"""Rows -> POLECAT's tab-separated text: 40 columns, `None` for what is not known, lists joined with `; `."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.ids import is_person
from detente.outputs.exports.cells import LIST_SEPARATOR, exact_day, joined, once, words
from detente.outputs.exports.rows import Row
from detente.outputs.exports.tables import Codes
from detente.records import Actor, Participant, Place, Report

type Cells = tuple[str | None, ...]

MISSING = "None"
NOWHERE: Cells = (None,) * 9
LANGUAGE = "English"  # the only one that the coder reads

_PARTY = (
    "{0} Name", "{0} Country", "{0} COW", "Primary {0} Sector", "{0} Sectors", "{0} Title", "{0} Name Raw",
    "Wikipedia {0} ID",
)  # fmt: skip
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(name.format("Actor") for name in _PARTY), *(name.format("Recipient") for name in _PARTY),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations",
    "Story Locations", "Language", "Version",
)  # fmt: skip


def polecat_lines(rows: Iterable[Row], codes: Codes) -> Iterator[str]:
    """The header and a line for each row that PLOVER has a code for, without their line ends."""
    yield "\t".join(COLUMNS)
    story: tuple[Report, Cells] | None = None
    for row in rows:
        if row.event.type is None:
            continue
        if story is None or story[0] is not row.report:
            story = row.report, _story(row.report)
        yield "\t".join([_cell(value) for value in (*_event(row, codes), *story[1])])


def _cell(value: str | None) -> str:
    """A cell that cannot break the table: one line, and quoted only where it holds a quotation mark."""
    if not value:
        return MISSING
    if not value.isprintable():
        value = " ".join(value.split())
    return f'"{value.replace('"', '""')}"' if '"' in value else value


def _event(row: Row, codes: Codes) -> Cells:
    event = row.event
    return (
        f"{row.account.document.replace('_', '-')}_{event.happening}_{event.type}_{event.mode or ''}",
        exact_day(event.time),
        event.type,
        event.mode,
        None if event.intensity is None else str(event.intensity),
        event.quad,
        joined(event.contexts),
        *_party(row.report, event.actors, codes),
        *_party(row.report, event.recipients, codes),
        *(_place(event.place, codes) if event.place else NOWHERE),
        None,
        row.account.outlet,
        row.account.published,
    )


def _party(report: Report, actors: Sequence[Actor], codes: Codes) -> Cells:
    """The eight columns of one side. Title and Wikipedia id are not in a report."""
    if not actors:
        return (None,) * len(_PARTY)
    countries = [codes.state_code(actor) for actor in actors]
    sectors = once(sector for actor in actors for sector in actor.sectors)
    return (
        joined(actor.name for actor in actors),
        LIST_SEPARATOR.join(once(countries)),
        LIST_SEPARATOR.join(once(codes.cow.get(country) for country in countries if country)),
        sectors[0] if sectors else None,
        LIST_SEPARATOR.join(sectors),
        None,
        joined(words(report, actor.span) for actor in actors),
        None,
    )


def _place(place: Place, codes: Codes) -> Cells:
    """The nine columns of the place; districts are not in our tables."""
    resolution = codes.resolution(place)
    return (
        place.name or place.text,
        place.name if resolution == "town" else None,
        None,
        place.name if resolution == "province" else None,
        place.country,
        _number(place.lat),
        _number(place.lon),
        _number(place.geonames),
        place.text,
    )


def _story(report: Report) -> Cells:
    """Who and what the whole report speaks of; POLECAT repeats it on each of its events."""
    people: list[str] = []
    bodies: list[str] = []
    for event in report.events:
        everybody: Sequence[Actor | Participant] = (*event.actors, *event.recipients, *event.participants)
        for one in everybody:
            if one.id is not None:
                (people if is_person(one.id) else bodies).append(one.name)
    places = (event.place.name or event.place.text for event in report.events if event.place)
    version = f"detente {report.versions.detente}"
    return joined(once(people)), joined(once(bodies)), joined(once(places)), LANGUAGE, version


def _number(value: float | None) -> str | None:
    return None if value is None else str(value)
