"""What users decided about a dossier in, the status that stands by it and since when out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from detente.dossiers.records import Account, Dossier, DossierStatus, Offer, Overrule, Overruled, State
from detente.dossiers.voices import Said
from detente.dossiers.words import PAST
from detente.records import Time


def about(overrules: Iterable[Overrule], accounts: Iterable[Account]) -> tuple[Overrule, ...]:
    """The decisions that name one of the accounts, in the order in which they were made."""
    names = {account.id for account in accounts}
    found = (one for one in overrules if one.first in names or one.second in names)
    return tuple(sorted(found, key=lambda one: (one.made, one.id)))


def decision_days(dossier: Dossier) -> frozenset[str]:
    """The days from which decisions about the dossier count."""
    return frozenset(effective(one, dossier) for one in dossier.overrules)


def effective(overrule: Overrule, dossier: Dossier) -> str:
    """The day from which a decision counts: not before the first report of the dossier that it names."""
    named = [a.published for a in dossier.accounts if a.id in (overrule.first, overrule.second)]
    first = min((day for day in named if day), default="")
    return max(overrule.day or overrule.made[:10], first)


def ruling_on(dossier: Dossier, as_of: str) -> tuple[Overrule, str] | None:
    """The last decision on the status that counts on a day, and its own day; it may be one that takes others back."""
    found = [
        (effective(one, dossier), one.made, one.id, one)
        for one in dossier.overrules
        if one.verdict == "status"
    ]
    last = max((one for one in found if one[0] <= as_of), key=lambda one: one[:3], default=None)
    return None if last is None else (last[3], last[0])


def decided(now: State, dossier: Dossier, said: Sequence[Said]) -> State:
    """The state with the status that a user decided, where one did; everything else is as the reports give it.

    The code is that of a mention with this status; where no report has one, it is not known. Nor is the day of what
    is decided to have taken place before the day that it was planned for.
    """
    ruling = ruling_on(dossier, now.as_of)
    if ruling is None or ruling[0].value is None:
        return now
    overrule, day = ruling
    assert overrule.value is not None
    alike = [one for one in said if one.event.status == overrule.value]
    alike = [one for one in alike if one.event.kind == now.kind] or alike
    code = alike[-1] if alike else None
    unknown = (
        now.unknown if code else now.unknown | {"type": "a user decided on the status; no report gives it"}
    )
    time, offers = _dates(now, overrule.value, day)
    if time is not now.time:
        unknown = unknown | {"time": "a user decided that it took place before the day that the reports give"}
    return msgspec.structs.replace(
        now,
        status=overrule.value,
        status_since=day,
        status_voice=code.voice if code else None,
        overruled=Overruled(
            overrule=overrule.id,
            who=overrule.who,
            day=day,
            why=overrule.why,
            reported=now.status,
            reported_since=now.status_since,
        ),
        type=code.event.type if code else None,
        mode=code.event.mode if code else None,
        quad=code.event.quad if code else None,
        intensity=code.event.intensity if code else None,
        time=time,
        offers=offers,
        outcome=now.outcome if now.status == overrule.value else None,
        unknown=unknown,
    )


def _dates(now: State, status: DossierStatus, day: str) -> tuple[Time | None, tuple[Offer, ...]]:
    """The dates that stand beside a decision: none that lies after the day on which it took place already."""
    if status not in PAST or now.time is None or (now.time.earliest or "") <= day:
        return now.time, now.offers
    return None, tuple(msgspec.structs.replace(offer, current=False) for offer in now.offers)


def reported(now: State) -> tuple[DossierStatus, str | None]:
    """The status that the reports give, whatever a user decided, and since when."""
    if now.overruled is None:
        return now.status, now.status_since
    return now.overruled.reported, now.overruled.reported_since
