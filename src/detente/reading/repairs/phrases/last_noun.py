"""What the parser hangs on the last noun in, the same given to the fight or the verb that it is about out.

"Fighting between the army and allied militias against the Reds": not the militias alone fight them. "Nine were taken,
including women, when gunmen attacked": no women have a when.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

AGAINST, PREPOSITION = "against", "prep"
WHEN, PLURAL, CIRCUMSTANCE = "when", "NNS", "advcl"
THAT, WHO = "that", ("WDT", "WP")
TAKES_PART = (*SUBJECTS, "dobj", "pobj")


def free_third_side(between: Token, crowds: Collection[str]) -> None:
    """crowds: those who are themselves against something ("demonstrators against the levy")."""
    above = between.head
    for first in (c for c in between.rights if c.dep_ == "pobj"):
        sides = (first, *first.conjuncts)
        last = sides[-1]
        for side in sides if len(sides) > 1 and last.lemma_.lower() not in crowds else ():
            for against in [c for c in side.rights if c.lower_ == AGAINST and c.i > last.i]:
                against.hang(above, PREPOSITION)


def free_from_noun(clause: Token, units: Collection[str]) -> bool:
    """Whether a relative clause was made one of the verb above; `units`: of time."""
    return _free_circumstance(clause, units) or _free_from_day(clause, units)


def _free_from_day(clause: Token, units: Collection[str]) -> bool:
    """ "Closed it on the same day that Ruritania sent wheat": the wheat says nothing of the day, and has no part in it."""
    day, acts = clause.head, any(c.dep_ in SUBJECTS and c.tag_ not in WHO for c in clause.lefts)
    when = next((c for c in clause.lefts if c.lower_ in (WHEN, THAT)), None)
    if not acts or when is None or when.dep_ in TAKES_PART or day.lemma_.lower() not in units:
        return False
    verb = next((t for t in day.ancestors if t.pos_ == "VERB"), None)
    if verb is None or day.dep_ != "pobj" or day.head.head is not verb:
        return False
    clause.hang(verb, CIRCUMSTANCE)
    when.tag_, when.pos_, when.dep_ = "IN", "SCONJ", "mark"
    return True


def _free_circumstance(clause: Token, units: Collection[str]) -> bool:
    """A clause with "when" behind a comma, said of people or things and not of days; `units`: of time."""
    noun, when = clause.head, next((c for c in clause.lefts if c.lower_ == WHEN), None)
    if when is None or noun.tag_ != PLURAL or noun.lemma_.lower() in units or when.nbor(-1).text != ",":
        return False
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB" and t.dep_ != PREPOSITION), None)
    if verb is not None:
        clause.hang(verb, CIRCUMSTANCE)
    return verb is not None
