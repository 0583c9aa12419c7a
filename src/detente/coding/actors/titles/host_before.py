"""A bare "the government", "the generals", "opposition leaders" to whom a visitor does something in, the land where he is out.

"Egypt's foreign minister flew to Khartoum. The minister urged the generals ...": Sudan's, and not his own.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import named_in, side_of_hit
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Span, Token

ACTS_THERE = frozenset(
    {"GOV", "MIL", "LEG", "OPP", "COP", "JUD", "PTY", "LAB", "SOC", "REL", "CVL"}
)  # sectors
PERSON, OWNER, OBJECT, PREPOSITION = "person", "poss", "dobj", "prep"
DOWN = ("dobj", "pobj", "prep", "conj", "dative")  # labels between a verb and whom it is done to
TOWARDS = frozenset({"with", "to", "on", "against", "for", "between", "from"})
REACH = 2  # sentences that are looked back over
WHERE, TO = frozenset({"in", "at"}), frozenset({"in", "to", "into", "at"})
BESIDE = frozenset({"amod", "compound", "nmod"})
OWN = ("commanding", "sending forces", "sends", "appointing")  # lists of verbs


def side_of_host(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The side; nothing where either sentence names a third land, or where he gives orders to his own."""
    noun = page.doc[title.head]
    if ACTS_THERE.isdisjoint(role.sectors) or not noun.sent.start or any(c.dep_ == OWNER for c in noun.lefts):
        return None
    own = _land_of_doer(page, draft, noun)
    if own is None:
        return None
    named, sentence = set(named_in(page, noun.sent)), noun.sent
    for _ in range(REACH):
        if not sentence.start:
            return None
        sentence = page.doc[sentence.start - 1].sent
        named |= named_in(page, sentence).keys()
        hosts = set(_lands_come_to(page, sentence))
        if hosts:
            break
    if len(hosts) != 1 or own in hosts or not _told_of(page, draft, sentence, own):
        return None
    if not named <= {own, *hosts}:
        return None
    (land,) = hosts
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=f"those of {name}, where the visitor is")


def _land_of_doer(page: Page, draft: Draft, noun: Token) -> str | None:
    """The land of the person to whose clause the noun belongs, if he does it to him or with him."""
    token = noun
    while token.dep_ in DOWN and (token.dep_ != PREPOSITION or token.lower_ in TOWARDS):
        token = token.head
    if token is noun or token.pos_ != "VERB" or any(token.lemma_.lower() in page.words(w) for w in OWN):
        return None
    doers = [draft.actors.get(c.i) for c in token.lefts if c.dep_ in SUBJECTS]
    if len(doers) != 1 or (doer := doers[0]) is None or doer.kind != PERSON or doer.several:
        return None
    return doer.actor.country


def _lands_come_to(page: Page, sentence: Span) -> Iterator[str]:
    """ "Flew to Khartoum", "visited Sudan", "met him in Khartoum"."""
    for hit in page.hits_by_sentence.get(sentence.start, ()):
        root = page.doc.span(hit.start, hit.end).root
        if hit.start in page.personal or root.dep_ in BESIDE:
            continue
        side = side_of_hit(page, hit) if _is_where(page, root) else None
        if side is not None and side.country:
            yield side.country


def _is_where(page: Page, place: Token) -> bool:
    if place.dep_ == "pobj":
        going = any(t.lemma_.lower() in page.words("entering") for t in (place.head.head,))
        return place.head.lower_ in (TO if going else WHERE)
    return place.dep_ == OBJECT and place.head.lemma_.lower() in page.words("entering")


def _told_of(page: Page, draft: Draft, sentence: Span, land: str) -> bool:
    """Whether it tells of a person of that land who does something."""
    near = ((page.doc[i], m) for i, m in draft.actors.items() if sentence.start <= i < sentence.end)
    return any(t.dep_ in SUBJECTS and m.actor.country == land for t, m in near)
