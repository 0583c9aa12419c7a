"""What the accounts amount to in, the dates on offer and the plans that were taken back out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from detente.dossiers.intervals import Interval, day_number, gap, interval_of
from detente.dossiers.records import Offer
from detente.dossiers.voices import Said, source_key
from detente.dossiers.words import OFF, PAST, Word
from detente.records import Time


@dataclass(kw_only=True)
class _Entry:
    """A date while the accounts are gone through. stands: on offer; back: taken back; over: overtaken by another."""

    interval: Interval
    time: Time
    said: list[Said] = field(default_factory=list)
    standing: str = "stands"

    @property
    def rank(self) -> int:
        return max(one.rank for one in self.said)


def offers_of(words: Sequence[Word]) -> tuple[tuple[Offer, ...], tuple[Offer, ...]]:
    """The dates on offer, those overtaken by a fixed one among them, and the plans that were taken back."""
    entries: list[_Entry] = []
    for word in words:
        _take_back(entries, word)
        for one in word.live:
            _offer(entries, one, word)
    found = [(_as_offer(entry), entry.standing) for entry in entries]
    return (
        tuple(offer for offer, standing in found if standing != "back"),
        tuple(offer for offer, standing in found if standing == "back"),
    )


def last_plan(plans: Sequence[Offer]) -> Offer | None:
    """Of plans that were taken back the one that was told last, however early it came up."""
    return max(reversed(plans), key=lambda plan: plan.last or "", default=None)


def _take_back(entries: list[_Entry], word: Word) -> None:
    """Put aside the plans that the account takes back, by date where it names one, else all of them."""
    for one in word.back:
        interval = interval_of(one.event.time)
        if interval is not None:
            entry = _entry(entries, interval, one)
            entry.standing = "back"
    off = [one for one in word.all if one.event.status in OFF and one.rank]
    if not off or word.status in PAST:
        return
    for entry in entries:
        if entry.said[-1].account.id != word.account.id:
            entry.standing = "back"


def _offer(entries: list[_Entry], one: Said, word: Word) -> None:
    interval = interval_of(one.event.time)
    if interval is None or one.rank == 0:
        return
    before = len(entries)
    entry = _entry(entries, interval, one)
    if len(entries) == before and entry.standing != "stands" and one.rank == 3:
        entry.standing = "stands"
    if entry.standing == "stands":
        for other in entries:
            if other is not entry and other.standing == "stands" and gap(interval, other.interval) > 0:
                _overtake(other, one, word)


def _overtake(other: _Entry, one: Said, word: Word) -> None:
    """A new date of the same side or source takes the place of its old one, and one that is told as a move the place
    of anybody's; a side's, that of a rumour.
    """
    if other.said[-1].account.id == word.account.id:
        return
    last = other.interval[1]
    if last is not None and word.day is not None and last < day_number(word.day):
        other.standing = "over"  # it had passed when the new date was given
        return
    told_as_move = word.moved and one.rank >= min(2, other.rank)
    if told_as_move or all(_speaker(said) == _speaker(one) for said in other.said):
        other.standing = "back"
    elif one.rank == 3 and other.rank < 3:
        other.standing = "over"


def _entry(entries: list[_Entry], interval: Interval, one: Said) -> _Entry:
    for entry in entries:
        if entry.interval == interval:
            entry.said.append(one)
            return entry
    assert one.event.time is not None
    entries.append(_Entry(interval=interval, time=one.event.time, said=[one]))
    return entries[-1]


def _speaker(said: Said) -> str:
    """Whose word it is: the side for which a source speaks, else the source."""
    source = said.voice.source
    return source.country or source_key(source) if said.voice.party else source_key(source)


def _as_offer(entry: _Entry) -> Offer:
    statuses = [one.event.status for one in entry.said]
    days = sorted(one.account.published for one in entry.said if one.account.published)
    return Offer(
        time=entry.time,
        status="scheduled" if "scheduled" in statuses else statuses[-1],
        voices=tuple(one.voice for one in entry.said),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        current=entry.standing == "stands",
    )


def believed_time(words: Sequence[Word], offers: Iterable[Offer], status: str) -> Time | None:
    """When it took place; else the planned date when those on offer do not exclude each other."""
    if status in PAST:
        return held_time(words)
    current = [offer for offer in offers if offer.current]
    fixed = [offer for offer in current if offer.status == "scheduled"] or current
    if not fixed:
        return None
    spans = [interval for offer in fixed if (interval := interval_of(offer.time))]
    if any(gap(a, b) for a in spans for b in spans):
        return None
    return min((offer.time for offer in fixed), key=_width)


def held_time(words: Sequence[Word]) -> Time | None:
    """The narrowest time at which it is said to have taken place, by the strongest voice for it."""
    said = [
        one for word in words for one in word.all if one.event.status in PAST and one.rank and one.event.time
    ]
    dated = [one for one in said if interval_of(one.event.time) is not None]
    if not dated:
        return None
    return min(dated, key=lambda one: (_width(one.event.time), -one.rank)).event.time


def _width(time: Time | None) -> int:
    interval = interval_of(time)
    if interval is None or interval[0] is None or interval[1] is None:
        return 10**6
    return interval[1] - interval[0]
