"""Tokens in, what crowds do given to the crowd, and what they do it for read as that, out.

"Tear gas at students in Zenda, protesting cuts": the parser hangs the participle on the nearest noun or on the verb, as
if the police were protesting. "Fired at protesters gathered at the gate": nobody has gathered them, and it is not the
police who gathered. "Fired at a crowd angry at the price of bread": that is what the crowd is there for. "They protested
to oust him": not what they said in protest.
"""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

INSIDE = ("pobj", "prep", "compound", "appos")
NOUNS = ("NN", "NNS")
LOOSE = ("acl", "advcl", "xcomp", "dep")
PASTS, SUFFERING = ("VBD", "VBN"), ("dobj", "pobj")
OWN = ("aux", "auxpass", "agent", "dobj")
AT_WHAT, FELT, WITH = ("prep", "agent"), ("amod", "acl", "advcl"), "with"


def repair_protesting(
    doc: Doc,
    crowds: frozenset[str],
    doing: frozenset[str],
    held: frozenset[str] = frozenset(),
    calling: frozenset[str] = frozenset(),
    standing: frozenset[str] = frozenset(),
    angry: frozenset[str] = frozenset(),
) -> Doc:
    """The same document. crowds: nouns of people who protest; doing: lemmas of what only they do; held: nouns of
    what they hold; calling: lemmas of what is said there; standing: lemmas of how a crowd comes together; angry:
    words of how it feels."""
    for token in doc.having(lower_=angry, tag_=(*PASTS, "VBG")):
        if token.lower_ in angry:
            _let_fume(token, crowds)
        if token.tag_ in PASTS and token.lemma_ in standing:
            _let_stand(token, crowds)
        if token.tag_ != "VBG" or token.dep_ not in LOOSE or not _has_no_subject(token):
            continue
        if token.lemma_ in doing:
            _give_to_crowd(token, crowds)
        if token.lemma_ in doing or token.lemma_ in calling:
            _give_to_gathering(token, held)
    return doc


def repair_protest_aims(doc: Doc, doing: frozenset[str]) -> Doc:
    """ "Marched to call for polls": the infinitive says what for. doing: lemmas of what only crowds do."""
    for token in doc.having(tag_=("VB",), dep_=("xcomp",)):
        if token.head.lemma_.lower() in doing and any(c.tag_ == "TO" for c in token.lefts):
            token.dep_ = "advcl"
    return doc


def _let_stand(deed: Token, crowds: frozenset[str]) -> None:
    """Read it as what those right before it are doing, where something is done to them."""
    noun = deed.nbor(-1) if deed.i > deed.sent.start else deed
    if noun.lemma_.lower() not in crowds or noun.dep_ not in SUFFERING or noun.head is deed:
        return
    if deed.dep_ in LOOSE and _has_no_subject(deed) and not any(c.dep_ in OWN for c in deed.children):
        deed.tag_ = "VBG"
        deed.hang(noun, "acl")


def _let_fume(feeling: Token, crowds: frozenset[str]) -> None:
    """Read it, where it says at what they are angry, as what those are doing to whom something is done."""
    before = feeling.nbor(-1) if feeling.i > feeling.sent.start else feeling
    noun = before if before.dep_ in SUFFERING and before.tag_ in NOUNS else feeling.head
    people = noun.i < feeling.i and (noun.tag_ == "NNS" or noun.lemma_.lower() in crowds)
    behind = people and feeling.dep_ in FELT
    at_what = next((c for c in feeling.rights if c.dep_ in AT_WHAT), None)
    suffers = (
        noun.dep_ in SUFFERING and noun.head.lower_ != WITH
    )  # "clash with people angry at it": all is told
    if behind and suffers and at_what is not None:
        at_what.dep_ = "prep"  # "angered by the price"
        feeling.pos_, feeling.tag_ = "VERB", "VBG"
        feeling.hang(noun, "acl")


def _give_to_gathering(deed: Token, held: frozenset[str]) -> None:
    """ "A vigil outside parliament denouncing cuts": it is the vigil that denounces, and not the parliament."""
    place = deed.head
    while place.dep_ in INSIDE and place.i < deed.i:
        place = place.head
        if place.tag_ in NOUNS and place.lemma_.lower() in held:
            deed.hang(place, "acl")
            return


def _give_to_crowd(deed: Token, crowds: frozenset[str]) -> None:
    """Hang it on the last crowd before it, where no crowd is what the clause is about."""
    before = [t for t in deed.sent if t.i < deed.i and t.lemma_.lower() in crowds]
    if before and not any(t.dep_ in SUBJECTS for t in before):
        deed.hang(before[-1], "acl")


def _has_no_subject(deed: Token) -> bool:
    return not any(c.dep_ in SUBJECTS for c in deed.lefts)
