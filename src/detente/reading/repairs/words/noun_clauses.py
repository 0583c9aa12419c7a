"""A parsed text in, a "that" clause hung on the noun whose content it tells out.

"Despite calls that Sylvania reopen the port", "brushed aside calls by Norway that it free the crew", "demands that it
hand over the monk": the parser hangs the clause on the preposition or the verb before it, or takes it for a relative one.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import FINITE, SUBJECTS
from detente.reading.tokens import Doc, Token

THAT, OBJECT, MARK = "that", "dobj", "mark"
MISTAKEN, BY_WHOM = ("pcomp", "ccomp", "advcl", "dep"), ("by", "from", "of", "to", "on")
BARE, SINGULARS = ("VB", "VBP"), ("NN", "NNP", "PRP")


def repair_noun_clauses(
    doc: Doc, asking: Collection[str], content: Collection[str], saying: Collection[str]
) -> Doc:
    """The same document; asking: nouns whose clause says what is asked for, content: what they tell."""
    for that in doc.having(lower_=(THAT,)):
        verb = that.head
        subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > that.i), None)
        noun = _told_by(that)
        if subject is None or noun is None or not _has_tense(verb):
            continue
        asks = noun.lemma_.lower() in asking and _is_bare(verb, subject)
        if not (asks or noun.lemma_.lower() in content):
            continue
        if _is_misplaced(that, verb, noun, saying, asks=asks):
            verb.hang(noun, "acl")
            that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"
        if asks and verb.dep_ == "acl":
            verb.tag_ = "VB"
    return doc


def _has_tense(verb: Token) -> bool:
    """ "That it fired", "that it free him", "that it had fired on them"."""
    return verb.tag_ in (*FINITE, "VB") or any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.lefts)


def _told_by(that: Token) -> Token | None:
    """The noun right before the clause, or before who says so: "calls by Norway that"."""
    if not that.i or that.nbor(-1).sent.start != that.sent.start:
        return None
    last = that.nbor(-1)
    over = last.head
    said_by = last.dep_ in ("pobj", "conj") and over.dep_ in ("prep", "agent") and over.lower_ in BY_WHOM
    return over.head if said_by and over.head.i < over.i else last


def _is_bare(verb: Token, subject: Token) -> bool:
    """ "That it free the crew", "that Sylvania not go": no tense, whatever the tagger takes it for."""
    if any(c.dep_ in ("aux", "auxpass") and c.lower_ != "be" for c in verb.lefts):
        return False
    if verb.tag_ == "VBD":  # "that it let them pass"
        return verb.lower_ == verb.lemma_
    return verb.tag_ in BARE and (verb.tag_ == "VB" or subject.tag_ in (*SINGULARS, "NNPS"))


def _is_misplaced(that: Token, verb: Token, noun: Token, saying: Collection[str], *, asks: bool) -> bool:
    if (
        verb.dep_ == "relcl"
    ):  # "demands that it hand over the monk": of what it hands over, a tense would tell
        if that.dep_ == MARK:  # "a report that it had fired on villages"
            return verb.head.i == noun.i
        has_object = any(c.dep_ == OBJECT for c in verb.rights)
        return that.dep_ == OBJECT and verb.head.i == noun.i and (asks or has_object)
    if verb.dep_ not in MISTAKEN or verb.head.i == noun.i or verb.head.i > that.i:
        return False
    return verb.head.dep_ == "prep" or verb.head.lemma_ not in saying
