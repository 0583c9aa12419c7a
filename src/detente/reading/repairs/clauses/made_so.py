"""A parsed text in, what somebody has set or kept so ("ablaze", "closed") read as done to it out."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import NOUNS, SUBJECTS
from detente.reading.tokens import Doc, Token

MODAL = "MD"
QUALITY, ENDINGS = ("acomp", "xcomp"), ("", "d", "ed")
PASSIVE = "nsubjpass"
COMPLEMENT, OBJECT = "oprd", "dobj"
WITHIN = ("compound", "nmod", "amod")
FARTHEST = 12  # words between the verb and the fire
BREAKS = (",", ";", ":", ".")


def repair_staying_so(doc: Doc, done: Collection[str], lasting: Collection[str]) -> Doc:
    """The same document. done: lemmas of what is done to a border or a prisoner and lasts; lasting: verbs that say so."""
    for token in doc.having(dep_=QUALITY):
        lemma = next((verb for verb in done if token.lower_ in [verb + end for end in ENDINGS]), None)
        lasts = token.head.lemma_.lower() in lasting and token.head.i < token.i
        ahead = any(c.tag_ == MODAL for c in token.head.lefts)  # "will stay closed": that is to come
        if lemma is not None and lasts and not ahead:
            _suffer(token, lemma)
    return doc


def _suffer(token: Token, lemma: str) -> None:
    """Make it the verb, and the verb that says that it lasts its auxiliary."""
    lasting = token.head
    above = token if lasting.head is lasting else lasting.head
    token.hang(above, lasting.dep_)
    for child in list(lasting.children):
        if child is not token:
            child.hang(token, PASSIVE if child.dep_ in SUBJECTS else child.dep_)
    lasting.hang(token, "auxpass")
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBN", lemma


def repair_so_many_left(doc: Doc) -> Doc:
    """The same document. "The fighting left eighteen dead": the number is of those who were left so, and says not how."""
    for number in doc.having(dep_=(COMPLEMENT,)):
        if number.dep_ != COMPLEMENT or number.tag_ != "CD":
            continue
        after = [c for c in number.head.rights if c.dep_ == COMPLEMENT and c.i > number.i]
        if after and not any(c.dep_ == OBJECT for c in number.head.rights):
            number.dep_ = OBJECT
    return doc


def repair_set_alight(doc: Doc, event_verbs: frozenset[str], burning: frozenset[str]) -> Doc:
    """The same document. event_verbs: entries that any rule asks for ("set ablaze"); burning: "ablaze", "alight"."""
    for fire in doc.having(lower_=burning):
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
