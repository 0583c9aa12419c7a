"""The graph in, the same with those that "including" lists beside those among whom they are, out."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.graph.lifting import Predicates
from detente.reading.graph.types import Argument
from detente.reading.tokens import Doc

INCLUDING, HELD = "including", ("subject", "object")


def list_among(doc: Doc, predicates: Predicates, suspects: Collection[str]) -> None:
    """ "Nine people, including two police officers, are killed": the officers are."""
    listed = {
        t.head.i: [c for c in t.children if c.dep_ == "pobj" and c.lemma_.lower() not in suspects]
        for t in doc
        if t.dep_ == "prep" and t.lower_ == INCLUDING
    }
    for predicate in list(predicates.values()) if listed else ():
        more = [
            Argument(a.name, member.i)
            for a in predicate.arguments
            if a.name in HELD
            for first in listed.get(a.head, ())
            for member in (first, *first.conjuncts)
        ]
        if more:
            predicates[predicate.head] = predicate.adding(*more)
