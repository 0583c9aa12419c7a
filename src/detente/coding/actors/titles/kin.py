"""A bare title in, the state of those whose kin press it out: "families of Sylvanians held abroad urged the government"."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.side import Side, side_of
from detente.coding.actors.titles.town_taken import side_of_town_taken
from detente.coding.reasons import KIN
from detente.knowledge.actor_rows import Role

GOVERNMENT, OF, ADDRESSED = "GOV", "of", ("dobj", "pobj")


def side_of_town_or_kin(page: Page, title: Title, role: Role) -> Side | None:
    """By a town that is taken, or else by whose kin press them."""
    return side_of_town_taken(page, title, role) or _side_of_kin(page, title, role)


def _side_of_kin(page: Page, title: Title, role: Role) -> Side | None:
    """Whom they press is their own government, and not that of the land where their people are."""
    noun = page.doc[title.head]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    pressed = (
        noun.dep_ in ADDRESSED and verb.lemma_.lower() in page.words["urging"] | page.words["addressing"]
    )
    calls = noun.dep_ == "pobj" and f"{verb.lemma_} {noun.head.lower_}".lower() in page.words["urging"]
    if GOVERNMENT not in role.sectors or not (pressed or calls):
        return None
    kin = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if kin is None or kin.lemma_.lower() not in page.words["kin"]:
        return None
    people = next((o for c in kin.rights if c.lower_ == OF for o in c.rights if o.dep_ == "pobj"), None)
    for token in (people, *people.lefts) if people is not None else ():
        hit = page.hit_at.get(token.i)
        side = side_of(hit, page) if hit is not None else None
        if side is not None and side.country:
            return replace(side, start=0, end=0, sectors=(), inferred=KIN.of(side.name))
    return None
