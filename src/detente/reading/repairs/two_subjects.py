"""A parsed text in, the same with one of two subjects that stand side by side hung on the other out.

"Guatemalan police arrest two men": the parser takes the adjective of a land for a subject of its own.
"""

from __future__ import annotations

from detente.reading.tokens import Doc

SUBJECT, NAMES, NOUNS = "nsubj", ("NNP", "JJ"), ("NN", "NNS")


def repair_two_subjects(doc: Doc) -> Doc:
    """The same document; only what has nothing of its own and stands right before the other."""
    for noun in doc.having(dep_=(SUBJECT,)):
        if not noun.i or noun.tag_ not in NOUNS or noun.left_edge.i != noun.i:
            continue
        name = noun.nbor(-1)
        beside = name.dep_ == SUBJECT and name.head.i == noun.head.i and not name.children
        if beside and name.tag_ in NAMES and name.is_title:
            name.hang(noun, "amod")
    return doc
