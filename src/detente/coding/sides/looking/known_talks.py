"""Talks, a meeting or a truce in, whether it is named as one that is known, and is what its clause is about, out.

"The talks have been put off", "Monday's meeting is off", "plans for the Zenda summit were shelved": reports of what was told
before leave out between whom it is. "Talks at the airline" and "the meeting of dentists" are none of states.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.drafting.draft import Draft
from detente.coding.roles.towns import is_city
from detente.coding.sides.dealings.brokered import is_matter_at_home
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

POINTING = frozenset({"the", "this", "that", "these", "those"})
BEFORE, POSSESSIVE, NOUN = ("compound", "nmod", "amod"), "poss", "NOUN"
WHERE, WHOSE = ("in", "at"), ("of", "in", "at", "within", "inside", "among", "with")
OF_WHICH = ("for", "of", "on")  # "plans for a summit", "no date for the talks"
THERE = "expl"
VERB, PLURAL, NUMBER, BOTH, MARKS = "VERB", "NNS", "nummod", "both", ("det", "nummod", "predet")
SHARED = ("CONSULT", "AGREE", "COOPERATE", "RETREAT", "SUPPORT")  # types of what two do together
OPEN, SIGNING = "hypothetical", "signing"  # a status, a kind


def is_known_talks(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is known and told of, and nobody is said to whom it belongs."""
    noun, kind = statuses.graph.doc[draft.head], statuses.lexicon.kinds[draft.kind]
    if draft.hosted or kind.type not in SHARED:
        return False
    if noun.pos_ == VERB:
        who = statuses.graph.predicates[draft.head].heads("subject")
        told = draft.reciprocal and draft.status != OPEN and not draft.recipients
        return told and any(are_two(noun.doc[i]) for i in who)
    is_news = bool(draft.applied) or statuses.graph.predicates[draft.head].carrier is not None
    if (
        noun.pos_ != NOUN
        or draft.status == OPEN
        or not (is_news and draft.reciprocal and is_what_is_told(noun))
    ):
        return False
    if is_matter_at_home(draft.head, statuses) or any(_of_others(draft, noun, statuses)):
        return False
    actors = statuses.mentions.actors
    pointing = any(
        c.lower_ in POINTING or (c.dep_ == POSSESSIVE and c.i not in actors and c.pos_ != "PRON")
        for c in noun.lefts
    )
    another = any(c.dep_ == "det" and c.lower_ not in POINTING for c in noun.lefts)  # "a summit in Zenda"
    return pointing or (not another and any(towns_of(noun, statuses)))


def are_two(subject: Token) -> bool:
    """ "The two presidents will now meet", "both sides spoke by phone"."""
    marks = [c for c in subject.lefts if c.dep_ in MARKS]
    counted = any(c.dep_ == NUMBER or c.lower_ == BOTH for c in marks)
    pointing = any(c.lower_ in POINTING or c.lower_ == BOTH for c in marks)
    return subject.tag_ == PLURAL and counted and pointing


def is_what_is_told(noun: Token) -> bool:
    """ "The talks will end", "no day has been set for the talks", "there will be no talks": the clause is about them."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in OF_WHICH else noun
    there = whole.dep_ == "attr" and any(c.dep_ == THERE for c in whole.head.lefts)
    for_it = whole.pos_ == "VERB" and any(c.dep_ == "nsubjpass" for c in whole.lefts)
    return there or for_it or whole.dep_ in SUBJECTS


def towns_of(noun: Token, statuses: Statuses) -> Iterator[int]:
    """ "The Zenda talks", "the summit in Zenda": the towns that tell which ones are meant."""
    near = [c for c in noun.lefts if c.dep_ in BEFORE]
    near += [c for m in noun.rights if m.dep_ == "prep" and m.lower_ in WHERE for c in m.rights]
    return (c.i for c in near if is_city(c.i, statuses.mentions))


def _of_others(draft: Draft, noun: Token, statuses: Statuses) -> Iterator[Token]:
    """ "Of dentists", "in the coalition", "with the unions"; but a signing is of a treaty."""
    named = statuses.mentions.places.keys() | statuses.mentions.actors.keys()
    for mark in noun.rights:
        if mark.dep_ == "prep" and mark.lower_ in WHOSE[draft.kind == SIGNING :]:
            yield from (c for c in mark.rights if c.dep_ == "pobj" and c.i not in named)
