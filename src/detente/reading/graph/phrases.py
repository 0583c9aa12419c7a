"""A noun, clause or preposition in, the arguments that it stands for out: itself and what is coordinated with it."""

from __future__ import annotations

from detente.reading.graph.negation import Words
from detente.reading.graph.types import Argument
from detente.reading.tokens import Token

BEFORE_NAMES = ("nmod", "compound", "nounmod")
AS, OF, WITH = "as", "of", "with"
FRONT, OUTSIDE = "front", "outside"  # "in front of the embassy" is outside it
NEAR, UNDER = "near", "under"
DESPITE, DEFIED = "despite", "nouns of defiance"  # "in spite of pleas" is despite them
OVER, OVERRIDDEN = "over", "nouns of objection"  # and so is "over the objections"
CONTRARY = {"far": "from", "instead": "of"}
COUNTING = frozenset({"up to", "as many as", "close to", "around", "over", "about"})
PAST, TENSED = ("VBD", "VBZ"), ("VBD", "VBP", "VBZ")


def named(name: str, token: Token) -> list[Argument]:
    """The argument and those coordinated with it."""
    if token.tag_ == "WP" or (token.tag_ == "WDT" and token.dep_ == "pobj" and name != UNDER):
        token = _antecedent(token)  # "troops, nine of whom were killed", "the pact, from which it withdrew"
    found = [Argument(name, token.i)]
    joined = token.dep_ == "conj"
    for child in token.children:  # "President A and President B" is often read as "[A and] B"
        if child.dep_ == "conj":
            joined = True
        elif child.dep_ in BEFORE_NAMES and child.i < token.i and any(g.dep_ == "cc" for g in child.children):
            found.append(Argument(name, child.i))
    for other in token.conjuncts if joined else ():
        if other.i > token.i and _nominal(other) == _nominal(token) and not _turns_finite(token, other):
            found.append(Argument(name, other.i))
    return found


def _antecedent(pronoun: Token) -> Token:
    """What it points back at; but the raid, and not the day, in "a raid on 3 March in which nine died".

    "Ninety orders, 20 of which were cancelled": no more than the twenty.
    """
    noun = referent(pronoun)
    dated = noun.is_title and any(c.dep_ == "nummod" for c in noun.children)
    part = pronoun.tag_ == "WDT" and pronoun.head.head.tag_ == "CD"
    return pronoun if dated or part else noun


def _nominal(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")


def prepositional(prep: Token, words: Words) -> list[Argument]:
    """Arguments of a preposition under its name ("to", "due to"); a chain of prepositions is joined."""
    name, targets = preposition_name(prep), objects_of(prep)
    if name == "to" and prep.i and prep.nbor(-1).lower_ == "up":
        name = "up to"
    if name in COUNTING and any(c.dep_ in ("nummod", "quantmod") for t in targets for c in t.children):
        name = "object"  # "kidnapped up to 16 advisers"
    shared = [c for c in prep.children if c.dep_ == "conj" and c.pos_ == "ADP"]  # "to and from Sylvania"
    found: list[Argument] = []
    for target in targets or [t for other in shared for t in objects_of(other)]:
        if target.lower_ in words[DEFIED] and (after := _after_of(target)):
            found += [a for t in after for a in named(DESPITE, t)]
        against = name == OVER and target.lemma_.lower() in words[OVERRIDDEN]
        found += named(DESPITE if against else name, target)
        if prep.i == prep.head.i + 1 and all(c.dep_ in ("prep", "punct") for c in target.children):
            own = (c for c in target.children if c.lower_ == WITH)  # "came to terms with Sylvania"
            found += [a for c in own for a in prepositional(c, words)]
        if target.lower_ == FRONT:
            found += [a for t in _after_of(target) for a in named(OUTSIDE, t)]
    for other in shared:
        found += prepositional(other, words)
    return found


def _after_of(noun: Token) -> list[Token]:
    """What stands behind "of" in "in front of", "in spite of"."""
    return [t for of in noun.rights if of.lower_ == OF for t in objects_of(of)]


def near_by(adverb: Token, words: Words) -> list[Argument]:
    """ "Camps north of Strelsau", "was killed east of Strelsau": near it."""
    if adverb.lower_ not in words["points of the compass"]:
        return []
    return [a for of in adverb.rights if of.lower_ == OF for t in objects_of(of) for a in named(NEAR, t)]


def preposition_name(prep: Token) -> str:
    """ "due to" for due + to, "far from" where the adverb hangs on the preposition, else the word itself."""
    before = prep.nbor(-1) if prep.i else prep
    if before.head is prep and before.dep_ == "advmod" and CONTRARY.get(before.lower_) == prep.lower_:
        return f"{before.lower_} {prep.lower_}"
    for child in prep.children:
        if child.i == prep.i + 1:
            joined = child.dep_ in ("prep", "pcomp", "fixed") and child.pos_ in (
                "ADP",
                "SCONJ",
                "ADV",
                "PART",
            )
            return f"{prep.lower_} {child.lower_}" if joined else prep.lower_
    return prep.lower_


def objects_of(prep: Token) -> list[Token]:
    """The nouns or clauses that a preposition, or a chain of them, governs."""
    found: list[Token] = []
    for child in prep.children:
        dep, kind = child.dep_, child.pos_
        described = dep in ("amod", "acomp") and prep.lower_ == AS and child.i > prep.i
        if described or (dep in ("pobj", "pcomp") and kind not in ("ADP", "SCONJ")):
            found.append(child)  # "rejects it as politically motivated"
        elif dep in ("prep", "pcomp") and kind in ("ADP", "SCONJ", "PART"):
            found += objects_of(child)
    return found


def referent(token: Token) -> Token:
    """The antecedent of a relative pronoun, else the token itself."""
    if token.tag_ not in ("WDT", "WP") and not (token.lower_ == "that" and token.pos_ == "PRON"):
        return token
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    return clause.head if clause is not None and token.i < clause.i else token


def _turns_finite(first: Token, second: Token) -> bool:
    """ "hopes to hold talks and has agreed to meet": after an infinitive a verb with a tense goes with the main verb."""
    if first.tag_ != "VB" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in first.children):
        return False
    auxiliaries = [c for c in second.children if c.dep_ in ("aux", "auxpass")]
    return second.tag_ in PAST or any(c.tag_ in TENSED for c in auxiliaries)
