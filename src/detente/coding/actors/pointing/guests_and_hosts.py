"""Who visits, receives or mediates, as what is told before tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import mention_of_all, state_actor
from detente.coding.actors.side import side_of, side_of_place
from detente.coding.roles.known import keys_of
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token
from detente.records import Actor

REACH = 2  # sentences that are looked back over
THE, POSSESSOR, OBJECT, PASSIVE, AGENT, PREPOSITION = "the", "poss", "dobj", "nsubjpass", "by", "prep"
INTO, STATE = frozenset({"in", "to", "into", "at"}), "state"
PEOPLE = ("person", "group")  # kinds
TWO = 2
CLAUSES, NOUN = ("VERB", "AUX"), "NOUN"
BACK, BETWEEN = 2, "between"
RELATIVE = frozenset({"who", "which", "that"})


class _Stay(NamedTuple):
    """Who came and who received him."""

    guests: tuple[Actor, ...]
    hosts: tuple[Actor, ...]
    kind: str


def guest_or_host(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "The visitor", "his host", "her guests" in, whoever is told before to visit or to receive somebody out.

    "The Sylvanian president arrived in Strelsau. His host thanked him": those of Ruritania, and not his own.
    The ones told of last; nobody where "his" is neither's, or where the noun itself says whose they are. Hosts and brokers
    of talks first.
    """
    lemma = token.lemma_.lower()
    talks = who_mediates(page, draft, token) if lemma in page.words["middlemen"] else None
    if talks is not None or not (lemma in page.words["hosts"] or lemma in page.words["visitors"]):
        return talks
    before = [c for c in token.lefts if c.lower_ != THE]
    owners = [c for c in before if c.dep_ == POSSESSOR]
    if len(before) != len(owners) or any(c.dep_ == PREPOSITION for c in token.rights):
        return None
    if not owners and not any(c.lower_ == THE for c in token.lefts):
        return None
    stay = next(_stays_before(page, draft, token), None)
    if stay is None:
        return None
    hosting = lemma in page.words["hosts"]
    chosen, others = (stay.hosts, stay.guests) if hosting else (stay.guests, stay.hosts)
    known = (draft.actors.get(c.i) for c in owners)
    if owners and not all(m is not None and m.actor.country in {a.country for a in others} for m in known):
        return None
    return mention_of_all(page, token, list(chosen), STATE if hosting else stay.kind)


def _stays_before(page: Page, draft: Draft, token: Token) -> Iterator[_Stay]:
    """What is told before of somebody who visits or is received, the last first."""
    start = token.sent.start
    for _ in range(REACH):
        start = page.doc[start - 1].sent.start if start else start
    for verb in reversed(page.doc[start : token.i]):
        if verb.pos_ not in (*CLAUSES, NOUN):
            continue
        found = _visit(page, draft, verb) or _reception(page, draft, verb) or _meeting(page, draft, verb)
        if found is not None:
            yield found


def _visit(page: Page, draft: Draft, verb: Token) -> _Stay | None:
    """ "Flew to Strelsau", "visited Ruritania", "cut short a visit to it"."""
    kind = "journey" if verb.pos_ == NOUN else "coming there"
    lands = set(_lands_entered(page, verb)) if verb.lemma_.lower() in page.words[kind] else set()
    over = verb if kind == "coming there" else next((t for t in verb.ancestors if t.pos_ in CLAUSES), verb)
    doers = [draft.actors[c.i] for c in over.lefts if c.dep_ in SUBJECTS and c.i in draft.actors]
    if len(doers) != 1 or len(lands) != 1 or doers[0].kind not in PEOPLE:
        return None
    (land,) = lands
    guests = doers[0].several or (doers[0].actor,)
    if any(not (a.country or a.id) or a.country == land for a in guests):
        return None
    return _Stay(guests, (state_actor(page, land),), doers[0].kind)


def _lands_entered(page: Page, verb: Token) -> Iterator[str]:
    for hit in page.hits_by_sentence.get(verb.sent.start, ()):
        place = page.doc.span(hit.start, hit.end).root
        into = place.dep_ == "pobj" and place.head.lower_ in INTO and place.head.head.i == verb.i
        if hit.start in page.personal or not (into or (place.dep_ == OBJECT and place.head.i == verb.i)):
            continue
        side = side_of(hit, page) or side_of_place(hit, page)
        if side is not None and side.country:
            yield side.country


def _reception(page: Page, draft: Draft, verb: Token) -> _Stay | None:
    """ "The king received the Sylvanian premier", "was welcomed by the king"."""
    if verb.lemma_.lower() not in page.words["receiving"]:
        return None
    passive = any(c.dep_ == PASSIVE for c in verb.lefts)
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    objects = [c for c in verb.rights if c.dep_ == OBJECT]
    agents = [t for c in verb.rights if c.lower_ == AGENT for t in c.rights if t.dep_ == "pobj"]
    hosts, guests = (agents, subjects) if passive else (subjects, objects)
    known = [draft.actors.get(t.i) for t in (*hosts, *guests)]
    if len(hosts) != 1 or len(guests) != 1 or None in known:
        return None
    host, guest = (draft.actors[t.i] for t in (*hosts, *guests))
    one, other = (m.several or (m.actor,) for m in (guest, host))
    if guest.kind not in PEOPLE or keys_of(one) & keys_of(other):
        return None
    return _Stay(one, other, guest.kind)


def _meeting(page: Page, draft: Draft, verb: Token) -> _Stay | None:
    """ "The Sylvanian and Ruritanian premiers met in Strelsau": the Ruritanian is the host, elsewhere those of the place."""
    if verb.lemma_.lower() not in page.words["encounter"]:
        return None
    beside = [c for c in verb.children if c.dep_ in (*SUBJECTS, OBJECT)]
    met = (draft.actors[t.i] for c in beside for t in (c, *c.conjuncts) if t.i in draft.actors)
    both = {a.country: a for m in met if m.kind in PEOPLE for a in m.several or (m.actor,)}
    where = set(_lands_entered(page, verb))
    guests = tuple(a for land, a in both.items() if land not in where)
    if len(where) != 1 or None in both or not guests or len(both) < TWO:
        return None
    (land,) = where
    return _Stay(guests, (both.get(land) or state_actor(page, land),), PEOPLE[0])


def who_mediates(page: Page, draft: Draft, token: Token) -> Mention | None:
    """A bare "the hosts", "the mediators" in, whoever is told before to hold or broker the talks out.

    "Ruritania and Graustark brokered talks with the rebels. The mediators urged both sides ...": not the two who talk.
    None where the noun says itself whose it is, or nobody is told of who holds talks.
    """
    if {c.lower_ for c in token.children if c.i < token.i} != {THE} or any(
        c.dep_ == "prep" for c in token.rights
    ):
        return None
    for verb in _verbs_before(page, token):
        found = [draft.actors[t.i] for t in _doers(verb) if t.i in draft.actors]
        if found and all(m.actor.country or m.actor.id for m in found) and _holds_talks(page, verb):
            chosen = [actor for m in found for actor in m.several or (m.actor,)]
            return mention_of_all(page, token, chosen, found[0].kind)
    return None


def go_betweens(page: Page, draft: Draft, token: Token) -> frozenset[str]:
    """ "Ruritania and Sylvania agreed on a truce brokered by Graustark. Both countries ...": who is neither of them."""
    verbs = [verb for verb in _verbs_before(page, token) if _holds_talks(page, verb)]
    named = [draft.actors[t.i] for verb in verbs for t in _doers(verb) if t.i in draft.actors]
    return frozenset(a.country for m in named for a in m.several or (m.actor,) if a.country)


def _verbs_before(page: Page, token: Token) -> Iterator[Token]:
    start = token.sent.start
    for _ in range(BACK):
        start = page.doc[start - 1].sent.start if start else start
    verbs = page.words["mediates"]
    yield from (
        t for t in reversed(page.doc[start : token.i]) if t.pos_ == "VERB" and t.lemma_.lower() in verbs
    )


def _holds_talks(page: Page, verb: Token) -> bool:
    """ "Hosts the talks", "the talks, hosted by it", "mediates between them": nobody who hosts a cup."""
    held = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")] + (
        [verb.head] if verb.dep_ == "acl" else []
    )
    return any(
        t.lemma_.lower() in page.words["mediated"] or t.lower_ == BETWEEN for t in (*held, *verb.rights)
    )


def _doers(verb: Token) -> Iterator[Token]:
    """Who does it, with those who are named beside."""
    agents = (a for p in verb.rights if p.lower_ == AGENT for a in p.rights if a.dep_ == "pobj")
    passive = verb.tag_ == "VBN" and any(c.dep_ in ("nsubjpass", "agent") for c in verb.children)
    subjects = agents if passive else (c for c in verb.lefts if c.dep_ in SUBJECTS)
    for token in subjects:
        who = verb.head if token.lower_ in RELATIVE and verb.dep_ == "relcl" else token
        yield from (who, *(t for t in who.conjuncts if t.i < verb.i or passive))
