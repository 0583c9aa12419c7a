"""A planned event with its time and claims in, a scheduled one out if a party to it has named the days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.records import Claim, Source, Time

LONGEST = 7  # days: a party that names a week or less has fixed the date; "in May" has not
OFFICIAL = ("person", "body", "state", "organisation")
SURE = ("asserts", "confirms")


def with_fixed_date(
    draft: Draft, time: Time | None, claims: Iterable[Claim], *, speakers: frozenset[str]
) -> Draft:
    """The draft as scheduled where its status is planned, its days are given and one of its sides says so.

    speakers: words for those who speak for a side without being named.
    """
    if draft.status != "planned" or not _few_days(time):
        return draft
    sides = {a.country for a in (*draft.actors, *draft.recipients) if a.country}
    sides |= {a.id for a in (*draft.actors, *draft.recipients) if a.id}
    official = any(
        claim.stance in SURE and _is_official(source, speakers) and {source.country, source.id} & sides
        for claim in claims
        for source in claim.sources
    )
    return replace(draft, status="scheduled") if official else draft


def _is_official(source: Source, speakers: frozenset[str]) -> bool:
    """A side or who has an office in it; "a government spokesman" too, though nobody is named."""
    if source.kind != "anonymous":
        return source.kind in OFFICIAL
    return not speakers.isdisjoint(source.name.lower().split())


def _few_days(time: Time | None) -> bool:
    if time is None or time.earliest is None or time.latest is None or time.mod is not None:
        return False
    return (date.fromisoformat(time.latest[:10]) - date.fromisoformat(time.earliest[:10])).days < LONGEST
