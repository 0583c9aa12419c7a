"""A relative clause in, the same below the noun with which its verb agrees out.

"Supporters of the king who have blocked roads", "a register of states that recruit children": the parser hangs the
clause on the last noun, or on the first, and the number of the verb tells which one is meant.
"""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

RELATIVES = frozenset({"WP", "WDT"})
OWNING = frozenset({"of", "from", "with", "for"})
PLURAL, SINGULAR = "VBP", "VBZ"
PAST = {"were": PLURAL, "was": SINGULAR}  # the only past forms that tell


def agree(clause: Token, plural: frozenset[str]) -> None:
    """Hang the clause on the noun above or below its own where only that one agrees.

    plural: words that take a verb in the plural without an -s ("police").
    """
    many = _is_many(clause)
    if many is None or many == _is_plural(clause.head, plural):
        return
    for noun in (_noun_above(clause.head), clause.doc[clause.left_edge.i - 1]):
        below = noun is not None and clause.head in noun.ancestors and noun.dep_ == "pobj"
        above = noun is not None and noun in clause.head.ancestors
        if noun is not None and (above or below) and _is_plural(noun, plural) == many:
            clause.hang(noun, "relcl")
            return


def _noun_above(noun: Token) -> Token | None:
    """ "the supporters" of "supporters of the king"."""
    preposition = noun.head
    owns = noun.dep_ == "pobj" and preposition.lower_ in OWNING and preposition.head.pos_ == "NOUN"
    return preposition.head if owns else None


def _is_many(clause: Token) -> bool | None:
    """Whether the clause's verb is a plural; None where its form does not tell or its subject is another noun."""
    subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ not in RELATIVES:
        return None
    verb = next((c for c in clause.lefts if c.dep_ in ("aux", "auxpass")), clause)
    return {PLURAL: True, SINGULAR: False}.get(PAST.get(verb.lower_, verb.tag_))


def _is_plural(noun: Token, plural: frozenset[str]) -> bool:
    several = any(child.dep_ == "conj" for child in noun.rights)
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in plural or several
