"""A sentence in, whether it can hold an event out, before any syntax: most news of other fields cannot.

A rule of the event tables asks for a word of its own ("hand over"), for nouns of certain classes beside it, and for
somebody who acts. A sentence that does not hold all that some rule asks for is passed over (`passing.py`). The words are looked
up by every lemma that a form can have, so that nothing hangs on the part of speech.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from spacy.language import Language

from detente.knowledge.frames import EventTables, Frame, Operator
from detente.knowledge.load import Knowledge
from detente.knowledge.relations import RelationTables
from detente.reading.names import Name
from detente.reading.repairs.words.lemmas import lemmas_of

type Words = frozenset[str]
type Lemmas = Callable[[str], tuple[str, ...]]

NOBODY = frozenset({"place", "outlet", "phrase"})  # a name that is only this acts in no event by itself
WHO = frozenset({"@actor", "@state", "@person", "@armed", "@firm", "@international"})

_WORD = re.compile(r"[^\W_]+|[$€£¥₹]")


@dataclass(frozen=True, slots=True)
class Choice:
    """A condition of a rule: one of these words, or, for some, any actor."""

    words: Words
    actor: bool


@dataclass(frozen=True, slots=True)
class Demand:
    """What a rule asks for beside the first word of one of its entries: words, one of each set, and an actor."""

    words: Words
    one_of: tuple[Choice, ...]
    actor: bool
    none_of: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """The demands of all rules by the first word of each entry; `lemmas` gives all that a form can have."""

    demands: Mapping[str, tuple[Demand, ...]]
    people: Words  # titles and pronouns
    where: Words  # prepositions of place
    lemmas: Lemmas


class SentenceWords(NamedTuple):
    """What the gate looks at in a sentence: its lemmas, and whether it names somebody or has a word that may."""

    lemmas: set[str]
    named: bool
    stands_for: bool


def build_gate(knowledge: Knowledge, lemmas: Lemmas) -> Gate:
    """The gate of a set of tables."""
    found: dict[str, dict[Demand, None]] = {}
    for first, demand in _demands(knowledge.events, knowledge.relations):
        found.setdefault(first, {})[demand] = None
    words = knowledge.grammar.words
    return Gate(
        demands={first: tuple(demands) for first, demands in found.items()},
        people=frozenset(_words(" ".join(knowledge.actors.titles))) | words["standing for somebody"],
        where=words["before a place"],
        lemmas=lemmas,
    )


def load_gate(knowledge: Knowledge, nlp: Language) -> Gate | None:
    """The gate; None, and a line in the log, where the model cannot say what lemmas a form has."""
    lemmas = lemmas_of(nlp)
    if lemmas is None:
        logging.getLogger(__name__).warning("no text is passed over: the model's lemmatizer has no tables")
        return None
    return build_gate(knowledge, lemmas)


def words_of(sentence: str, gate: Gate, *, named: bool) -> SentenceWords:
    """The lemmas of a sentence; `named`: whether it has the name of somebody who can act."""
    forms = set(_words(sentence.lower()))
    lemmas = {lemma for form in forms for lemma in gate.lemmas(form)}
    return SentenceWords(lemmas, named, not gate.people.isdisjoint(lemmas))


def can_hold_event(said: SentenceWords, gate: Gate) -> bool:
    """Whether a sentence holds all that some rule asks for."""
    lemmas, acts = said.lemmas, said.named or said.stands_for
    for word in lemmas & gate.demands.keys():
        for demand in gate.demands[word]:
            if _meets(demand, lemmas, acts=acts) and (said.named or demand.none_of.isdisjoint(lemmas)):
                return True
    return False


def can_act(name: Name, text: str, gate: Gate) -> bool:
    """Whether a name may be that of somebody who acts: "in Peru" is where something is."""
    if all(entry.kind in NOBODY for entry in name.entries):
        return False
    before = text[max(name.span.start - 20, 0) : name.span.start].rstrip()
    return not before.endswith(",") and (_words(before.lower())[-1:] or [""])[0] not in gate.where


def _meets(demand: Demand, words: AbstractSet[str], *, acts: bool) -> bool:
    return (
        (acts or not demand.actor)
        and demand.words <= words
        and all((acts and one.actor) or not one.words.isdisjoint(words) for one in demand.one_of)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _demands(events: EventTables, relations: RelationTables) -> Iterator[tuple[str, Demand]]:
    classes, nominals = _class_words(events), _nouns_of_verbs(events)
    # what asks for the words of a clause that is said is met by almost any sentence, and loses hardly an event
    rules: list[Frame | Operator] = [*events.frames, *(o for o in events.operators if o.bare and not o.says)]
    for rule in rules:
        one_of = tuple(one for tests in rule.when.values() if (one := _choice(tests, classes)) is not None)
        actor = isinstance(rule, Operator) or bool(rule.needs)
        if isinstance(rule, Operator) and rule.modals:
            one_of = (*one_of, Choice(frozenset(rule.modals), actor=False))
        forbidden = _forbidden(rule, classes)  # one set for all entries: one each would take 200 MB
        for words in _with_nominals(rule, nominals):
            yield words[0], Demand(frozenset(words[1:]), one_of, actor, forbidden)
    for disagreement in relations.disagreements:
        for noun in disagreement.nouns:
            yield _words(noun)[-1], Demand(frozenset(), (), actor=True, none_of=frozenset())
    for assessment in relations.assessments:
        beside = frozenset(
            w for entry in (*assessment.adjectives, *assessment.verbs) for w in _words(entry)[:1]
        )
        for noun in assessment.nouns:
            yield (
                _words(noun)[-1],
                Demand(frozenset(), (Choice(beside, actor=False),), actor=True, none_of=frozenset()),
            )


def _with_nominals(rule: Frame | Operator, nominals: Mapping[str, Words]) -> Iterator[list[str]]:
    """The entries, and those in which a noun stands for its verb."""
    for words in _entries(rule):
        yield words
        yield from ([noun, *words[1:]] for noun in nominals.get(words[0], ()))


def _nouns_of_verbs(events: EventTables) -> dict[str, Words]:
    pairs = {(verb.split()[0], row.noun.split("-")[0]) for row in events.nominals for verb in row.verbs}
    return {verb: frozenset(n for v, n in pairs if v == verb) for verb, _ in pairs}


def _entries(rule: Frame | Operator) -> Iterator[list[str]]:
    """The words of each entry, the one that is looked up first."""
    yield from (_words(verb) for verb in rule.verbs if verb != "*")
    for noun in rule.nouns:
        words = _words(noun)
        yield words[::-1] if " of " not in noun else words


def _class_words(events: EventTables) -> dict[str, Words]:
    """Of each noun class, the words by which its nouns are known: the last of each."""
    nouns = {rule.id: {_last(noun) for noun in rule.nouns} for rule in events.noun_classes}
    return {
        rule.id: frozenset(nouns[rule.id]).union(*(nouns.get(name, set()) for name in rule.includes))
        for rule in events.noun_classes
    }


def _last(noun: str) -> str:
    return _words(noun.lower().split(" of ")[0])[-1] if _words(noun) else noun


def _choice(tests: tuple[str, ...], classes: Mapping[str, Words]) -> Choice | None:
    """What a condition asks for; None where something that is no word can meet it."""
    if any(test[0] == "!" or (test[0] == "@" and test not in WHO) or _is_sign(test) for test in tests):
        return None
    return Choice(_named(tests, classes), any(test[0] == "@" for test in tests))


def _is_sign(test: str) -> bool:
    """ "=%": asks for what has no letters."""
    return test[0] == "=" and not _words(test)


def _forbidden(rule: Frame | Operator, classes: Mapping[str, Words]) -> Words:
    """Words beside which a rule hardly ever applies, wherever they stand: those of its own near misses."""
    tests = [test for tests in rule.unless.values() for test in tests if test[0] not in "@!"]
    asked = (_named(tests, classes) for tests in rule.when.values())
    return _named(tests, classes).difference(*asked)


def _named(tests: Iterable[str], classes: Mapping[str, Words]) -> Words:
    words = (frozenset({_last(t[1:])}) if t[0] == "=" else classes.get(t, frozenset()) for t in tests)
    return frozenset[str]().union(*words)
