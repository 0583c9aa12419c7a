"""A bare title that opponents or citizens of a state speak to or of in, that state out.

"Ruritania's opposition warned the government against a quarrel with Sylvania": their own government.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.side import Side
from detente.knowledge.actor_rows import Role
from detente.records import Actor

RULES = frozenset({"COP", "GOV", "JUD", "LEG", "MIL"})  # sectors of whom one speaks to at home
PASSIVE = "nsubjpass"  # "a Sylvanian was arrested by the police": of wherever that is
RULED = frozenset({"BUS", "CVL", "LAB", "NGO", "OPP", "PTY"})  # sectors of those who do


def side_of_opponents(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The one state whose opponents, unions or citizens are the subject of the clause that the title stands in."""
    head = page.doc[title.head]
    if RULES.isdisjoint(role.sectors):
        return None
    for verb in head.ancestors:
        subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS and c.dep_ != PASSIVE]
        if not subjects:
            continue
        if any(c.i == head.i or c.is_ancestor(head) for c in subjects):
            return None
        mentions = (draft.actors.get(c.i) for c in subjects)
        return _home([a for m in mentions if m is not None for a in m.several or (m.actor,)])
    return None


def _home(speaking: list[Actor]) -> Side | None:
    lands = {a.country for a in speaking}
    ruled = bool(speaking) and all(a.sectors and set(a.sectors) <= RULED and not a.inferred for a in speaking)
    if not ruled or len(lands) != 1 or speaking[0].country is None:
        return None
    land = speaking[0].country
    why = f"whom {speaking[0].name} speak of at home"
    return Side(name=land, country=land, start=0, end=0, inferred=why)
