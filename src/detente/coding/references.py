"""What is told of something known, and not whose it is, in; references out, which a dossier may know the sides of.

"The talks have been put off", "Sunday's signing will not take place", "the trawler was allowed to leave": a reader who has
seen the last report knows which are meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.standing.status import Statuses
from detente.coding.told import Told
from detente.reading.tokens import Doc
from detente.records import Event, Reference

NOTHING_TAKEN: Mapping[int, int] = {}


def what_is_referred_to(told: Told) -> Told:
    """What is only referred to, to be given times, claims and codes as what is told."""
    return Told(drafts=told.referred, taken=NOTHING_TAKEN, uncoded=())


def find_references(referred: Told, events: Sequence[Event], statuses: Statuses) -> tuple[Reference, ...]:
    """One for each of these events, in the order of the text; their ids begin with r."""
    return tuple(
        Reference(event=_apart(event), named=_named(draft, statuses))
        for draft, event in zip(referred.drafts, events, strict=True)
    )


def _apart(event: Event) -> Event:
    """The event with ids of its own, beside those of the report's events."""
    cause = replace(event.cause, event=None) if event.cause is not None else None
    return replace(event, id=f"r{event.id[1:]}", happening=f"r{event.happening[1:]}", cause=cause)


def _named(draft: Draft, statuses: Statuses) -> tuple[str, ...]:
    """The countries of the sentence and of those beside it, in alphabetical order."""
    starts = _around(draft.head, statuses.graph.doc)
    return tuple(sorted({land for start in starts for land in countries_named(start, statuses)}))


def _around(head: int, doc: Doc) -> Iterator[int]:
    """The first tokens of the sentence, of the one before and of the one after."""
    here = doc[head].sent
    yield here.start
    if here.start:
        yield doc[here.start - 1].sent.start
    if here.end < len(doc):
        yield here.end
