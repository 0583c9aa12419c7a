"""A named person of no known state in, whether the one state that is named reacts to him, and is thus not his, out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.known import word_of
from detente.coding.standing.status import Statuses
from detente.ids import is_person
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

AIMED = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "MOBILIZE"})  # types
SANCTION = "sanction"  # a kind: no land lays it on its own
OBJECT, REASONS = "pobj", "reasons"  # a label, a list of words


def is_reacted_to(actor: Actor, draft: Draft, country: str, statuses: Statuses) -> bool:
    """ "Sylvania condemned Senator Holm", "protested over Speaker Holm's trip": no Sylvanian, as far as anybody says."""
    if not is_person(actor.id or ""):
        return False
    aimed = type_of(draft, statuses) in AIMED or draft.kind == SANCTION
    if aimed and actor in draft.recipients:
        return all(a.id == country for a in draft.actors)
    word = word_of(actor, statuses.graph.doc)
    return word is not None and any(_is_reason_of(t, country, statuses) for t in (word, *word.ancestors))


def _is_reason_of(token: Token, country: str, statuses: Statuses) -> bool:
    """Whether it is why that state does something: "over Speaker Holm's trip"."""
    if token.dep_ != OBJECT or token.head.lower_ not in statuses.graph.words[REASONS]:
        return False
    subjects = (c for c in token.head.head.lefts if c.dep_ in SUBJECTS)
    named = (statuses.mentions.actors.get(c.i) for c in subjects)
    return any(m is not None and m.actor.id == country for m in named)
