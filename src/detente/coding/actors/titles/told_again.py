"""A bare title for craft or captives in ("the warship", "the sailors", "the nurse"), the state of those told of before out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.pointing.things_again import (
    MISSIONS,
    is_bare,
    land_of_taken,
    owner_of_thing,
    thing_again,
)
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import other_land, side_of_hit
from detente.knowledge.actor_rows import Role
from detente.reading.spans import sentences_before, words_before
from detente.reading.tokens import Token

IN, NEAR = "in", 2  # sentences
OWNER, NAMING = "poss", ("amod", "compound", "appos")
KEEPERS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG"})  # sectors
TAKEN, DOERS, RELATIVE, WHOM = ("dobj", "nsubjpass"), ("nsubj", "agent", "pobj"), "relcl", "WP"
PRIVATE = frozenset({"CVL", "BUS", "EDU", "JRN", "SOC", "MED", "LAB", "REL", "AGR"})  # sectors of no office
ONLY_OTHER, TOOK = "the embassy is of {1}, the other land told of before", "those who took the {0} are of {1}"
SIGNS = ("burned_sign", "posted_there")  # lists of words


def side_told_again(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """The state; nothing where two could be meant."""
    noun: Token = page.doc[title.head]
    thing = thing_again(page, draft, noun)
    land = thing.actor.country if thing is not None else land_of_taken(page, draft, noun)
    return (_told_of(page, land, noun=noun.text),) if land is not None else ()


def _told_of(page: Page, land: str, why: str = "the {0} of {1} were told of", noun: str = "people") -> Side:
    """why: with {0} for the noun and {1} for the state."""
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=why.format(noun, name))


def side_of_its_craft(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "Seized a Sylvanian trawler. Its captain was jailed": of the trawler, though "its" may be read as the captors'."""
    noun: Token = page.doc[title.head]
    owned = any(c.dep_ == OWNER for c in noun.lefts) and not any(c.dep_ in NAMING for c in noun.children)
    return side_told_again(page, draft, title) if owned else ()


def side_of_mission(page: Page, draft: Draft, title: Title) -> Side | None:
    """ "Crowds burned Sylvanian flags and marched on the embassy": whose flags, effigies or envoys its sentence tells of.

    "The embassy in Strelsau" is of the one other land that is told of just before.
    """
    noun: Token = page.doc[title.head]
    if noun.lemma_.lower() not in page.words[MISSIONS]:
        return None
    host = _where(page, noun)
    if host is not None:
        land = other_land(page, sentences_before(noun.sent, NEAR), host)
        return None if land is None else _told_of(page, land, ONLY_OTHER)
    if not is_bare(noun):
        return None
    signs = [t for t in noun.sent if t.i < noun.i and t.lemma_.lower() in page.words.of(SIGNS)]
    owners = [owner_of_thing(page, draft, t) for t in signs]
    lands = {m.actor.country for m in owners if m is not None}
    land = lands.pop() if len(lands) == 1 else None
    if land is not None:
        return _told_of(page, land, noun=signs[-1].text)
    land = _land_of_people(page, draft, noun)
    return _told_of(page, land) if land is not None else None


def _land_of_people(page: Page, draft: Draft, noun: Token) -> str | None:
    """ "Nine Sylvanian nurses were beaten in Strelsau and the embassy demanded an inquiry": of theirs, wherever it was."""
    for near in words_before(noun.sent, noun.i, NEAR - 1):
        told = (m.actor for t in near if (m := draft.actors.get(t.i)) is not None)
        lands = {a.country for a in told if a.sectors and PRIVATE.issuperset(a.sectors) and not a.inferred}
        if lands:
            return lands.pop() if len(lands) == 1 else None
    return None


def _where(page: Page, noun: Token) -> str | None:
    """The land of the town behind an embassy."""
    towns = (t for c in noun.rights if c.lower_ == IN for t in c.rights if t.i in page.hit_at)
    sides = (side_of_hit(page, page.hit_at[t.i]) for t in towns)
    return next((side.country for side in sides if side is not None), None)


def side_of_keeper(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """ "Ruritanian soldiers arrested a Sylvanian, whom the junta accuses of spying": Ruritania's, whose soldiers did it."""
    verb = page.doc[title.head].head
    whom = verb.dep_ == RELATIVE and any(c.tag_ == WHOM and c.dep_ in TAKEN[:1] for c in verb.lefts)
    taken, taking = verb.head, verb.head.head
    if not whom or KEEPERS.isdisjoint(role.sectors) or taken.dep_ not in TAKEN:
        return None
    if taking.lemma_.lower() not in page.words["seizing"]:
        return None
    by = (o for c in taking.rights if c.dep_ == DOERS[1] for o in c.rights)
    doers = (c for c in (*by, *taking.lefts) if c.dep_ in DOERS)
    mention = next((draft.actors[c.i] for c in doers if c.i in draft.actors), None)
    land = mention.actor.country if mention is not None and not mention.several else None
    return _told_of(page, land, TOOK, taken.text) if land is not None else None
