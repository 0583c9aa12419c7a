"""A parsed text in, the same with names before a bare number read as those who do the same to so many out.

"Ruritania expelled twelve envoys on Monday and Sylvania nine": the parser joins Sylvania to Monday or to the envoys.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

NAMES = ("NNP", "NNPS")
JOINED = ("conj", "appos")


def repair_gapped_counts(doc: Doc) -> Doc:
    """The same document; only where nothing follows the number, and the verb has an object with one."""
    for name in doc.having(dep_=JOINED):
        if name.dep_ not in JOINED or name.tag_ not in NAMES or not _has_bare_number(name):
            continue
        verb = _verb_over(name)
        subject = _subject_of(verb) if verb is not None else None
        if subject is not None and subject.tag_ in NAMES:
            _join(name, subject)
    return doc


def _has_bare_number(name: Token) -> bool:
    """ "And Sylvania nine": no "Sylvania 9 million", no "Sylvania nine points"."""
    if name.i + 1 >= name.sent.end or name.nbor(1).tag_ != "CD":
        return False
    number = name.nbor(1)
    ends = number.i + 1 >= name.sent.end or number.nbor(1).text in (".", ",", ";", "and", ":")
    return ends and not number.text[0].isupper()  # no "Apollo Eleven"


def _verb_over(name: Token) -> Token | None:
    """The nearest verb above it with an object that is counted, and nobody to whom it is given."""
    for above in name.ancestors:
        if above.pos_ != "VERB":
            continue
        if any(c.dep_ in ("dative", "iobj") for c in above.children):
            return None
        objects = [c for c in above.rights if c.dep_ == "dobj" and c.i < name.i]
        if any(c.dep_ == "nummod" for o in objects for c in o.children):
            return above
    return None


def _subject_of(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ == "nsubj"), None)


def _join(name: Token, subject: Token) -> None:
    for link in [c for c in name.head.rights if c.dep_ == "cc" and c.i == name.i - 1]:
        link.hang(subject, "cc")
    name.hang(subject, "conj")
