"""A dossier in, what each day's reports changed in it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from detente.dossiers.accounts import originals
from detente.dossiers.acts import acts_of
from detente.dossiers.deciding import decision_days, reported
from detente.dossiers.decisions import change_id, decisions
from detente.dossiers.describing import descriptions_of
from detente.dossiers.intervals import day_number, gap, interval_of, iso_day
from detente.dossiers.offers import last_plan
from detente.dossiers.records import Change, Contradiction, Dossier, Offer, State, Voice, What
from detente.dossiers.state import act_state, state
from detente.dossiers.things import things_of
from detente.dossiers.voices import accounts_by, source_key
from detente.dossiers.words import PAST
from detente.knowledge.dossiers import DossierTables
from detente.records import Time

BY_STATUS: dict[str, What] = {
    "planned": "planned",
    "scheduled": "scheduled",
    "under_way": "under_way",
    "occurred": "held",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "declined": "declined",
    "denied": "denied",
    "unreported": "unreported",
}
Found = tuple[What, str | None, str | None, Voice | None]


def changes(
    dossier: Dossier, since: str | None, until: str | None, *, tables: DossierTables
) -> tuple[Change, ...]:
    """The changes of the days from `since` to `until`, both included, in order; None leaves an end open.

    With `until` None the last day is that of the last report, so that nothing becomes unreported after it. The
    changes of an incident are those of its acts, and the contradictions between these.
    """
    acts = acts_of(dossier, tables=tables)
    found = [change for act in acts for change in _course(act, since, until, tables)]
    found += _described(dossier, since, until, tables)
    if len(acts) > 1:
        found = [msgspec.structs.replace(one, dossier=dossier.id) for one in found]
    return tuple(sorted(found, key=lambda one: one.day))


def _described(
    dossier: Dossier, since: str | None, until: str | None, tables: DossierTables
) -> Iterator[Change]:
    """The days on which descriptions of an incident's thing came to contradict each other."""
    if not any(things_of(account, tables) for account in dossier.accounts):
        return
    told: tuple[Contradiction, ...] = ()
    for day in sorted({account.published for account in dossier.accounts if account.published}):
        if until is not None and day > until:
            return
        now = descriptions_of(originals(accounts_by(dossier, day)), tables=tables)
        for found in _contradicted(told, now, day):
            if since is None or day >= since:
                stood = state(dossier, day, tables=tables)
                if stood is not None:
                    yield _change(dossier, stood, day, found)
        told = now


def _course(
    dossier: Dossier, since: str | None, until: str | None, tables: DossierTables
) -> tuple[Change, ...]:
    """The changes of one act."""
    found: list[Change] = []
    before: State | None = None
    for day in _days(dossier, until, tables):
        now = act_state(dossier, day, tables=tables)
        if now is None:
            continue
        if since is None or day >= since:
            found += [_change(dossier, now, day, change) for change in _between(before, now, dossier, day)]
            found += decisions(dossier, before, now)
        before = now
    return tuple(found)


def _days(dossier: Dossier, until: str | None, tables: DossierTables) -> Iterator[str]:
    """The days on which something may change: of publication, correction or decision, and the day after a planned date."""
    days = {account.published for account in dossier.accounts} | {a.superseded for a in dossier.accounts}
    days |= decision_days(dossier)
    published = sorted(day for day in days if day)
    for n, day in enumerate(published):
        if until is not None and day > until:
            return
        yield day
        following = published[n + 1] if n + 1 < len(published) else until
        if following is None or following <= day:
            continue
        end = min(following, until) if until is not None else following
        late = act_state(dossier, end if n + 1 == len(published) else _day_before(end), tables=tables)
        status, since = reported(late) if late else (None, None)
        if status == "unreported" and since and day < since <= end:
            yield since


def _day_before(day: str) -> str:
    return iso_day(day_number(day) - 1)


def _between(before: State | None, now: State, dossier: Dossier, day: str) -> Iterator[Found]:
    if before is None:
        yield "new", None, _status(now), _voice(now)
        yield from _contradicted((), now.contradictions, day)
        return
    (was, _), (status, _) = reported(before), reported(now)
    if status != was and status in BY_STATUS:
        yield BY_STATUS[status], _status(before), _status(now), _voice(now)
    if _moved(before, now):
        yield "moved", _say(before.time or _last(before)), _say(now.time), _voice_of(now.offers, day)
    known = {source_key(voice.source) for voice in before.confirmations}
    for voice in now.confirmations:
        if (source_key(voice.source)) not in known and voice.published == day:
            yield "confirmed", None, voice.source.name, voice
            known.add(source_key(voice.source))
    if status != "denied":
        for voice in now.denials[len(before.denials) :]:
            yield "denied", None, voice.source.name, voice
    yield from _contradicted(before.contradictions, now.contradictions, day)
    corrected = {account.document: account.title for account in dossier.accounts if account.superseded == day}
    for document, title in corrected.items():
        yield "corrected", title or document, None, None


def _contradicted(known: Iterable[Contradiction], now: Iterable[Contradiction], day: str) -> Iterator[Found]:
    told = {(one.about, one.values) for one in known}
    for one in now:
        if (one.about, one.values) not in told:
            voice = next((v for v in reversed(one.voices) if v.published == day), one.voices[-1])
            yield "contradicted", None, f"{one.about}: {' / '.join(one.values)}", voice


def _moved(before: State, now: State) -> bool:
    """Whether the date that is believed is another one than before, while it is still to come."""
    if reported(now)[0] in PAST:
        return False
    was, is_now = interval_of(before.time or _last(before)), interval_of(now.time)
    return was is not None and is_now is not None and gap(was, is_now) > 0


def _last(before: State) -> Time | None:
    """The last plan that was taken back, for a happening that is put off without a new date."""
    plan = last_plan(before.earlier_plans) if reported(before)[0] == "postponed" else None
    return plan.time if plan else None


def _status(now: State) -> str:
    """Where it stands by the reports."""
    status, _ = reported(now)
    date = _say(now.time)
    return f"{status} {date}" if date else status


def _voice(now: State) -> Voice | None:
    """Who brought the status; of one that was overruled, nobody: the voice of the state is for another."""
    return None if now.overruled and now.overruled.reported != now.status else now.status_voice


def _say(time: Time | None) -> str | None:
    interval = interval_of(time)
    if time is None or interval is None:
        return None
    return (
        time.earliest or "" if time.earliest == time.latest else f"{time.earliest or ''}/{time.latest or ''}"
    )


def _voice_of(offers: Iterable[Offer], day: str) -> Voice | None:
    return next((v for offer in offers if offer.current for v in offer.voices if v.published == day), None)


def _change(dossier: Dossier, now: State, day: str, found: Found) -> Change:
    what, before, after, voice = found
    return Change(
        id=change_id(dossier.id, day, what, before, after),
        dossier=dossier.id,
        day=day,
        what=what,
        title=now.title,
        before=before,
        after=after,
        voice=voice,
    )
