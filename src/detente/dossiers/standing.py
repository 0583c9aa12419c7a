"""What the accounts amount to in, the status that is believed and since when out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from detente.dossiers.intervals import Interval, day_number, gap, interval_of, is_another, iso_day
from detente.dossiers.records import DossierStatus, Offer
from detente.dossiers.voices import Said
from detente.dossiers.words import LIVE, OFF, PAST, Word

UNREPORTED = ("planned", "scheduled")  # what becomes "unreported" when its day passes without a report
DECLINED = "declined"
STEPS = ("hypothetical", "denied", "proposed", "planned", "scheduled", "under_way", "occurred")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A status, the day since which it is believed, and the word that brought it."""

    status: DossierStatus
    since: str | None
    word: Word


def standing_of(words: Sequence[Word]) -> Standing:
    """Go through the words in order; each keeps or changes what was believed before it."""
    first = words[0]
    now = Standing(status=first.status, since=first.day, word=first)
    for n, word in enumerate(words[1:], 1):
        if _changes(now, word, words[:n]):
            same = word.status == now.status
            now = Standing(status=word.status, since=now.since if same else word.day, word=word)
    return now


def _changes(now: Standing, word: Word, before: Sequence[Word]) -> bool:
    """Whether a later word is believed over what is believed now."""
    if word.rank == 0 or word.status == "hypothetical":
        return False
    if now.status in PAST:
        broken_off = now.status == "under_way" and word.status == "postponed" and word.rank > 1
        back = now.status == "occurred" and word.status == "under_way"
        return broken_off or (word.status in PAST and not back)
    if word.status in PAST:
        return True
    return _changes_plan(now, word, before)


def _changes_plan(now: Standing, word: Word, before: Sequence[Word]) -> bool:
    """The same while it is still to come or was called off."""
    if now.status == "denied" and now.word.rank == 3:
        return word.rank > 1 and word.status != "denied"
    if word.status == "denied":
        return word.rank > now.word.rank or (word.rank == 3 and now.status != "scheduled")
    if word.status in OFF:
        return any(one.voice.factuality != "PS-" for one in word.said)
    if now.status == DECLINED and word.status in LIVE and _agreed_by_both(word):
        return True
    if now.status in OFF:
        return word.status in LIVE and _new_plan(word, _given_up(now, before), is_another)
    if STEPS.index(word.status) >= STEPS.index(now.status):
        return True
    fixed = now.status == "scheduled" and word.status == "planned"
    return fixed and word.rank > 1 and _new_plan(word, [one for w in before for one in w.all], gap)


def _agreed_by_both(word: Word) -> bool:
    """Whether both sides mean to do it now: "Ruritania and Sylvania agreed to stop fighting", after one had said no."""
    return any(one.event.reciprocal and len(one.event.actors) > 1 for one in word.live)


def _given_up(now: Standing, before: Sequence[Word]) -> list[Said]:
    """The mentions of plans from before it was called off, and of those that were taken back since."""
    since = now.since or ""
    return [one for w in before for one in (w.all if (w.day or "") < since else w.back)]


def _new_plan(word: Word, before: Sequence[Said], other_than: Callable[[Interval, Interval], int]) -> bool:
    """Whether the account gives a date that none of the mentions gave; other_than: whether one is another than one of
    theirs."""
    known = [i for one in before if (i := interval_of(one.event.time))]
    mine = [i for one in word.live if (i := interval_of(one.event.time))]
    return any(all(other_than(one, other) for other in known) for one in mine)


def unreported_since(status: DossierStatus, offers: Iterable[Offer], as_of: str) -> str | None:
    """The day after the last planned date, when that is past and no report has told of it; else None.

    A date with an open end ("from Monday on") never passes; it counts only where no other is on offer.
    """
    if status not in UNREPORTED:
        return None
    last = [offer.time.latest for offer in offers if offer.current and offer.time.latest]
    if not last or max(last) >= as_of:
        return None
    return iso_day(day_number(max(last)) + 1)
