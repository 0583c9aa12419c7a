"""A parsed text in, an infinitive hung on its noun where the day of that noun stands between the two out.

"In reply to Sylvania's decision last week to expel two envoys": the parser hangs the infinitive on the verb before it, or
makes the decision its subject.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

TO, WHICH = "to", ("last", "next", "this", "earlier")
LOOSE = ("advcl", "xcomp", "relcl", "acl", "ccomp")


def repair_dated_nouns(doc: Doc, nouns: Collection[str], times: Collection[str]) -> Doc:
    """The same document; nouns: those that take an infinitive, times: names of days and units of time."""
    for to in doc.having(lower_=(TO,), dep_=("aux",)):
        verb = to.head
        noun = _noun_before(to, times)
        if noun is None or noun.lemma_.lower() not in nouns or verb.dep_ not in LOOSE or verb.i != to.i + 1:
            continue
        if verb.head.i != noun.i and any(c.dep_ in ("poss", "amod") for c in noun.lefts):
            verb.hang(noun, "acl")
    return doc


def _noun_before(to: Token, times: Collection[str]) -> Token | None:
    """The noun before "last week to" or "on Monday to" that belongs to no other word between."""
    start = to.sent.start
    if to.i - start < len(WHICH) or to.nbor(-1).lower_ not in times:
        return None
    which = to.nbor(-2)
    found = to.nbor(-3) if which.lower_ in WHICH and which.pos_ != "VERB" else None
    return found if found is not None and found.pos_ == "NOUN" else None
