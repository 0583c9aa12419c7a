"""Names of a text in, the same out where the others that the text names say which of several is meant.

"The South" is one of two states only where either of them, or somebody who rules it, is named otherwise; else it is a
part of some other land. A bare "Congress" is a parliament or a party. Where groups of several lands are called alike,
"Maoists" are those of the land that is named. "Hit several villages in Lebanon, including Holk and Ain": of whatever other
land the tables know a Holk, it is not meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final

from msgspec.structs import replace

from detente.coding.actors.page import PEOPLE, Hit
from detente.knowledge.actor_rows import EntryKind, State
from detente.knowledge.actors import ActorTables
from detente.reading.tokens import Doc, Token

NAMED: tuple[EntryKind, ...] = ("state", "demonym", "capital", "metonym")
EITHER = frozenset({"body", "group"})
GROUP: Final = "group"
WITHIN: tuple[EntryKind, ...] = ("place", "body")
BESIDE = 3  # as often as this counts "Sylvanian" in "Sylvanian Maoists"
EXAMPLES, LIES_IN = ("including", "like", "as", "notably"), ("in", "across", "throughout", "of", "inside")
PLACE, JOINED, IN_PHRASE = frozenset({"place"}), ("conj", "appos"), "pobj"


def without_stray_halves(hits: Iterable[Hit], tables: ActorTables) -> Iterator[Hit]:
    """Each hit; one that says no more than "the South" with the states that are meant, or not at all."""
    hits = list(hits)
    halves = tables.words["halves"]
    named: set[str] | None = None
    for hit in hits:
        if "state" not in hit.kinds or hit.text.lower() not in halves:
            yield hit
            continue
        if named is None:
            others = (h for h in hits if h.text.lower() not in halves)
            named = {_whole(row) for h in others for row in h.rows(*NAMED)}
            ruled: set[str] = {row.country for h in hits for row in h.rows("person")}
            named |= {_whole(state) for state in tables.states if state.id in ruled}
        meant = tuple(e for e in hit.entries if isinstance(e.row, State) and _whole(e.row) in named)
        if meant:
            yield replace(hit, entries=meant)


def _whole(state: State) -> str:
    """ "Sudan" of "South Sudan", by which both halves of a land are known."""
    return state.name.split()[-1]


def settle_parties(found: Sequence[Hit], doc: Doc) -> tuple[Hit, ...]:
    """Each such name as one of the two: the party in a text of its land, else the parliament; none in a longer name."""
    if not any(hit.kinds >= EITHER for hit in found):
        return tuple(found)
    hits = [hit for hit in found if not (_is_either(hit) and _ends_name(hit, doc))]
    others = [hit for hit in hits if not _is_either(hit)]
    governed, named = _governed(others), _named(others)
    return tuple(_settled(hit, governed, named) if _is_either(hit) else hit for hit in hits)


def _is_either(hit: Hit) -> bool:
    return hit.kinds >= EITHER and all(body.weak for body in hit.rows("body"))


def _ends_name(hit: Hit, doc: Doc) -> bool:
    """ "The African Action Congress": a party that no table knows, and no parliament."""
    before = doc[hit.start - 1] if hit.start else None
    named = before is not None and before.pos_ == "PROPN" and before.text[:1].isupper()
    return (
        named
        and before is not None
        and not before.text.isupper()
        and before.head.i in range(hit.start, hit.end)
    )


def _settled(hit: Hit, governed: Set[str | None], named: Set[str | None]) -> Hit:
    """governed, named: the states of which the other names of the text are."""
    home = {party.country for party in hit.rows("group")}
    abroad = {body.country for body in hit.rows("body")}
    of_party = governed & home or (named & home and not named & abroad)
    wanted = "group" if of_party and not governed & abroad else "body"
    return replace(hit, entries=tuple(entry for entry in hit.entries if entry.kind == wanted))


def _governed(hits: Sequence[Hit]) -> set[str | None]:
    """The states whose parties, bodies or politicians are named."""
    found = {row.country for hit in hits for row in hit.rows("group", "body")}
    people = ({row.state for row in hit.rows("person", "surname")} for hit in hits if hit.kinds <= PEOPLE)
    return found.union(*(states for states in people if len(states) == 1))


def _named(hits: Sequence[Hit]) -> set[str | None]:
    """The states that are named, or a place in them."""
    found: set[str | None] = {row.id for hit in hits for row in hit.rows("state", "demonym")}
    return found | {row.country for hit in hits for row in hit.rows("place")}


def settle_groups(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Each such name as the group of the land that the text names most; as no name where it names none of theirs."""
    starts = {hit.start for hit in hits if GROUP in hit.kinds and _is_shared(hit)}
    if not starts:
        return hits
    plain = [hit for hit in hits if not _is_shared(hit)]
    beside = (hit for hit in plain if hit.end in starts for _ in range(BESIDE))
    often = Counter(_lands([*plain, *beside]))
    return [kept for hit in hits for kept in (_of_land(hit, often) if _is_shared(hit) else (hit,))]


def _is_shared(hit: Hit) -> bool:
    lands = [row.country for row in hit.rows(GROUP)]
    return len(set(lands)) > 1 and all(lands)


def _lands(hits: Iterable[Hit]) -> Iterator[str]:
    """The state of each name that is that of one state, or of a place or body of one."""
    for hit in hits:
        found = {row.id for row in hit.rows(*NAMED)} or {row.country for row in hit.rows(*WITHIN)}
        if len(found) == 1:
            yield from (land for land in found if land)


def _of_land(hit: Hit, often: Counter[str]) -> Iterator[Hit]:
    lands = {row.country for row in hit.rows(GROUP)}
    ranked = Counter({land: often[land] for land in lands if land and often[land]}).most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        first = ranked[0][0]
        yield replace(
            hit, entries=tuple(e for e in hit.entries if e.kind == GROUP and e.row.country == first)
        )


def settle_examples(hits: Sequence[Hit], doc: Doc) -> Iterator[Hit]:
    """The names, without those of places elsewhere."""
    for hit in hits:
        land = _land_of(doc.span(hit.start, hit.end).root, hits) if hit.kinds == PLACE else set()
        inside = tuple(e for e in hit.entries if e.row.country in land) if land else hit.entries
        if inside:
            yield hit if len(inside) == len(hit.entries) else replace(hit, entries=inside)


def _land_of(place: Token, hits: Sequence[Hit]) -> set[str]:
    """The land in which that is of which the place is an example."""
    while place.dep_ in JOINED and place.head.i < place.i:
        place = place.head
    mark = place.head
    if place.dep_ != IN_PHRASE or mark.lower_ not in EXAMPLES or mark.head.i > mark.i:
        return set()
    phrases = [c for c in mark.head.children if c.lower_ in LIES_IN and c.i < mark.i]
    named = [t.i for c in phrases for t in c.children if t.dep_ == IN_PHRASE]
    within = ({row.id for h in hits if h.start <= i < h.end for row in h.rows("state")} for i in named)
    return next((land for land in within if land), set())
