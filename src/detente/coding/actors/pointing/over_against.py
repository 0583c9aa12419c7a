"""A word for two sides in ("both", "the rivals"), who is none of them because he acts upon them out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import clause_subjects
from detente.coding.actors.pointing.standing_alone import REACHED
from detente.reading.tokens import Token


def over_against(page: Page, draft: Draft, token: Token, *, pair: bool) -> frozenset[str]:
    """ "Graustark sells arms to both", "urges the rivals to talk": who does so is neither of them."""
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
