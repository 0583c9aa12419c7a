"""A bare "the hosts", "the mediators" in, whoever is told before to hold or broker the talks out.

"Ruritania and Graustark brokered talks with the rebels. The mediators urged both sides ...": not the two who talk.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import mention_of_all
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token

BACK, THE, BETWEEN = 2, "the", "between"  # the first: sentences before its own
RELATIVE, AGENT = frozenset({"who", "which", "that"}), "by"


def who_mediates(page: Page, draft: Draft, token: Token) -> Mention | None:
    """None where the noun says itself whose it is, or nobody is told of who holds talks."""
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
