"""The verbs of all rules and of the model in, their forms of the present tense out, each with the past to set in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Span

from detente.knowledge.grammar import Grammar
from detente.reading.repairs.words.lemmas import common_word, verbs_of
from detente.reading.shapes import NOUNS
from detente.reading.verbless import VerblessWords, verbless_words

MISTAKEN = NOUNS | {"JJ"}  # tags of what a verb may be taken for
BASE, SINGULAR, PAST = "VBP", "VBZ", "VBD"


@dataclass(frozen=True, slots=True)
class Present:
    """A form of the present tense, or a past that looks like a name: its verb, its tag, the past that can be set in its
    place, and whether a rule has it."""

    lemma: str
    tag: str
    past: str
    coded: bool


@dataclass(frozen=True, slots=True)
class Presents:
    """The present forms of verbs by the number of the form, the words that take a plural without an -s, and names of
    troops that look like a noun and its verb ("security forces"); days, and what
    stands before dates; forms that look like a particle ("down a jet");
    plural nouns that look like verbs ("gendarmes"); nouns that look like adjectives ("military"); what may stand
    between a verb and its object ("gun down"); what crowds do ("rally"), and who they are ("thousands"); how entries of
    several words begin ("fire on"); what stands for a verb in headlines that have none; the numbers of names of one
    word that are no words else, and of those that are ("Macron"); who speaks under a label ("ministry")."""

    forms: Mapping[int, Present]
    plural: frozenset[str]
    troops: frozenset[str]
    blows: frozenset[str]
    days: frozenset[str]
    before_dates: frozenset[str]
    particles: frozenset[int]
    nouns: frozenset[str]
    singulars: frozenset[str]
    like_adjectives: frozenset[int]
    parted: frozenset[str]
    crowds: frozenset[str]
    people: frozenset[str]
    openings: frozenset[str]
    verbless: VerblessWords
    named: frozenset[int]
    named_like_words: frozenset[int]
    speakers: frozenset[str]


class Trial(NamedTuple):
    """A sentence, the place of the word in it, and what the word would be."""

    sentence: Span
    at: int
    present: Present


def build_presents(
    event_verbs: Iterable[str],
    event_nouns: frozenset[str],
    grammar: Grammar,
    nlp: Language,
    names: Iterable[str] = (),
) -> Presents:
    """The present forms of the verb entries of all rules ("arrest", "hand over") and of the verbs the model knows.

    names: of persons and organisations."""
    entries = [entry.split() for entry in event_verbs]
    openings = frozenset(" ".join(words[:2]) for words in entries if len(words) > 1)
    coded = {words[0] for words in entries}
    forms: dict[int, Present] = {}
    for lemma in sorted(filter(str.isalpha, coded | verbs_of(nlp))):
        past = grammar.pasts.get(lemma) or with_ending(lemma, "ed")
        for form, tag in ((with_ending(lemma, "s"), SINGULAR), (lemma, BASE)):
            forms[get_string_id(form)] = Present(lemma, tag, past, lemma in coded)
    words = grammar.words
    for form in sorted(words["pasts like names"]):
        lemma = grammar.lemmas["verb", form]
        forms[get_string_id(form)] = Present(lemma, PAST, grammar.pasts[lemma], lemma in coded)
    return Presents(
        forms,
        words["plural in sense"],
        words["troops, and no verb"],
        words["attack nouns"],
        words["names of days"],
        words["prepositions before dates"],
        frozenset(map(get_string_id, words["particles like verbs"])),
        words["plural nouns, and no verb"],
        words["nouns, and no adjective"],
        frozenset(map(get_string_id, words["troops like adjectives"])),
        words["particles before an object"],
        words["crowd verbs"],
        words["people of a crowd"],
        openings,
        verbless_words(grammar, event_nouns),
        *_names_of_one_word(names, nlp),
        words["who speaks under a label"],
    )


def _names_of_one_word(names: Iterable[str], nlp: Language) -> tuple[frozenset[int], frozenset[int]]:
    """Those that no text has in small letters ("Aliyev"), with short forms ("WHO"), and the others ("Macron")."""
    common = common_word(nlp)
    sorts: tuple[set[int], set[int]] = (set(), set())
    for name in names:
        if name.isalpha() and len(name) > 1 and name[0].isupper():
            sorts[not name.isupper() and common(name.lower())].add(get_string_id(name))
    return frozenset(sorts[0]), frozenset(sorts[1])


def with_ending(lemma: str, ending: str) -> str:
    """ "carries", "carried" for "carry"."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeou":
        return f"{lemma[:-1]}i{'es' if ending == 's' else ending}"
    if ending == "s":
        return f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{lemma}s"
    return f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed"
