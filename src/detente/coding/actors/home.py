"""The outlet of a document in, the state or organisation for which it speaks out, where that is no paper.

What a ministry, an embassy, a presidency or an office-holder publishes speaks of itself: "the Ministry", "we".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from detente.knowledge.actor_names import fold, slug
from detente.knowledge.actor_rows import Entry, EntryKind, Office, Outlet
from detente.knowledge.actors import ActorTables
from detente.reading.names import Name, find_names_in
from detente.records import Actor

LANDS: frozenset[EntryKind] = frozenset(("state", "demonym", "prefix"))
_WORD = re.compile(r"\w+")
SEATS: frozenset[EntryKind] = frozenset(("body", "metonym"))
BODY, OUTLET, PERSON, ORGANISATION = "body", "outlet", "person", "organisation"
CAPITAL, PLACE, NEWSPAPER, AGENCY = "capital", "place", "newspaper", "agency"
ARTICLE = "the "


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """For whom a document speaks. person: who is one in office and speaks himself. official: not only its news agency.

    paper: nobody speaks; it is a paper of that state, which leaves out at home whose president it means.
    """

    actor: Actor
    person: bool = False
    official: bool = True
    paper: bool = False


def home_of(outlet: str | None, published: str | None, tables: ActorTables) -> Home | None:
    """The state whose body, office-holder or paper the outlet is, or the organisation; None for an unknown one."""
    if not outlet:
        return None
    said = fold(outlet).casefold()
    names = find_names_in(outlet, tables)
    whole = [e for name in names if _is_whole(name, said) for e in name.entries]
    paper = next((e.row for e in whole if e.kind == OUTLET), None)
    if paper is not None:
        states = paper.id in tables.words["state_agencies"] and paper.country
        return _of_agency(paper, tables) if states else _of_paper(paper.kind, paper.country, outlet, tables)
    told = _office_holder(whole, published, outlet) or _body(whole, outlet)
    if told is None and not tables.words["speaks_for_land"].isdisjoint(_WORD.findall(said)):
        told = _of_land(names, outlet)
    return told or _named_after(names, outlet, tables)


def _is_whole(name: Name, said: str) -> bool:
    """Whether a name is all that the outlet is called."""
    return name.span.end == len(said) and said[: name.span.start] in ("", ARTICLE)


def _office_holder(whole: Iterable[Entry], published: str | None, outlet: str) -> Home | None:
    """ "Rudolf Rassendyll" alone: whoever is in office by that name on the day."""
    offices = [e.row for e in whole if e.kind == PERSON and isinstance(e.row, Office)]
    held = [o for o in offices if o.state and (published is None or o.held_on(published[:10]))]
    if not held or len({o.person for o in held}) > 1:
        return None
    office = held[0]
    sectors = tuple(filter(None, office.sectors.split(";"))) or ("GOV",)
    actor = Actor(
        name=office.person, id=f"person:{slug(office.person)}", country=office.country, sectors=sectors,
        inferred=f"the text is by {outlet}",
    )  # fmt: skip
    return Home(actor=actor, person=True)


def _body(whole: Iterable[Entry], outlet: str) -> Home | None:
    """ "The Black Palace", "Danubian League": a body, or the organisation as which it acts."""
    for entry in whole:
        if entry.kind in SEATS:
            return _home(outlet, entry.row.country if entry.kind == BODY else entry.row.id)
        if entry.kind == ORGANISATION:
            identity = entry.row.acts_as
            actor = Actor(
                name=entry.row.name, id=identity, sectors=entry.row.sectors,
                inferred=f"the text is by {outlet}",
            )  # fmt: skip
            return Home(actor=actor)
    return None


def _of_land(names: Iterable[Name], outlet: str) -> Home | None:
    """ "Embassy of Ruritania in Zenda": of the state that is named first."""
    first = next((n for n in names if any(e.kind in LANDS for e in n.entries)), None)
    lands = {e.row.id for e in first.entries if e.kind in LANDS} if first is not None else set()
    return _home(outlet, lands.pop()) if len(lands) == 1 else None


def _named_after(names: Iterable[Name], outlet: str, tables: ActorTables) -> Home | None:
    """ "The Strelsau Gazette", "Ruritania Today": a paper of the state after which, or after whose town, it is called."""
    first = next((n for n in names if n.span.start <= len(ARTICLE)), None)
    entries = first.entries if first is not None and not _is_whole(first, fold(outlet).casefold()) else ()
    lands = {_land(e) for e in entries if e.kind in (*LANDS, *SEATS, CAPITAL, PLACE)}
    return _of_paper(NEWSPAPER, lands.pop(), outlet, tables) if len(lands) == 1 else None


def _land(entry: Entry) -> str | None:
    return entry.row.id if entry.kind in (*LANDS, CAPITAL) else getattr(entry.row, "country", None)


def _of_paper(kind: str, land: str | None, outlet: str, tables: ActorTables) -> Home | None:
    """An agency writes for the papers of all states."""
    if land is None or land not in tables.state_by_id or kind == AGENCY:
        return None
    return replace(_home(outlet, land), paper=True)


def _of_agency(paper: Outlet, tables: ActorTables) -> Home | None:
    """ "We condemn it", a news agency of the state writes under a statement: the state does."""
    state = tables.state_by_id.get(paper.country or "")
    if state is None:
        return None
    return Home(actor=replace(_home(paper.name, state.id).actor, name=state.name), official=False)


def _home(outlet: str, land: str) -> Home:
    why = f"the text is by {outlet}"
    return Home(actor=Actor(name=outlet, id=land, country=land, sectors=("GOV",), inferred=why))
