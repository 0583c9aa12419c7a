"""Office-holders in, those of them who are called by their first names, by these, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.knowledge.actor_names import fold
from detente.knowledge.actor_rows import Office

HEIR = "crown_prince"  # a role


def royals_by_name(offices: Iterable[Office], words: Mapping[str, frozenset[str]]) -> dict[str, list[Office]]:
    """Monarchs and their heirs, and all princes of some states, by first names that are folded and small."""
    found: dict[str, list[Office]] = {}
    titles, states = words.get("royal_title", frozenset()), words.get("royal_state", frozenset())
    for office in offices:
        title = office.title.lower().split()
        if office.country in states or (title and title[0] in titles) or office.role == HEIR:
            found.setdefault(fold(office.person.split()[0]).lower(), []).append(office)
    return found
