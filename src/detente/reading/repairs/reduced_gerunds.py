"""A parsed text in, people who are at something when a thing is done to them as the object of that verb out.

"Police beat students in Zenda marching against a tax": the parser takes the march for what is beaten.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

GERUND, CLAUSE, SUBJECT, OBJECT, DESCRIBING = "VBG", "ccomp", "nsubj", "dobj", "acl"
NOUNS = ("NN", "NNS", "NNP", "NNPS")


def repair_reduced_gerunds(doc: Doc, done: frozenset[str]) -> Doc:
    """The same document. done: lemmas of what is done to people, and never told of a clause."""
    for token in doc.having(tag_=(GERUND,), dep_=(CLAUSE,)):
        verb = token.head
        if token.tag_ != GERUND or token.dep_ != CLAUSE or verb.lemma_ not in done:
            continue
        whom = _whom(token, verb)
        if whom is not None:
            whom.hang(verb, OBJECT)
            token.hang(whom, DESCRIBING)
    return doc


def _whom(doing: Token, verb: Token) -> Token | None:
    """The noun right behind the verb, if it has no other object and nothing else opens the clause."""
    if any(c.dep_ in (OBJECT, "mark") for c in (*verb.rights, *doing.lefts)):
        return None
    subject = next((c for c in doing.lefts if c.dep_ == SUBJECT), None)
    if subject is None or subject.tag_ not in NOUNS or subject.left_edge.i != verb.i + 1:
        return None
    return subject if not any(c.dep_ in ("aux", "auxpass") for c in doing.lefts) else None
