"""A parsed text in, whom a deed is done to given to the deed where its doer is named in between out.

"The seizure by rebels of two villages", "the detention by Sylvania of nine men": no rebels of villages, no Sylvania of men.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

BY, OF, MARKS, NAMES = "by", "of", ("prep", "agent"), ("NNP", "NNPS")
DOERS = (*NAMES, "NNS")


def repair_done_by_to(doc: Doc, deeds: Collection[str]) -> Doc:
    """The same document. deeds: nouns of what is done to somebody ("seizure")."""
    for by in doc.having(lower_=(BY,), dep_=MARKS):
        if not by.i or by.nbor(-1).lemma_.lower() not in deeds:
            continue
        deed = by.nbor(-1)
        doer = next((c for c in by.rights if c.dep_ == "pobj" and c.tag_ in DOERS), None)
        of = next((c for c in doer.rights if c.lower_ == OF), None) if doer is not None else None
        whom = next(iter(of.rights), None) if of is not None else None
        if doer is None or of is None or whom is None or _is_of_them(whom):
            continue
        by.hang(deed, "prep")
        of.hang(deed, "prep")
    return doc


def _is_of_them(whom: Token) -> bool:
    """ "By rebels of the Red Dawn", "by the Republic of Sylvania": whose they are."""
    return whom.tag_ in NAMES and not any(c.dep_ in ("nummod", "amod") for c in whom.lefts)
