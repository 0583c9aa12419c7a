"""Drafts in, what private people say whom a reporter met in the street out: "We will not surrender," said Hugo, a plumber."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.left_out.kept import is_spoken
from detente.coding.matching.lexicon import classes_of
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

IN_THE_STREET = "what a private person says to a reporter"
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "AGREE"})
PRIVATE = frozenset({"civilian", "worker", "non-political", "migrant"})
PUBLIC = frozenset(
    {"opponent", "protester", "officeholder", "militia", "troops", "union", "sport", "culture"}
)
ANY = frozenset({"a", "an", "one", "another"})


def by_bystanders(drafts: Sequence[Draft], statuses: Statuses) -> dict[int, str]:
    """The reason by number."""
    return {n: IN_THE_STREET for n, draft in enumerate(drafts) if _says_one(draft, statuses)}


def _says_one(draft: Draft, statuses: Statuses) -> bool:
    """Whether whoever says it is one of the people, and is called so by no more than what he does for a living."""
    if not is_spoken(draft, SPOKEN, statuses):
        return False
    speakers = statuses.graph.predicates[draft.head].heads("subject")
    return bool(speakers) and all(_is_private(statuses.graph.doc[h], statuses) for h in speakers)


def _is_private(speaker: Token, statuses: Statuses) -> bool:
    called = (speaker, *(c for c in speaker.rights if c.dep_ == "appos"))
    return any(
        word.pos_ == "NOUN" and any(c.lower_ in ANY for c in word.lefts) and _is_of_people(word, statuses)
        for word in called
    )


def _is_of_people(word: Token, statuses: Statuses) -> bool:
    if any(c.lower_ == "of" for c in word.rights):  # "a member of the council"
        return False
    classes = frozenset(classes_of(statuses.graph.doc, word.i, statuses.lexicon))
    return not classes.isdisjoint(PRIVATE) and classes.isdisjoint(PUBLIC)
