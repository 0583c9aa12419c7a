"""A parsed text in, the same with gerunds that were read as adjectives made what is denied or weighed out.

"Denies jamming Sylvanian signals", "weighs easing visa rules": the parser hears of signals that jam. "Vetoed Sylvania's
membership bid": it hears a clause in a noun.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

GERUND, OBJECT, CLAUSE = "VBG", "dobj", "ccomp"
NOUNS = ("NN", "NNS")
OWNED = ("poss", "det", "compound", "amod", "nummod")
OBJECTS = (OBJECT, "attr", "npadvmod")


def repair_gerunds(
    doc: Doc, before: Collection[str], describing: Collection[str], event_verbs: Collection[str]
) -> Doc:
    """The same document. before: verbs whose object can be a gerund ("deny", "rule out"); describing: gerunds that are
    rather adjectives ("growing"); event_verbs: the verb entries of all rules."""
    for token in doc.having(tag_=(GERUND, *NOUNS), dep_=("amod", "compound", CLAUSE)):
        if token.tag_ == GERUND and token.dep_ in ("amod", "compound"):
            if token.lemma_.lower() in event_verbs and token.lower_ not in describing:
                _read_as_deed(token, before)
        elif token.dep_ == CLAUSE and token.tag_ in NOUNS:
            _read_as_object(token)
    return doc


def _read_as_deed(gerund: Token, before: Collection[str]) -> None:
    thing = gerund.head
    verb = thing.head
    if thing.dep_ not in OBJECTS or thing.tag_ not in (*NOUNS, "NNP", "NNPS") or thing.i < gerund.i:
        return
    between = [t.lower_ for t in gerund.doc[verb.i + 1 : gerund.i]]
    if " ".join((verb.lemma_.lower(), *between)) not in before:
        return
    gerund.pos_ = "VERB"
    gerund.hang(verb, "xcomp")
    thing.hang(gerund, OBJECT)


def _read_as_object(noun: Token) -> None:
    """A noun with an owner or an article and without subject is no clause."""
    verb = noun.head
    deps = {c.dep_ for c in noun.children}
    free = not deps & {"nsubj", "nsubjpass", "aux", "cop", "expl", "mark", OBJECT}
    taken = any(c.dep_ == OBJECT for c in verb.children)
    if verb.pos_ == "VERB" and verb.i < noun.i and free and not taken and deps & set(OWNED):
        inside = noun.doc[verb.i + 1 : noun.i]
        if all(t is noun or noun.is_ancestor(t) for t in inside):
            noun.dep_ = OBJECT
