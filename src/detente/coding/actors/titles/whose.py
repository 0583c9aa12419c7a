"""A title that belongs to no name in, whose it is out: by the words beside it, by what was named before, or alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from detente.coding.actors.names.describing import all_describe, only_describes
from detente.coding.actors.names.homonyms import TOWNS
from detente.coding.actors.names.identify import only_state, side_of_paper
from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import Naming
from detente.coding.actors.page import Hit, Page, Title
from detente.coding.actors.pointing.opposite import backs_others, is_opposed, states_opposite
from detente.coding.actors.side import Side, side_of, side_of_place
from detente.coding.actors.titles.acting_on import commander, in_land_of_enemy, lands_that_strike, of_who_acts
from detente.coding.actors.titles.in_front import (
    apart_from_venue,
    is_abroad,
    is_never_home,
    is_of_elsewhere,
    is_of_many_lands,
    is_only_a_seat,
    is_sponsored,
    side_in_front,
    side_there,
    stands_alone,
    told_of,
)
from detente.coding.actors.titles.in_its_clause import (
    only_answers,
    side_of_opponents,
    side_of_reason,
    side_of_town_or_kin,
)
from detente.coding.actors.titles.served import (
    are_of_rulers,
    critics_of,
    names_regime,
    of_body_told_before,
    side_of_regime,
    sides_served,
)
from detente.coding.actors.titles.setting import land_of_label
from detente.coding.actors.titles.sides import sides_of
from detente.coding.actors.titles.speaking import first_subject, side_of_army_that_tells, side_of_speaker
from detente.coding.actors.titles.told_again import side_of_its_craft, side_of_keeper, side_of_mission
from detente.coding.actors.titles.topic import side_of_topic
from detente.coding.actors.titles.within_phrases import is_branch_in
from detente.coding.actors.titles.wronged_before import side_reproached
from detente.coding.reasons import ONLY_HERE, STANDS_FOR
from detente.ids import is_person
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Token

_ARMED, _MEN = frozenset(("MIL", "REB", "UAF", "PRM")), frozenset(("UAF", "CRM"))  # men: anybody's
COUNTERPART, BODY = "counterpart", "body"  # a role, a group of roles
OWNER_REACH = 7  # "the country's newly elected pro-Western president"
WHERE, STRUCK = ("in", "near", "at", "across"), ("on", "against")
KEEPERS_OF_ORDER = frozenset(("COP", "JUD"))  # they act where they are
OF_LAND = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})  # whoever acts for a land


def title_sides(page: Page, naming: Naming, draft: Draft, title: Title) -> tuple[Side, ...]:
    """By a name beside the title; an organisation before it counts more than whose it is ("its NATO allies")."""
    named = sides_of(page, title.start, title.end, title.head, naming.owners)
    if named and page.is_word(title.start, "named_after"):
        named = tuple(side for side in named if side.end != title.start)
    served = sides_served(page, title.end, naming.owners)
    armed = served and any(_ARMED & set(role.sectors) for role in title.roles)
    if armed and all(side.organisation for side in served):
        return served  # "Sylvanian gunmen loyal to the Red Dawn"
    if named and named[0].end and named[0].end <= title.start:
        return named
    if named and named[0].weak and is_of_elsewhere(page, title):
        named = ()  # "the ambassador in Klausenburg" is of another state
    if any(role.role == COUNTERPART for role in title.roles):
        return named  # his counterpart is of another state than he
    if page.forms(title.head)[1] in page.words["against_owner"]:  # "his captors", "captors of a driver"
        of_whom = title.end < len(page.doc) and page.doc[title.end].lower_ == "of"
        theirs = (side for side in named if side.end <= title.start or not of_whom)
        return tuple(side for side in theirs if side.end >= len(page.doc) or page.doc[side.end].tag_ != "POS")
    owners = side_of_its_craft(page, draft, title) or owner_of(page, draft, title)
    return owners or named or served or of_body_told_before(page, draft, title)


def of_organisation(sides: tuple[Side, ...]) -> bool:
    """ "NATO allies", "Danubian League members" stand for the organisation; "Sylvania's allies" for nobody known."""
    return bool(sides) and all(side.organisation for side in sides)


def owner_of(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "its army", "his foreign minister": whose the pronoun stands for."""
    for i in range(title.start - 1, max(title.start - OWNER_REACH, -1), -1):
        token = page.doc[i]
        mention = draft.actors.get(i)
        land = mention is not None and mention.kind == "state" and token.is_lower  # "its neighbour's army"
        land = land or token.lemma_.lower() in page.words["land"]
        each = mention is not None and bool(mention.several)  # "each other's diplomats"
        if token.dep_ == "poss" and (token.pos_ in ("PRON", "DET") or land or each):
            if mention is None:
                return ()
            return tuple(
                Side(
                    name=a.name, country=a.country, organisation=None if a.country else a.id,
                    sectors=a.sectors, start=i, end=i + 1, inferred=STANDS_FOR.of(f"'{token.text}'", a.name),
                )
                for a in mention.several or (mention.actor,)
                if a.country or (a.id and not is_person(a.id))
            )  # fmt: skip
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") and token.tag_ != "POS":
            break
    return ()


def context_of(page: Page, draft: Draft, title: Title, role: Role) -> tuple[Side, ...]:
    """Whose a bare title is: of the one state that has such an office ("the Pope"), or that the text leaves."""
    if len(role.countries) != 1 or (title.plural and role.office):
        return _of_text(page, draft, title, role)
    (land,) = role.countries
    state = page.tables.state_by_id.get(land)
    why = f"only {state.name if state else land} has a {role.nouns[0]}"
    return (Side(name=land, country=land, start=0, end=0, inferred=why),)


def _of_text(page: Page, draft: Draft, title: Title, role: Role) -> tuple[Side, ...]:
    rulers = bool(_MEN & set(role.sectors)) and are_of_rulers(page, title)
    mission = side_of_mission(page, draft, title)
    if mission is not None or not (rulers or stands_alone(page, title, role)):
        return () if mission is None else (mission,)
    critics = critics_of(page, draft, title) if names_regime(page, title) else frozenset()
    there = side_of_regime(page, draft, title, critics) if critics else None
    there = there or side_in_front(page, title) or side_there(page, title, role)
    there = there or side_of_keeper(page, draft, title, role)
    there = there or side_of_town_or_kin(page, title, role) or side_of_opponents(page, draft, title, role)
    if there is None and "CVL" in role.sectors and len(page.lands) > 1:
        return ()  # "passengers" can be of any state
    nobodys = role.id in page.words["of_nowhere"] or set(role.sectors) & _MEN
    if (nobodys and not rulers) or is_sponsored(page, title) or _from_abroad(page, title):
        return ()
    partner = there or side_reproached(page, draft, title, role) or _beside(page, draft, title)
    partner = partner or commander(page, draft, title, role) or in_land_of_enemy(page, draft, title, role)
    if partner := partner or of_who_acts(page, draft, title, role.sectors):
        return (partner,)
    opposite = _opposite(page, title, role) | critics
    sentence = page.doc[title.head].sent
    named = page.hits_by_sentence.get(sentence.start, ())
    named = [h for h in named if h.start not in page.personal and not is_only_a_seat(page, h, title)]
    named = apart_from_venue(page, title, told_of(page, title, named))
    answers = [h for h in named if only_answers(page, h, title.head)]
    opposite |= {side.country for h in answers if (side := _state_near(page, h)) is not None and side.country}
    near, where = _states_in(page, named, opposite, _speakers_from_elsewhere(draft, page.doc[title.head]))
    labelled = land_of_label(page) if not where and OF_LAND & set(role.sectors) else None
    keepers = bool(set(role.sectors) & KEEPERS_OF_ORDER)
    there = where_before(page, title) if keepers and not where else None
    if there is None or there.country in near or not near or not only_describes(page, near):
        there = None  # else: "a rally in Strelsau. A Sylvanian woman was arrested by police"
    if found := labelled or there or side_of_topic(page, draft, title, role, near, named):
        return (found,)
    if role.group == BODY and sentence.start > 0 and near and all_describe(page, named):
        near = {}  # "Ruritania sets a tax. The government also bars Sylvanian beef": that of the sentence before
    army = side_of_army_that_tells(page, draft, title, role, near) if len(near) > 1 else None
    for lands in ({} if army is None else {army.country: army}, near, where):
        if len(lands) == 1:
            return tuple(lands.values())
    speaks_for_state = bool(set(role.sectors) & {"GOV", "MIL", "COP"})
    told = side_of_speaker(page, draft, title, role, near)
    told = told or (side_of_reason(page, draft, title, role, near) if len(near) > 1 else None)
    if told := told or (first_subject(page, title, near) if near and speaks_for_state else None):
        return (told,)
    there = where_before(page, title) if keepers and not near else None
    only = there or only_state(page, opposite)  # "at the Sylvanian consulate in Strelsau. Police ..."
    if only is None or only.country in opposite:
        only = side_of_paper(page, role, opposite)
    return () if only is None or near else (only,)


def _opposite(page: Page, title: Title, role: Role) -> frozenset[str]:
    """Whom its clause is aimed at; government troops that "take Zenda, Ruritania" are at home there."""
    opposite = states_opposite(page, title.head, role.sectors) | lands_that_strike(page, title, role.sectors)
    if not any(page.is_word(i, "governmental") for i in range(max(title.start - 1, 0), title.end)):
        return opposite
    return opposite - page.lands_behind_commas


def _states_in(
    page: Page, hits: Iterable[Hit], opposite: Collection[str], elsewhere: Mapping[int, str]
) -> tuple[dict[str, Side], dict[str, Side]]:
    """The states that names stand for or lie in, and those of them in which something is told to be."""
    near: dict[str, Side] = {}
    where: dict[str, Side] = {}
    for hit in hits:
        aside = _is_what_it_is_about(page, hit) or backs_others(page, hit)
        side = None if aside else _state_near(page, hit)
        if side is not None and side.country and side.country not in opposite:
            near[side.country] = side
            after = _stands_after(page, hit)
            within = after.lower_ in WHERE or is_branch_in(page, hit)
            if within and elsewhere.get(after.head.i, side.country) == side.country:
                where[side.country] = replace(side, inferred=f"it is told of {side.name}")
    return near, where


def _is_what_it_is_about(page: Page, hit: Hit) -> bool:
    """ "The Sylvania war", "the Sylvania deal": a matter of more states than that."""
    token = page.root(hit.start, hit.end)
    return token.dep_ in ("compound", "nmod") and token.head.lemma_.lower() in page.words["matter"]


def _stands_after(page: Page, hit: Hit) -> Token:
    """The word over a name; over "Zenda, Ruritania" that over the town, over "at a Zenda hotel" that over the noun."""
    name = page.root(hit.start, hit.end)
    token = name.head if name.dep_ == "compound" and hit.kinds & TOWNS else name
    while token.dep_ == "appos" and token.head.pos_ == "PROPN":
        token = token.head
    return token.head


def _speakers_from_elsewhere(draft: Draft, told: Token) -> dict[int, str]:
    """ "Ruritanian exiles in Strelsau said that the police had held students": where they speak says nothing of it."""
    found = {}
    for verb in told.ancestors:
        for speaker in verb.lefts if any(c.dep_ == "ccomp" for c in verb.rights) else ():
            mention = draft.actors.get(speaker.i) if speaker.dep_ == "nsubj" else None
            if mention is not None and mention.actor.country and speaker.i != told.i:
                found[speaker.i] = mention.actor.country
    return found


def _beside(page: Page, draft: Draft, title: Title) -> Side | None:
    """ "The Sylvanian government and the opposition": both are of the state that describes the first.

    So are "President Rassendyll and 80 other officials" of his.
    """
    head = page.doc[title.head]
    first = draft.actors.get(head.head.i) if head.dep_ == "conj" and head.head.i < title.start else None
    if first is not None and first.kind == "person" and first.actor.country and head.head.pos_ == "PROPN":
        a = first.actor
        return Side(name=a.name, country=a.country, start=0, end=0, inferred=f"named with {a.name}")
    if head.dep_ != "conj" or head.head.pos_ != "NOUN" or head.head.i > title.start:
        return None
    first_noun = range(head.head.left_edge.i, title.start)
    near = [h for h in page.hits if h.start in first_noun and h.start not in page.personal]
    found = {
        side.country: replace(side, inferred=f"named in '{head.head.text}'")
        for hit in near
        if (side := _state_near(page, hit)) is not None and side.country
    }
    return next(iter(found.values())) if len(found) == 1 else None


def where_before(page: Page, title: Title) -> Side | None:
    """The one state in which the sentence before takes place: "a rally in Strelsau. Police ..."."""
    start = page.doc[title.head].sent.start
    if not start:
        return None
    before = page.doc[start - 1].sent
    found = {
        side.country: replace(side, inferred=f"the sentence before is told of {side.name}")
        for hit in page.hits_by_sentence.get(before.start, ())
        if hit.start not in page.personal
        and _stands_after(page, hit).lower_ in WHERE
        and (side := _state_near(page, hit)) is not None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _from_abroad(page: Page, title: Title) -> bool:
    """ "foreign troops", "international observers", peacekeepers: of no state that is named near them."""
    noun = page.doc[title.head]
    before = [child.lower_ for child in noun.children if child.i < title.start]
    foreign = not page.words["abroad"].isdisjoint(before)  # but "the foreign ministry"
    return foreign or is_abroad(page, noun) or is_never_home(page, title) or is_of_many_lands(page, title)


def _is_where(page: Page, hit: Hit) -> bool:
    """Whether a name of a place says where something is: after "in", "near", "outside"."""
    root = page.root(hit.start, hit.end)
    above = root.head if root.dep_ == "compound" else root
    if above.i != root.i and above.dep_ == "pobj" and above.head.lower_ in STRUCK + WHERE:
        return not hit.kinds & {"person"}  # "on a Zenda hospital"
    root = above if above.lower_ in page.words["region"] else root  # "in Zenda province"
    if root.dep_ == "pobj" and root.head.lower_ not in page.words["where"]:
        return False
    return root.dep_ in ("pobj", "appos", "npadvmod", "poss", "conj") and not hit.kinds & {"person"}


def _state_near(page: Page, hit: Hit) -> Side | None:
    """The state that a name in the sentence stands for or lies in; a "pro-Sylvanian" crowd names none."""
    if is_opposed(page, hit):
        return None
    side = side_of(hit, page) or (side_of_place(hit, page) if _is_where(page, hit) else None)
    if side is None or not side.country:
        return None
    name: str = getattr(page.tables.state_by_id.get(side.country), "name", side.country)
    return replace(side, name=name, start=0, end=0, sectors=(), inferred=ONLY_HERE.of(name))
