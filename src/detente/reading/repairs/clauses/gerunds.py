"""A parsed text in, the same with gerunds that were read as adjectives made what is denied or weighed out.

"Denies jamming Sylvanian signals", "weighs easing visa rules": the parser hears of signals that jam. "Vetoed Sylvania's
membership bid": it hears a clause in a noun. "Killed by Sylvanian shelling on Zenda": it hears a verb in one. "Echoing a
plea by Sylvania, Graustark urged": it hears a noun that urges.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

GERUND, OBJECT, CLAUSE, BESIDE = "VBG", "dobj", "ccomp", "advcl"
BESIDES = (BESIDE, "xcomp")  # "ruled out handing over a suspect"
ENDING = "ing"
NOUNS = ("NN", "NNS")
OWNED = ("poss", "det", "compound", "amod", "nummod")
OBJECTS = (OBJECT, "attr", "npadvmod")
OF_VERBS = (OBJECT, "aux", "auxpass", "dative", "xcomp", "ccomp")
IN_PHRASE = "pobj"
WHERE = ("in", "outside", "across", "near")
BEFORE_NOUN = ("JJ", "NNP", "NNPS", "CD", "DT", "PRP$")
WITHIN = ("NOUN", "PROPN", "PRON", "NUM", "ADP")
PLACES = {CLAUSE: OBJECT, "xcomp": OBJECT, "pcomp": IN_PHRASE}  # of a clause, and of the noun in its place


def repair_gerunds(
    doc: Doc,
    before: Collection[str],
    describing: Collection[str],
    event_verbs: Collection[str],
    event_nouns: Collection[str] = (),
    keeping: Collection[str] = (),
) -> Doc:
    """The same document. before: verbs whose object can be a gerund ("deny", "rule out"); describing: gerunds that are
    rather adjectives ("growing"); event_verbs, event_nouns: the entries of all rules; keeping: verbs behind which a
    gerund is always a deed ("keeps shelling")."""
    for token in doc.having(tag_=(GERUND,), dep_=(CLAUSE, *BESIDES)):
        if token.tag_ == GERUND and token.dep_ in ("amod", "compound"):
            if token.lemma_.lower() in event_verbs or (
                token.i > 0 and token.nbor(-1).lemma_.lower() in keeping
            ):
                if token.head.dep_ == IN_PHRASE:
                    _read_after_preposition(token, before)
                elif token.lower_ not in describing:
                    _read_as_deed(token, before)
        elif token.dep_ == CLAUSE and token.tag_ in NOUNS:
            _read_as_object(token)
        elif token.dep_ in BESIDES and token.tag_ in NOUNS:
            _read_as_participle(token, event_verbs)
        if token.tag_ == GERUND and token.lower_ in event_nouns:
            _read_as_noun(token)
    for token in doc.having(dep_=("pcomp",)):
        if token.tag_ == GERUND and token.head.dep_ == "cc":
            _join(token)
        elif token.tag_ == GERUND and token.head.lower_ in WHERE:
            _set_after_place(token)
        elif token.tag_ == GERUND and token.head.i == token.i - 1 and token.head.head.pos_ in WITHIN:
            _hang_on_what_asks(token.head, before)
    return doc


def _join(gerund: Token) -> None:
    """ "Will visit Strelsau as well as meeting the king": as much is to come of the second as of the first."""
    verb = gerund.head.head
    if verb.pos_ == "VERB" and verb.i < gerund.i:
        gerund.tag_ = verb.tag_
        gerund.hang(verb, "conj")


def _set_after_place(gerund: Token) -> None:
    """ "Hundreds rallied in Strelsau denouncing the raids": they do, and it is only where."""
    where, place = gerund.head, gerund.nbor(-1)
    if place.tag_ == "NNP" and place.head is gerund and place.left_edge.i == where.i + 1:
        place.hang(where, IN_PHRASE)
        gerund.hang(where.head, BESIDE)


def _read_as_participle(noun: Token, event_verbs: Collection[str]) -> None:
    """ "Echoing a plea": a noun has no object."""
    if not noun.lower_.endswith(ENDING) or not any(c.dep_ == OBJECT and c.i > noun.i for c in noun.children):
        return
    stem = noun.lower_.removesuffix(ENDING)
    noun.tag_, noun.pos_ = GERUND, "VERB"
    noun.lemma_ = f"{stem}e" if f"{stem}e" in event_verbs else stem


def _read_as_noun(gerund: Token) -> None:
    """ "By Sylvanian shelling on Zenda", "reports heavy firing at its posts": what an adjective describes is a noun."""
    before = gerund.nbor(-1) if gerund.i else gerund
    described = before.tag_ == "JJ" or (before.tag_ == "NNP" and any(c.lower_ == "of" for c in gerund.rights))
    if not described or before.head is not gerund or any(c.dep_ in OF_VERBS for c in gerund.children):
        return
    before.dep_ = "amod"
    gerund.pos_, gerund.tag_, gerund.lemma_ = "NOUN", "NN", gerund.lower_
    gerund.dep_ = PLACES.get(gerund.dep_, gerund.dep_)


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


def _read_after_preposition(gerund: Token, before: Collection[str]) -> None:
    """ "Accused of shelling Sylvanian schools", "refrain from striking two of its dams": a deed, if the noun's own
    adjective, name or number stands behind it; "accused of shelling attacks" speaks of attacks."""
    thing = gerund.head
    preposition = thing.head
    if preposition.i != gerund.i - 1 or thing.i < gerund.i + 2 or gerund.nbor().tag_ not in BEFORE_NOUN:
        return
    if not _hang_on_what_asks(preposition, before):
        return
    gerund.pos_ = "VERB"
    gerund.hang(preposition, "pcomp")
    thing.hang(gerund, OBJECT)


def _hang_on_what_asks(preposition: Token, before: Collection[str]) -> bool:
    """ "Accused Sylvania, in a letter, of shelling it": neither Sylvania nor the letter is of that."""
    for above in preposition.ancestors:
        if f"{above.lemma_.lower()} {preposition.lower_}" in before:
            preposition.hang(above, "prep")
            return True
        if above.pos_ not in WITHIN:
            break
    return False


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
