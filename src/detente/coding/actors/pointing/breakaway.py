"""A land that a group rules as a state of its own, told by a noun in ("the breakaway region"), the group out.

"Georgia's breakaway region of Abkhazia", "the Abkhazia region"; with no name, the only one that the text has told of:
"the self-proclaimed republic", "the separatist government", "the de facto president".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.pointing import pointing_back
from detente.coding.actors.side import Side
from detente.coding.actors.titles.told_before import mentions, side_told
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_rows import Group
from detente.reading.tokens import Token

OF, THE, PLACE = "of", "the", "pobj"
BESIDE = ("compound", "nmod", "amod", "appos")
RULERS = ("GOV", "PRE")  # sectors of a group that rules a land
RULES_A_LAND = frozenset(RULERS)
RULING = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})  # what those are who act for whoever rules


def ruled_land(page: Page, draft: Draft, token: Token) -> Mention | None:
    """Whoever rules the land that the noun names, or points back to."""
    named = _named_by(page, draft, token)
    if named is not None:
        return pointing_back(page, token, named)
    if not is_breakaway(page, token) or not any(c.lower_ == THE for c in token.children):
        return None
    told = _told_of(page, draft, token.i)
    return pointing_back(page, token, told) if told is not None else None


def of_breakaway(page: Page, draft: Draft, title: Title, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """ "The separatist president": of the group that the text has told of, if it says of no other."""
    sides = tuple(_ruled_by_group(page, title, side) for side in sides)
    noun = page.doc[title.head]
    if not is_breakaway(page, noun):
        return sides
    told = _told_of(page, draft, title.start)
    group = _ruling(page, told) if told is not None else None
    if told is None or group is None or any(_of_another(side, group) for side in sides):
        return sides
    return (side_told(told),)


def _ruled_by_group(page: Page, title: Title, side: Side) -> Side:
    """ "The foreign ministry of Nagorno-Karabakh": that of the group which ruled there on the day."""
    if side.organisation or not any(RULING & set(role.sectors) for role in title.roles):
        return side
    for row in page.words["lands_ruled"]:
        land, _, rest = row.partition("=")
        group, since, until = rest.split("@")
        if land == side.name and page.day and since <= page.day and (not until or page.day <= until):
            return replace(side, country=None, organisation=group, sectors=RULERS, weak=False)
    return side


def is_breakaway(page: Page, noun: Token) -> bool:
    """ "The separatists", "the breakaway region", "the de facto authorities"."""
    words = page.words["breakaway"]
    return noun.lemma_.lower() in words or any(c.lower_ in words for c in noun.lefts)


def _named_by(page: Page, draft: Draft, land: Token) -> Mention | None:
    for name in [*(c for c in land.children if c.dep_ in BESIDE), *_of(land)]:
        mention = draft.actors.get(name.i) or draft.modifiers.get(name.i)
        if mention is not None and _ruling(page, mention) is not None:
            return mention
    return None


def _of(noun: Token) -> list[Token]:
    return [t for c in noun.rights if c.lower_ == OF for t in c.rights if t.dep_ == PLACE]


def _of_another(side: Side, group: Group) -> bool:
    return not side.weak and side.country != group.country


def _told_of(page: Page, draft: Draft, before: int) -> Mention | None:
    """The only such group that is named before."""
    told = {m.actor.id: m for i, m in mentions(draft) if i < before and _ruling(page, m) is not None}
    return next(iter(told.values())) if len(told) == 1 else None


def _ruling(page: Page, mention: Mention) -> Group | None:
    group = page.tables.organisation_by_id.get(mention.actor.id or "")
    return group if isinstance(group, Group) and set(group.sectors) >= RULES_A_LAND else None
