"""An act in which one side joins another in, whom that other's act was aimed at as its recipient out.

"Ruritania broke off relations with Sylvania. Graustark followed Ruritania and cut its ties", "Like Ruritania,
Graustark recalled its envoy": from Sylvania, and not from Ruritania.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.known import key_of, keys_of
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

TYPES = frozenset({"ACCUSE", "REJECT", "SANCTION", "SUPPORT", "THREATEN"})
SUBJECT, OBJECT, WITHIN, PRONOUN = "nsubj", "dobj", "pobj", "PRON"
JOINING, ALIKE = "verbs of doing alike", "like another"  # lists of words
BELOW = ("conj", "xcomp", "advcl")


def with_whom_it_joins(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the recipients of the last such act of whoever is joined, if it is told before."""
    with_whom = joined(draft, statuses)
    kinds = statuses.lexicon.kinds
    if not with_whom:
        return draft
    own = keys_of(draft.actors)
    for other in reversed([d for d in drafts if d.head < draft.head and d.recipients]):
        alike = kinds[other.kind].type == kinds[draft.kind].type and not other.reciprocal
        whom = keys_of(other.recipients)
        if alike and with_whom & keys_of(other.actors) and not whom & (own | with_whom):
            return replace(draft, recipients=only_because(other.recipients, "as whom it joins"))
    return draft


def joined(draft: Draft, statuses: Statuses) -> set[str]:
    """The keys of those whom who acts is told to join or to be like."""
    found = _names(statuses.graph.doc[draft.head], statuses)
    return {key for i in found if (m := statuses.mentions.actors.get(i)) and (key := key_of(m.actor))}


def is_joined(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is only joined in what is done: "followed Ruritania in cutting its ties", "like Ruritania".

    Or joins another itself: "Graustark followed Ruritania; Borduria condemned the raid".
    """
    over = token.head
    if token.dep_ == SUBJECT:
        return any(c.dep_ == OBJECT and is_joined(c, words) for c in over.rights)
    if token.dep_ == OBJECT:
        return token.pos_ != PRONOUN and over.lemma_.lower() in words[JOINING]
    return token.dep_ == WITHIN and over.lower_ in words[ALIKE]


def _names(verb: Token, statuses: Statuses) -> Iterator[int]:
    """Behind "like" beside the verb, and the object of the joining verb that it stands under or beside."""
    words = statuses.graph.words
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    verbs = (verb, above) if verb.dep_ in (*BELOW, "pcomp") else (verb,)
    for token in (c for v in verbs for c in v.children):
        for part in (token, *token.children):
            if part.dep_ in (OBJECT, WITHIN) and is_joined(part, words):
                yield from (t.i for t in (part, *part.conjuncts))
