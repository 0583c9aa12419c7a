"""Predicates in, those whose subject is left out because it is whoever writes given the word that stands in for him."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from detente.reading.elided import elided_in
from detente.reading.graph.types import Argument, Predicates
from detente.reading.tokens import Doc

SUBJECT, OWNER, PAST = "subject", "poss", ("VBD", "VBN")


def give_unsaid_subjects(doc: Doc, predicates: Predicates, glad: Collection[str]) -> None:
    """ "Met with the premier.": active and past, whatever the form may be else. "Good call with the premier": his own.

    glad: words of how somebody felt when he did it: "Honoured to receive the premier."
    """
    for sentence in doc.sents:
        found = elided_in(sentence)
        known = predicates.get(found.word.i) if found is not None else None
        if found is None or known is None:
            continue
        if known.pos != "verb":
            predicates[known.head] = known.adding(Argument(OWNER, found.stand_in.i))
            continue
        predicate = known.adding(Argument(SUBJECT, found.stand_in.i))
        if found.word.tag_ in PAST or found.word.head.lower_ in glad:
            predicate = replace(predicate, passive=False, tense="past", mood="indicative")
        predicates[known.head] = predicate
