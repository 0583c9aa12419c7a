"""A draft in, whether it stands only in the words on a banner, placard or wall out.

"Held placards reading 'Free the bishop and restore democracy'", "a banner that said 'End the siege'": the crowd protests,
and does nothing of what it writes.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

ON_SIGN = "it stands only in the words on a sign, and is told by the protest"
SIGNS = "signs with words"
MARKS = frozenset({'"', "“", "‘", "'", "``", "«"})


def on_sign(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why the event is left out, or None."""
    token = statuses.graph.doc[draft.head]
    above = [t for t in token.ancestors if t.i < token.i]
    marks = [t.i for t in token.doc[min([t.i for t in above], default=token.i) : token.i] if t.text in MARKS]
    signs = statuses.graph.words[SIGNS]
    return ON_SIGN if marks and any(t.i <= marks[-1] and _is_sign(t, signs) for t in above) else None


def _is_sign(token: Token, signs: frozenset[str]) -> bool:
    """The sign itself, or the verb whose subject it is, or which follows it at once ("placards saying")."""
    own = [token, *(c for c in token.lefts if c.dep_ in SUBJECTS)]
    if token.tag_ == "VBG" and token.i > token.sent.start:
        own.append(token.doc[token.i - 1])
    return any(t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in signs for t in own)
