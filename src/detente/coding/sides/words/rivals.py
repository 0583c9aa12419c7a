"""Words of a government's rivals that are aimed at nobody named in, that government as whom they are aimed at out.

"Ruritania and Sylvania sign a pact. The Ruritanian opposition denounces the deal", "His rival Otto Hentzau rejects the
move": whoever stands against a government at home blames it, and not whom it dealt with.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import distinct
from detente.coding.sides.nearby.sentence_before import others_in_clause
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.sides.whose.own_state import AGAINST_GOVERNMENT, ARMED
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

AGAINST = frozenset({"ACCUSE", "REJECT", "REQUEST"})  # types
OPPOSED = AGAINST_GOVERNMENT - ARMED | {"PTY"}  # sectors
RULERS = "GOV"
BESIDE = ("compound", "appos", "nmod", "amod")
WHOSE = ("his", "her", "their")
OPPONENTS = "opponents at home"  # a list of words
SUBJECT = "subject"


def with_rivals_at_home(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the government at home as recipient, unless another is named beside what they say."""
    states = {a.country for a in draft.actors}
    if len(states) != 1 or None in states or any(r.inferred is None for r in draft.recipients):
        return draft
    if not speak_as_rivals(draft, statuses) or others_in_clause(draft, keys_of(draft.actors), statuses):
        return draft
    (country,) = states
    own = side_at_home(str(country), RULERS, AT_HOME)
    return replace(draft, recipients=distinct((own,)))


def speak_as_rivals(draft: Draft, statuses: Statuses) -> bool:
    """Whether all who act are of the opposition or a party, or are called somebody's rivals."""
    if draft.actors and all(a.sectors and OPPOSED.issuperset(a.sectors) for a in draft.actors):
        return True
    doc, words = statuses.graph.doc, statuses.graph.words[OPPONENTS]
    heads = statuses.graph.predicates[draft.head].heads(SUBJECT)
    return any(t.lemma_.lower() in words and _is_his(t) for h in heads for t in _called(doc[h]))


def _called(name: Token) -> Iterator[Token]:
    """A name and the nouns beside it that say what somebody is."""
    yield name
    yield from (c for c in name.children if c.dep_ in BESIDE)


def _is_his(noun: Token) -> bool:
    """ "His rival", of a person; a state's rival is another state."""
    over = noun.head if noun.dep_ in BESIDE else noun
    return any(c.dep_ == "poss" and c.lower_ in WHOSE for t in (noun, over) for c in t.children)
