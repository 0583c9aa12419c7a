"""A parsed text in, the same with those who call on others as the subject of the call out.

"A party called this week on the army to leave": the party calls, and is not so called.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

CALLED_UPON, NAMING = ("on", "upon", "for"), ("oprd", "dobj", "agent", "attr")
WHENEVER, PAST = ("npadvmod", "advmod"), ("VBN", "VBD")


def repair_called_on(doc: Doc, calling: Collection[str]) -> Doc:
    """The same document. calling: the verbs of "called on", "called for"."""
    for call in doc.having(dep_=("acl",)):
        noun = call.head
        if call.dep_ != "acl" or call.lemma_.lower() not in calling or noun.dep_ != "ROOT":
            continue
        if _calls_itself(call):
            call.hang(call, "ROOT")
            call.tag_, call.pos_ = "VBD", "VERB"
            noun.hang(call, "nsubj")
    return doc


def _calls_itself(call: Token) -> bool:
    """ "A party called this week on the army", and not "a party called Dawn on the left"."""
    if call.tag_ not in PAST or any(c.dep_ in NAMING for c in call.children):
        return False
    asks = any(c.dep_ == "prep" and c.lower_ in CALLED_UPON for c in call.rights)
    return asks and any(c.dep_ in WHENEVER for c in call.rights)
