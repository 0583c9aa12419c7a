"""A parsed text in, "at the hands of" read as "by": who has somebody in his hands does to him what is told."""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

AT, HAND, OF, BY = "at", "hand", "of", "by"
OBJECT, PREP, AGENT, PASSIVE = "pobj", "prep", "agent", ("auxpass", "nsubjpass")
NOUNS, BARE = ("NOUN", "PROPN"), ("det", "prep", "punct")  # no "at their hands", "at able hands"


def repair_at_hands(doc: Doc) -> Doc:
    """The same document, whoever it was the object of the preposition, and the agent of a passive."""
    for at in [t for t in doc.having(dep_=(PREP,)) if t.lower_ == AT]:
        hands = next((c for c in at.rights if c.dep_ == OBJECT and c.lemma_.lower() == HAND), None)
        if hands is None or any(c.dep_ not in BARE for c in hands.children):
            continue
        of = next((c for c in hands.rights if c.lower_ == OF), None)
        whose = next((c for c in of.rights if c.dep_ == OBJECT), None) if of is not None else None
        if of is None or whose is None:
            continue
        at.lower_ = BY
        if _is_passive(at.head):
            at.dep_ = AGENT
        whose.hang(at, OBJECT)
        hands.hang(at, "dep")
    return doc


def _is_passive(over: Token) -> bool:
    if over.pos_ in NOUNS:
        return False
    return over.tag_ == "VBN" and (over.dep_ == "acl" or any(c.dep_ in PASSIVE for c in over.children))
