"""A planned event with its time and claims in, a scheduled one out if a party to it has named the days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.reading.tokens import Doc
from detente.records import Claim, Source, Time

LONGEST = 7  # days: a party that names a week or less has fixed the date; "in May" has not
OFFICIAL = ("person", "body", "state", "organisation")
SURE = ("asserts", "confirms")
OUTLET = "outlet"


def with_fixed_date(
    draft: Draft, time: Time | None, claims: Iterable[Claim], doc: Doc, words: Mapping[str, frozenset[str]]
) -> Draft:
    """The draft as scheduled where its status is planned, its days are given and one of its sides says so."""
    if draft.status != "planned" or not _few_days(time):
        return draft
    sides = {a.country for a in (*draft.actors, *draft.recipients) if a.country}
    between_states = len(sides) > 1
    sides |= {a.id for a in (*draft.actors, *draft.recipients) if a.id}
    official = any(
        claim.stance in SURE
        and (_is_side(source, sides, words) or (between_states and _is_some_government(source, doc, words)))
        for claim in claims
        for source in claim.sources
    )
    return replace(draft, status="scheduled") if official else draft


def _is_side(source: Source, sides: set[str], words: Mapping[str, frozenset[str]]) -> bool:
    """A side or who has an office in it; "a government spokesman" too, though nobody is named."""
    if not {source.country, source.id} & sides:
        return False
    speakers = words["speaking for a side"]
    return source.kind in OFFICIAL or not speakers.isdisjoint(source.name.lower().split())


def _is_some_government(source: Source, doc: Doc, words: Mapping[str, frozenset[str]]) -> bool:
    """ "The foreign ministry said": of what is between two states one of the two speaks so, though none tells which."""
    if source.country or source.span is None or source.kind == OUTLET:
        return False
    named = doc.char_span(source.span.start, source.span.end, alignment_mode="expand")
    if named is None or named.root.lemma_.lower() in words["leaking"]:
        return False
    said = {form for t in named.root.subtree for form in (t.lower_, t.lemma_.lower())}
    return not said.isdisjoint(words["some government"])


def _few_days(time: Time | None) -> bool:
    if time is None or time.earliest is None or time.latest is None or time.mod is not None:
        return False
    return (date.fromisoformat(time.latest[:10]) - date.fromisoformat(time.earliest[:10])).days < LONGEST
