"""Voices on a happening and the dates on offer in, those that cannot all be right out, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dossiers.intervals import Interval, gap, interval_of, iso_day
from detente.dossiers.records import Contradiction, Offer, Voice
from detente.dossiers.voices import Said
from detente.dossiers.words import LIVE, PAST


def contradictions_of(
    said: Sequence[Said], offers: Sequence[Offer], *, past: bool
) -> tuple[Contradiction, ...]:
    """On whether it is so, on when, on where; a source that changed its mind contradicts nobody."""
    found = (_status(said), None if past else _planned(offers), _held(said), _place(said))
    return tuple(one for one in found if one is not None)


def _status(said: Sequence[Said]) -> Contradiction | None:
    """Somebody says that it is so, somebody else that it is not, and neither took it back on a later day."""
    yes = _latest(
        [
            one
            for one in said
            if one.rank and one.event.status in (*LIVE, *PAST) and one.voice.stance != "denies"
        ]
    )
    affirmed = {_name(one.voice): one.voice.published or "" for one in yes}
    no = [
        one
        for one in _latest(
            [one for one in said if one.event.status == "denied" or one.voice.stance == "denies"]
        )
        if (one.voice.published or "") >= affirmed.get(_name(one.voice), "")
    ]
    deniers = {_name(one.voice) for one in no}
    yes = [one for one in yes if _name(one.voice) not in deniers]
    if not yes or not no:
        return None
    return Contradiction(
        about="status",
        voices=tuple(one.voice for one in (*yes, *no)),
        values=tuple(dict.fromkeys([*(one.event.status for one in yes), "denied"])),
    )


def _planned(offers: Sequence[Offer]) -> Contradiction | None:
    """Dates on offer at once that exclude each other."""
    current = [offer for offer in offers if offer.current]
    apart = [a for a in current if any(_exclude(a, b) for b in current)]
    if not apart:
        return None
    return Contradiction(
        about="time",
        voices=tuple(offer.voices[-1] for offer in apart),
        values=tuple(_say(interval) for offer in apart if (interval := interval_of(offer.time))),
    )


def _exclude(a: Offer, b: Offer) -> bool:
    one, other = interval_of(a.time), interval_of(b.time)
    return one is not None and other is not None and gap(one, other) > 0


def _held(said: Sequence[Said]) -> Contradiction | None:
    """Days on which it is said to have taken place that exclude each other."""
    dated = [
        (interval, one)
        for one in said
        if one.event.status == "occurred" and one.rank and (interval := interval_of(one.event.time))
    ]
    # A reception on the second day of a visit does not contradict the talks on its first.
    apart = [
        (i, a) for i, a in dated if any(gap(i, j) > 0 and a.event.kind == b.event.kind for j, b in dated)
    ]
    if not apart:
        return None
    return Contradiction(
        about="time",
        voices=tuple(one.voice for _, one in apart),
        values=tuple(dict.fromkeys(_say(interval) for interval, _ in apart)),
    )


def _place(said: Sequence[Said]) -> Contradiction | None:
    """Countries in which it is said to take place."""
    where: dict[str, Said] = {}
    for one in said:
        if one.event.place and one.event.place.country and one.rank:
            where.setdefault(one.event.place.country, one)
    if len(where) < 2:
        return None
    return Contradiction(
        about="place", voices=tuple(one.voice for one in where.values()), values=tuple(where)
    )


def _latest(said: Sequence[Said]) -> list[Said]:
    """The last word of each source."""
    return list({_name(one.voice): one for one in said}.values())


def _name(voice: Voice) -> str:
    return voice.source.country or voice.source.id or voice.source.name if voice.party else voice.source.name


def _say(interval: Interval) -> str:
    first, last = (iso_day(end) if end is not None else "" for end in interval)
    return first if first == last else f"{first}/{last}"
