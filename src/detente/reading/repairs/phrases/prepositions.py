"""A parsed text in, the same with participles that are prepositions read as such, and days given to their verbs.

"Reopened the crossing following talks with Sylvania": nobody follows the talks. "The premier on Monday met the
king": they met on Monday, whereas "the raid on Monday" was then.
"""

from __future__ import annotations

from detente.knowledge.grammar import Grammar
from detente.reading.repairs.agents.deeds_by import give_to_inner_event
from detente.reading.shapes import NOUNS, SUBJECTS, TENSED
from detente.reading.tokens import Doc, Token

MISREAD_AS = frozenset({"acl", "xcomp", "prep", "advcl"})
BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
DESCRIBING = ("poss", "amod")
ADJECTIVES = ("JJ", "VBN", "VBG")  # "as unacceptable", "as unjustified"
OCCASIONS, CONTENT = ("in", "during"), ("xcomp", "ccomp")
OF, WITHIN_TOWNS = "of", ("in", "at", "near", "outside")
DESCRIBED = ("det", "amod", "compound", "nummod", "poss", "appos")
TOWARDS = frozenset({"toward", "towards", "at", "into", "against", "onto"})
CLAUSES_OF_NOUNS = ("relcl", "acl")
AS, WITH, BETWEEN, TO, OBJECT = "as", "with", "between", "to", "pobj"
AGENT, NAMES, BESIDE = "by", ("NNP", "NNPS"), ("in", "at", "near", "outside", "on", "around")
BY, ON = ("by", "over", "on", "via", "through"), "on"
LOOKED_AT = SUBJECTS | {"prep", "appos", "dobj", "mark"}  # labels
OWN_CLAUSE = frozenset({"aux", "mark", "advmod", "neg", "nsubj", "auxpass"})


def repair_prepositions(doc: Doc, event_nouns: frozenset[str], grammar: Grammar) -> Doc:
    """The same document; a participle is one only before the name of an event."""
    participial, calling = grammar.words["participial prepositions"], grammar.words["calling verbs"]
    for token in doc.having(dep_=LOOKED_AT, lower_=participial):
        if token.dep_ == "prep":
            _mend_preposition(token, event_nouns, grammar)
        elif token.dep_ == "mark" and token.lower_ == WITH:
            _give_partner(token)
            if token.dep_ == "prep":
                _join_to_border(token, grammar.words["borders"])
        if token.tag_ == "VBG" and token.lower_ in participial:
            _read_preposition(token, event_nouns)
        if token.dep_ == "appos" and _opens_with_place(token):
            token.hang(token.head.head.head, "nsubj")
        if token.dep_ in ("appos", "dobj"):
            _tell_names(token, calling)
        if token.dep_ in SUBJECTS and token.tag_ in NOUNS:
            _give_to_preposition(token)
    return doc


def _mend_preposition(token: Token, event_nouns: frozenset[str], grammar: Grammar) -> None:
    """One that hangs too deep, or with another word than the one beside it."""
    low, over, words = token.lower_, token.head, grammar.words
    if low in words["prepositions of days"] and over.lemma_.lower() not in event_nouns:
        _give_to_verb(token, words["names of days"])
    if low == WITH:
        if over.lemma_.lower() in words["means of talking"]:
            _free_from_means(token)
        give_to_inner_event(token, event_nouns)
        _join_to_border(token, words["borders"])
    elif low == TO:
        _join_to_thanks(token, words["nouns of prepositions"])
    elif low == AS:
        _give_quality(token)
    elif low == OF and token.head.tag_ == "NNP":
        _free_from_town(token, event_nouns)
    elif low in (BETWEEN, AGENT):
        if low == AGENT and token.head.tag_ in NAMES:
            _give_agent(token)
        if token.dep_ == "prep" and token.head.dep_ == OBJECT:
            _give_to_event(token, event_nouns, grammar)
    elif low in OCCASIONS and token.head.dep_ in CONTENT:
        _give_to_asker(token, words["demanding verbs"], words["where one asks"])
    elif low in WITHIN_TOWNS and over.dep_ in CLAUSES_OF_NOUNS and over.tag_ == "VB":
        _take_off_the_way(token, words["ways that one goes"])
    elif low in TOWARDS and token.head.dep_ == "dobj":
        _give_to_shot(token, words["shooting verbs"])


def _take_off_the_way(token: Token, ways: frozenset[str]) -> None:
    """ "Was shot on his way to work in Zenda": it was there that he was shot."""
    going = token.head
    way = going.head
    alone = not any(c.dep_ == "dobj" for c in going.rights)
    if way.lemma_.lower() in ways and way.dep_ == OBJECT and alone and way.head.head.pos_ == "VERB":
        token.hang(way.head.head, "prep")


def _join_to_border(token: Token, borders: frozenset[str]) -> None:
    """ "Targets a camp near the border with Sylvania": the line is with Sylvania, and not the deed."""
    line = token.nbor(-1) if token.i > token.sent.start else token.head
    if line is not token.head and line.lemma_.lower() in borders:
        token.hang(line, "prep")


def _give_to_shot(token: Token, shooting: frozenset[str]) -> None:
    """ "Fired two missiles towards Klausenburg": they were fired there, and are no missiles of that kind."""
    verb = token.head.head
    if verb.pos_ == "VERB" and verb.lemma_.lower() in shooting and verb.i < token.head.i:
        token.hang(verb, "prep")


def _give_partner(token: Token) -> None:
    """ "Signed a free trade agreement (FTA) with Sylvania to ease travel": with whom, and no "with Sylvania easing"."""
    aim = token.head
    partner = next((c for c in aim.lefts if c.dep_ in SUBJECTS), None)
    done = next((c for c in aim.head.rights if c.dep_ == "dobj"), None)
    purpose = aim.dep_ == "advcl" and any(c.lower_ == TO and c.dep_ == "aux" for c in aim.lefts)
    if not purpose or partner is None or done is None or not done.i < token.i < partner.i:
        return
    if token.i and token.nbor(-1).lower_ == ",":
        return  # "the talks ended, with Sylvania to host the next ones"
    token.hang(done, "prep")
    partner.hang(token, OBJECT)


def _give_to_event(token: Token, event_nouns: frozenset[str], grammar: Grammar) -> None:
    """ "A meeting in the palace between the two kings", "the crackdown on prayer by the junta": no palace between them,
    and no prayer by it."""
    event = token.head.head.head
    on = token.head.head.lower_ == ON
    aimed = on and event.lemma_.lower() in grammar.words["attack nouns"]  # "the raid on a post by rebels"
    own = (token.lower_ == BETWEEN) == on and not aimed  # "on the road between", "over remarks by"
    place = token.head.lemma_.lower() not in event_nouns and not own
    borders = grammar.words["border nouns"]
    beside = any(c.lemma_.lower() in borders for c in token.rights)  # "a raid on a post by the border"
    if (
        place
        and not beside
        and event.tag_ in NOUNS
        and event.i < token.head.i
        and event.lemma_.lower() in event_nouns
    ):
        token.hang(event, "prep")


def _give_quality(token: Token) -> None:
    """ "Described the vote as shameful": the adjective is what it was described as."""
    under = list(token.rights)
    bare = bool(under) and not any(c.dep_ == "pobj" for c in under)
    if bare and under[-1].dep_ == "amod" and under[-1].tag_ in ADJECTIVES:
        under[-1].dep_ = "pobj"


def _give_to_asker(token: Token, asking: frozenset[str], talks: frozenset[str]) -> None:
    """ "Urged them to hold back in a call with the king": the call is where they were urged."""
    verb, noun = token.head, next((c for c in token.rights if c.dep_ == OBJECT), None)
    asked = verb.tag_ == "VB" and verb.head.lemma_ in asking and verb.head.i < verb.i
    if asked and noun is not None and noun.lemma_.lower() in talks:
        token.hang(verb.head, "prep")


def _give_to_preposition(second: Token) -> None:
    """ "Calls for the mayor's exit grew": of two subjects the one right after a bare "for" is what the calls are for."""
    start = second.left_edge.i
    before = second.doc[start - 1] if start else second
    first = before.head
    if (
        before.dep_ != "prep"
        or first.head is not second.head
        or first.dep_ not in SUBJECTS
        or first is second
    ):
        return
    if not any(c.i > before.i for c in before.children):
        second.hang(before, OBJECT)


def _free_from_means(token: Token) -> None:
    """ "Consulted by telephone with the premier": with whom one talks, and not whose telephone it is."""
    by = token.head.head
    if token.head.dep_ == "pobj" and by.lower_ in BY and by.head.pos_ == "VERB":
        token.hang(by.head, "prep")


def _join_to_thanks(token: Token, nouns: frozenset[str]) -> None:
    """ "Survived thanks to a loan": a preposition of two words, and nothing that goes to the loan."""
    noun = token.nbor(-1) if token.i > token.sent.start else token
    if noun.lower_ not in nouns:
        return
    below = next((c for c in token.rights if c.dep_ == OBJECT), None)
    if below is None or (noun.head.pos_ == "VERB" and noun.head.i == noun.i - 1):
        return  # "gave thanks to God"
    if any(c.dep_ in DESCRIBING for c in noun.lefts):
        return  # "offered its warm thanks to Sylvania"
    named = [c for c in noun.lefts if c.dep_ == "compound"]  # "avoided bankruptcy thanks to"
    if named:
        named[-1].hang(noun.head, noun.dep_)
    for child in [c for c in noun.children if c is not token]:
        child.hang(named[-1] if named else noun.head, child.dep_)
    noun.hang(noun.head, "prep")
    noun.tag_, noun.pos_ = "IN", "ADP"
    noun.lemma_ = noun.lower_
    token.hang(noun, "pcomp")
    below.hang(noun, OBJECT)


def _read_preposition(token: Token, event_nouns: frozenset[str]) -> None:
    if token.dep_ not in MISREAD_AS or any(c.dep_ in OWN_CLAUSE for c in token.children):
        return
    noun = next((c for c in token.rights if c.dep_ in ("dobj", "pobj")), None)
    if noun is None or (token.dep_ == "acl" and noun.lemma_.lower() not in event_nouns):
        return
    above = token.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    token.hang(above, "prep")
    token.tag_, token.pos_ = "IN", "ADP"
    token.lemma_ = token.lower_
    noun.dep_ = "pobj"


def _give_to_verb(token: Token, days: frozenset[str]) -> None:
    """A day between a subject that is no event and its verb is the verb's."""
    subject, end = token.head, token.right_edge
    verb = subject.head
    if subject.dep_ not in SUBJECTS or subject.tag_ not in NOUNS or subject.right_edge is not end:
        return
    after = end.nbor(1) if end.i < verb.i else end
    meets = after is verb or (after.head is verb and after.dep_ in BEFORE_VERB)
    if (
        verb.pos_ in ("VERB", "AUX")
        and meets
        and any(t.lower_ in days for t in token.doc[token.i : end.i + 1])
    ):
        token.hang(verb, "prep")


def _free_from_town(token: Token, event_nouns: frozenset[str]) -> None:
    """ "The arrest in Strelsau of a consul": the consul's arrest, and no town of his."""
    town = token.head
    inside = town.head
    noun = inside.head
    if town.dep_ != OBJECT or inside.lower_ not in WITHIN_TOWNS or noun.lemma_.lower() not in event_nouns:
        return
    whose = next((c for c in token.rights if c.dep_ == OBJECT), None)
    if town.left_edge.i != town.i or whose is None or any(c.lower_ == OF for c in noun.children):
        return
    if noun.tag_ in NOUNS and any(c.dep_ in DESCRIBED for c in whose.children):
        token.hang(noun, "prep")


def _tell_names(token: Token, calling: frozenset[str]) -> None:
    """What somebody is called, wherever the parser put it."""
    if token.dep_ == "appos" and token.head.dep_ == "dobj":
        _free_the_name(token, calling)
    elif token.dep_ == "dobj" and token.head.lemma_.lower() in calling:
        _name_the_first(token)


def _name_the_first(noun: Token) -> None:
    """ "Called the raid an act of piracy": the second of two objects says what the first is called."""
    before = [c for c in noun.head.children if c.dep_ == "dobj" and c.i < noun.i]
    link = noun.left_edge.i - 1
    if len(before) == 1 and noun.doc[link].text != "," and any(c.dep_ == "det" for c in noun.lefts):
        noun.dep_ = "oprd"


def _free_the_name(noun: Token, calling: frozenset[str]) -> None:
    """ "Called the president a dictator": no comma, hence no president who is a dictator."""
    verb = noun.head.head
    joined = noun.doc[noun.left_edge.i - 1].text != "," and any(c.dep_ == "det" for c in noun.lefts)
    if joined and noun.i > noun.head.i and verb.lemma_.lower() in calling:
        noun.hang(verb, "oprd")


def _opens_with_place(noun: Token) -> bool:
    """ "In Zenda, the embassy, with twelve others, chides them": no town is an embassy, and the verb lacks who acts."""
    town = noun.head
    verb = town.head.head
    if town.tag_ != "NNP" or town.dep_ != "pobj" or town.head.i >= verb.i or noun.i >= verb.i:
        return False
    if not town.head.is_sent_start or town.head.lower_ != "in" or verb.tag_ not in TENSED:
        return False
    named = any(c.dep_ == "det" for c in noun.lefts)
    return named and not any(c.dep_ in SUBJECTS for c in verb.lefts)


def _give_agent(by: Token) -> None:
    """ "Was shot in Zenda, Sylvania by gunmen": the town is by nobody."""
    place = by.head
    while place.dep_ in ("appos", "conj") and place.head.tag_ in NAMES:
        place = place.head
    verb = place.head.head
    passive = any(c.dep_ == "auxpass" for t in (verb, verb.head) for c in t.lefts)
    within = place.dep_ == OBJECT and place.head.lower_ in BESIDE
    if within and passive and verb.tag_ == "VBN" and not any(c.dep_ == "agent" for c in verb.children):
        by.hang(verb, "agent")
