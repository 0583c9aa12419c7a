"""A parsed text in, the same with those read as whom it befell who were hurt, killed or put to death out."""

from __future__ import annotations

from collections.abc import Collection, Set

from detente.reading.tokens import Doc, Token

PAST, COUNTED = ("VBD", "VBN"), ("NN", "NNS", "NNP", "NNPS", "CD")
ACTIVE, PASSIVE = "nsubj", "nsubjpass"
NOT_SO = frozenset({"dobj", "aux", "auxpass", "agent", "dative", "oprd"})
AGENT, PREPOSITION, OBJECTS = "agent", "prep", ("pobj", "pcomp")
MANNER = "advmod"  # behind a passive any "by" would name who does it
PLACES = frozenset({"in", "at", "near", "outside", "on"})


def repair_hurt_in(doc: Doc, hurting: Collection[str], blows: Collection[str]) -> Doc:
    """The same document. hurting: verbs of what is done to people in a fight; blows: nouns of what it is done in."""
    for token in doc.having(dep_=("conj",), tag_=PAST):
        _hang_on_the_killing(token, hurting, blows)
        if not _is_bare(token, hurting) or not _is_in(token, blows):
            continue
        first = next((c for c in token.lefts if c.dep_ == "ccomp" and _is_bare(c, hurting)), None)
        for verb in (token,) if first is None else (token, first):
            _suffer(verb)
        if first is not None and token.dep_ == "ROOT":
            _join(first, token)
    return doc


def _hang_on_the_killing(second: Token, hurting: Collection[str], blows: Collection[str]) -> None:
    """ "Nine were killed and six are missing in air strikes on a port": those killed were killed in them."""
    first = second.head
    if second.dep_ != "conj" or first.tag_ != "VBN" or first.lemma_.lower() not in hurting:
        return
    if second.lemma_.lower() in hurting or not any(c.dep_ == PASSIVE for c in first.lefts):
        return
    holders = (second, *(c for c in second.rights if c.dep_ == "acomp"))
    inside = next((p for h in holders for p in h.rights if _holds(p, blows)), None)
    if inside is None or any(_holds(p, blows) for p in first.rights):
        return
    blow = next(c for c in inside.rights if c.dep_ == "pobj")
    for word in [c for c in inside.head.rights if c.i > blow.i and c.dep_ == "prep" and c.lower_ == "on"]:
        word.hang(blow, "prep")
    inside.hang(first, "prep")


def _holds(word: Token, blows: Collection[str]) -> bool:
    is_in = word.dep_ == "prep" and word.lower_ in ("in", "during")
    return is_in and any(c.dep_ == "pobj" and c.lemma_.lower() in blows for c in word.rights)


def _suffer(verb: Token) -> None:
    verb.tag_ = "VBN"
    for subject in [c for c in verb.lefts if c.dep_ == ACTIVE]:
        subject.hang(verb, PASSIVE)


def _join(first: Token, second: Token) -> None:
    """ "Nine killed, 21 hurt": the one beside the other, each with its own."""
    first.hang(first, "ROOT")
    second.hang(first, "conj")
    for child in [c for c in second.lefts if c.i < first.i]:
        child.hang(first, child.dep_)


def _is_bare(verb: Token, hurting: Collection[str]) -> bool:
    """Whether it has a noun or number as its subject, and nothing that it is done to."""
    if verb.tag_ not in PAST or verb.lemma_.lower() not in hurting or verb.dep_ == "relcl":
        return False
    subjects = [c for c in verb.lefts if c.dep_ == ACTIVE]
    return (
        bool(subjects)
        and all(s.tag_ in COUNTED for s in subjects)
        and not any(c.dep_ in NOT_SO for c in verb.children)
    )


def _is_in(verb: Token, blows: Collection[str]) -> bool:
    inside = (c for p in verb.rights if p.dep_ == "prep" and p.lower_ == "in" for c in p.rights)
    return any(c.dep_ == "pobj" and c.lemma_.lower() in blows for c in inside)


def repair_put_to_death(doc: Doc, ways: Set[str]) -> Doc:
    """The same document. ways: "hanging", "firing squad"."""
    for by in doc.having(dep_=(AGENT,)):
        way = next((c for c in by.rights if c.dep_ in OBJECTS), None)
        if way is None:
            continue
        squad = next((c for c in way.rights if c.dep_ == "dobj" and c.i == way.i + 1), None)
        named = way.lower_ if squad is None else f"{way.lower_} {squad.lower_}"
        if named not in ways and f"{way.nbor(-1).lower_} {way.lower_}" not in ways:
            continue
        _hang_on_death(way, by.head)
        if squad is not None:
            _hang_on_death(squad, by.head)
            squad.hang(by, "pobj")
            way.hang(squad, "compound")
        way.tag_, way.pos_ = "NN", "NOUN"
        by.dep_ = MANNER
    return doc


def _hang_on_death(way: Token, verb: Token) -> None:
    """Where it was, which the parser hangs on the way it was done."""
    for child in list(way.rights):
        if child.lower_ in PLACES and child.dep_ == PREPOSITION:
            child.hang(verb, PREPOSITION)
