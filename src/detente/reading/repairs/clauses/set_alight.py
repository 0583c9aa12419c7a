"""A parsed text in, "ablaze" and its like on the verb that sets something so out.

"Jets set the depot in Zenda ablaze", "crowds set the parliament building ablaze": the parser makes one name of Zenda
and the fire, or a verb of the building.
"""

from __future__ import annotations

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

COMPLEMENT, OBJECT = "oprd", "dobj"
WITHIN = ("compound", "nmod", "amod")
FARTHEST = 12  # words between the verb and the fire
BREAKS = (",", ";", ":", ".")


def repair_set_alight(doc: Doc, event_verbs: frozenset[str], burning: frozenset[str]) -> Doc:
    """The same document. event_verbs: entries that any rule asks for ("set ablaze"); burning: "ablaze", "alight"."""
    for fire in doc.having(lower_=burning):
        if fire.lower_ not in burning:
            continue
        verb = _setting_verb(fire, event_verbs)
        if verb is None:
            continue
        freed = _free_object(fire, verb)
        if fire.head is verb and fire.dep_ != OBJECT and not freed:
            continue
        _give_up_name(fire)
        _give_up_clause(fire, verb)
        for child in list(fire.rights):
            child.hang(verb, child.dep_)
        fire.tag_, fire.pos_ = "JJ", "ADJ"
        fire.hang(verb, COMPLEMENT)
    return doc


def _free_object(fire: Token, verb: Token) -> bool:
    """ "Jets set fuel tanks ablaze": they are not set, but set the tanks so. Whether there was such an object."""
    burnt = next((c for c in fire.lefts if c.dep_ == "nsubj" and c.i > verb.i), None)
    if burnt is None or any(c.dep_ == "auxpass" for c in verb.lefts):
        return False
    burnt.hang(verb, OBJECT)
    for child in verb.lefts:
        child.dep_ = "nsubj" if child.dep_ == "nsubjpass" else child.dep_
    verb.tag_ = "VBP" if verb.tag_ == "VBN" else verb.tag_
    return True


def _setting_verb(fire: Token, event_verbs: frozenset[str]) -> Token | None:
    """The nearest verb before it in its clause."""
    for token in reversed(fire.doc[max(fire.sent.start, fire.i - FARTHEST) : fire.i]):
        if token.text in BREAKS:
            return None
        if token.pos_ == "VERB" and f"{token.lemma_} {fire.lower_}" in event_verbs:
            return token
    return None


def _give_up_name(fire: Token) -> None:
    """ "In Zenda ablaze": the name takes the place that it was put before."""
    name = next((c for c in reversed(fire.lefts) if c.dep_ in WITHIN and c.tag_ in NOUNS), None)
    if name is None:
        return
    name.hang(fire.head, fire.dep_)
    for child in fire.lefts:
        child.hang(name, child.dep_)


def _give_up_clause(fire: Token, verb: Token) -> None:
    """ "Set the parliament building ablaze": the building is a noun, and what is set on fire."""
    noun = fire.head
    if noun.tag_ != "VBG" or noun.head is not verb or noun.dep_ != "ccomp" or noun.i + 1 != fire.i:
        if noun is not verb and noun.dep_ == "ccomp" and noun.head is verb:
            noun.dep_ = OBJECT
        return
    noun.tag_, noun.pos_, noun.lemma_ = "NN", "NOUN", noun.lower_
    noun.hang(verb, OBJECT)
    for child in noun.lefts:
        child.dep_ = "compound" if child.dep_ == "nsubj" else child.dep_
        for part in list(child.lefts) if child.dep_ == "compound" else ():
            part.hang(noun, part.dep_)
    for child in noun.rights:
        if child is not fire:
            child.hang(verb, child.dep_)
