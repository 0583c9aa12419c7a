"""A parsed text in, the second of two deeds told behind "with" given its own doer out.

"Began an assault, with shells killing nine people and troops entering the town": the parser counts the troops among the
people killed.
"""

from __future__ import annotations

from collections.abc import Set

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

WITH, GERUND, INNER = "with", "VBG", ("acl", "xcomp", "advcl")


def repair_two_with(doc: Doc, event_verbs: Set[str]) -> Doc:
    """The same document. event_verbs: entries that any rule asks for; "people wearing veils" are told of by
    none, but those of a land that is named, "Sylvanian troops launching raids", do what is told."""
    for first in doc.having(dep_=("pcomp", "ccomp")):
        if first.tag_ != GERUND or first.head.lower_ != WITH:
            continue
        if not any(c.dep_ == "nsubj" for c in first.lefts):
            continue
        doer = _counted_among(first)
        second = doer.nbor() if doer is not None and doer.i + 1 < doer.sent.end else None
        if doer is None or second is None or second.tag_ != GERUND or second.dep_ not in INNER:
            continue
        told = second.lemma_.lower() in event_verbs or any(c.is_title for c in doer.lefts)
        if told and any(c.dep_ == "dobj" for c in second.rights):
            joining = next(c for c in doer.head.children if c.dep_ == "cc")
            joining.hang(first, "cc")
            second.hang(first, "conj")
            doer.hang(second, "nsubj")
    return doc


def _counted_among(verb: Token) -> Token | None:
    """The last of those to whom it is done, where another stands before."""
    hit = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    last = next((c for c in hit.rights if c.dep_ == "conj" and c.tag_ in NOUNS), None) if hit else None
    return last if last is not None and any(c.dep_ == "cc" for c in last.head.children) else None
