"""What is told of something known, and not whose it is, in; references out, which a dossier may know the sides of.

"The talks have been put off", "Sunday's signing will not take place", "the trawler was allowed to leave": a reader who has
seen the last report knows which are meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from detente.coding.coming import Attached
from detente.coding.drafting.draft import Draft
from detente.coding.events import assemble_events, claim_events, time_events
from detente.coding.plover import Plover
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sources import Voices
from detente.coding.standing.status import Statuses
from detente.coding.told import Told
from detente.knowledge.grammar import Grammar
from detente.knowledge.relations import RelationTables
from detente.reading.tokens import Doc
from detente.records import Attribution, Event, Reference

NOTHING_TAKEN: Mapping[int, int] = {}


def find_references(
    told: Told,
    statuses: Statuses,
    attributions: Sequence[Attribution],
    saying: Sequence[Attribution],
    voices: Voices,
    attached: Attached,
    published: str | None,
    grammar: Grammar,
    plover: Plover,
    relations: RelationTables,
) -> tuple[Reference, ...]:
    """One for each such mention, in the order of the text; the ids of their events begin with r."""
    if not told.referred:
        return ()
    alone = Told(drafts=told.referred, taken=NOTHING_TAKEN, uncoded=())
    timing = time_events(alone, statuses, attached, published)
    claims = claim_events(alone, attributions, saying, voices, grammar)
    events = assemble_events(alone, timing, claims, statuses, grammar, plover, relations)
    return tuple(
        Reference(event=_apart(event), named=_named(draft, statuses))
        for draft, event in zip(told.referred, events, strict=True)
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
