"""A parsed text in, where something is done, comes from or is taken read as told of it out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from detente.reading.tokens import Doc, Token

TO, ORIGINS, AGENT = "to", ("from", "in"), "agent"
PARTICIPLE, PREPOSITION, OBJECT = "VBN", "prep", "dobj"
GOALS = (PREPOSITION, "dative")
INCLUDING = ("acl", "relcl")
NAMED = ("NNP", "NNPS")
OVER, JOINED, OF_GROUP, OF = ("across",), "conj", "pobj", "of"
FROM, IN, NAME = "from", "in", "PROPN"
AGAINST, TELLING = "against", ("with", "to", "at", "before", "in", "of")
AIMED = frozenset({"on", "against"})


def repair_taken_there(doc: Doc, sending: Collection[str], including: Collection[str]) -> Doc:
    """The same document. sending: verbs, with their particle, that say to whom or where something goes; including:
    what says who belongs to a group."""
    for mark in doc.having(lower_=(TO,)):
        clause = _clause_of(mark)
        thing = clause.head
        if mark.dep_ not in GOALS or clause.dep_ not in INCLUDING or thing.dep_ != OBJECT:
            continue
        described = _tells_origin(clause, mark) or clause.lemma_.lower() in including
        verb = thing.head
        if described and _entry(verb) in sending and not _says_where(verb):
            for later in [c for c in clause.rights if c.i >= mark.i and c.dep_ in GOALS]:
                later.hang(verb, PREPOSITION)
    return doc


def _clause_of(mark: Token) -> Token:
    """The verb that the mark hangs on, if need be by the last person that its object names."""
    above = mark.head
    while above.dep_ == JOINED:
        above = above.head
    named = above.dep_ == OBJECT and mark.head.tag_ in NAMED
    return above.head if named else mark.head


def repair_sent_across(doc: Doc, sending: Collection[str]) -> Doc:
    """The same document. sending: as above; the way of the last thing that is sent is that of all."""
    for mark in doc.having(lower_=OVER):
        first = mark.head
        while first.dep_ == JOINED or _is_of_group(first):
            first = first.head if first.dep_ == JOINED else first.head.head
        verb = first.head
        if mark.dep_ != PREPOSITION or first is mark.head or first.dep_ != OBJECT or first.i > mark.i:
            continue
        if verb.i < first.i and _entry(verb) in sending:
            for later in [c for c in mark.head.rights if c.i >= mark.i and c.dep_ in GOALS]:
                later.hang(verb, PREPOSITION)
    return doc


def _is_of_group(word: Token) -> bool:
    """The men of "a brigade of 90 men"."""
    return word.dep_ == OF_GROUP and word.head.lower_ == OF


def _tells_origin(clause: Token, mark: Token) -> bool:
    """ "Bought from Graustark", "made in Sylvania", "donated by them"."""
    told = (c.lower_ in ORIGINS or c.dep_ == AGENT for c in clause.rights if c.i < mark.i)
    return clause.tag_ == PARTICIPLE and any(told)


def _says_where(verb: Token) -> bool:
    return any(c.dep_ == "dative" or c.lower_ == TO for c in verb.rights)


def _entry(verb: Token) -> str:
    particle = next((c.lower_ for c in verb.rights if c.dep_ == "prt"), None)
    return f"{verb.lemma_.lower()} {particle}" if particle else verb.lemma_.lower()


def join_origin(preposition: Token, harm: frozenset[str]) -> None:
    """Hang "from" on the noun right before it where that is who the noun of harm above is told of."""
    noun = preposition.head
    if preposition.lower_ != FROM or noun.lemma_.lower() not in harm:
        return
    people = next((o for p in noun.rights if p.lower_ == OF for o in p.rights if o.dep_ == "pobj"), None)
    placed = any(o.pos_ == NAME for o in preposition.rights)
    if people is not None and placed and people.right_edge.i == preposition.i - 1:
        preposition.hang(people, "prep")


def join_scene(preposition: Token, judging: frozenset[str]) -> None:
    """Hang "in" on the noun right before it where that is a deed that one condemns."""
    verb = preposition.head
    if preposition.lower_ != IN or verb.lemma_.lower() not in judging:
        return
    deed = next((c for c in verb.rights if c.dep_ == OBJECT and c.pos_ == "NOUN"), None)
    placed = any(o.pos_ == NAME for o in preposition.rights)
    if deed is not None and placed and deed.right_edge.i == preposition.i - 1:
        preposition.hang(deed, "prep")


def join_target(preposition: Token, words: Mapping[str, frozenset[str]]) -> None:
    """ "Expels two envoys over an airstrike on a village": the village is what the airstrike hit.

    What is blamed "for the attack on" somebody is another matter: there the attack is the verb's own object.
    """
    deed = preposition.doc[preposition.i - 1] if preposition.i else None
    if deed is None or preposition.lower_ not in AIMED:
        return
    _join_past_means(preposition, words)
    if deed.lemma_.lower() not in words["attack nouns"]:
        return
    loose = deed.dep_ == "pobj" and deed.head.lower_ not in (IN, OF) and preposition.head.i < deed.head.i
    if loose:
        preposition.hang(deed, "prep")


def _join_past_means(preposition: Token, words: Mapping[str, frozenset[str]]) -> None:
    """ "Attacks using drones on a village": the village is what they hit, and on it no drone is used."""
    verb = preposition.head if preposition.head.pos_ == "VERB" else preposition.head.head
    if verb.dep_ != "acl" or verb.lemma_ not in words["verbs of means"]:
        return
    place = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    dated = place is None or place.lower_ in words["names of days and times"]
    if not dated and verb.head.lemma_.lower() in words["attack nouns"]:
        preposition.hang(verb.head, "prep")


def join_accused(preposition: Token, complaints: frozenset[str]) -> None:
    """ "A complaint with the league against Sylvania": it is against Sylvania, and not the league."""
    told = preposition.head.head
    if preposition.lower_ != AGAINST or preposition.head.dep_ != "pobj" or told.lower_ not in TELLING:
        return
    while told.dep_ == "prep" and told.lower_ == OF:  # "at the Court of Justice against Sylvania"
        told = told.head.head
    above = told.head
    nouns = [above, *(c for c in above.rights if c.dep_ == OBJECT)]
    complaint = next((n for n in nouns if n.lemma_.lower() in complaints and n.i < preposition.i), None)
    if complaint is not None:
        preposition.hang(complaint, "prep")


def repair_come_so(doc: Doc, coming: Collection[str]) -> Doc:
    """The same document. "Arrived unannounced in Zenda": it is where he arrived. coming: verbs of coming to a place."""
    for how in doc.having(tag_=("JJ",), dep_=("advcl",)):
        verb = how.head
        if how.dep_ != "advcl" or how.tag_ != "JJ" or verb.lemma_.lower() not in coming:
            continue
        between = how.doc[verb.i + 1 : how.left_edge.i]
        if how.i > verb.i and all(t.dep_ in ("prt", "advmod") for t in between):
            for where in [c for c in how.rights if c.dep_ == "prep"]:
                where.hang(verb, "prep")
    return doc
