"""Words for those who stand to somebody: his neighbours, rivals, members, the other side."""

from __future__ import annotations

from collections.abc import Set
from math import cos, radians

from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS, clause_subjects
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.pointing.pointing import pointing_back
from detente.coding.actors.pointing.standing_alone import REACHED
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_rows import State
from detente.reading.shapes import PLURALS
from detente.reading.spans import words_before
from detente.reading.tokens import Token
from detente.records import Actor

TOWARDS = {"to_north": (1, 0), "to_south": (-1, 0), "to_east": (0, 1), "to_west": (0, -1)}  # lists of words
OWNER, PERSON, OPPOSITION = "poss", "person", ("OPP",)
WHY = "a rival at home"
BODIES = ("organisation", "group", "body")  # the last of these that is told of is whose members they are
REACH = 2  # sentences back


def bordering(page: Page, token: Token, own: Set[str | None], near: list[Actor]) -> list[Actor]:
    """A word for a neighbour in ("its southern neighbour"), the states that it can mean out.

    Of the states told of near by those that lie beside one's own, else of those that the text tells of; where it is said on
    which side of it, the only one there, told of or not.
    """
    states = [page.tables.state_by_id[country] for country in own if country in page.tables.state_by_id]
    beside = {neighbour for state in states for neighbour in state.neighbours} - own
    if not beside:  # an island
        return near
    there = _on_that_side(page, token, states, beside)
    found = [actor for actor in near if actor.country in (there or beside)]
    if found:
        return found
    if len(there) == 1:
        return [state_actor(page, there.pop())]
    told = [(n, country) for country, n in page.countries.most_common() if country in beside]
    alone = len(told) == 1 or (len(told) > 1 and told[0][0] > told[1][0])
    return [state_actor(page, told[0][1])] if alone else []


def _on_that_side(page: Page, token: Token, states: list[State], beside: Set[str | None]) -> set[str]:
    """Of the neighbours of a state those that lie to the south of it, say."""
    described = {c.lower_ for c in token.lefts}
    ways = [way for words, way in TOWARDS.items() if not described.isdisjoint(page.words[words])]
    if len(ways) != 1 or len(states) != 1:
        return set()
    others = (page.tables.state_by_id[one] for one in beside if one in page.tables.state_by_id)
    return {other.id for other in others if _lies(other, states[0], *ways[0])}


def _lies(other: State, state: State, north: int, east: int) -> bool:
    """Whether it lies on that side of it rather than on another."""
    if other.lat is None or other.lon is None or state.lat is None or state.lon is None or other.end:
        return False
    up, right = other.lat - state.lat, (other.lon - state.lon) * cos(radians(state.lat))
    along, across = up * north + right * east, up * east + right * north
    return along > abs(across)


def rival_of_person(page: Page, draft: Draft, token: Token) -> Mention | None:
    """A rival of a person in ("the premier's arch rival, Karl Horn"), an opponent in that person's own state out.

    The mention; None for a rival of a state, and for one of somebody whose state nobody knows.
    """
    if token.lemma_.lower() in page.words["bordering"]:
        return None  # "his big neighbour" is a state
    owners = [draft.actors[c.i] for c in token.lefts if c.dep_ == OWNER and c.i in draft.actors]
    if len(owners) != 1 or owners[0].several or owners[0].kind != PERSON:
        return None
    country = owners[0].actor.country
    if country is None or any(c.i in page.hit_at for c in token.rights if c.dep_ == "prep"):
        return None
    span = span_of(page, token.left_edge.i, token.i + 1)
    actor = Actor(
        name=page.text(token.i, token.i + 1), country=country, sectors=OPPOSITION, span=span, inferred=WHY
    )
    return Mention(head=token.i, actor=actor, kind=PERSON, anonymous=True)


def resolve_members(page: Page, draft: Draft, token: Token) -> Mention | None:
    """Members with nobody who says of what in ("members demanded", "council members", "member states"), their body out.

    The organisation told of last, if these are its members and act.
    """
    return _body_before(page, draft, token) if _are_members(page, token) else None


def _are_members(page: Page, token: Token) -> bool:
    """Nothing may stand beside the word but what names the body or the states that they are."""
    if token.tag_ not in PLURALS or token.dep_ not in SUBJECTS:
        return False
    members, beside = page.words["members"], [c for c in token.children if c.dep_ != "appos"]
    named = {token.lemma_.lower(), *(c.lower_ for c in beside)}
    around = page.words["beside_members"]
    return not named.isdisjoint(members) and named <= members | around


def _body_before(page: Page, draft: Draft, token: Token) -> Mention | None:
    for words in words_before(token.sent, token.i, REACH):
        for i in range(words.end - 1, words.start - 1, -1):
            mention = draft.actors.get(i)
            if mention is not None and mention.kind in BODIES and mention.actor.id:
                known = mention.kind == BODIES[0]
                return pointing_back(page, token, mention) if known else None
    return None


def over_against(page: Page, draft: Draft, token: Token, *, pair: bool) -> frozenset[str]:
    """A word for two sides in ("both", "the rivals"), who is none of them because he acts upon them out.

    "Graustark sells arms to both", "urges the rivals to talk": who does so is neither of them.
    """
    both = "both" in (token.lower_, *(c.lower_ for c in token.lefts))
    counted = not (both or pair or token.lemma_.lower() in page.words["pair_term"])
    reached = token
    while reached.dep_ == "pobj" and reached.head.lower_ == "of" and reached.head.head.pos_ == "NOUN":
        reached = reached.head.head  # "met the ministers of both"
    upon = reached.head.head if reached.dep_ == "pobj" else reached.head
    if reached.dep_ not in REACHED or counted or upon.pos_ not in ("VERB", "AUX"):
        return frozenset()
    around = [
        page.doc[i] for i in clause_subjects(token)
    ]  # inmost first; who acts in an outer clause may be a side
    doers = [t for s in around if s.head is around[0].head for t in (s, *s.conjuncts)]
    acting = (draft.actors[t.i] for t in doers if t.i in draft.actors)
    alone = {m.actor.country for m in acting if m.actor.country and not m.several}
    brokers = (t.i for t in doers if t.lemma_.lower() in page.words["middlemen"] and t.i in draft.actors)
    return frozenset(alone | {a.country for i in brokers for a in draft.actors[i].several if a.country})
