"""A parsed text in, objects that the parser hung on an adjective or lent verb given back to their verb out.

"Sets free two thousand Sylvanian prisoners", "makes public the names": the prisoners are set free. "Set five hostages
free", "let go twelve sailors", "gave the statues back to Sylvania": the last word belongs to the verb.
"""

from __future__ import annotations

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

TO, OF = "to", "of"
COMPLEMENTS = ("acomp", "oprd", "advmod", "advcl", "ccomp", "xcomp")
OBJECTS = ("dobj", "npadvmod")  # "let go nine hostages": read as how far they went


def repair_set_free(doc: Doc, event_verbs: frozenset[str]) -> Doc:
    """The same document. event_verbs: entries of verbs that any rule asks for ("set free")."""
    for token in doc.having(tag_=("JJ",), dep_=("aux", "prt")):
        if token.tag_ == "JJ" and token.dep_ in COMPLEMENTS and token.head.pos_ == "VERB":
            _give_back(token, event_verbs)
        elif token.tag_ == "JJ" and token.dep_ == "amod" and token.head.tag_ in NOUNS:
            _end_with(token, event_verbs)
        elif token.dep_ == "aux" and token.head.tag_ == "VB" and token.i + 1 == token.head.i:
            _lead(token, event_verbs)
        elif token.dep_ == "prt":
            for behind in [c for c in token.rights if c.dep_ == "prep"]:
                behind.hang(token.head, "prep")
    return doc


def _give_back(word: Token, event_verbs: frozenset[str]) -> None:
    """ "Sets free two prisoners"; "said sorry to Sylvania": it is told to Sylvania."""
    phrase = f"{word.head.lemma_.lower()} {word.lower_}" in event_verbs
    for child in word.rights:
        if child.dep_ == "dobj" or (phrase and child.dep_ == "prep" and child.lower_ == TO):
            word.dep_ = "oprd" if child.dep_ == "dobj" else "prt"
            child.hang(word.head, child.dep_)


def _end_with(word: Token, event_verbs: frozenset[str]) -> None:
    """ "Set five hostages free on Monday": an adjective behind its noun ends what its verb says."""
    noun, verb = word.head, word.head.head
    if noun.dep_ != "dobj" or word.i < noun.i or f"{verb.lemma_.lower()} {word.lower_}" not in event_verbs:
        return
    for child in word.rights:
        child.hang(verb, child.dep_)
    word.hang(verb, "oprd")


def _lead(verb: Token, event_verbs: frozenset[str]) -> None:
    """ "Let go twelve sailors", "let fly at them": no auxiliary of the second word."""
    ending = verb.head
    if f"{verb.lemma_.lower()} {ending.lower_}" not in event_verbs:
        return
    freed = next((c for c in ending.rights if c.dep_ in OBJECTS), None)
    if freed is not None:
        freed.dep_ = OBJECTS[0]
    elif not any(c.dep_ == "prep" for c in ending.rights):
        return
    above, label = ending.head, ending.dep_
    verb.hang(*((verb, label) if above is ending else (above, label)))
    verb.pos_ = "VERB"
    for child in list(ending.children):
        if child is not verb:
            child.hang(verb, child.dep_)
    ending.hang(verb, "prt")
