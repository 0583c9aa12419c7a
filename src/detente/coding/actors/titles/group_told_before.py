"""Which group or crowd of whom was told a bare noun for those who fight or march means."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.opposite import only_sponsors
from detente.coding.actors.side import Side
from detente.coding.actors.titles.told_before import (
    ARMED,
    DEFINITE,
    called_so,
    is_one_of_many,
    mentions,
    side_told,
)
from detente.coding.roles.mentions import Mention
from detente.ids import is_group
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Token

MILITIA, LEGISLATOR, COUNTED = "PRM", "LEG", "CD"
FIGHTERS = ARMED | {MILITIA}
FACED, OF_WHOM = frozenset({"dobj", "pobj"}), ("compound", "nmod", "amod")  # labels
PARTICIPLE, OWNER, OF_WHOSE = "VBN", "poss", frozenset({"of", "for", "from"})
_ALL = "all"  # "all four attackers"
PROTESTER, CIVILIANS, OTHERS = "protester", "CVL", "other"
OF, WITH = frozenset({"by", "of", "from"}), "with"
CROWD, MARCHING, MARCHES = "crowd_told", "marching", "marches"  # lists of words
CLAUSES = ("VERB", "AUX")


def beyond_where(
    page: Page, draft: Draft, title: Title, role: Role, sides: tuple[Side, ...]
) -> tuple[Side, ...]:
    """ "A rebel gunman in Zenda": of the group that was told of, and not only of the land where he is."""
    if not sides or not all(side.weak for side in sides) or not _is_of_rebels(page, page.doc[title.head]):
        return sides
    return group_told_before(page, draft, title, role) or sides


def group_told_before(page: Page, draft: Draft, title: Title, role: Role) -> tuple[Side, ...]:
    """A bare title or noun for those who fight or march in, the one group or people that the text has told of out.

    "The rebels" after "the Black Eagles", "a rebel spokesman", "the protesters" after "Sylvanians marched on the ministry".
    "The rebels" after "Black Eagles rebels": the only armed group so far, by that word or at all; "the senators" after
    "Sylvanian senators". Asked first: neither are often those of the one state that their sentence names.
    """
    if title.plural and LEGISLATOR in role.sectors:
        return called_so(page, draft, title)
    if role.role == PROTESTER:
        return crowd_told_before(page, draft, title)
    noun = page.doc[title.head]
    of_rebels = _is_of_rebels(page, noun) and LEGISLATOR not in role.sectors  # "rebel lawmakers" of a party
    if not of_rebels and (not FIGHTERS & set(role.sectors) or is_one_of_many(page, title)):
        return ()
    if any(c.i in page.hit_at and only_sponsors(page, page.hit_at[c.i]) for c in noun.children):
        return ()  # "pro-Sylvanian fighters" are not the group that they attack
    opens = noun.sent.start == 0  # a title calls by a common noun those whom the text names
    named = {i: m for i, m in mentions(draft) if (opens or i < title.start) and _is_armed(page, m)}
    named = {i: m for i, m in named.items() if not _faces(noun, page.doc[i])}
    called = {i: m for i, m in named.items() if page.doc[i].lemma_.lower() == noun.lemma_.lower()}
    definite = any(c.lower_ in DEFINITE or c.lower_ == _ALL for c in noun.children)
    before = (c for c in noun.children if c.i < noun.i)
    bare = noun.lemma_.lower() in page.words["fighters"] and all(_counts(c) for c in before)
    bare = bare or of_rebels
    chosen = called or (named if definite or opens or bare or noun.dep_ == "compound" else {})
    groups = {m.actor.id: m for m in chosen.values()}
    if len(groups) != 1:
        return called_so(page, draft, title) if title.plural and not groups else ()
    return (side_told(next(iter(groups.values()))),)


def fighters_beside(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "The rebels' spokesman", "a commander of the rebels": of whomever those who fight are."""
    for child in page.doc[title.head].children:
        if child.dep_ == OWNER and child.i in draft.actors and _fight(page.title_at.get(child.i)):
            mention = draft.actors[child.i]
            return (replace(side_told(mention), sectors=mention.actor.sectors),)
        if child.dep_ == "prep" and child.lower_ in OF_WHOSE:
            inner = (page.title_at.get(c.i) for c in child.children if c.dep_ == "pobj")
            for men in (t for t in inner if t is not None and _fight(t)):
                return group_told_before(page, draft, men, men.roles[0])
    return ()


def _fight(title: Title | None) -> bool:
    return title is not None and all(FIGHTERS & set(role.sectors) for role in title.roles)


def _is_of_rebels(page: Page, noun: Token) -> bool:
    """ "A rebel spokesman", "the rebel leadership", "suspected rebels"."""
    before = [c for c in noun.children if c.i < noun.i]
    if any(c.lemma_.lower() in page.words["fighters"] and c.dep_ in OF_WHOM for c in before):
        return True
    suspected = any(c.lower_ in page.words["alleged"] for c in before)
    return suspected and noun.lemma_.lower() in page.words["fighters"]


def _faces(noun: Token, group: Token) -> bool:
    """ "Rebels captured Zenda from the Black Eagles": those to whom they did it are others."""
    while noun.dep_ == "conj":  # "the army and allied militants killed nine Black Eagles"
        noun = noun.head
    verb = noun.head
    while group.dep_ == "compound":
        group = group.head
    below = group.dep_ in FACED and verb in tuple(group.ancestors) and group.i > verb.i
    return noun.dep_ in SUBJECTS and verb.pos_ == "VERB" and below and _straight(group, verb)


def _straight(group: Token, verb: Token) -> bool:
    """Whether no other verb stands between the two, but for who holds what is attacked: "a town held by"."""
    between = takewhile(lambda t: t.i != verb.i, group.ancestors)
    return all(t.pos_ != "VERB" or (t.dep_ == "acl" and t.tag_ == PARTICIPLE) for t in between)


def _counts(token: Token) -> bool:
    """ "Nine militants", "at least nine militants"."""
    return token.tag_ == COUNTED and not token.text.endswith("th")


def _is_armed(page: Page, mention: Mention) -> bool:
    who = mention.actor.id or ""
    if not is_group(who):  # as most are
        return False
    return not FIGHTERS.isdisjoint(getattr(page.tables.organisation_by_id.get(who), "sectors", ()))


def crowd_told_before(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "The protesters", "some demonstrators" in, the people out whom the text has told of as a crowd.

    "Sylvanians marched on the ministry in Strelsau. Police beat protesters": Sylvanians, though Strelsau is in Ruritania.
    The one people that marched before in the text; nothing for "other protesters".
    """
    head = page.doc[title.head]
    if head.lemma_.lower() in page.words[MARCHES] or any(c.lower_ == OTHERS for c in head.children):
        return ()
    peoples = {m.actor.country or m.actor.id: m for m in _crowds(page, draft, title.start)}
    if len(peoples) != 1:
        return ()
    actor = next(iter(peoples.values())).actor
    return (
        Side(
            name=actor.name, country=actor.country, organisation=None if actor.country else actor.id,
            start=0, end=0, inferred=f"{actor.name} were told of as a crowd",
        ),
    )  # fmt: skip


def _crowds(page: Page, draft: Draft, end: int) -> Iterator[Mention]:
    """Peoples named before that are told of as marching, or as those of a protest."""
    for i, mention in draft.actors.items():
        a = mention.actor
        known = (a.country or a.id) and a.inferred is None and not mention.several
        if i < end and known and CIVILIANS in a.sectors and _marches(page, page.doc[i]):
            yield mention


def _marches(page: Page, people: Token) -> bool:
    """ "A rally by Sylvanians", "Sylvanians marched", "hundreds of Sylvanian students clashed with police"."""
    while people.dep_ == "pobj" and people.head.lower_ in OF and people.head.head.pos_ in ("NOUN", "NUM"):
        people = people.head.head
        if people.lemma_.lower() in page.words[CROWD]:
            return True
    verb = people.head
    if people.dep_ == "pobj" and verb.lower_ == WITH:
        verb, acts = verb.head, True
    else:
        acts = people.dep_ in SUBJECTS
    if people.lemma_.lower() in page.words[CROWD]:
        return True
    return acts and verb.pos_ in CLAUSES and _is_marching(page, verb)


def _is_marching(page: Page, verb: Token) -> bool:
    """ "Marched", "held a protest"."""
    held = (c.lemma_.lower() for c in verb.children if c.dep_ == "dobj")
    marching = verb.lemma_.lower() in page.words[MARCHING]
    return marching or any(noun in page.words[CROWD] for noun in held)
