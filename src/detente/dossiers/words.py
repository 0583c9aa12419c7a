"""One account's voices in, what the account amounts to out: one status, and the dates that it gives or takes back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import msgspec

from detente.dossiers.accounts import head_event
from detente.dossiers.intervals import Interval, gap, interval_of, is_another, iso_day
from detente.dossiers.records import Account
from detente.dossiers.voices import Said, said_in
from detente.records import Event, Status

OWN_WORD = 3  # the rank of a side's own; its denial in a report outweighs the rumour that the report gives
PAST: tuple[Status, ...] = ("occurred", "under_way")
OFF: tuple[Status, ...] = ("cancelled", "declined", "postponed")
LIVE: tuple[Status, ...] = ("scheduled", "planned", "proposed")
OF_AN_OLD_PLAN = "the time that it was planned for"  # what the coder infers for an undated postponement


@dataclass(frozen=True, kw_only=True)
class Word:
    """What one account amounts to.

    status: where the happening stands by it. said: the voices for that, strongest first. live: mentions that give
    a plan which stands. back: mentions of plans that it takes back or calls earlier ones. moved: whether it says
    that another date has taken the place of the old one.
    """

    account: Account
    status: Status
    said: tuple[Said, ...]
    live: tuple[Said, ...]
    back: tuple[Said, ...]
    all: tuple[Said, ...]
    moved: bool

    @property
    def rank(self) -> int:
        """The rank of the strongest voice for the status."""
        return self.said[0].rank

    @property
    def day(self) -> str | None:
        """The day of publication."""
        return self.account.published


def words_of(said: Sequence[Said], *, moving: Collection[str]) -> tuple[Word, ...]:
    """One word for each account, in order; `moving` are the phrases that tell of a change of date."""
    words: list[Word] = []
    known: list[Interval] = []
    planned: list[Interval] = []
    for _, group in groupby(said, key=lambda one: one.account.id):
        told = tuple(_fallen_through(one, planned) for one in group)
        known_off = known if any(word.status in OFF for word in words) else ()
        words.append(_word(told, known, known_off, moving))
        known += [i for one in words[-1].all if (i := interval_of(one.event.time))]
        refused = [one for one in words[-1].all if one.event.status == "declined"]
        planned += [i for one in (*words[-1].live, *refused) if (i := interval_of(one.event.time))]
    return tuple(words)


def _fallen_through(one: Said, planned: Sequence[Interval]) -> Said:
    """ "The talks did not take place on Monday", told once the day that they were planned for had come: they fell through.

    Who denies it says so of what another told, and not of what became of the plan.
    """
    event, day = one.event, one.account.published
    if event.status != "denied" or one.voice.stance == "denies" or day is None:
        return one
    own = interval_of(event.time)
    met = planned if own is None else [own for plan in planned if not gap(own, plan)]
    if not any(last is not None and iso_day(last) <= day for _, last in met):
        return one
    event = msgspec.structs.replace(event, status="cancelled")
    return replace(one, event=event, voice=msgspec.structs.replace(one.voice, status="cancelled"))


def telling_event(account: Account) -> Event:
    """The mention that says most among those that say where the happening stands by the account.

    A report of a visit put off names the old plan too, and with more words; the plan is not what it reports.
    """
    if len({event.status for event in account.events}) == 1:
        return head_event(account)
    (word,) = words_of(said_in((account,), speakers=()), moving=())
    telling = {one.event.id for one in word.said}
    events = tuple(event for event in account.events if event.id in telling)
    return head_event(msgspec.structs.replace(account, events=events))


def _word(
    said: tuple[Said, ...], known: Sequence[Interval], known_off: Sequence[Interval], moving: Collection[str]
) -> Word:
    """known: the dates that earlier accounts gave; known_off: the same once one of them had called it off."""
    account = said[0].account
    given_up = {event.earlier_plan for event in account.events if event.earlier_plan}
    current = [one for one in said if one.event.id not in given_up]
    off = [one for one in current if one.event.status in OFF and not _new_date(one.event, account, known)]
    new = [one for one in current if one.event.status == "postponed" and _new_date(one.event, account, known)]
    live = [one for one in current if one.event.status in LIVE]
    standing = [
        one for one in live if not off or _stands(one.event, [o.event for o in off], known, known_off)
    ]
    back = [one for one in said if one.event.id in given_up or (one in live and one not in standing)] + off
    status, bearers = _status(current, off or new, standing, live)
    return Word(
        account=account,
        status=status,
        said=tuple(sorted(bearers, key=lambda one: -one.rank)),
        live=tuple(standing + new),
        back=tuple(back),
        all=said,
        moved=any(phrase in text.lower() for text in account.sentences for phrase in moving),
    )


def _status(
    current: Sequence[Said], off: Sequence[Said], standing: Sequence[Said], live: Sequence[Said]
) -> tuple[Status, Sequence[Said]]:
    """The status that weighs most in one account, and who gives it."""
    for status in PAST:
        bearers = [one for one in current if one.event.status == status and one.rank]
        if bearers:
            return status, bearers
    dated = [one for one in standing if one.event.time is not None]
    if off and not dated:
        return off[-1].event.status, [one for one in off if one.event.status == off[-1].event.status]
    denied = [one for one in current if one.event.status == "denied"]
    least = max((one.rank for one in denied if one.rank == OWN_WORD), default=1)
    for status in LIVE:
        bearers = [one for one in (dated if off else live) if one.event.status == status]
        if any(one.rank >= least for one in bearers):
            return status, bearers
    rest = denied or [one for one in current if one.event.status in LIVE] or current
    return rest[-1].event.status, [one for one in rest if one.event.status == rest[-1].event.status]


def _new_date(event: Event, account: Account, known: Sequence[Interval]) -> bool:
    """Whether a postponement names the time until which it was put off, and not the one that it was planned for.

    A date that an earlier report gave (`known`) or this one gives for the plan is that of the plan.
    """
    time = event.time
    if event.status != "postponed" or time is None or time.inferred == OF_AN_OLD_PLAN:
        return False
    planned = [e for e in account.events if e.status in LIVE and e.time]
    if interval_of(time) in (*known, *(interval_of(e.time) for e in planned)):
        return False
    return (time.earliest or "") > (account.published or "")


def _stands(
    event: Event, off: Sequence[Event], known: Sequence[Interval], known_off: Sequence[Interval]
) -> bool:
    """Whether a plan stands beside one that was taken back: it gives another date than that and any told before.

    "The visit, put off last month, will take place on June 19": once it was put off, a date that is new is the new one.
    """
    mine = interval_of(event.time)
    if mine is None:
        return False
    if known_off and all(is_another(mine, other) for other in known_off):
        own = [interval_of(one.time) for one in off if one.status == "postponed"]
        if len(own) == len(off) and all(other in (mine, None) for other in own):
            return True
    theirs = [interval for one in off if (interval := interval_of(one.time))]
    if theirs:
        return all(is_another(mine, other) for other in theirs)
    if not all(is_another(mine, other) for other in known):
        return False
    return all(event.trigger.start > one.trigger.start for one in off)
