"""A parsed text in, what somebody is called on to do on the call and not on his name out.

"Calling on the prosecutor to investigate war crimes": he is no prosecutor of that sort, and nobody calls on him.
"""

from __future__ import annotations

from detente.reading.tokens import Doc

CALL, UPON = "call", ("on", "upon")
CLAUSES, BASE, TO, CONTENT = ("acl", "relcl"), "VB", "to", "xcomp"


def repair_called_on(doc: Doc) -> Doc:
    """The same document."""
    for deed in doc.having(dep_=CLAUSES):
        joint = deed.head.head
        if deed.tag_ != BASE or joint.lower_ not in UPON or joint.head.lemma_.lower() != CALL:
            continue
        if any(c.dep_ == "aux" and c.lower_ == TO for c in deed.lefts) and deed.head.dep_ == "pobj":
            deed.hang(joint.head, CONTENT)
    return doc
