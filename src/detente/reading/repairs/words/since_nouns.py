"""A parsed text in, the same with nouns after "since" that were read as the subject of what follows given back out.

"The first talks since the war will be held on Thursday": the parser hears of a war that is held. "Since the coup no
elections have been held": it hears of two things that are. "A reporter jailed since 2011 returned": of a year that did.
"""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

SINCE = ("since", "after", "before")
NOUNS, STOP = ("NN", "NNS", "NNP", "NNPS"), (".", "!")
YEAR, BASE, OF = "CD", ("VB", "VBP", "NN"), "of"


def repair_since_nouns(doc: Doc) -> Doc:
    """The same document."""
    for mark in doc.having(dep_=("mark",)):
        if mark.lower_ not in SINCE:
            continue
        verb = mark.head
        if _give_own_noun(mark, verb) or _read_noun_of(mark, verb):
            continue
        subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > mark.i]
        if not subjects or subjects[0].tag_ not in (*NOUNS, YEAR) or subjects[0].left_edge.i != mark.i + 1:
            continue
        if len(subjects) > 1 and subjects[1].tag_ in (*NOUNS, "PRP"):
            _give_to(mark, subjects[0], verb)
        elif len(subjects) == 1 and _is_left_without_verb(mark, verb):
            _make_main(mark, subjects[0], verb)
    return doc


def _give_own_noun(mark: Token, verb: Token) -> bool:
    """ "Nine held since June were freed": what hangs on the word is its noun, and the verb behind it the main one."""
    own = any(c.dep_ == "pobj" for c in mark.rights)
    helped = any(c.dep_ == "auxpass" for c in verb.lefts)
    bare = verb.dep_ == "advcl" and verb.head.i < mark.i and not any(c.dep_ in SUBJECTS for c in verb.lefts)
    if not (own and helped and bare):
        return False
    mark.pos_ = "ADP"
    mark.hang(verb.head, "prep")
    return True


def _read_noun_of(mark: Token, verb: Token) -> bool:
    """ "After the UK seizure of a ship": right before "of" and after "the" stands a noun, even where no verb is so called."""
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i == verb.i - 1), None)
    if subject is None or verb.tag_ not in BASE or verb.i + 1 >= verb.sent.end or verb.nbor().lower_ != OF:
        return False
    if not any(c.dep_ == "det" for c in subject.lefts) or verb.head is verb:
        return False
    mark.pos_ = "ADP"
    mark.hang(verb.head, "prep")
    verb.hang(mark, "pobj")
    verb.pos_, verb.tag_, verb.lemma_ = "NOUN", "NN", verb.lower_
    for child in subject.lefts:
        child.hang(verb, child.dep_)
    subject.dep_ = "compound"
    return True


def _give_to(mark: Token, noun: Token, above: Token) -> None:
    mark.pos_ = "ADP"
    mark.hang(above, "prep")
    noun.hang(mark, "pobj")


def _is_left_without_verb(mark: Token, verb: Token) -> bool:
    """Whether the sentence is one noun and this clause, which says more than "since the war began"."""
    noun = _described(verb)
    whole = noun.dep_ == "ROOT" and noun.tag_ in NOUNS and verb.dep_ in ("advcl", "acl", "relcl")
    told = any(c.dep_ != "punct" for c in verb.rights) and noun.sent[-1].text in STOP
    beside = {c.dep_ for c in noun.children if c.i > mark.i and c is not verb}
    # "ties soured after Zenda expelled an envoy": Zenda did
    own = noun is not verb.head and mark.lower_ != SINCE[0] and any(c.dep_ == "dobj" for c in verb.rights)
    return whole and told and not own and noun.i < mark.i and beside <= {"punct"}


def _described(verb: Token) -> Token:
    """What the clause hangs on, or the noun that a participle describes: "a reporter jailed since May returned"."""
    above = verb.head
    return above.head if above.dep_ == "acl" and above.tag_ == "VBN" else above


def _make_main(mark: Token, inner: Token, verb: Token) -> None:
    above, noun, place = verb.head, _described(verb), inner.dep_
    verb.hang(verb, "ROOT")
    noun.hang(verb, place)
    _give_to(mark, inner, above)
    for child in list(noun.children):
        if child.dep_ == "punct" and child.i > verb.i:
            child.hang(verb, "punct")
