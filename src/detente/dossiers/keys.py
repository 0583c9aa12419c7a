"""An account in, the keys out under which a shelf keeps it and under which others like it are looked for.

A key is a family of kinds with an unordered pair of parties; a person counts as a party beside the state, for
reports that do not say which state a minister serves. An account that knows one party only is kept apart,
so that those that know both need not be compared with everything that a state does:

| account knows | kept under | looked for under |
|---|---|---|
| both parties | pair, each party | pair, each half-known party |
| one party | half-known party | party, half-known party |
| none | place | place |
| what it tells of as known, not whose it is | the countries named | the countries named, as one party |

Where people meet, the town tells which meeting is meant ("the Zenda talks"): what does not say whose it is is looked for
among those that meet there too, and the other way round.
"""

from __future__ import annotations

from itertools import combinations

from detente.dossiers.accounts import head_event
from detente.dossiers.facets import people_of, sides_of, towns_of
from detente.dossiers.records import Account
from detente.dossiers.replies import is_proposal, reply_in
from detente.dossiers.things import things_of
from detente.knowledge.dossiers import DossierTables

MOST = 8  # parties of one account that are paired; a conference of more is found by its first eight


def keys_of(account: Account, *, tables: DossierTables) -> tuple[str, ...]:
    """The keys under which a shelf keeps the account, sorted; none for an undated account, which waits."""
    if account.published is None:
        return ()
    family, parties, place = _parts(account, tables)
    if account.refers is not None:
        own = _sorted(
            family, [f"~|{country}" for country in _countries(account)], _towns(account, "@", tables)
        )
        return tuple(sorted({*own, *meeting_keys(account, tables=tables)}))
    if len(parties) > 1:
        pairs = combinations(sorted(parties), 2)
        own = _sorted(family, [f"{a}|{b}" for a, b in pairs], [f"{party}|" for party in parties])
    elif parties:
        own = _sorted(family, [f"?|{parties[0]}"])
    else:
        return _sorted(family, [f"@|{place}"] if place else [])
    return tuple(
        sorted({*own, *_sorted(family, _towns(account, "&", tables)), *meeting_keys(account, tables=tables)})
    )


def meeting_keys(account: Account, *, tables: DossierTables) -> dict[str, int]:
    """The keys under which acts of different families meet, with their days; symmetric as well."""
    return incident_keys(account, tables=tables) | reply_keys(account, tables)


def reply_keys(account: Account, tables: DossierTables) -> dict[str, int]:
    """Under which a proposal and an answer that does not say to what meet: each side of theirs."""
    if not is_proposal(account, tables) and reply_in(account, tables) is None:
        return {}
    window = max(rule.window for rule in tables.replies)
    return {f"!|{side}": window for side in sorted(sides_of(account.events))[:MOST]}


def incident_keys(account: Account, *, tables: DossierTables) -> dict[str, int]:
    """The keys under which acts of one incident meet, with their days: a thing with each side that has to do with it.

    An account is kept and looked for under the same ones, also one that knows a single side.
    """
    if account.published is None:
        return {}
    things = things_of(account, tables)
    sides = sorted(sides_of(account.events) | {*_countries(account)})[:MOST]
    return {f"#{thing}|{side}": tables.things[thing].window for thing in sorted(things) for side in sides}


def lookup_keys(account: Account, *, tables: DossierTables) -> tuple[str, ...]:
    """The keys under which others are kept that may tell of the same happening; the relation is symmetric."""
    if account.published is None:
        return ()
    family, parties, place = _parts(account, tables)
    if account.refers is not None:
        marks = ("~|{0}", "?|{0}", "{0}|")
        named = ([mark.format(c) for mark in marks] for c in _countries(account))
        return _sorted(family, *named, _towns(account, "&", tables))
    if not parties:
        return _sorted(family, [f"@|{place}"] if place else [])
    towns = [*_towns(account, "@", tables), *(f"~|{party}" for party in parties)]
    if len(parties) > 1:
        pairs = combinations(sorted(parties), 2)
        return _sorted(family, [f"{a}|{b}" for a, b in pairs], [f"?|{party}" for party in parties], towns)
    return _sorted(family, [f"?|{parties[0]}", f"{parties[0]}|"], towns)


def _countries(account: Account) -> tuple[str, ...]:
    return (account.refers or ())[:MOST]


def _towns(account: Account, mark: str, tables: DossierTables) -> list[str]:
    """The towns where it is told to be held, for a family that may be known by them."""
    if not tables.family(head_event(account).kind).by_town:
        return []
    return [f"{mark}{town}|" for town in sorted(towns_of(account.events, tables))]


def _parts(account: Account, tables: DossierTables) -> tuple[str, list[str], str | None]:
    """Family, the first parties in alphabetical order with the people that act for them, and the place."""
    events = account.events
    states = sides_of(events)
    parties = [*sorted(states), *sorted(people_of(events) - states)][:MOST]
    place = next((e.place.country or e.place.name for e in events if e.place), None)
    return tables.family_id(head_event(account).kind), parties, place


def _sorted(family: str, *lists: list[str]) -> tuple[str, ...]:
    return tuple(sorted(f"{family}|{rest}" for keys in lists for rest in keys))
