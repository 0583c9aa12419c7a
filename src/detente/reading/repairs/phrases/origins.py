"""A parsed text in, where those come from who are harmed, and where a deed is done, read as told of them out.

"The killing of three fishermen from Sylvania": the parser has it that the killing comes from there. "Condemned the coup
in Sylvania": it has it that the words were said there.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.tokens import Token

FROM, OF, IN, NAME, OBJECT = "from", "of", "in", "PROPN", "dobj"
AGAINST, TELLING = "against", ("with", "to", "at", "before", "in", "of")
AIMED = frozenset({"on", "against"})


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
