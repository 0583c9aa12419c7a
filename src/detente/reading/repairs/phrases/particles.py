"""A parsed text in, the same with the objects of verbs that a particle belongs to given to the verb.

"Hands over a suspect to Sylvania", "gunned down a boy": the parser hangs the object on the particle, as if that were a
preposition. "A sit-in outside parliament": it takes the preposition for an adjective. "Rules out sending troops": it
takes what is ruled out for something that is done meanwhile.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

LOOKED_AT = ("prt", "prep", "quantmod")  # labels
BACK, ABOARD = "back", ("on", "aboard", "onto")
AND, PARTICLE, PREPOSITION = "and", "prt", "prep"
OWN, INSIDE, TAKEN_FOR, TO = "poss", "compound", ("dobj", "pobj", "advmod"), "pobj"
MARKS = frozenset({"on", "against", "at", "upon", "for", "to"})


def repair_particles(doc: Doc, words: Mapping[str, frozenset[str]]) -> Doc:
    """The same document. words, by list: verbs with the particle that is never their preposition ("hand over");
    prepositions that can be taken for adjectives ("outside"); verbs with a participle that ends them behind their
    object ("send packing"); verbs with a particle whose object can be a gerund ("rule out sending"); what people are
    put on ("a plane"); what crowds gather for ("a march"); prepositions of place that can be taken for particles ("off")."""
    particle_verbs, places = words["particle verbs"], words["prepositions like adjectives"]
    carriers, gatherings = words["carriers"], words["gatherings in protest"]
    parted, before_gerunds = words["verbs ending in a participle"], words["particle verbs before a gerund"]
    before_places = words["prepositions like particles"]
    ends = _ends(parted)
    for token in doc.having(dep_=LOOKED_AT, tag_=("VBG",), lower_=_ends(parted, places)):
        if token.lower_ in ends:
            _give_sent(token, parted)
        if token.dep_ == "prt" and token.lower_ in ABOARD and _put_aboard(token, carriers):
            continue
        if token.dep_ == "prt" and token.lower_ in before_places and _is_at_place(token, particle_verbs):
            token.dep_, token.tag_ = "prep", "IN"
        elif token.dep_ == "prt" or (token.dep_ == "prep" and _belongs(token, particle_verbs)):
            _give_object(token, gatherings)
        elif token.dep_ == "advmod" and token.lower_ == BACK and _belongs(token, particle_verbs, apart=False):
            token.dep_, token.tag_ = "prt", "RP"  # "pushed back the migrants"
        elif token.dep_ == "quantmod" and token.i and _is_particle(token, particle_verbs):
            token.hang(token.nbor(-1), "prt")
            token.tag_ = "RP"
        elif token.dep_ == "amod" and token.lower_ in places:
            _read_as_preposition(token)
        elif token.tag_ == "VBG" and token.dep_ == "advcl" and _is_object(token, before_gerunds):
            token.dep_ = "xcomp"
    return doc


def repair_behind_objects(doc: Doc, adverbs: frozenset[str]) -> Doc:
    """ "Brought the two together in Zenda": the verb's adverb, and no "together in". adverbs: those that end verbs."""
    for token in doc.having(lower_=adverbs):
        prep, verb = token.head, token.head.head
        within = (
            token.lower_ in adverbs
            and token.dep_ == "advmod"
            and prep.dep_ == "prep"
            and prep.i == token.i + 1
        )
        before = verb.pos_ == "VERB" and verb.i < token.i
        if within and before and any(c.dep_ == "dobj" for c in verb.rights):
            token.hang(verb, "advmod")
    return doc


def repair_homeward(doc: Doc, homes: frozenset[str], verbs: frozenset[str]) -> Doc:
    """ "Summoned its ambassador home": where to, and no home of an ambassador.

    homes: words for where somebody is brought; verbs: lemmas of bringing somebody there.
    """
    for home in doc.having(lower_=homes):
        who = home.nbor(-1) if home.i else home
        own = any(c.i < who.i and c.dep_ == OWN for c in (*who.lefts, *home.lefts))
        land = home.dep_ == TO and who.pos_ == "PROPN"  # "its ambassador to Turkey home"
        verb = next((t for t in home.ancestors if t.lemma_.lower() in verbs and t.i < who.i), None)
        if home.lower_ not in homes or who.dep_ != INSIDE or who.head is not home or verb is None:
            continue
        if home.dep_ not in TAKEN_FOR or not (own or land):
            continue
        above, label = home.head, home.dep_ if home.dep_ != "advmod" else "dobj"
        for word in [c for c in home.lefts if c.i < who.i]:
            word.hang(who, word.dep_)
        who.hang(above, label)
        home.hang(verb, PARTICLE)
    return doc


@lru_cache(maxsize=16)
def _ends(phrases: frozenset[str], places: frozenset[str] | None = None) -> frozenset[str]:
    """The last words of phrases; with places, these and what else a text is looked through for."""
    ends = frozenset([phrase.split()[-1] for phrase in phrases])
    return ends if places is None else ends | places | {BACK}


def _is_at_place(particle: Token, particle_verbs: frozenset[str]) -> bool:
    """ "Fishermen seized off Zenda": no verb that goes with the particle, and a name right behind it."""
    behind = [c for c in particle.rights if c.dep_ == "pobj" and c.tag_ == "NNP"]
    return bool(behind) and f"{particle.head.lemma_.lower()} {particle.lower_}" not in particle_verbs


def _put_aboard(particle: Token, carriers: frozenset[str]) -> bool:
    """ "Was arrested and put on a plane": the plane is no object."""
    after = particle.i + 1
    objects = (c for c in particle.head.rights if c.dep_ == "dobj" and c.left_edge.i == after)
    carrier = next(objects, None)
    if carrier is None or carrier.lemma_.lower() not in carriers:
        return False
    particle.dep_, particle.tag_ = "prep", "IN"
    carrier.hang(particle, "pobj")
    return True


def _is_object(gerund: Token, before_gerunds: frozenset[str]) -> bool:
    """ "Ruled out sending troops": what follows the particle at once is what is ruled out."""
    first, verb = gerund.left_edge, gerund.head
    particle = first.nbor(-1) if first.i else first
    phrase = f"{verb.lemma_.lower()} {particle.lower_}"
    return particle.dep_ == "prt" and particle.head.i == verb.i and phrase in before_gerunds


def _give_sent(token: Token, parted: frozenset[str]) -> None:
    """ "Sent the Sylvanian consul packing": he is sent, and nobody sends a packing."""
    start = token.sent.start
    verb = next((t for t in reversed(list(token.doc[start : token.i])) if t.pos_ == "VERB"), None)
    if verb is None or f"{verb.lemma_.lower()} {token.lower_}" not in parted:
        return
    sent = token.nbor(-1)
    for child in list(token.lefts):
        if child.i > verb.i and child.i != sent.i:
            child.hang(sent, child.dep_)
    for child in list(token.rights):
        child.hang(verb, child.dep_)
    token.hang(verb, "prt")
    if sent.i > verb.i:
        sent.hang(verb, "dobj")
    token.tag_, token.lemma_ = "RP", token.lower_


def _belongs(token: Token, particle_verbs: frozenset[str], *, apart: bool = True) -> bool:
    """apart: an object of the verb's own keeps its word a preposition."""
    verb = token.head
    if token.i != verb.i + 1 or (apart and any(c.dep_ == "dobj" for c in verb.children)):
        return False
    return f"{verb.lemma_.lower()} {token.lower_}" in particle_verbs


def _is_particle(token: Token, particle_verbs: frozenset[str]) -> bool:
    """ "Hands over 35 prisoners": no more than 35."""
    verb, counted = token.nbor(-1), token.head.head
    return counted.head.i == verb.i and f"{verb.lemma_.lower()} {token.lower_}" in particle_verbs


def _give_object(particle: Token, gatherings: frozenset[str]) -> None:
    verb = particle.head
    for child in list(particle.children):
        if child.dep_ == "pobj":
            child.hang(verb, "dobj")
    particle.dep_, particle.tag_ = "prt", "RP"
    behind = next((c for c in verb.rights if c.dep_ == "npadvmod"), None)
    if behind is None or behind.left_edge.i != particle.i + 1 or any(c.dep_ == "dobj" for c in verb.children):
        return
    if behind.lemma_.lower() in gatherings and any(c.dep_ == "det" for c in behind.lefts):
        behind.dep_ = "dobj"  # "broke up a march": the parser takes it for the month


def _read_as_preposition(token: Token) -> None:
    """ "A sit-in outside parliament": a noun without article before it, which hangs on what is outside."""
    place = token.head
    event = token.nbor(-1) if token.i else token
    if event.i == token.i or event.head.i != place.i or event.tag_ not in NOUNS:
        return
    above, label = place.head, place.dep_
    event.hang(*((event, "ROOT") if above.i == place.i else (above, label)))
    for child in list(place.lefts):
        if child.i < event.i:
            child.hang(event, child.dep_)
    for child in list(place.rights):
        if child.dep_ == "punct":
            child.hang(event, child.dep_)
    token.hang(event, "prep")
    token.tag_, token.pos_ = "IN", "ADP"
    place.hang(token, "pobj")


def repair_stranded(doc: Doc, event_nouns: Collection[str]) -> Doc:
    """The same document; only where the verb goes on with another after the "and"."""
    for link in doc.having(lower_=(AND,)):
        mark = doc[link.i - 1] if link.i > link.sent.start else link
        verb = mark.head
        if mark.dep_ != PARTICLE or mark.lower_ not in MARKS or link.head.i != verb.i:
            continue
        before = (c for c in verb.rights if c.dep_ == "dobj" and c.right_edge.i == mark.i - 1)
        noun = next(before, None)
        if noun is not None and noun.lemma_.lower() in event_nouns:
            mark.hang(noun, PREPOSITION)
            mark.tag_ = "IN"
    return doc
