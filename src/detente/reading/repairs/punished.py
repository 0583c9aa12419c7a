"""A parsed text in, the charge after a punishment read as what the verb says it is for out.

"Sentences him to death for treason", "jailed for six years for spying": the parser hangs the charge on the punishment.
"""

from __future__ import annotations

from detente.reading.tokens import Token

CHARGES, WITHIN, VERB = ("for", "over"), ("prep", "pobj"), "VERB"


def raise_charge(preposition: Token, punishments: frozenset[str], sentencing: frozenset[str]) -> None:
    """Hang the preposition on the verb of sentencing above the punishment that it stands below."""
    noun = preposition.head
    if preposition.lower_ not in CHARGES or noun.dep_ != "pobj" or noun.lemma_.lower() not in punishments:
        return
    above = noun
    while above.dep_ in WITHIN and above.head.i < above.i:
        above = above.head
    if above.lemma_.lower() in sentencing and above.i < preposition.i:
        preposition.hang(above, "prep")
