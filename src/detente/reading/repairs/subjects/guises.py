"""A parsed text in, the same with what people pose as no longer the subject of what they do.

"Agents disguised as doctors killed a rebel leader": taken for a noun with a participle in which doctors killed.
"""

from __future__ import annotations

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

AS, TENSED = "as", frozenset({"VBD", "VBP", "VBZ"})
DESCRIBES, CLAUSE, MARK, SUBJECT = "acl", "advcl", "mark", "nsubj"
TOPS = ("ROOT", "ccomp", "dobj")  # a verb taken for an adjective has its subject for an object


def repair_guises(doc: Doc) -> Doc:
    """The same document, the verb over the noun and what stands before it under "as"."""
    for mark in doc.having(dep_=(MARK,)):
        verb, guise = mark.head, _guise(mark)
        if guise is None or verb.dep_ != CLAUSE or verb.tag_ not in TENSED:
            continue
        noun = verb.head.head
        if verb.head.dep_ != DESCRIBES or noun.tag_ not in NOUNS or noun.dep_ not in TOPS:
            continue
        if noun.dep_ == "dobj" and not _is_adjective(noun):
            continue
        _raise(verb, noun, mark, guise)
    return doc


def _guise(mark: Token) -> Token | None:
    """The bare noun between "as" and the verb, which nothing else but its adjectives parts from them."""
    verb = mark.head
    if mark.lower_ != AS or mark.i != verb.head.i + 1:
        return None
    noun = next((c for c in verb.lefts if c.dep_ == SUBJECT), None)
    return noun if noun is not None and noun.tag_ in NOUNS and noun.i + 1 == verb.i else None


def _is_adjective(noun: Token) -> bool:
    """ "Undercover agents": no verb with an object."""
    return noun.head.tag_ in ("JJ", "NNP", "NN") and noun.head.dep_ == "ROOT" and noun.head.i < noun.i


def _raise(verb: Token, noun: Token, mark: Token, guise: Token) -> None:
    top = noun if noun.dep_ != "dobj" else noun.head
    above, dep = (verb, "ROOT") if top.dep_ == "ROOT" else (top.head, top.dep_)
    part = verb.head
    verb.hang(above, dep)
    verb.pos_ = "VERB"
    mark.hang(part, "prep")
    guise.hang(mark, "pobj")
    if top is not noun:
        top.hang(noun, "amod")
    noun.hang(verb, SUBJECT)
    for child in [c for c in (*noun.rights, *top.rights) if c.i > verb.i]:
        child.hang(verb, child.dep_)
