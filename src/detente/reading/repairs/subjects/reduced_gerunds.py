"""A parsed text in, people to whom a thing is done, and not what they are at or become, as the object of that verb out.

"Police beat students in Zenda marching against a tax", "beat a reporter unconscious": the parser makes a clause of it,
and takes the march for what is beaten.
"""

from __future__ import annotations

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

GERUND, ADJECTIVE = "VBG", "JJ"
CLAUSES, SUBJECT, OBJECT = ("ccomp", "dobj", "oprd"), "nsubj", "dobj"
HANGING = {GERUND: "acl", ADJECTIVE: "oprd"}
OPENING = ("aux", "auxpass", "mark", "cc")


def repair_reduced_gerunds(doc: Doc, done: frozenset[str]) -> Doc:
    """The same document. done: lemmas of what is done to people, and never told of a clause."""
    for token in doc.having(dep_=CLAUSES):
        verb = token.head
        if token.tag_ not in HANGING or verb.lemma_ not in done:
            continue
        whom = _whom(token, verb)
        if whom is not None:
            whom.hang(verb, OBJECT)
            token.hang(whom if token.tag_ == GERUND else verb, HANGING[token.tag_])
    return doc


def _whom(said: Token, verb: Token) -> Token | None:
    """The noun right behind the verb, if it has no other object and nothing else opens the clause."""
    subject = next((c for c in said.lefts if c.dep_ == SUBJECT), None)
    if subject is None or subject.tag_ not in NOUNS or subject.left_edge.i != verb.i + 1:
        return None
    other = any(c.dep_ == OBJECT and c is not said for c in verb.rights)
    return None if other or any(c.dep_ in OPENING for c in said.lefts) else subject
