"""A bare force or government in what somebody says in, the state of who says so out: "Sylvanian officials said the army"."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.tellers import speaker_of
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side, side_of
from detente.coding.actors.titles.sides import sides_of
from detente.coding.actors.titles.titles import holder_of
from detente.knowledge.actor_rows import Role
from detente.reading.shapes import SUBJECTS

_OWN = frozenset(("MIL", "GOV", "COP"))
_ARMY = "MIL"
OF_STATES = ("state", "capital", "body")  # kinds of names


def side_of_speaker(
    page: Page, draft: Draft, title: Title, role: Role, near: Mapping[str, Side]
) -> Side | None:
    """One of the states named near, or that of a bare ministry before whom none is named, if its officials tell of "the
    army", "the government", "troops"."""
    if not set(role.sectors) & _OWN or role.group == "person":
        return None
    speaker = speaker_of(page.doc[title.head])
    if speaker is None:
        return None
    mention, told = draft.actors.get(speaker.i), page.title_at.get(speaker.i)
    if mention is not None and mention.kind in ("person", "group", "body", "state"):
        country = mention.actor.country
    else:
        sides = sides_of(page, told.start, told.end, told.head, {}) if told is not None else ()
        country = sides[0].country if len(sides) == 1 and not sides[0].weak else None
    if country is None or (near and country not in near):
        return None
    name = near[country].name if near else state_actor(page, country).name
    return Side(name=name, country=country, start=0, end=0, inferred=f"those of {name} tell of it")


def side_of_army_that_tells(
    page: Page, draft: Draft, title: Title, role: Role, near: Mapping[str, Side]
) -> Side | None:
    """ "The Sylvanian army said troops had entered Zenda in Ruritania": its own, wherever they fight."""
    speaker = speaker_of(page.doc[title.head]) if title.plural and _ARMY in role.sectors else None
    mention = draft.actors.get(speaker.i) if speaker is not None else None
    if mention is None or _ARMY not in mention.actor.sectors:
        return None
    side = near.get(mention.actor.country or "")
    return None if side is None else replace(side, inferred=f"the forces of {side.name} tell of it")


def first_subject(page: Page, title: Title, near: dict[str, Side]) -> Side | None:
    """The state that the sentence is about, when its officials or bodies are quoted."""
    noun = page.doc[title.head]
    definite = not title.plural and any(c.lower_ == "the" for c in noun.lefts)
    if definite and noun.dep_ not in SUBJECTS and noun.lemma_.lower() in page.words["accredited"]:
        return None  # "Sylvania's agency blamed Ruritania, and the premier called in the ambassador"
    sentence = noun.sent
    for hit in page.hits:
        if not sentence.start <= hit.start < title.start or hit.kinds.isdisjoint(OF_STATES):
            continue
        told = side_of(hit, page)
        side = near.get(told.country) if told is not None and told.country else None
        if side is None or holder_of(page, hit).dep_ not in SUBJECTS:
            return None
        return replace(side, inferred=f"{side.name} is what the sentence is about")
    return None
