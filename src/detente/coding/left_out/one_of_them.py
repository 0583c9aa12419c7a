"""A draft and those before it in, whether it only tells more of people of whom all was told already, out.

"Sentences two bloggers to long terms. One man was given ten years": one judgment, however many it is told of. So too
"arrested nine exiles. They were held at the airport".
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.alike import by, guessed, shared
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

DONE_TO_PEOPLE = frozenset({"COERCE", "SANCTION", "ACCUSE", "RETREAT"})  # of killings each counts
WHOM, PART, ANYBODY = "object", "words for one of them", "words for anybody"
PICKING = ("det", "nummod", "amod")
PERSONAL, ANEW = (
    frozenset({"he", "him", "she", "her", "they", "them"}),
    frozenset({"again", "also", "later", "then"}),
)


def is_one_of_them(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Only in a later sentence, of the same kind and by the same."""
    if type_of(draft, statuses) not in DONE_TO_PEOPLE:
        return False
    doc = statuses.graph.doc
    whom = statuses.graph.predicates[draft.head].heads(WHOM)
    if not whom or not all(_is_part(doc[h], statuses) for h in whom):
        return False
    if any(c.lower_ in ANEW for c in doc[draft.head].children):
        return False
    start, pronouns = doc[draft.head].sent.start, all(doc[h].lower_ in PERSONAL for h in whom)
    return any(
        d.kind == draft.kind
        and d.status == draft.status
        and d.head < start
        and (pronouns or _are_many(d, statuses))
        and _can_be_of(draft, d)
        for d in drafts
    )


def _is_part(token: Token, statuses: Statuses) -> bool:
    """ "One of them", "another", "the other", "one man"."""
    words = statuses.graph.words[PART]
    if token.lower_ in words or token.lower_ in PERSONAL:
        of = [c for p in token.rights if p.lower_ == "of" for c in p.children]
        return all(c.pos_ == "PRON" or c.lower_ in words for c in of)
    picked = any(c.dep_ in PICKING and c.lower_ in words for c in token.lefts)
    return token.lemma_.lower() in statuses.graph.words[ANYBODY] and picked


def _are_many(draft: Draft, statuses: Statuses) -> bool:
    doc = statuses.graph.doc
    heads = statuses.graph.predicates[draft.head].heads(WHOM)
    return len(heads) > 1 or any(doc[h].tag_ in ("NNS", "CD") for h in heads)


def _can_be_of(draft: Draft, before: Draft) -> bool:
    told = guessed(draft.recipients) or all(r.inferred for r in draft.recipients)
    return by(draft.actors, before.actors) and (told or shared(draft.recipients, before.recipients))
