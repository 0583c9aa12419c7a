"""The rows of offices that a name can be of in, the one that is meant by date, title and states out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.coding.actors.page import Hit, Page
from detente.coding.actors.side import Side
from detente.ids import is_of_no_state, is_organisation
from detente.knowledge.actor_names import CORE_ROLES, SPEAKS_FOR, slug
from detente.knowledge.actor_rows import Office, Role

HEADS = ("head_of_state", "head_of_government")
OF_NO_STATE = ("IGO:", "NSA:")
_STILL_LIKELY = 4  # years after the table was read in which an open office may still be held
_SELDOM_ALONE = SPEAKS_FOR | {
    "finance_minister"
}  # without a title only where much is written of their states
_RANK = (
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "secretary_general",
    "vice_president", "national_security_adviser",
)  # fmt: skip


def best_office(
    offices: Iterable[Office], page: Page, *, role: Role | None, sides: tuple[Side, ...], full: bool
) -> Office | None:
    """Of the office-holders of one name, the one meant by date, title and states; None if unclear.

    full: whether the whole name was given; a surname alone must hold an office on the day, be of a state that the
    text names, or be a head of state or government's alone of late.
    """
    keys = keys_of(sides, page)
    offices = _each_once(offices)
    offices = offices if full or role is not None else _not_anybody(offices, page)
    one = _is_one(offices, page.day)
    scored = [(_score(office, page, role=role, keys=keys, one=one, full=full), office) for office in offices]
    if not scored:
        return None
    known = page.tables.prominence
    scored.sort(key=lambda pair: (-pair[0], -_rank(pair[1]), -known[pair[1].country], pair[1].start))
    score, best = _now_held(scored, page.day) if not keys else scored[0]
    everybody = {slug(office.person) for _, office in scored}
    alone = len(everybody) == 1 and best.role in _RANK[:2]
    of_old = -1.0 if one and best.role in HEADS else 0  # his whole name tells a head of state years later
    if score < (of_old if full else 1.5 if alone else 3.5):
        return None
    rivals = [o for s, o in scored[1:] if s >= score - 0.5 and slug(o.person) != slug(best.person)]
    return None if rivals and not full and any(_rank(best) <= _rank(o) + 1 for o in rivals) else best


def _is_one(offices: Iterable[Office], day: str | None) -> bool:
    """Whether one man is called so; where he leads a body of states, none counts who left office long before."""
    so_far = [office for office in offices if not _is_to_come(office, day)]
    now = [office for office in so_far if _of_late(office, day)]
    bodies = any(is_of_no_state(office.country) for office in now)
    return any(
        len({slug(office.person) for office in called}) == 1 for called in (so_far, now if bodies else ())
    )


def _is_to_come(office: Office, day: str | None) -> bool:
    """Whether nobody knew him in that office yet."""
    return day is not None and office.start > day


def _now_held(scored: Sequence[tuple[float, Office]], day: str | None) -> tuple[float, Office]:
    """The best, or what the same person is on the day, if all that speaks for the best is a former post's state."""
    score, best = scored[0]
    if day is None or not best.end or best.held_on(day):
        return score, best
    same = (pair for pair in scored if slug(pair[1].person) == slug(best.person))
    return next((pair for pair in same if pair[1].held_on(day)), (score, best))


def _each_once(offices: Iterable[Office]) -> list[Office]:
    """Of one man whom two sources spell differently the first: two of one name take no office in the same year."""
    found: dict[tuple[str, ...], Office] = {}
    for office in offices:
        alone = office.role in _RANK
        who = (office.start[:4], office.end[:4]) if alone else (office.start, office.end, office.person)
        key = (office.country, office.role, *who)
        known = found.setdefault(key, office)
        if known.as_of < office.as_of and known.person == office.person:
            found[key] = office  # he is known to hold it for longer
    return list(found.values())


def _not_anybody(offices: list[Office], page: Page) -> list[Office]:
    """ "Johnson" may be anybody: only a statesman of that name whose state the text names."""
    common = page.words["common_surnames"]
    if not any(office.person.split()[-1] in common for office in offices):
        return offices
    return [o for o in offices if page.countries[o.country] or page.countries[_successor(o, page)]]


def _score(office: Office, page: Page, *, role: Role | None, keys: set[str], one: bool, full: bool) -> float:
    score = _score_date(office, page.day)
    if keys:
        score += 4 if office.country in keys else -6
    elif page.countries[office.country] or page.countries[_successor(office, page)]:
        score += 2
    elif role is None and not _known_abroad(office, page, one=one, full=full):
        score -= 2  # a namesake of a minister of a state that the text does not name
    if role is not None:
        wanted = role.office or role.role
        alike = wanted == office.role or {wanted, office.role} <= set(HEADS) or _leads_body(office, role)
        score += 3 if alike else 0
        if role.office and not alike and not keys and not page.countries[office.country]:
            score -= 3  # another office in a state that the text does not name: a namesake
        if role.countries and office.state and office.country not in {*role.countries, *keys}:
            score -= 4  # "King Hussein" is of no republic
    return score + 0.5 * (office.role in CORE_ROLES or office.role in SPEAKS_FOR)


def _leads_body(office: Office, role: Role) -> bool:
    """ "President von der Hentzau" of the league's commission: he is called president too."""
    return is_organisation(office.country) and role.nouns[0] in office.title.lower()


def _known_abroad(office: Office, page: Page, *, one: bool, full: bool) -> bool:
    """Whether news names that office-holder without the state. one: nobody else in the tables is called so.

    Who led a state years ago and is named by the surname alone may be anybody of that name.
    """
    if office.role == "secretary_general" or (
        one
        and office.country.startswith(
            OF_NO_STATE[:1] if full else OF_NO_STATE
        )  # whole, he may lead a state by now
    ):
        return True
    if office.role in HEADS:
        return _of_late(office, page.day) or office.country in page.words["known_abroad"]
    abroad = office.country in page.words["known_abroad"]
    return (one and abroad) if office.role in _SELDOM_ALONE else office.role in _RANK and (one or abroad)


def _of_late(office: Office, day: str | None) -> bool:
    """Whether the office was held on the day or up to a year before it; where nobody knows the day, whether it is held."""
    return not office.end if day is None else int(day[:4]) - int((office.end or office.as_of)[:4]) <= 1


def _successor(office: Office, page: Page) -> str:
    """The state that came after one that is no more: "Moscow" may be of either."""
    state = page.tables.state_by_id.get(office.country)
    return state.successor if state is not None else ""


def _score_date(office: Office, day: str | None) -> float:
    if day is None:
        return 1.0
    if office.held_on(day):
        return 3.0
    if not office.end and office.as_of < day:
        if office.as_of[:4] == day[:4]:
            return 3.0
        return 2.5 if int(day[:4]) - int(office.as_of[:4]) <= _STILL_LIKELY else 1.0
    if office.start > day:
        return -4.0 if office.start[:4] > str(int(day[:4]) + 1) else 0.5
    return max(1.5 - 0.1 * (int(day[:4]) - int(office.end[:4] or office.as_of[:4])), 0.2)


def _rank(office: Office) -> int:
    return len(_RANK) - _RANK.index(office.role) if office.role in _RANK else 0


def keys_of(sides: Iterable[Side], page: Page) -> set[str]:
    """The states and organisations of a title, with the state that a group is based in."""
    keys = {side.key for side in sides if side.key}
    based = (getattr(page.tables.organisation_by_id.get(key), "country", None) for key in keys)
    return keys.union(filter(None, based))


def about(office: Office, day: str | None) -> bool:
    return day is None or office.start[:4] <= day[:4] <= (office.end or office.as_of)[:4]


def candidates(hit: Hit) -> tuple[list[Office], list[Office]]:
    """Office rows of the full name and of the surname that a hit can be."""
    return hit.rows("person"), hit.rows("surname")
