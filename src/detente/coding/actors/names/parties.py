"""The names of a text in, the same out where a bare name is that of a parliament and of a party: "Congress"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.actors.page import PEOPLE, Hit
from detente.reading.tokens import Doc

PARLIAMENT = frozenset({"body"})
EITHER = PARLIAMENT | {"group"}


def settle_parties(found: Sequence[Hit], doc: Doc) -> tuple[Hit, ...]:
    """Each such name as one of the two: the party in a text of its land, else the parliament; none in a longer name."""
    if all(hit.kinds.isdisjoint(PARLIAMENT) for hit in found):
        return tuple(found)
    hits = [hit for hit in found if not (_is_either(hit) and _ends_name(hit, doc))]
    return tuple(_settled(hit, hits) if _is_either(hit) else hit for hit in hits)


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


def _settled(hit: Hit, hits: Sequence[Hit]) -> Hit:
    home = {party.country for party in hit.rows("group")}
    abroad = {body.country for body in hit.rows("body")}
    others = [h for h in hits if not _is_either(h)]
    of_party = _governed(others) & home or (_named(others) & home and not _named(others) & abroad)
    wanted = "group" if of_party and not _governed(others) & abroad else "body"
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
