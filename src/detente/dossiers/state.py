"""A dossier and a day in, what was believed of it at the end of that day out: a function of its accounts alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import msgspec

from detente.dossiers.accounts import UNSETTLED, originals
from detente.dossiers.acts import acts_of
from detente.dossiers.contradictions import contradictions_of
from detente.dossiers.deciding import decided
from detente.dossiers.describing import descriptions_of
from detente.dossiers.facets import parties_of
from detente.dossiers.naming import kind_of, participants_of
from detente.dossiers.offers import believed_time, offers_of
from detente.dossiers.records import Account, Dossier, DossierStatus, Part, State, Voice
from detente.dossiers.sides import believed_sides
from detente.dossiers.standing import Standing, standing_of, unreported_since
from detente.dossiers.titles import title_of
from detente.dossiers.voices import Said, accounts_by, independent_sources, said_in, source_key
from detente.dossiers.words import LIVE, OFF, PAST, Word, words_of
from detente.knowledge.dossiers import DossierTables
from detente.records import Event, Place

ENDS = (*PAST[:1], "cancelled", "declined")  # what a happening can come to


def state(dossier: Dossier, as_of: str, *, tables: DossierTables) -> State | None:
    """The state at the end of the ISO day `as_of`; None when nothing that stands had been published by then.

    That of an incident is the state of its deed, with the other acts as `parts` and with what all of them say.
    """
    acts = acts_of(dossier, as_of, tables=tables)
    stood = [now for act in acts if (now := act_state(act, as_of, tables=tables))]
    if not stood:
        return None
    accounts = accounts_by(dossier, as_of)
    now = msgspec.structs.replace(stood[0], dossier=dossier.id)  # which need not be the id of the act
    described = descriptions_of(originals(accounts), tables=tables)
    if described:
        now = msgspec.structs.replace(now, contradictions=(*now.contradictions, *described))
    if len(stood) == 1:
        return now
    return _incident(dossier, now, stood[1:], accounts, _said(originals(accounts), tables))


def _said(accounts: Sequence[Account], tables: DossierTables) -> tuple[Said, ...]:
    """All words on the happening; who stays away from what more than two hold calls nothing off."""
    said = said_in(accounts, speakers=tables.words.get("speaking for a side", ()))
    many = any(len(parties_of([one.event], recipients=False)) > 2 for one in said)
    return tuple(_without_one(one, tables) for one in said) if many else said


def _without_one(said: Said, tables: DossierTables) -> Said:
    """The word of one that will not come changes nothing for the others; the voice keeps it."""
    event = said.event
    alone = len(parties_of([event], recipients=False)) == 1
    if not (event.status == "declined" and alone and tables.family(event.kind).without_one):
        return said
    return replace(said, event=msgspec.structs.replace(event, status="hypothetical"))


def _incident(
    dossier: Dossier, now: State, others: Sequence[State], accounts: Sequence[Account], said: Sequence[Said]
) -> State:
    """The state of the deed with what the other acts add to it."""
    days = [account.published for account in accounts if account.published]
    return msgspec.structs.replace(
        now,
        parts=tuple(
            Part(
                act=one.dossier,
                title=one.title,
                kind=one.kind,
                status=one.status,
                since=one.status_since,
                voice=one.status_voice,
            )
            for one in others
        ),
        causes=_once(said, lambda one: bool(one.voice.words)),
        contradictions=(*now.contradictions, *(c for one in others for c in one.contradictions)),
        independent_sources=independent_sources(said),
        reports=len({account.document for account in accounts}),
        copies=_copies(accounts),
        first_published=min(days, default=None),
        last_published=max(days, default=None),
    )


def act_state(dossier: Dossier, as_of: str, *, tables: DossierTables) -> State | None:
    """The state of one act by its own accounts; of a dossier that is no incident the whole but for descriptions."""
    accounts = accounts_by(dossier, as_of)
    if not accounts:
        return None
    first = originals(accounts)
    said = _said(first, tables)
    words = words_of(said, moving=tables.words.get("moved", ()))
    offers, earlier = offers_of(words)
    standing = standing_of(words)
    unreported = unreported_since(standing.status, offers, as_of)
    status: DossierStatus = "unreported" if unreported else standing.status
    events = [event for account in first for event in account.events]
    kind = kind_of(events)
    actors, recipients = believed_sides(events, kind, tables)
    time = believed_time(words, offers, standing.status)
    event = _bearing(words, standing, kind)
    days = [account.published for account in accounts if account.published]
    found = State(
        dossier=dossier.id,
        as_of=as_of,
        title=title_of(kind, actors, recipients, tables=tables),
        kind=kind,
        status=status,
        status_since=unreported or standing.since,
        status_voice=None if unreported else standing.word.said[0].voice,
        actors=actors,
        recipients=recipients,
        participants=participants_of(events, (*actors, *recipients)),
        reciprocal=len(actors) > 1 and not recipients,
        type=event.type,
        mode=event.mode,
        contexts=tuple(sorted({context for e in events for context in e.contexts})),
        quad=event.quad,
        intensity=event.intensity,
        time=time,
        offers=offers,
        place=_place(said, tables.lands),
        confirmations=_once(said, _confirms),
        denials=_once(said, lambda one: one.voice.stance == "denies"),
        silent=_once(said, lambda one: one.voice.stance in UNSETTLED),
        causes=_once(said, lambda one: bool(one.voice.words)),
        earlier_plans=earlier,
        outcome=_outcome(standing),
        contradictions=contradictions_of(said, offers, past=standing.status in PAST),
        independent_sources=independent_sources(said),
        reports=len({account.document for account in accounts}),
        copies=_copies(accounts),
        first_published=min(days, default=None),
        last_published=max(days, default=None),
        unknown=_unknown(first, words, status, time=time is not None),
    )
    return decided(found, dossier, said)


def _bearing(words: Sequence[Word], standing: Standing, kind: str) -> Event:
    """The mention whose code stands for the dossier: the last of its kind with the status that is believed."""
    said = [one for word in words for one in word.all if one.event.status == standing.status]
    alike = [one for one in said if one.event.kind == kind] or said
    return alike[-1].event


def _confirms(one: Said) -> bool:
    """A word of confirmation, or a side's own firm word, on something that is coming or took place."""
    if one.event.status not in (*LIVE, *PAST) or one.rank == 0:
        return False
    return one.voice.stance == "confirms" or (
        one.voice.party and one.rank == 3 and one.voice.stance == "asserts"
    )


def _once(said: Sequence[Said], wanted: Callable[[Said], bool]) -> tuple[Voice, ...]:
    """The voices that are wanted; the first of each source with each date."""
    found: dict[tuple[str, str | None, str | None], Voice] = {}
    for one in said:
        if wanted(one):
            voice = one.voice
            found.setdefault((source_key(voice.source), voice.published, voice.words), voice)
    return tuple(found.values())


def _place(said: Sequence[Said], lands: Collection[str]) -> Place | None:
    """The place that the strongest voices name, a town before a state, the last of those.

    Who later names the land alone ("met in Oman") leaves the town that was named in it.
    """
    found = _named_last(said)
    if found is None or found.name not in lands:
        return found
    told = (one.event.place for one in reversed(said) if one.event.place is not None)
    return next((p for p in told if p.country == found.country and p.name and p.name not in lands), found)


def _named_last(said: Sequence[Said]) -> Place | None:
    placed = [(one, one.event.place) for one in said if one.event.place is not None]
    states = {
        actor.name
        for one in said
        for actor in (*one.event.actors, *one.event.recipients)
        if actor.id == actor.country
    }
    if not placed:
        return None
    return max(
        enumerate(placed),
        key=lambda found: (
            found[1][0].event.status in PAST and _is_named(found[1][1], states),
            _is_named(found[1][1], states),
            found[1][1].name is not None,
            found[1][0].rank,
            found[0],
        ),
    )[1][1]


def _is_named(place: Place, states: Collection[str]) -> bool:
    """Whether it is a town or another land than those of the sides, and not only that of the host."""
    return place.inferred is None and place.name is not None and place.name not in states


def _outcome(standing: Standing) -> Voice | None:
    return standing.word.said[0].voice if standing.status in ENDS else None


def _copies(accounts: Sequence[Account]) -> int:
    """Reports whose text another report of the dossier had before."""
    documents = {account.document: account.copy_of or account.document for account in accounts}
    return len(documents) - len(set(documents.values()))


def _unknown(
    accounts: Sequence[Account], words: Sequence[Word], status: DossierStatus, *, time: bool
) -> dict[str, str]:
    reasons: dict[str, str] = {}
    if any(account.published is None for account in accounts):
        reasons["published"] = "the report has no day of publication; it waits until it is dated"
    if not time and status in OFF:
        reasons["time"] = "no new date is on offer"
    elif not time:
        several = sum(len(word.live) for word in words) > 1
        reasons["time"] = "the dates on offer exclude each other" if several else "no report gives a date"
    return reasons
