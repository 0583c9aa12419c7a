"""The graph in, the same with those that "including" lists, and with the guests of meetings, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from detente.knowledge.grammar import Grammar
from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.shapes import NOUNS, SUBJECTS
from detente.reading.tokens import Doc, Token

PARTICIPLE, VERB = ("VBG",), "VERB"
INCLUDING, HELD = "including", ("subject", "object")
SUCH, AS, AMONG = "such", "as", "among"
LISTING = (INCLUDING, AS)

PARTICIPLES = ("acl", "relcl")
TOWARDS = ("with", "from", "to", "by", "between", "among", "against", "for", "on")
PLACES = ("in", "at", "near", "outside", "across")
OF_THEM = ("of", "from")
THEM, BEFORE_NAMES = "them", ("det", "compound", "amod", "nmod", "poss", "case", "nummod")


def list_among(
    doc: Doc, predicates: Predicates, words: Mapping[str, frozenset[str]], event_nouns: frozenset[str]
) -> None:
    """ "Nine people, including two police officers, are killed": the officers are; but "killed nine in attacks,
    including six in Strelsau" lists no attacks. "States such as Sylvania oppose it": Sylvania does."""
    said, forms = doc.labels.said, words["forms of including"]
    if said.isdisjoint({INCLUDING, AMONG, *forms}) and not (SUCH in said and AS in said):
        return
    suspects, of_states = words["suspect nouns"], words["nouns that states are listed under"]
    deeds, planning = _deeds(event_nouns, of_states), words["plotting verbs"]
    listed = {
        i: [c for c in t.children if c.dep_ == "pobj" and c.lemma_.lower() not in suspects]
        for t in doc.having(lower_=LISTING)
        if t.dep_ == "prep"
        if (t.lower_ == INCLUDING and (t.head.lemma_.lower() not in deeds or _lists_deeds(t, deeds)))
        or (t.lower_ == AS and t.head.lemma_.lower() in of_states and doc[t.i - 1].lower_ == SUCH)
        for i in _meant(t.head, words["transparent nouns"])
    }
    states = {i: names for i, names in listed.items() if doc[i].lemma_.lower() in of_states}
    among = _among_them(doc, of_states, forms)
    states |= {i: names for i, names in among.items() if doc[i].lemma_.lower() in of_states}
    states |= _under_their_people(doc, states, words["people of states"] | words["transparent nouns"])
    listed |= among | states | _found_among(doc)
    for predicate in list(predicates.values()) if listed else ():
        more = [
            Argument(a.name, member.i)
            for a in predicate.arguments
            if a.name in HELD or a.name in TOWARDS
            if predicate.lemma in planning or doc[a.head].lemma_.lower() not in deeds
            for first in (listed if a.name in HELD else states).get(a.head, ())
            for member in (first, *(c for c in first.conjuncts if c.tag_ in NOUNS))
        ]
        if more:
            predicates[predicate.head] = predicate.adding(*more)


@lru_cache(maxsize=16)
def _deeds(event_nouns: frozenset[str], of_states: frozenset[str]) -> frozenset[str]:
    return event_nouns - of_states


def _meant(noun: Token, transparent: Collection[str]) -> list[int]:
    """ "A series of attacks, including one on a bridge": the series, and the attacks of which it is made."""
    of = [c for c in noun.children if c.lower_ == OF_THEM[0]] if noun.lemma_.lower() in transparent else []
    return [noun.i, *(c.i for t in of for c in t.children if c.dep_ == "pobj")]


def _lists_deeds(including: Token, deeds: Collection[str]) -> bool:
    """ "Planned attacks, including a raid on a bank": the raid was planned too."""
    members = [c for c in including.children if c.dep_ == "pobj"]
    return bool(members) and all(m.lemma_.lower() in deeds for m in members)


def _is_of(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == OF_THEM[0]


def _among_them(doc: Doc, of_states: Collection[str], forms: Collection[str]) -> dict[int, list[Token]]:
    """ "Its creditors, among them Ruritania and the Danubian League", "the crew of a ship, among them two Sylvanians":
    those named, under "creditors" and "crew"."""
    found = {}
    for t in doc.having(lower_={AMONG, *forms}):
        if t.i >= len(doc) - 2:
            break
        if t.lower_ == AMONG and t.i > 1 and doc[t.i + 1].lower_ == THEM and doc[t.i - 1].text == ",":
            noun, i = doc[t.i - 2], t.i + 2
            while i + 1 < len(doc) and doc[i].dep_ in BEFORE_NAMES:
                i += 1
            while _is_of(noun) and noun.lemma_.lower() not in of_states:
                noun = noun.head.head
            if doc[i].tag_ in NOUNS and noun.tag_ in NOUNS:
                found[noun.i] = [doc[i]]
        elif t.lower_ in forms and t.dep_ == "relcl" and t.head.lemma_.lower() in of_states:
            found[t.head.i] = [c for c in t.rights if c.dep_ == "dobj"]  # "states, which include Sylvania"
        elif t.lower_ in forms and (doers := _told_of(t)) is not None:
            found[doers.i] = [c for c in t.rights if c.dep_ == "dobj"]
    return found


def _told_of(include: Token) -> Token | None:
    """ "Countries that impose sanctions include Sylvania", "those killed include a priest": of whom that is told."""
    subject = next((c for c in include.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or not any(c.dep_ in PARTICIPLES for c in subject.rights):
        return None
    return subject


def _under_their_people(
    doc: Doc, states: Mapping[int, list[Token]], people: Collection[str]
) -> dict[int, list[Token]]:
    """ "Officials of six states, including Sylvania": those listed under "officials" too."""
    above = {i: doc[i].head.head for i in states if doc[i].dep_ == "pobj" and doc[i].head.lower_ in OF_THEM}
    return {noun.i: states[i] for i, noun in above.items() if noun.lemma_.lower() in people}


def _found_among(doc: Doc) -> dict[int, list[Token]]:
    """ "Two Sylvanians are among the nine people held", "among those held were two": of whom it is said."""
    return {
        noun.i: [c for c in t.head.children if c.dep_ in (*SUBJECTS, "attr") and c.tag_ in NOUNS]
        for t in doc.having(lower_=(AMONG,))
        if t.dep_ == "prep" and t.lower_ == AMONG and t.head.lemma_.lower() == "be"
        for noun in t.children
        if noun.dep_ == "pobj" and any(c.dep_ in PARTICIPLES for c in noun.children)
    }


def list_places(doc: Doc, predicates: Predicates) -> None:
    """ "Rallies are held around the world, including in Ruritania and Sylvania": held there."""
    for t in doc.having(tag_=PARTICIPLE) if INCLUDING in doc.labels.said else ():
        if t.lower_ != INCLUDING or t.dep_ != "prep" or t.head.pos_ != VERB or t.head.i not in predicates:
            continue
        where = [
            (p.lower_, c) for p in t.children if p.lower_ in PLACES for c in p.children if c.dep_ == "pobj"
        ]
        more = [Argument(name, n.i) for name, first in where for n in (first, *first.conjuncts)]
        if more:
            predicates[t.head.i] = predicates[t.head.i].adding(*more)


@lru_cache
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases if " " in phrase)


def _gathers(verb: Predicate, doc: Doc, gathering: frozenset[str]) -> bool:
    """ "Involves", "brings together"."""
    after = doc[verb.head + 1].lower_ if verb.head + 1 < len(doc) else ""
    return verb.lemma in gathering or f"{verb.lemma} {after}" in gathering


def gather_guests(doc: Doc, predicates: Predicates, grammar: Grammar, event_nouns: frozenset[str]) -> None:
    """ "a summit involving Ruritania and Sylvania", "attended by both": who is there is among those who meet."""
    gathering, attending = grammar.words["gathering verbs"], grammar.words["attending verbs"]
    for verb in predicates.verbs(gathering, attending, _first_words(gathering)):
        if _gathers(verb, doc, gathering) and not verb.passive:
            events, guests = verb.heads("subject"), verb.heads("object")
        elif verb.lemma in attending and verb.passive:
            events, guests = verb.heads("object"), verb.heads("subject")
        else:
            continue
        for head in events:
            if head in predicates and doc[head].lemma_.lower() in event_nouns:
                guest_of = tuple(Argument("among", h) for h in guests if h != head)
                predicates[head] = predicates[head].adding(*guest_of)
