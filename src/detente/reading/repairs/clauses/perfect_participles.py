"""A parsed text in, the same with what a subject had done before hung on the verb of its clause out.

"Sylvania, having closed the border, recalled its envoy": the parser hangs Sylvania on "closed" alone, or reads of a
Sylvania that was closed. "Vetoed a plan to pay them while accusing them of fraud": who vetoes accuses.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

HAVING, WHILE = "having", "while"
FINITE, INNER = ("VBD", "VBP", "VBZ", "MD"), ("acl", "xcomp", "relcl")
BESIDE, MISREAD = "advcl", ("advcl", "ccomp")


def repair_perfect_participles(doc: Doc, commenting: Collection[str]) -> Doc:
    """The same document; `commenting`: verbs that say what one thinks of others ("accuse")."""
    for token in doc.having(lower_=(HAVING, WHILE)):
        verb = token.head
        if token.lower_ == HAVING and token.dep_ == "aux" and verb.tag_ == "VBN":
            _hang_on_main(verb, token)
        elif token.lower_ == WHILE and verb.tag_ == "VBG" and verb.lemma_.lower() in commenting:
            _free_from_plan(verb)
    return doc


def _hang_on_main(done: Token, having: Token) -> None:
    above = done.head
    if done.dep_ == "acl" and above.dep_ in SUBJECTS and above.i < having.i:
        done.hang(above.head, BESIDE)
    elif done.dep_ in MISREAD and above.tag_ in FINITE and above.i > done.i:
        subject = next((c for c in done.lefts if c.dep_ in SUBJECTS and c.i < having.i), None)
        if subject is not None and not any(c.dep_ in SUBJECTS for c in above.lefts):
            done.hang(above, BESIDE)
            subject.hang(above, "nsubj")


def _free_from_plan(accusing: Token) -> None:
    """The verb of the clause around an infinitive that it was hung on."""
    inner = accusing.head
    if accusing.dep_ != BESIDE or inner.dep_ not in INNER or not any(c.tag_ == "TO" for c in inner.lefts):
        return
    verb = next((t for t in inner.ancestors if t.pos_ == "VERB" and t.tag_ in FINITE), None)
    if verb is not None:
        accusing.hang(verb, BESIDE)
