"""Whose request it is that is granted."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import distinct, sides
from detente.coding.sides.looking.told_before import told_in_sentences_before
from detente.coding.sides.nearby.sentence_before import others_in_clause
from detente.coding.standing.status import Statuses

REQUEST, ACCEPTANCE = "REQUEST", frozenset({"acceptance"})  # a type, a kind
ASKED = "who asked for it before"


def with_who_asked(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An acceptance whose clause names nobody else in, at the one who asked its actor in the sentences before out.

    "Sylvania asked Ruritania for tents. Strelsau agreed to the request": Sylvania's.
    """
    own = keys_of(draft.actors)
    if not own or None in own or others_in_clause(draft, own, statuses):
        return draft
    before = told_in_sentences_before(draft, drafts, statuses)
    asked = [d for d in before if type_of(d, statuses) == REQUEST and sides(d.recipients, draft.actors)]
    askers = [a for d in asked for a in d.actors]
    if len(keys_of(askers)) != 1 or None in keys_of(askers) or own & keys_of(askers):
        return draft
    return replace(draft, recipients=distinct(only_because(askers, ASKED)))
