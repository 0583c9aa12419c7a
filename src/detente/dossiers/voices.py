"""A dossier and a day in, what was said of it up to then out, in order; how many sources of their own said it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import msgspec

from detente.dossiers.accounts import UNSETTLED, is_denied_plan, voiced
from detente.dossiers.facets import party_of
from detente.dossiers.intervals import day_number
from detente.dossiers.records import Account, Dossier, Voice
from detente.records import Claim, Event, Source, Time

FEW_DAYS = 3
TO_COME = ("planned", "scheduled", "proposed")  # what a denial of it says is not coming
UNCLAIMED = Claim(attribution=None, sources=(), stance="asserts", factuality="Uu")
SPEAKERS = ("person", "body", "state", "organisation")


@dataclass(frozen=True, kw_only=True)
class Said:
    """One source's word with the mention and the account that it stands in.

    rank: 3 for a side's own word, 2 for a named source or the outlet itself, 1 for the rest, 0 for no word at all.
    """

    voice: Voice
    event: Event
    account: Account
    rank: int


def accounts_by(dossier: Dossier, as_of: str) -> tuple[Account, ...]:
    """The accounts that stood at the end of a day; an undated one always stands."""
    return tuple(
        account
        for account in dossier.accounts
        if (account.published or "") <= as_of and (account.superseded is None or account.superseded > as_of)
    )


def said_in(accounts: Sequence[Account], *, speakers: Collection[str]) -> tuple[Said, ...]:
    """Every word on the happening, in order of the accounts, of the text, and of the claims.

    speakers: words for those who speak for a side without being named.
    """
    parties = parties_in(accounts)
    found: list[Said] = []
    for account in accounts:
        for event, sentence in zip(account.events, account.sentences, strict=True):
            for claim in voiced(event) or (UNCLAIMED,):
                sources = claim.sources or (own_voice(account),)
                found += [
                    _said(account, event, sentence, claim, source, parties, speakers) for source in sources
                ]
    return tuple(found)


def own_voice(account: Account) -> Source:
    """Whose word a mention is that names nobody: the outlet's own."""
    return Source(name=account.outlet or "outlet not known", kind="outlet" if account.outlet else "unknown")


def parties_in(accounts: Iterable[Account]) -> frozenset[str]:
    """The states, organisations and groups that act or are acted upon."""
    return frozenset(
        party
        for account in accounts
        for event in account.events
        for actor in (*event.actors, *event.recipients)
        if (party := party_of(actor))
    )


def _said(
    account: Account,
    event: Event,
    sentence: str,
    claim: Claim,
    source: Source,
    parties: frozenset[str],
    speakers: Collection[str],
) -> Said:
    if is_denied_plan(event) or (claim.stance == "denies" and event.status in TO_COME):
        event = msgspec.structs.replace(event, status="denied")
    official = source.kind in SPEAKERS or _speaks(source, speakers)
    party = official and bool({source.country, source.id} & parties)
    voice = Voice(
        source=source,
        stance=claim.stance,
        factuality=claim.factuality,
        status=event.status,
        time=event.time,
        published=account.published,
        outlet=account.outlet,
        account=account.id,
        event=event.id,
        sentence=sentence,
        sentence_span=event.sentence,
        party=party,
        words=_cause(event, sentence),
    )
    rank = _rank(voice)
    if event.status == "planned" and rank == 3 and _is_fixed(event.time):
        # Seen over all reports, the source speaks for a side, and so has fixed the day.
        event = msgspec.structs.replace(event, status="scheduled")
        voice = msgspec.structs.replace(voice, status="scheduled")
    return Said(voice=voice, event=event, account=account, rank=rank)


def _speaks(source: Source, speakers: Collection[str]) -> bool:
    """ "A government spokesman": nobody is named, and it is no leak."""
    return source.kind == "anonymous" and any(word in source.name.lower() for word in speakers)


def _is_fixed(time: Time | None) -> bool:
    """Whether a time names a day, or the few days that a visit lasts."""
    if time is None or time.earliest is None or time.latest is None:
        return False
    return day_number(time.latest) - day_number(time.earliest) <= FEW_DAYS


def _rank(voice: Voice) -> int:
    if voice.stance in UNSETTLED or voice.factuality == "Uu":
        return 0
    if (voice.source.kind == "anonymous" and not voice.party) or voice.factuality in ("PS+", "PS-"):
        return 1
    return 3 if voice.party else 2


def _cause(event: Event, sentence: str) -> str | None:
    if event.cause is None:
        return None
    start = event.cause.span.start - event.sentence.start
    return sentence[max(0, start) : event.cause.span.end - event.sentence.start] or None


def independent_sources(said: Sequence[Said]) -> int:
    """How many origins stand behind what was affirmed or denied.

    A copy of a text counts with its first. An outlet that cites another in a report is not independent of it, and
    unnamed people count with the outlet that quotes them.
    """
    origins: set[str] = set()
    for group in _by_text(said).values():
        cited = {(one.event.id, _name(one.voice.source)) for one in group if _cites_other_outlet(one)}
        for one in group:
            own = one.voice.source.kind in ("anonymous", "unknown") or not _is_other(one)
            if one.rank and not own:
                origins.add(_name(one.voice.source))
            elif one.rank and not any(event == one.event.id for event, _ in cited):
                origins.add(_outlet(one))
    return len(origins)


def _by_text(said: Sequence[Said]) -> dict[str, list[Said]]:
    """The words of the first report of each text."""
    firsts: dict[str, str] = {}
    groups: dict[str, list[Said]] = {}
    for one in said:
        text = one.account.copy_of or one.account.document
        if firsts.setdefault(text, one.account.document) == one.account.document:
            groups.setdefault(text, []).append(one)
    return groups


def _is_other(one: Said) -> bool:
    return _name(one.voice.source) != _outlet(one) and bool(one.voice.source.name)


def _cites_other_outlet(one: Said) -> bool:
    return one.voice.source.kind == "outlet" and _is_other(one)


def source_key(source: Source) -> str:
    """What tells one source from another: its id, or its words with its state."""
    return source.id or f"{source.name}|{source.country or ''}"


def _name(source: Source) -> str:
    return (source.id or source.name).lower().removeprefix("the ")


def _outlet(one: Said) -> str:
    return (one.account.outlet or one.account.document).lower().removeprefix("the ")
