"""A parsed text in, verbs of a main clause that were hung on the clause inside it put back.

"The minister says that Sylvania has fired and blames its king": the second verb agrees with "says" and not with
"fired"; the parser joins it to the nearer one. "Dismissed claims that it had spied as absurd, and recalled its envoy",
"rejected a charge that its guards had fired, and closed the border": what follows the comma is in no claim. Nor is what
has another tense than the claim, and that of the verb above: "denied a charge that it spies and recalled its envoy".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.shapes import ANY_SUBJECTS
from detente.reading.tokens import Doc, Token

CLAUSES = ("ccomp", "xcomp")
NOUN_CLAUSES, THAT, OBJECT, COMMA, AS = ("acl", "relcl"), "that", "dobj", ",", "as"
AGREEING = {"VB": "VBP"}  # the base form of a plural verb is often tagged so
REGULAR = "ed"  # "said that they had crossed and killed": the past looks like the participle


def repair_matrix(doc: Doc, acts: frozenset[str]) -> Doc:
    """The same document. acts: verbs of acts of speech, which go with who speaks where both would do."""
    for verb in doc.having(dep_=("conj",)):
        inner = verb.head
        if verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.i < inner.i:
            continue
        if inner.dep_ == "ccomp":
            outer = next((t for t in _outer_verbs(inner) if _goes_with(verb, inner, t, acts)), None)
        else:
            outer = _verb_over_claim(verb, inner)
        if outer is not None:
            verb.hang(outer, verb.dep_)
            for other in [c for c in inner.children if c.dep_ == "cc" and inner.i < c.i < verb.i]:
                other.hang(outer, other.dep_)
    return doc


def _verb_over_claim(verb: Token, inner: Token) -> Token | None:
    """The verb whose object is the claim, where a comma or how the claim is called stands before the second verb."""
    claim = inner.head
    if inner.dep_ not in NOUN_CLAUSES or claim.dep_ != OBJECT or verb.tag_ != claim.head.tag_:
        return None
    if any(c.dep_ in (*ANY_SUBJECTS, "aux", "auxpass", "mark") for c in verb.children):
        return None
    if not any(c.dep_ == "mark" and c.lower_ == THAT for c in inner.lefts):
        return None
    link = next((c for c in reversed(list(inner.children)) if c.dep_ == "cc" and c.i < verb.i), None)
    if link is None:
        return None
    called = any(c.lower_ == AS and inner.i < c.i < link.i for c in claim.head.rights)
    other_tense = inner.tag_ not in (verb.tag_, "VBN")
    return claim.head if called or other_tense or link.nbor(-1).text == COMMA else None


def _outer_verbs(inner: Token) -> Iterator[Token]:
    """The verb of the clause around it, then, where that is an infinitive or a clause itself, of those above."""
    token = inner
    while token.dep_ in CLAUSES and token.head.pos_ == "VERB" and token.head.i < token.i:
        token = token.head
        yield token


def _goes_with(verb: Token, inner: Token, outer: Token, acts: frozenset[str]) -> bool:
    if any(c.dep_ in (*ANY_SUBJECTS, "aux", "auxpass", "mark") for c in verb.children):
        return False
    form = AGREEING.get(verb.tag_, verb.tag_)
    if form != outer.tag_ or any(c.dep_ == "aux" for c in outer.children):
        return False
    shared = verb.tag_ == "VB" and any(c.dep_ == "aux" for c in inner.children)
    if shared or not any(c.dep_ in ANY_SUBJECTS for c in inner.children):
        return False
    alike = form == inner.tag_ or (inner.tag_ == "VBN" and form == "VBD" and verb.lower_.endswith(REGULAR))
    return not alike or verb.lemma_.lower() in acts
