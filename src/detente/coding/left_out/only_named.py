"""A noun like "the visit" or "the accord" in, whether it only names again what the text has told of out.

"Flew to Strelsau for talks. ... Graustark said that the trip changed nothing": one trip. What is said of it (that it is
off, that it took place on Monday, that somebody confirms it) is news of it and stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.coming import Attached
from detente.coding.draft import Draft
from detente.coding.lexicon import family_of
from detente.coding.sides.anaphora import LOOKING_BACK
from detente.coding.status import Statuses
from detente.reading.tokens import Token
from detente.records import Attribution

NAMED_AGAIN = "names again what the text has told of"
SPOKEN = ("meeting", "call", "agreement")  # families
POINTING = ("the", "this", "these", "that", "those")
WHOSE = (
    "of",
    "by",
    "between",
    "with",
    "to",
    "from",
    "poss",
    "mod",
    "in",
    "at",
    "on",
    "for",
    "subject",
    "object",
)
OWN = ("relcl", "acl", "nummod")
TOLD_OF = ("nsubj", "pobj", "dobj", "nsubjpass")
LAST = ("next", "last", "latest", "first", "second", "third", "other", "same", "new")


def named_again(
    draft: Draft,
    drafts: Sequence[Draft],
    statuses: Statuses,
    attached: Attached,
    attributions: Sequence[Attribution],
) -> str | None:
    """The reason why it is left out, or None."""
    token, family = statuses.graph.doc[draft.head], family_of(draft.kind, statuses.lexicon)
    if family not in SPOKEN or draft.head in attached or not _says_nothing_of_it(draft, token, statuses):
        return None
    start = token.sent.start
    if not any(d.head < start and family_of(d.kind, statuses.lexicon) == family for d in drafts):
        return None
    return None if _is_confirmed(token, attributions) else NAMED_AGAIN


def _says_nothing_of_it(draft: Draft, token: Token, statuses: Statuses) -> bool:
    """Whether it is a bare "the visit" that no verb carries, and of which nothing is said that would be news."""
    noun, mentions = statuses.graph.predicates[draft.head], statuses.mentions.actors
    if noun.pos != "noun" or noun.carrier is not None or draft.applied or draft.made:
        return False
    if token.dep_ not in TOLD_OF or not any(c.lower_ in POINTING for c in token.lefts):
        return False
    if any(c.dep_ in OWN or c.lower_ in LAST for c in token.children):
        return False
    return not any(head in mentions for head in noun.heads(*WHOSE))


def _is_confirmed(token: Token, attributions: Sequence[Attribution]) -> bool:
    """ "Declined to comment on the trip", "has not confirmed the meeting"."""
    backwards = (a for a in attributions if a.stance in LOOKING_BACK)
    return any(span.start <= token.idx < span.end for a in backwards for span in a.content)
