"""An expression in its sentence in, where its clause looks out: to the past, to the future, or not to be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from detente.knowledge.times import Outlook, TimeTables

Looks = Literal["past", "future", "open"]
PREPOSITIONS = ("ADP", "SCONJ")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "ADV")
VERBAL = ("VERB", "AUX")
BARE_PASSIVE = ("VBN",)
STEPS = 12  # no clause is nested deeper in news


@dataclass(frozen=True)
class View:
    """looks: the direction; likely: the better guess when it is open; adverbial: it dates a verb, not a noun."""

    looks: Looks
    likely: Looks = "open"
    adverbial: bool = False


@dataclass(frozen=True)
class Cues:
    """The outlook words by role, as sets."""

    governors: dict[str, Looks]
    participles: dict[str, Looks]
    modifiers: dict[str, Looks]
    modals: dict[str, Looks]
    prepositions: dict[str, Looks]
    announces: frozenset[str]


def cues_of(tables: TimeTables) -> Cues:
    """The outlook rules as look-up tables."""
    rules = tables.outlooks

    def table(role: str) -> dict[str, Looks]:
        return {word: rule.looks for rule in rules for word in getattr(rule, role)}

    return Cues(
        table("governors"), table("participles"), table("modifiers"), table("modals"), table("prepositions"),
        frozenset(word for rule in rules for word in rule.announces),
    )


def outlook(token: Token, cues: Cues) -> View:
    """Where the clause of a time expression looks, from the expression's head token."""
    adverbial, nouns = True, 0
    for _ in range(STEPS):
        own = _preposition(token, cues)
        if own and (nouns == 0 or own == "future"):
            return View(own, adverbial=adverbial and nouns == 0)
        if token.pos_ in VERBAL:
            return _of_verb(token, cues, nominal=nouns > 0, adverbial=adverbial)
        if nouns and (by_noun := _modified(token, cues)):
            return View(by_noun)
        if token.head.i == token.i:
            break
        if token.dep_ in ("pobj", "pcomp") or token.pos_ in PREPOSITIONS:
            pass
        elif token.dep_ in ("compound", "nmod", "poss", "amod", "nummod", "appos"):
            adverbial = False
        if token.pos_ not in PREPOSITIONS and token.head.pos_ in NOMINAL:
            adverbial = False
        token = token.head
        nouns += token.pos_ in ("NOUN", "PROPN")
    return View("open")


def _preposition(token: Token, cues: Cues) -> Looks | None:
    return cues.prepositions.get(token.lower_) if token.pos_ in PREPOSITIONS else None


def _modified(token: Token, cues: Cues) -> Looks | None:
    """What the modifiers of a noun ("planned visit") or verb ("initially scheduled") say."""
    return next((cues.modifiers[c.lower_] for c in token.children if c.lower_ in cues.modifiers), None)


def _of_verb(verb: Token, cues: Cues, *, nominal: bool, adverbial: bool) -> View:
    for _ in range(STEPS):
        view = _clause(verb, cues, nominal=nominal, adverbial=adverbial)
        if view is not None:
            return view
        above = _governor(verb)
        if above is None:
            return View("open", adverbial=adverbial)
        verb, nominal = above, False
    return View("open")


def _clause(verb: Token, cues: Cues, *, nominal: bool, adverbial: bool) -> View | None:
    """The clause's own answer; None when it has none and the clause above must tell."""
    if said := _modified(verb, cues):
        return View(said, adverbial=adverbial)
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    tense = _tense(verb, auxiliaries, cues)
    forward = cues.participles.get(verb.lemma_.lower())
    if forward == "future" and not nominal:
        if tense == "past" and any(a.lower_ in ("had",) for a in auxiliaries):
            return View("past", adverbial=adverbial)
        return View("open", "open", adverbial=adverbial) if tense == "past" else View("future", adverbial=adverbial)
    if tense is None:
        return None
    if nominal and tense == "past" and verb.lemma_.lower() in cues.announces:
        return View("open", "future")
    return View(tense, adverbial=adverbial)


def _tense(verb: Token, auxiliaries: Iterable[Token], cues: Cues) -> Looks | None:
    words = {a.lower_ for a in auxiliaries}
    perfect = bool(words & {"have", "has", "had", "'ve", "having"})
    modal = next((cues.modals[w] for w in words if w in cues.modals), None)
    if modal:
        return "past" if perfect else modal
    if "to" in words:
        return "past" if perfect else _infinitive(verb, cues)
    if perfect or words & {"was", "were", "did", "been"}:
        return "past"
    if words & {"is", "are", "am", "'s", "'re", "'m", "be"}:
        return "future"
    return {"VBD": "past", "VBZ": "future", "VBP": "future", "MD": "future"}.get(verb.tag_) or (
        "past" if verb.tag_ == "VBN" else None
    )


def _infinitive(verb: Token, cues: Cues) -> Looks | None:
    """An infinitive looks ahead under a word of planning, after "be", and alone in a headline."""
    above = verb.head
    if above.i == verb.i:
        return "future"
    if cues.governors.get(above.lemma_.lower()) or (above.lemma_ == "be" and verb.dep_ in ("xcomp", "acomp")):
        return "future"
    return None


def _governor(verb: Token) -> Token | None:
    """The verb (or planning noun or adjective) above a clause without a tense of its own."""
    token = verb
    for _ in range(STEPS):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in VERBAL:
            return token
    return None


_ = Outlook
