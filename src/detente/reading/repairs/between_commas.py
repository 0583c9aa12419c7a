"""A parsed text in, the same with passives between commas given to the noun before them out.

"Sylvania, urged by Graustark to reopen the port, has asked for time": the parser lets Sylvania urge.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

PARTICIPLE, SUBJECT, COMMA = "VBN", "nsubj", ","
SUBJECTS = (SUBJECT, "nsubjpass", "expl", "csubj")


def repair_between_commas(doc: Doc) -> Doc:
    """The same document."""
    for token in doc.having(dep_=("advcl", "ccomp", "parataxis")):
        if token.tag_ == PARTICIPLE and token.dep_ in ("advcl", "ccomp", "parataxis"):
            _give_to_noun(token)
    return doc


def _give_to_noun(token: Token) -> None:
    verb = token.head
    subject = next((c for c in token.lefts if c.dep_ == SUBJECT), None)
    if subject is None or verb.i < token.i or token.nbor(-1).text != COMMA:
        return
    done = any(c.dep_ == "agent" for c in token.rights)
    helped = any(c.dep_ in ("aux", "auxpass", "mark") for c in token.children)
    if not done or helped or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    subject.hang(verb, SUBJECT)
    token.hang(subject, "acl")
