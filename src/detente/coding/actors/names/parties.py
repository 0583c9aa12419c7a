"""The names of a text in, the same out where a bare name is that of a parliament and of a party: "Congress"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec.structs import replace

from detente.coding.actors.page import PEOPLE, Hit
from detente.reading.tokens import Doc

EITHER = frozenset({"body", "group"})


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
