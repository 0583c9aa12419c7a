"""The verbs of all rules and of the model in, their forms of the present tense out, each with the past to set in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Span, Token

from detente.knowledge.grammar import Grammar
from detente.reading.repairs.words.lemmas import verbs_of
from detente.reading.shapes import NOUNS

MISTAKEN = NOUNS | {"JJ"}  # tags of what a verb may be taken for
BASE, SINGULAR, PAST = "VBP", "VBZ", "VBD"
JOINED = "CC"
JOINING = (",", JOINED)
OPENS_OBJECT = frozenset({"CD", "DT", "IN", "JJ", "NNP", "PRP", "PRP$", "WDT"})
OPENS_BARE_OBJECT = frozenset({"NN", "NNS", "VBN"})  # "arrests students", but not "trade restrictions"
THAT = "that"


@dataclass(frozen=True, slots=True)
class Present:
    """A form of the present tense, or a past that looks like a name: its verb, its tag, the past that can be set in its
    place, and whether a rule has it."""

    lemma: str
    tag: str
    past: str
    coded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Presents:
    """What tells verbs of the present tense, and what they are taken for.

    forms: of all verbs, by their numbers. plural: words that take a plural without an -s. troops: names of them that look
    like a noun and its verb ("security forces"). blows: "drone attack". particles: forms that look like one ("down a jet").
    like_adjectives: nouns that do ("military"). parted: what may stand between a verb and its object ("gun down").
    crowds, people: what crowds do ("rally"), and who they are ("thousands"). openings: how entries of several words begin
    ("fire on").
    """

    forms: Mapping[int, Present]
    plural: frozenset[str]
    troops: frozenset[str]
    blows: frozenset[str]
    particles: frozenset[int]
    like_adjectives: frozenset[int]
    parted: frozenset[str]
    crowds: frozenset[str]
    people: frozenset[str]
    openings: frozenset[str]


class Trial(NamedTuple):
    """A sentence, the place of the word in it, and what the word would be."""

    sentence: Span
    at: int
    present: Present


def build_presents(event_verbs: Iterable[str], grammar: Grammar, nlp: Language) -> Presents:
    """The present forms of the verb entries of all rules ("arrest", "hand over") and of the verbs the model knows."""
    entries, words = [entry.split() for entry in event_verbs], grammar.words
    return Presents(
        forms=_forms({entry[0] for entry in entries}, grammar, nlp),
        plural=words["plural in sense"],
        troops=words["troops, and no verb"],
        blows=words["attack nouns"],
        particles=frozenset(map(get_string_id, words["particles like verbs"])),
        like_adjectives=frozenset(map(get_string_id, words["troops like adjectives"])),
        parted=words["particles before an object"],
        crowds=words["crowd verbs"],
        people=words["people of a crowd"],
        openings=frozenset(" ".join(entry[:2]) for entry in entries if len(entry) > 1),
    )


def _forms(coded: Set[str], grammar: Grammar, nlp: Language) -> dict[int, Present]:
    """coded: the verbs of all rules."""
    forms: dict[int, Present] = {}
    for lemma in sorted(filter(str.isalpha, coded | verbs_of(nlp))):
        past = grammar.pasts.get(lemma) or with_ending(lemma, "ed")
        for form, tag in ((with_ending(lemma, "s"), SINGULAR), (lemma, BASE)):
            forms[get_string_id(form)] = Present(lemma, tag, past, lemma in coded)
    for form in sorted(grammar.words["pasts like names"]):
        lemma = grammar.lemmas["verb", form]
        forms[get_string_id(form)] = Present(lemma, PAST, grammar.pasts[lemma], lemma in coded)
    return forms


def with_ending(lemma: str, ending: str) -> str:
    """ "carries", "carried" for "carry"."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeou":
        return f"{lemma[:-1]}i{'es' if ending == 's' else ending}"
    if ending == "s":
        return f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{lemma}s"
    return f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed"


def could_be_joined(token: Token, presents: Presents) -> bool:
    """ "Storms a post in Sylvania and attacks its guards": behind a verb of the same form, before what opens an object."""
    after, present = token.nbor(), presents.forms[token.orth]
    opens = after.tag_ in OPENS_OBJECT and (after.tag_ != "IN" or after.lower_ == THAT)
    opens = opens or (present.tag == SINGULAR and after.tag_ in OPENS_BARE_OBJECT)
    if not (opens or after.lower_ in presents.parted) or not present.coded or token.tag_ not in MISTAKEN:
        return False
    return any(has_form(t, present) for t in token.doc[token.sent.start : token.i])


def has_form(verb: Token, present: Present) -> bool:
    """Whether a verb stands in the same form; of a plural the parser makes a base form where it is far from it."""
    return verb.tag_ == present.tag or (present.tag == BASE and verb.tag_ == "VB")


def is_joined(trial: Trial, verb: Token) -> bool:
    """Whether the word is a second verb of a clause whose first has the same form, with an object or what is said."""
    first = verb.head
    if verb.dep_ != "conj" or first.i > verb.i:
        return False
    says = any(child.dep_ == "ccomp" for child in verb.rights)
    return has_form(trial.sentence[first.i], trial.present) and (says or has_object(verb))


def has_object(verb: Token) -> bool:
    """Whether it has just one."""
    return sum(child.dep_ == "dobj" for child in verb.rights) == 1
