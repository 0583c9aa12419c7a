"""A titled name that no table has in, the office-holder whose name is spelled almost so out."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from detente.coding.actors.names.which_office import HEADS, about, keys_of
from detente.coding.actors.page import Page
from detente.coding.actors.side import Side
from detente.knowledge.actor_names import fold, slug
from detente.knowledge.actor_rows import Office, Role
from detente.knowledge.spelled import names_of

(_ALIKE, _VERY_ALIKE, _WHOLE_ALIKE, _WHOLE_CLEARLY, _CLEAR) = (
    0.75,
    0.93,
    0.6,
    0.8,
    0.05,
)  # fmt: skip; spellings of one name; set on visits 1990-2025


def similar_holder(text: str, page: Page, *, role: Role, sides: tuple[Side, ...]) -> Office | None:
    """The holder of that office about that day whose name is spelled almost so ("Mohammed" for "Mohamed")."""
    roles = HEADS if role.office in HEADS else (role.office,)
    keys = keys_of(sides, page)
    near = keys or set(page.countries)
    found: dict[str, tuple[float, Office]] = {}
    for country, office in _holders(text, page, roles, keys):
        wanted = _ALIKE if country in near else _VERY_ALIKE
        if about(office, page.day) and (score := _alike(text, office, wanted)) >= wanted:
            found[slug(office.person)] = (score + 0.1 * (country in near), office)
    if not found:
        return None
    ranked = sorted(found.values(), key=lambda pair: -pair[0])
    clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] > _CLEAR
    return ranked[0][1] if clear else None


def _holders(
    text: str, page: Page, roles: tuple[str, ...], countries: set[str]
) -> Iterator[tuple[str, Office]]:
    """Who held such an office, with the state; of these states, or of all those who can be called almost so."""
    holders = page.tables.holders
    if countries:
        keys = ((country, role) for country in countries for role in roles)
        yield from ((key[0], office) for key in keys for office in holders.get(key, ()))
    elif any(roles):
        anywhere = page.tables.spelled.with_roles(roles)
        places = anywhere.of(page.countries) | anywhere.like(text, _VERY_ALIKE)
        yield from (anywhere.rows[place] for place in sorted(places))


def alike_countries(name: str, page: Page, *, role: Role) -> list[str]:
    """States in the text that had a holder of that office with such a name, whoever of several it was."""
    roles = HEADS if role.office in HEADS else (role.office,)
    return [
        country
        for country in page.countries
        if any(
            about(office, page.day) and _alike(name, office, _ALIKE) >= _ALIKE
            for held in roles
            for office in page.tables.holders.get((country, held), ())
        )
    ]


def _alike(text: str, office: Office, wanted: float) -> float:
    """How alike a written name is to the likest spelling of an office-holder's; 0 when less than wanted."""
    return max(_alike_names(text, name, wanted) for name in names_of(office))


@lru_cache(maxsize=16_384)
def _alike_names(text: str, name: str, wanted: float) -> float:
    """By their last words, or as wholes in any order when both have first names."""
    one, other = fold(text).lower(), fold(name).lower()
    last = one.replace("-", " ").split()[-1]
    words = [word for word in other.replace("-", " ").split() if len(word) > 3 or word == last]
    best = max((_ratio(last, word, wanted) for word in words), default=0.0)
    if " " not in one or " " not in other:
        return best
    if best and (_ratio(one, other, _WHOLE_ALIKE) or _ratio(*_in_order(one, other), _WHOLE_ALIKE)):
        return best
    clear = max(wanted, _WHOLE_CLEARLY)
    return max(_ratio(one, other, clear), _ratio(*_in_order(one, other), clear))


def _in_order(one: str, other: str) -> tuple[str, str]:
    return " ".join(sorted(one.split())), " ".join(sorted(other.split()))


def _ratio(one: str, other: str, wanted: float) -> float:
    """How alike two words are; 0 when less than wanted, which the cheaper bounds show for most."""
    if 2 * min(len(one), len(other)) < wanted * (len(one) + len(other)):
        return 0.0
    shared = sum([min(one.count(letter), other.count(letter)) for letter in set(one)])
    if 2 * shared / (len(one) + len(other)) < wanted:
        return 0.0
    ratio = SequenceMatcher(None, one, other).ratio()
    return ratio if ratio >= wanted else 0.0
