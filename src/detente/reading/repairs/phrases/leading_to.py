"""A parsed text in, what information is wanted for made what the reward is for out.

"A reward for information leading to the arrest of the rebel": it is for his arrest.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

FOR, TO, OBJECT, CLAUSE, LEAD = "for", "to", "pobj", ("acl", "relcl"), "lead"


def repair_leading_to(doc: Doc, clues: Collection[str]) -> Doc:
    """The same document. clues: lemmas of what leads to somebody ("information")."""
    for clue in doc.having(lower_=clues):
        if clue.dep_ != OBJECT or clue.head.lower_ != FOR:
            continue
        preposition, found = clue.head, _what_it_leads_to(clue)
        if found is not None:
            found.hang(preposition, OBJECT)
            clue.hang(found, "compound")
    return doc


def _what_it_leads_to(clue: Token) -> Token | None:
    """The noun in "leading to the arrest", "that leads to the capture"."""
    verbs = (c for c in clue.rights if c.dep_ in CLAUSE and c.lemma_.lower() == LEAD)
    to = (c for verb in verbs for c in verb.rights if c.lower_ == TO)
    return next((o for preposition in to for o in preposition.rights if o.dep_ == OBJECT), None)
