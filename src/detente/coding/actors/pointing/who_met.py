"""A "they" that stands for nobody else in, the two who are told before to have met out.

"Sylvania's premier met the king of Ruritania. They agreed to reopen the bridge": the two of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import mention_of_all
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token

OBJECT, BEHIND, TWO = "dobj", frozenset({"with", "by"}), 2


def both_who_met(page: Page, draft: Draft, token: Token) -> Mention | None:
    """Of the nearest clause before, in its sentence or the one before, that tells of a meeting of two."""
    for verb in _verbs_before(page, token):
        each = _who_meets(page, draft, verb)
        if len(each) == TWO and len({m.actor.country for m in each}) == TWO:
            return mention_of_all(page, token, [m.actor for m in each], each[0].kind)
    return None


def _verbs_before(page: Page, token: Token) -> Iterator[Token]:
    start = token.sent.start
    start = page.doc[start - 1].sent.start if start else start
    yield from (t for t in reversed(page.doc[start : token.i]) if t.pos_ == "VERB")


def _who_meets(page: Page, draft: Draft, verb: Token) -> list[Mention]:
    """ "Met him", "was received by him", "held talks with him": he and the subject, where each is one state's."""
    objects = [c for c in verb.rights if c.dep_ == OBJECT]
    talks = [c for c in objects if c.lemma_.lower() in page.words["meeting"]]
    if not talks and verb.lemma_.lower() not in page.words["encounter"]:
        return []
    behind = (p for t in (verb, *talks) for p in t.rights if p.lower_ in BEHIND)
    named = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    named += [*objects, *(c for p in behind for c in p.rights if c.dep_ == "pobj")]
    found = [draft.actors[t.i] for t in named if t.i in draft.actors]
    return [m for m in found if m.actor.country and not m.several]
