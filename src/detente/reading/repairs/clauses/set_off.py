"""A parsed text in, a past participle that only a comma divides from its noun no longer the verb of the sentence.

"The envoy, told that the talks had failed, flew home": the parser takes "told" for what the envoy did, and the rest for
what came of it. Between a subject and its verb there is no comma.
"""

from __future__ import annotations

from detente.reading.shapes import TENSED
from detente.reading.tokens import Doc, Token

BEHIND = ("conj", "dep", "ccomp", "advcl", "parataxis")
OPENING = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "mark", "cc")
CLAUSES = ("ccomp", "xcomp", "advcl")


def repair_set_off(doc: Doc) -> Doc:
    """The same document with the later verb over the noun, and the participle below it."""
    for past in doc.having(tag_=("VBD",)):
        subject = _before_comma(past)
        verb = _verb_behind(past) if subject is not None else None
        if subject is not None and verb is not None:
            _lower(past, subject, verb)
    return doc


def _before_comma(past: Token) -> Token | None:
    """Its subject, where nothing but a comma stands between; "the envoy, a Sylvanian, told him": more does."""
    if (
        past.i < 2
        or past.nbor(-1).text != ","
        or any(c.dep_ in ("aux", "dobj", "prt") for c in past.children)
    ):
        return None
    told = any(c.dep_ in CLAUSES and c.i > past.i for c in past.children)
    subject = next((c for c in past.lefts if c.dep_ == "nsubj"), None)
    return subject if told and subject is not None and subject.i == past.i - 2 else None


def _verb_behind(past: Token) -> Token | None:
    """A verb with a tense and no subject of its own right behind a comma, or behind one and its helpers."""
    over = [past.head] if past.dep_ in CLAUSES and past.head.i > past.i else []
    below = [c for c in past.rights if c.dep_ in BEHIND]
    below += [low for c in past.rights if c.dep_ in CLAUSES for low in c.rights if low.dep_ in BEHIND]
    return next((v for v in (*over, *below) if _opens_after_comma(v, past)), None)


def _opens_after_comma(verb: Token, past: Token) -> bool:
    before = [c for c in verb.lefts if c.i > past.i and c.dep_ not in (*CLAUSES, "punct")]
    first = next((c for c in before if c.dep_ in ("aux", "auxpass")), verb)
    if first.tag_ not in (*TENSED, "VBN") or any(c.dep_ in OPENING for c in before):
        return False
    comma = min([verb.i, *(c.left_edge.i for c in before)]) - 1
    return comma > past.i + 1 and verb.doc[comma].text == ","


def _lower(past: Token, subject: Token, verb: Token) -> None:
    if verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.lefts):
        verb.tag_ = "VBD"
    if verb is not past.head:
        root = past.head is past
        verb.hang(verb if root else past.head, "ROOT" if root else past.dep_)
    for child in list(past.children):
        if child.i > verb.i:
            child.hang(verb, child.dep_)
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    subject.hang(verb, "nsubjpass" if passive else "nsubj")
    past.hang(subject, "acl")
    past.tag_ = "VBN"
