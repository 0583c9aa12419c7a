"""A dossier in, what each day's reports changed in it out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from detente.dossiers.intervals import day_number, gap, interval_of, iso_day
from detente.dossiers.records import Change, Dossier, Offer, State, Voice, What
from detente.dossiers.state import state
from detente.dossiers.voices import source_key
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

    With `until` None the last day is that of the last report, so that nothing becomes unreported after it.
    """
    found: list[Change] = []
    before: State | None = None
    for day in _days(dossier, until, tables):
        now = state(dossier, day, tables=tables)
        if now is None:
            continue
        for change in _between(before, now, dossier, day):
            if since is None or day >= since:
                found.append(_change(dossier, now, day, change))
        before = now
    return tuple(found)


def _days(dossier: Dossier, until: str | None, tables: DossierTables) -> Iterator[str]:
    """The days on which something may change: of publication, of correction, and the day after a planned date."""
    days = {account.published for account in dossier.accounts} | {a.superseded for a in dossier.accounts}
    published = sorted(day for day in days if day)
    for n, day in enumerate(published):
        if until is not None and day > until:
            return
        yield day
        following = published[n + 1] if n + 1 < len(published) else until
        if following is None or following <= day:
            continue
        end = min(following, until) if until is not None else following
        late = state(dossier, end if n + 1 == len(published) else _day_before(end), tables=tables)
        if late and late.status == "unreported" and late.status_since and day < late.status_since <= end:
            yield late.status_since


def _day_before(day: str) -> str:
    return iso_day(day_number(day) - 1)


def _between(before: State | None, now: State, dossier: Dossier, day: str) -> Iterator[Found]:
    if before is None:
        yield "new", None, _status(now), now.status_voice
        yield from _contradicted((), now, day)
        return
    if now.status != before.status and now.status in BY_STATUS:
        what = BY_STATUS[now.status]
        yield what, _status(before), _status(now), now.status_voice
    if _moved(before, now):
        yield "moved", _say(before.time or _last(before)), _say(now.time), _voice_of(now.offers, day)
    known = {source_key(voice.source) for voice in before.confirmations}
    for voice in now.confirmations:
        if (source_key(voice.source)) not in known and voice.published == day:
            yield "confirmed", None, voice.source.name, voice
            known.add(source_key(voice.source))
    if now.status != "denied":
        for voice in now.denials[len(before.denials) :]:
            yield "denied", None, voice.source.name, voice
    yield from _contradicted(before.contradictions, now, day)
    corrected = {account.document: account.title for account in dossier.accounts if account.superseded == day}
    for document, title in corrected.items():
        yield "corrected", title or document, None, None


def _contradicted(known: Iterable[object], now: State, day: str) -> Iterator[Found]:
    told = {(one.about, one.values) for one in known if hasattr(one, "about")}  # type: ignore[attr-defined]
    for one in now.contradictions:
        if (one.about, one.values) not in told:
            voice = next((v for v in reversed(one.voices) if v.published == day), one.voices[-1])
            yield "contradicted", None, f"{one.about}: {' / '.join(one.values)}", voice


def _moved(before: State, now: State) -> bool:
    """Whether the date that is believed is another one than before, while it is still to come."""
    if now.status in ("occurred", "under_way"):
        return False
    was, is_now = interval_of(before.time or _last(before)), interval_of(now.time)
    return was is not None and is_now is not None and gap(was, is_now) > 0


def _last(before: State) -> Time | None:
    """The last plan that was taken back, for a happening that is put off without a new date."""
    return before.earlier_plans[-1].time if before.status == "postponed" and before.earlier_plans else None


def _status(now: State) -> str:
    date = _say(now.time)
    return f"{now.status} {date}" if date else now.status


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
    name = "|".join((dossier.id, day, what, before or "", after or ""))
    return Change(
        id=f"change:{hashlib.sha256(name.encode()).hexdigest()[:12]}",
        dossier=dossier.id,
        day=day,
        what=what,
        title=now.title,
        before=before,
        after=after,
        voice=voice,
    )
