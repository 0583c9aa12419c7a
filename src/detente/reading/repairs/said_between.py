"""Tokens in, a verb that goes on with who says so, and not with what is said, hung there out.

"Sylvanian hackers attack two banks, Ruritania says, and recalls its envoy": hackers would recall.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

JOINED, ASIDE, SUBJECT = ("conj",), "parataxis", "nsubj"
PLURALS, SINGULARS, ONE = ("NNS", "NNPS"), ("NN", "NNP"), "VBZ"


def repair_said_between(doc: Doc) -> Doc:
    """The same document; only where the number of the verb tells who does it."""
    for verb in doc.having(dep_=JOINED):
        first = verb.head
        if not _is_of_one(verb) or _subject(verb) is not None:
            continue
        doers, aside = _subject(first), _aside(first, verb)
        if doers is None or doers.tag_ not in PLURALS or aside is None:
            continue
        verb.hang(aside, "conj")
    return doc


def _is_of_one(verb: Token) -> bool:
    auxiliary = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    return auxiliary.tag_ == ONE


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ == SUBJECT), None)


def _aside(first: Token, later: Token) -> Token | None:
    """The clause of saying between the two, by one who agrees with the later verb."""
    for clause in first.rights:
        teller = _subject(clause) if clause.dep_ == ASIDE and clause.i < later.i else None
        if (
            teller is not None
            and teller.tag_ in SINGULARS
            and not any(c.dep_ == "conj" for c in teller.rights)
        ):
            return clause
    return None
