"""A name of a place in, which town, state or sea it is out."""

from __future__ import annotations

from detente.coding.actors.names.persons import span_of
from detente.coding.actors.names.regions import is_lesser_half, phrases_meant, undwarfed
from detente.coding.actors.names.states import pick_state, unclear_states
from detente.coding.actors.page import PEOPLE, Hit, Page
from detente.knowledge.actor_rows import PlaceRow, State
from detente.records import Place, Span

WITHIN, OF = "in", "of"
DESCRIBING = ("ADJ", "NOUN", "PART")
_INSIDE = frozenset({"place", "phrase"})  # kinds of names of what lies in a state
_PLACES = _INSIDE | {"state", "capital"}
_SMALL, _DWARFED = 100_000, 10  # inhabitants of a town, and how many times as many its namesake has


def place_of(hit: Hit, page: Page) -> Place | None:
    """The place that a name can be: a town by population and the states of the article, a state, a sea."""
    if hit.kinds.isdisjoint(_PLACES):
        return None
    return _namesake(hit, page) or _by_rows(hit, page, span_of(page, hit.start, hit.end))


def _by_rows(hit: Hit, page: Page, span: Span) -> Place | None:
    for phrase in phrases_meant(hit, page):
        towns = [row for row in hit.rows("place") if row.country == phrase.country]
        if phrase.means == "place" and towns:
            return _town(hit, towns[0], span)
        if phrase.means == "place":
            return Place(text=hit.text, name=hit.text, country=phrase.country, span=span)
        return None
    rows = hit.rows("place")
    states = hit.rows("state")
    if unclear_states(hit, page):
        return None
    if states and not hit.text.startswith("the "):
        state = pick_state(states, page)
        return None if state is None else _whole_state(hit, state, span)
    if rows:
        return _region_elsewhere(hit, page, rows) or _town(hit, _best_place(rows, page, hit), span)
    for state in hit.rows("capital"):
        return Place(text=hit.text, name=hit.text, country=state.id, span=span)
    return None


def _namesake(hit: Hit, page: Page) -> Place | None:
    """ "The settlement of Ontario in Zenda Oblast": where that region lies, and not the well-known place."""
    if hit.kinds.isdisjoint(_INSIDE) or not hit.kinds <= _INSIDE | PEOPLE:
        return None
    named = "place" in hit.kinds and hit.start > 0 and page.doc[hit.start - 1].pos_ == "ADP"
    if not named and not hit.kinds <= _INSIDE:
        return None
    start = _word_after(hit, page)
    region = page.hit_at.get(start) if start is not None else None
    if region is None or not region.kinds <= {"place"} or _is_listed(region, page):
        return None
    own = {row.country for row in hit.rows("place", "phrase")}
    lands = {row.country for row in region.rows("place")}
    if len(lands) != 1 or not lands.isdisjoint(own) or not _is_region(region, page):
        return None
    return Place(text=hit.text, name=hit.text, country=lands.pop(), span=span_of(page, hit.start, hit.end))


def _word_after(hit: Hit, page: Page) -> int | None:
    """The first word of what a name is said to be in: "Zenda, Upper March", "Zenda in the northern Upper March"."""
    words = page.doc[hit.end : hit.end + 5]
    if not words or words[0].lower_ not in (",", WITHIN):
        return None
    part = page.words["part"]
    return next((t.i for t in words[1:] if t.lower_ not in ("the", WITHIN) and t.lower_ not in part), None)


def _is_region(hit: Hit, page: Page) -> bool:
    """ "Zenda Oblast", "Zenda province": a part of a state by its own last word or the word after it."""
    return page.doc[hit.end - 1].lower_ in page.words["region"] or page.is_word(hit.end, "region")


def _is_listed(hit: Hit, page: Page) -> bool:
    """ "In Zenda, Upper March and Strelsau": one of several places."""
    joined = page.doc[hit.end : hit.end + 1]
    return bool(joined) and joined[0].dep_ == "cc"


def _region_elsewhere(hit: Hit, page: Page, rows: list[PlaceRow]) -> Place | None:
    """The region of the land named after it, of "Zenda region, Ruritania", if no town of that name lies there."""
    after = page.hit_at.get(hit.end + 2) if page.is_word(hit.end, "region") else None
    if after is None or page.doc[hit.end + 1].text != ",":
        after = _state_at_end(hit, page) or _land_around(hit, page) or _land_before(hit, page)
    if after is None:
        return None
    beside = {r.id for r in after.rows("state", "demonym")} if after.end <= hit.start else set()
    beside = beside or {r.country for r in after.rows("place", "phrase")} | {
        r.id for r in after.rows("state")
    }
    beside.discard("")
    if len(beside) != 1 or not beside.isdisjoint(r.country for r in rows):
        return None
    return Place(text=hit.text, name=hit.text, country=beside.pop(), span=span_of(page, hit.start, hit.end))


def _land_around(hit: Hit, page: Page) -> Hit | None:
    """ "The town of Zenda in northern Ruritania", "in Zenda, in the Ruritanian hills": the land right after it."""
    words = page.doc[hit.end : hit.end + 5]
    start = 1 if words and words[0].text == "," else 0
    if len(words) <= start or words[start].lower_ != WITHIN:
        return None
    first = next(
        (t.i for t in words[start + 1 :] if t.lower_ != "the" and t.lower_ not in page.words["part"]), -1
    )
    after = page.hit_at.get(first)
    return after if after is not None and after.rows("state") else None


def _land_before(hit: Hit, page: Page) -> Hit | None:
    """ "The Sylvanian town of Zenda", "Sylvania's northern port of Zenda": whose town it is said to be."""
    at = hit.start - 3
    if at < 0 or page.doc[at + 2].lower_ != OF or not page.is_word(at + 1, "region"):
        return None
    while at > 0 and page.doc[at].pos_ in DESCRIBING and at not in page.hit_at:
        at -= 1
    land = page.hit_at.get(at)
    return land if land is not None and land.kinds & {"state", "demonym"} else None


def _state_at_end(hit: Hit, page: Page) -> Hit | None:
    """ "In Zenda, Upper March, Ruritania": the state after the region in which the place lies."""
    doc = page.doc
    led = hit.start > 0 and doc[hit.start - 1].pos_ == "ADP"
    if not led or hit.end >= len(doc) or doc[hit.end].text != ",":
        return None
    region = next((t.i for t in doc[hit.end + 1 : hit.end + 5] if t.text == "," or t.pos_ != "PROPN"), None)
    if region is None or doc[region].text != "," or region == hit.end + 1:
        return None
    state = page.hit_at.get(region + 1)
    within = page.hit_at.get(hit.end + 1)
    if state is None or not state.rows("state") or (within is not None and within.rows("state")):
        return None
    return state


def _whole_state(hit: Hit, state: State, span: Span) -> Place:
    return Place(
        text=hit.text,
        name=state.name,
        country=state.id,
        lat=state.lat,
        lon=state.lon,
        geonames=state.geonames,
        span=span,
    )


def _best_place(rows: list[PlaceRow], page: Page, hit: Hit) -> PlaceRow:
    """A capital, a town of a state that the text names, the largest; a small namesake or half only with its land beside it."""
    if len(rows) == 1:
        return rows[0]
    capitals = {state.id for state in hit.rows("capital", "metonym")}
    rows = undwarfed(rows)
    largest = max(int(row.population or 0) for row in rows)
    after = page.hit_at.get(hit.end + 1)
    beside = {row.country for row in after.rows("place", "phrase")} if after is not None else set()
    beside |= {row.id for row in after.rows("state")} if after is not None else set()
    state = _state_at_end(hit, page) or _land_around(hit, page)
    beside |= {row.id for row in state.rows("state")} if state is not None else set()

    def fits(row: PlaceRow) -> tuple[bool, bool, int]:
        people = int(row.population or 0)
        dwarfed = people < _SMALL and people * _DWARFED < largest
        lesser = row.country not in beside and (dwarfed or is_lesser_half(row, rows))
        return row.country in capitals, page.countries[row.country] > 0 and not lesser, people

    return max(rows, key=fits)


def _town(hit: Hit, row: PlaceRow, span: Span) -> Place:
    return Place(
        text=hit.text,
        name=row.name,
        country=row.country or None,
        lat=float(row.lat) if row.lat else None,
        lon=float(row.lon) if row.lon else None,
        geonames=int(row.geonames) if row.geonames.isdigit() else None,
        span=span,
    )
