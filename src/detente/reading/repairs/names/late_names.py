"""A verb that calls its object something in, the same with that name found at the end of a long object out.

"Called the raid on an office in Zenda banditry", "calls a collision near the shoal a provocation", "called the vote on
the islands meaningless": the parser reads a Zenda banditry, two things near the shoal, and islands that mean nothing.
"Described the decision to close the port as piracy": it is not closed as piracy.
"""

from __future__ import annotations

from collections.abc import Set

from detente.reading.tokens import Doc, Token

OBJECT, CALLED, AS, BEHIND, PREP = "dobj", "oprd", "as", "pobj", "prep"
PASSIVE = "nsubjpass"
OBJECTS = ("dobj", PASSIVE, "auxpass")
NAMED_BY = (CALLED, "attr", "acomp", "xcomp", "ccomp")
ARTICLES = frozenset({"a", "an", "the", "another", "no"})
HUNG = frozenset({"pobj", "dobj", "appos", "npadvmod", "attr", "oprd"})
NOUNS, PROPER = frozenset({"NN", "NNS", "NNP", "NNPS"}), ("NNP", "NNPS")
BESIDE = {"prep": "prep", "agent": "prep", "advcl": "acl", "xcomp": "acl"}
MAIN, SUBJECT, OF = ("ROOT", "conj", "advcl"), "nsubj", "of"
MODIFIER, COMPOUNDS = "amod", ("compound", "nmod")


def repair_late_names(doc: Doc, calling: Set[str], bare: Set[str], units: Set[str]) -> Doc:
    """The same document. calling: verbs that give a name; bare: names without article; units: units of time."""
    for noun in doc.having(dep_=(OBJECT, CALLED)):
        verb = noun.head
        if noun.i < verb.i or verb.lemma_.lower() not in calling or noun.tag_ not in NOUNS:
            continue
        others = [c.dep_ for c in verb.children if c is not noun and c.dep_ in OBJECTS]
        if noun.dep_ == OBJECT and PASSIVE in others:  # "was branded a lie"
            noun.dep_ = CALLED
        if noun.dep_ == CALLED and others:
            continue  # it is the name
        name = _name_given(noun, verb)
        if name is None:
            name = (
                _last_phrase(noun, verb, units)
                or _last_adjective(noun, verb, bare)
                or _last_word(noun, verb, bare)
            )
        if name is not None:
            _give_back(noun, verb, name)
        elif noun.dep_ == CALLED and verb.dep_ in MAIN and _is_parted(verb) and not _is_quoted(noun):
            noun.dep_ = OBJECT  # nothing else is there that is called so
    return doc


def repair_named_as(doc: Doc, judging: Set[str], names: Set[str]) -> Doc:
    """ "Denounced the order to shut the port as piracy". judging: such verbs; names: what only a deed is called."""
    for mark in doc.having(lower_=(AS,)):
        inner = mark.head
        told = [t for t in mark.rights if t.dep_ == BEHIND]
        so = not told and any(
            t.dep_ == MODIFIER for t in mark.rights
        )  # "dismissed claims that it spied as absurd"
        if mark.dep_ != PREP or inner.pos_ not in ("VERB", "NOUN") or not (so or len(told) == 1):
            continue
        if inner.lemma_.lower() in judging or not (so or told[0].lemma_.lower() in names):
            continue
        above = next((t for t in inner.ancestors if t.lemma_.lower() in judging and t.pos_ == "VERB"), None)
        if above is not None and _is_inside_object(inner, above):
            mark.hang(above, PREP)
    return doc


def _is_quoted(name: Token) -> bool:
    """ "Called "pure invention" an item in a daily": what it is called, before what is called so."""
    return any(c.dep_ in ("punct", "appos") for c in name.children)


def _is_parted(verb: Token) -> bool:
    """ "Kenya on Friday called a summit": the parser takes what it calls for its name where the verb stands apart."""
    before = verb.nbor(-1) if verb.i else verb
    phrase = before.dep_ == BEHIND and before.head.lower_ != OF
    between = phrase or before.pos_ in ("ADV", "PUNCT") or any(c.dep_ == "prt" for c in verb.rights)
    return between and any(c.dep_ == SUBJECT for c in verb.lefts)


def _is_inside_object(inner: Token, verb: Token) -> bool:
    over = inner
    while over.head is not verb:
        over = over.head
    return over.dep_ == OBJECT and not any(c.lower_ == AS for c in verb.children)


def _name_given(noun: Token, verb: Token) -> Token | None:
    given = [c for c in verb.rights if c.dep_ in NAMED_BY and c.i > noun.i]
    return given[0] if len(given) == 1 and given[0].pos_ in ("NOUN", "ADJ", "PROPN") else None


def _end_of(noun: Token, verb: Token) -> int:
    """Where the object and its name end: at a comma, at a full stop, or where another verb is joined."""
    last = verb.sent.end
    for token in noun.doc[noun.i + 1 : last]:
        if token.is_punct or (token.dep_ == "cc" and token.head is verb):
            return token.i
    return last


def _last_phrase(noun: Token, verb: Token, units: Set[str]) -> Token | None:
    """ "Near the shoal a provocation": a noun with its article right behind another noun, joined by nothing."""
    if any(c.lower_ == AS and c.i > noun.i for c in verb.rights):
        return None
    for token in noun.doc[noun.i + 1 : _end_of(noun, verb)]:
        first = token.left_edge
        before = first.nbor(-1) if first.i > noun.i else noun
        if token.dep_ not in HUNG or token.tag_ not in NOUNS or first.lower_ not in ARTICLES:
            continue
        behind = before.tag_ in NOUNS and before is not token.head and before.i >= noun.i
        if behind and token.lemma_.lower() not in units and verb in token.ancestors:
            return token
    return None


def _last_adjective(noun: Token, verb: Token, bare: Set[str]) -> Token | None:
    """ "Called the vote on the islands meaningless": no adjective stands alone behind its noun, or describes how."""
    last = noun.doc[_end_of(noun, verb) - 1]
    if last.i <= noun.i or last.pos_ != "ADJ" or last.children or last.head.i > last.i:
        return None
    behind = last.dep_ == MODIFIER and last.head is last.nbor(-1)
    return last if behind or last.lower_ in bare else None


def _last_word(noun: Token, verb: Token, bare: Set[str]) -> Token | None:
    """ "In Zenda banditry": what has no article and is called so is parted from the place before it."""
    behind = noun.doc[noun.i + 1 : _end_of(noun, verb)]
    last = next((t for t in behind if t.lemma_.lower() in bare and t.dep_ == BEHIND), None)
    above = last.head if last is not None else verb
    if last is None or above.i <= noun.i:
        return None
    parts = [c for c in last.lefts if c.dep_ in COMPOUNDS]
    place = next((c for c in reversed(parts) if c.tag_ in PROPER), parts[-1] if parts else None)
    if place is None:
        return None
    place.hang(above, BEHIND)
    for child in [c for c in last.lefts if c.i < place.i]:
        child.hang(place, child.dep_)
    place.pos_ = "PROPN" if place.tag_ in PROPER else "NOUN"
    return last


def _give_back(noun: Token, verb: Token, name: Token) -> None:
    """The name is the verb's; what stands between it and the object tells of the object."""
    if name.head is not verb:
        name.hang(verb, CALLED)
    noun.dep_ = OBJECT
    first = name.left_edge.i
    for child in [c for c in verb.rights if noun.i < c.i < first and c is not name]:
        if child.dep_ in BESIDE and child.lower_ != AS and child.right_edge.i < first:
            child.hang(noun, BESIDE[child.dep_])
