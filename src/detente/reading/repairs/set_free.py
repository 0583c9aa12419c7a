"""A parsed text in, objects that the parser hung on an adjective before them given back to their verb out.

"Sets free two thousand Sylvanian prisoners", "makes public the names": the prisoners are set free.
"""

from __future__ import annotations

from detente.reading.tokens import Doc

COMPLEMENTS = ("acomp", "oprd", "advmod", "advcl", "ccomp", "xcomp")


def repair_set_free(doc: Doc) -> Doc:
    """The same document."""
    for token in doc:
        if token.tag_ != "JJ" or token.dep_ not in COMPLEMENTS or token.head.pos_ != "VERB":
            continue
        for noun in [c for c in token.rights if c.dep_ == "dobj"]:
            noun.hang(token.head, "dobj")
            token.dep_ = "oprd"
    return doc
