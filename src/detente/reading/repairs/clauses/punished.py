"""A parsed text in, the charge after a punishment read as what the verb says it is for out, and whom a blame is laid on.

"Sentences him to death for treason", "jailed for six years for spying": the parser hangs the charge on the punishment.
"Pinned the blame for the riots on Sylvania", "blamed the riots on Sylvania": it hangs Sylvania on the riots.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.tokens import Token

LAID, REASON, BLAME = ("on", "upon", "at", "to", "with"), "for", ("dobj", "nsubjpass", "nsubj")
CHARGES, WITHIN, VERB = ("for", "over"), ("prep", "pobj"), "VERB"
OF_CHARGES = frozenset({*LAID, *CHARGES})  # prepositions of a charge or a blame


def raise_laid(preposition: Token, words: Mapping[str, frozenset[str]]) -> None:
    """Hang the preposition of a charge or a blame on the verb that it belongs to."""
    raise_charge(preposition, words["punishments"], words["sentencing verbs"])
    raise_blamed(preposition, words["nouns of blame"])
    raise_blamer(preposition, words["verbs of laying a deed on somebody"])


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


def raise_blamed(preposition: Token, laid: frozenset[str]) -> None:
    """Hang the preposition on the verb whose object, one of the nouns of blame, has a reason told behind it."""
    reason = preposition.head
    mark = reason.head
    if preposition.lower_ not in LAID or reason.dep_ != "pobj" or mark.lower_ != REASON:
        return
    blame = mark.head
    if blame.pos_ == VERB:  # the reason may be hung on the verb
        blame = next((c for c in blame.children if c.dep_ in BLAME and c.lemma_.lower() in laid), blame)
    if blame.lemma_.lower() in laid and blame.dep_ in BLAME and blame.head.pos_ == VERB:
        preposition.hang(blame.head, "prep")


def raise_blamer(preposition: Token, laying: frozenset[str]) -> None:
    """ "Blamed the bombing of a bus on the league": hang on the verb what the parser hangs on the deed or on its target."""
    noun = preposition.head
    if preposition.lower_ not in LAID or noun.i > preposition.i:
        return
    while noun.dep_ in WITHIN and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head
    if noun.dep_ != BLAME[0] or verb.pos_ != VERB or verb.lemma_.lower() not in laying:
        return
    if not any(c.dep_ == "prep" and c.lower_ in LAID for c in verb.rights) and _ends_phrase(
        preposition, noun
    ):
        preposition.hang(verb, "prep")


def _ends_phrase(preposition: Token, noun: Token) -> bool:
    """Whether nothing of the phrase stands behind what the preposition brings: the last is whom it is laid on."""
    return preposition.right_edge.i == noun.right_edge.i
