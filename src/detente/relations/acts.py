"""The state of a dossier in, the act that it amounts to out; None for what did not take place.

Acts are happenings that took place, and refusals: a meeting that is declined or called off is an act of the side
that does so. What is proposed, planned, put off, denied or hypothetical is none.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date, timedelta

from msgspec.structs import replace

from detente.dossiers.accounts import originals
from detente.dossiers.records import Account, Dossier, State
from detente.dossiers.state import state as state_on
from detente.knowledge.dossiers import DossierTables
from detente.records import Actor, Time
from detente.relations.records import Act, Placed

TOOK_PLACE = ("occurred", "under_way")
REFUSED = ("declined", "cancelled")
LONGEST = 31  # days; what is known only to a longer time is put into no week


def sides(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The states of the actors, and the ids of those that belong to none; each once, in order."""
    return tuple(dict.fromkeys(side for actor in actors if (side := actor.country or actor.id)))


def counted(dossier: Dossier, as_of: str, *, tables: DossierTables) -> State | None:
    """The state of a dossier for the index; None when nothing was published by the end of the ISO day `as_of`.

    That of an act is made of the mentions that tell of the act, and of no other: whoever told of the plan is no
    witness of the outcome, and says nothing of its kind, its day or its sides.
    """
    now = state_on(dossier, as_of, tables=tables)
    if now is None or not took_place(now):
        return now
    alike = TOOK_PLACE if now.status in TOOK_PLACE else REFUSED
    only = tuple(kept for account in originals(dossier.accounts) if (kept := _only(account, alike)).events)
    told = state_on(replace(dossier, accounts=only), as_of, tables=tables)
    return replace(told, title=now.title) if told is not None and took_place(told) else now


def _only(account: Account, statuses: Container[str]) -> Account:
    pairs = zip(account.events, account.sentences, strict=True)
    kept = [(event, sentence) for event, sentence in pairs if event.status in statuses]
    events, sentences = (tuple(column) for column in zip(*kept, strict=True)) if kept else ((), ())
    return replace(account, events=events, sentences=sentences)


def act_of(state: State) -> Act | None:
    """The act with the day that it is put on; None when it did not take place or has no day."""
    if state.type is None or state.quad is None or state.intensity is None or not took_place(state):
        return None
    placed = _placed(state)
    if placed is None:
        return None
    actors, recipients = sides(state.actors), sides(state.recipients)
    return Act(
        dossier=state.dossier,
        title=state.title,
        kind=state.kind,
        status=state.status,
        actors=actors,
        recipients=recipients,
        mutual=state.reciprocal,
        type=state.type,
        mode=state.mode,
        quad=state.quad,
        intensity=state.intensity,
        time=state.time,
        day=placed[0],
        placed=placed[1],
        sources=state.independent_sources,
        weight=corroboration(state.independent_sources),
        voice=state.status_voice,
    )


def took_place(state: State) -> bool:
    """Whether this is an act, and not a plan, a rumour or a denial."""
    return state.status in TOOK_PLACE or (state.status in REFUSED and state.type is not None)


def corroboration(sources: int) -> float:
    """0.5 for one independent source, 0.75 for two, and so on: each one halves the doubt that is left."""
    return 1 - 0.5 ** max(1, sources)


def _placed(state: State) -> tuple[str, Placed] | None:
    if state.status in REFUSED:  # the time of the state is that of the meeting, not of the refusal
        return _first_report(state.status_since or state.first_published)
    time = state.time
    if time is None or (time.earliest is None and time.latest is not None):
        return _first_report(state.first_published)
    return _middle(time)


def _first_report(day: str | None) -> tuple[str, Placed] | None:
    return (day, "first report") if day else None


def _middle(time: Time) -> tuple[str, Placed] | None:
    if time.earliest is None or time.latest is None:
        return None
    if time.earliest == time.latest:
        return time.earliest, "day"
    first, last = date.fromisoformat(time.earliest), date.fromisoformat(time.latest)
    length = (last - first).days
    return ((first + timedelta(days=length // 2)).isoformat(), "days") if length < LONGEST else None
