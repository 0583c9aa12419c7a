"""A word in, whether it may be a second verb of its clause in the present tense that the parser took for a noun out.

"Crosses the border into Sylvania and attacks its guards": behind a place or a thing the parser lists the attack with it.
"""

from __future__ import annotations

from spacy.tokens import Token

from detente.reading.presents import BASE, MISTAKEN, SINGULAR, Present, Presents, Trial

JOINED = "CC"
JOINING = (",", JOINED)
OPENS_OBJECT = frozenset({"CD", "DT", "IN", "JJ", "NNP", "PRP", "PRP$", "WDT"})
OPENS_BARE_OBJECT = frozenset({"NN", "NNS", "VBN"})  # "arrests students", but not "trade restrictions"
THAT = "that"


def could_be_joined(token: Token, presents: Presents) -> bool:
    """ "Storms a post in Sylvania and attacks its guards": behind a verb of the same form, before what opens an object."""
    after, present = token.nbor(), presents.forms[token.orth]
    opens = after.tag_ in OPENS_OBJECT and (after.tag_ != "IN" or after.lower_ == THAT)
    opens = opens or (present.tag == SINGULAR and after.tag_ in OPENS_BARE_OBJECT)
    if not (opens or after.lower_ in presents.parted) or not present.coded or token.tag_ not in MISTAKEN:
        return False
    return any(has_form(t, present) for t in token.doc[token.sent.start : token.i])


def has_form(verb: Token, present: Present) -> bool:
    """Whether a verb stands in the same form; of a plural the parser makes a base form where it is far from it."""
    return verb.tag_ == present.tag or (present.tag == BASE and verb.tag_ == "VB")


def is_joined(trial: Trial, verb: Token) -> bool:
    """Whether the word is a second verb of a clause whose first has the same form, with an object or what is said."""
    first = verb.head
    if verb.dep_ != "conj" or first.i > verb.i:
        return False
    says = any(child.dep_ == "ccomp" for child in verb.rights)
    return has_form(trial.sentence[first.i], trial.present) and (says or has_object(verb))


def has_object(verb: Token) -> bool:
    """Whether it has just one."""
    return sum(child.dep_ == "dobj" for child in verb.rights) == 1
