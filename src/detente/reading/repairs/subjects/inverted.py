"""A parsed text in, the same with clauses whose opening was misread put right out.

"Should Ruritania attack the dam, prices will rise": no content of what rises. "If wounded soldiers are flown home": it is
said of the soldiers, and no clause of its own.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc

CLAUSES = ("ccomp", "advcl")
SUBJECTS = ("nsubj", "nsubjpass", "expl")


def repair_inverted(doc: Doc, auxiliaries: Collection[str]) -> Doc:
    """The same document. auxiliaries: those that suppose before their subject ("should", "had", "were")."""
    for verb in doc.having(dep_=CLAUSES):
        first = verb.left_edge
        if verb.dep_ not in CLAUSES or verb.head.i < verb.i or first.lower_ not in auxiliaries:
            continue
        subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.right_edge.i > first.i), None)
        if subject is None or first.head not in (verb, subject):
            continue
        if first.head is subject:  # "should charges be dropped", "should police detain him"
            first.hang(verb, "aux")
            if subject.pos_ == "VERB":
                subject.pos_, subject.tag_ = "NOUN", "NNS"
        verb.dep_ = "advcl"
        if verb.tag_ == "NN":
            verb.pos_, verb.tag_ = "VERB", "VB"
    return doc


def repair_opening_participles(doc: Doc) -> Doc:
    """The same document, with participles behind a conjunction given to the subject that they describe."""
    for word in doc.having(tag_=("VBN",)):
        verb, marks = word.head, list(word.children)
        if word.dep_ != "advcl" or verb.i < word.i or len(marks) != 1 or marks[0].dep_ != "mark":
            continue
        subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.left_edge.i == word.i + 1), None)
        if subject is not None and marks[0].i == word.i - 1:
            marks[0].hang(verb, "mark")
            word.hang(subject, "amod")
    return doc
