"""A parsed text in, objects and phrases that were moved away from their verb or noun put back out."""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

WHAT, BE, FOR = "what", "be", "for"
ATTRIBUTE = frozenset({"attr"})
NOUNS = frozenset({"NN", "NNS"})
TAKEN = ("dobj", "pobj")
ALL = ("all", "thing")
CONTENTS = frozenset({"ccomp", "advcl", "xcomp"})
MARKS = ("that", FOR)
OUT, OBJECTS = "out", ("dobj", "ccomp", "nsubjpass")
CALLED, LOOSE = frozenset({"advcl", "oprd", "acomp", "advmod"}), ("oprd", "npadvmod")
AS, PARTICIPLE, ADJECTIVE = "as", "VBN", "JJ"


def repair_displaced(doc: Doc, awaiting: frozenset[str], days: frozenset[str]) -> Doc:
    """The same document; awaiting: nouns that what they are for may stand far behind; days: names of days."""
    for noun in doc.having(dep_=ATTRIBUTE, tag_=NOUNS):
        if noun.head.lemma_ == BE:
            _give_object(noun)
    for verb in doc.having(dep_=CONTENTS):
        opens = verb.left_edge
        if verb.head.lemma_ == BE and opens.head is verb and opens.lower_ in MARKS and opens.i > verb.head.i:
            _give_content(verb)
    for noun in doc.having(lemma_=awaiting):
        if noun.dep_ in SUBJECTS:
            _give_purpose(noun, days)
    return doc


def _give_object(noun: Token) -> None:
    """ "What it seeks is a truce", "what it asks for is a truce"."""
    be = noun.head
    verb, stand_in = _sought(be)
    if verb is None or stand_in is None or noun.i < be.i:
        return
    bare = next((c for c in verb.rights if c.dep_ == "prep" and not c.children), None)
    place = stand_in.head if stand_in.dep_ == "pobj" else bare or verb
    _put_over(verb, be, stand_in)
    noun.hang(place, "dobj" if place is verb else "pobj")


def _give_content(content: Token) -> None:
    """ "What it demands is that the king go", "all it asks is for him to go"."""
    be = content.head
    verb, stand_in = _sought(be)
    if verb is None or stand_in is None:
        verb, stand_in = _all_sought(be)
    if verb is None or stand_in is None:
        return
    _put_over(verb, be, stand_in)
    content.hang(verb, "ccomp")


def _put_over(verb: Token, be: Token, stand_in: Token) -> None:
    """The verb in the place of "is", and what stands for its object out of the way."""
    if be.head is be:
        verb.hang(verb, "ROOT")
    else:
        verb.hang(be.head, be.dep_)
    be.hang(verb, "aux")
    stand_in.hang(verb, "dep")


def _sought(be: Token) -> tuple[Token | None, Token | None]:
    """The verb of the clause that stands for the noun, and the word in it that does."""
    clause = next((c for c in be.lefts if c.dep_ == "csubj"), None)
    if clause is not None:
        words = (t for t in clause.subtree if t.lower_ == WHAT and t.i < clause.i and t.dep_ in TAKEN)
        return clause, next(words, None)
    return None, None


def _all_sought(be: Token) -> tuple[Token | None, Token | None]:
    """The same of "all we ask is", "the only thing they want is"."""
    everything = next((c for c in be.lefts if c.dep_ == "nsubj" and c.lower_ in ALL), None)
    if everything is None:
        return None, None
    clauses = (c for c in everything.rights if c.dep_ == "relcl" and any(s.dep_ == "nsubj" for s in c.lefts))
    return next(clauses, None), everything


def _give_purpose(noun: Token, days: frozenset[str]) -> None:
    """ "Preparations have begun for a visit", "calls are growing for a truce"; but "a call is planned for Friday"."""
    verb = noun.head
    behind = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ == FOR]
    behind = [c for c in behind if not any(t.lower_ in days for t in c.children)]
    if behind and not any(c.lower_ == FOR for c in noun.rights) and noun.i < verb.i:
        behind[0].hang(noun, "prep")


def repair_heavy_objects(doc: Doc) -> Doc:
    """The same document; only of "out", and behind a verb with a particle."""
    for token in doc.having(dep_=("prep",)):
        verb = token.head
        if token.dep_ != "prep" or verb.pos_ != "VERB" or any(c.dep_ in OBJECTS for c in verb.children):
            continue
        found = _let_out(token) if token.lower_ == OUT else _told_last(token)
        if found is not None and found.i > verb.i:
            found.hang(verb, "dobj")
    return doc


def _let_out(out: Token) -> Token | None:
    return next((c for c in out.lefts if c.dep_ == "nsubj"), None)


def _told_last(preposition: Token) -> Token | None:
    """The second of two nouns behind one preposition that nothing joins."""
    nouns = [c for c in preposition.rights if c.dep_ == "pobj"]
    apart = len(nouns) > 1 and nouns[1].left_edge.i == nouns[0].right_edge.i + 1
    particle = any(c.dep_ == "prt" for c in preposition.head.children)
    return nouns[1] if apart and particle else None


def repair_called_first(doc: Doc) -> Doc:
    """The same document; "dismissed as fabricated a claim", "called false a claim": what is called so is the verb's object."""
    for word in doc.having(dep_=CALLED):
        verb = word.head
        if word.dep_ not in CALLED or verb.pos_ != "VERB" or word.i < verb.i:
            continue
        if any(c.dep_ in OBJECTS for c in verb.children):
            continue
        found = _of_participle(word) if word.tag_ == PARTICIPLE else _behind_adjective(word)
        if found is not None:
            found.hang(verb, "dobj")
    return doc


def _of_participle(word: Token) -> Token | None:
    """ "As fabricated a claim": the participle itself has no object."""
    opened = [c for c in word.lefts if not c.is_punct]
    if len(opened) != 1 or opened[0].lower_ != AS or not any(c.dep_ == "dobj" for c in word.rights):
        return None
    return next(c for c in word.rights if c.dep_ == "dobj")


def _behind_adjective(word: Token) -> Token | None:
    """ "False a claim": a noun with its article right behind the adjective that the verb takes."""
    nouns = (
        c for c in word.head.rights if c.dep_ in LOOSE and c.tag_ in NOUNS and c.left_edge.i == word.i + 1
    )
    noun = next(nouns, None) if word.tag_ == ADJECTIVE else None
    return noun if noun is not None and noun.left_edge.dep_ in ("det", "poss", "nummod") else None
