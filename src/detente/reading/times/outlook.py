"""An expression in its sentence in, where its clause looks out: to the past, to the future, or not to be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span, Token

from detente.knowledge.times import Cues

Looks = Literal["past", "future", "open"]
PREPOSITIONS = ("ADP", "SCONJ")
NOMINAL = ("NOUN", "PROPN")
VERBAL = ("VERB", "AUX")
MODIFIES = ("amod", "advmod", "compound", "acomp", "npadvmod")
WITHIN_NAME = ("compound", "nmod", "poss", "amod", "nummod", "appos")
BY_TAG: Mapping[str, Looks] = {"VBD": "past", "VBN": "past", "VBZ": "future", "VBP": "future", "MD": "future"}
MADE_COMPOUND = ("compound", "nmod", "nummod")
STEPS = 12  # no clause is nested deeper in news


@dataclass(frozen=True)
class View:
    """looks: the direction; likely: the better guess when it is open; weak: only the present tense says so.

    adverbial: the expression dates a verb, and no noun stands between.
    """

    looks: Looks
    likely: Looks = "open"
    adverbial: bool = False
    weak: bool = False


@dataclass(frozen=True)
class _Path:
    """What was passed on the way from the expression up to its verb."""

    preposition: str | None = None
    nominal: bool = False
    adverbial: bool = True


def led_by(span: Span) -> Token | None:
    """The preposition of "On Monday Ruritania agreed", which the parser takes for a compound "Monday Ruritania"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.pos_ not in PREPOSITIONS or span.root.dep_ not in MADE_COMPOUND:
        return None
    noun = span.root.head
    if noun.i < span.end or (noun.pos_ != "PROPN" and any(c.dep_ == "pobj" for c in before.children)):
        return None
    return before


def outlook(span: Span, cues: Cues) -> View:
    """Where the clause of a time expression looks."""
    path, token = _Path(), span.root
    leader = led_by(span)
    if leader is not None:
        path, token = _Path(preposition=leader.lower_), leader
    for _ in range(STEPS):
        if token.pos_ in PREPOSITIONS:
            said = cues.of("prepositions", token.lower_)
            if said and (not path.nominal or said == "future"):
                return View(said, adverbial=path.adverbial and not path.nominal)
        if token.pos_ in VERBAL:
            return _of_verb(token, cues, path)
        if path.nominal and (said := _modified(token, cues)):
            return View(said)
        if token.head.i == token.i:
            verb = _lost_verb(token)
            return _of_verb(verb, cues, path) if verb is not None else View("open")
        path = _passed(token, path)
        token = token.head
    return View("open")


def _lost_verb(root: Token) -> Token | None:
    """No sentence is governed by a preposition: where the parser says so, its first finite verb is meant."""
    if root.pos_ not in PREPOSITIONS:
        return None
    return next((t for t in root.sent if t.tag_ in BY_TAG and t.pos_ in VERBAL and t.tag_ != "VBN"), None)


def _passed(token: Token, path: _Path) -> _Path:
    if token.pos_ in PREPOSITIONS and path.preposition is None:
        path = replace(path, preposition=token.lower_)
    if token.dep_ in WITHIN_NAME or token.head.pos_ in NOMINAL:
        path = replace(path, adverbial=False)
    return replace(path, nominal=path.nominal or token.head.pos_ in NOMINAL)


def _modified(token: Token, cues: Cues) -> Looks | None:
    """What the modifiers of a noun ("planned visit") or verb ("initially scheduled") say."""
    said = (cues.of("modifiers", c.lower_) for c in token.children if c.dep_ in MODIFIES)
    return next((looks for looks in said if looks), None)


def _of_verb(verb: Token, cues: Cues, path: _Path) -> View:
    for _ in range(STEPS):
        view = _clause(verb, cues, path)
        above = _verb_above(verb)
        if view is not None or above is None:
            return replace(view or View("open"), adverbial=path.adverbial)
        verb, path = above, replace(path, nominal=False)
    return View("open")


def _verb_above(verb: Token) -> Token | None:
    for token in verb.ancestors:
        if token.pos_ in VERBAL:
            return token
    return None


def _clause(verb: Token, cues: Cues, path: _Path) -> View | None:
    """The clause's own answer; None when it has none and the clause above must tell."""
    said = _modified(verb, cues)
    if said:
        return View(said)
    view = _tense(verb, cues)
    leads = cues.participles.get(verb.lemma_.lower())
    if leads is not None and not path.nominal and (not leads or path.preposition in leads):
        return _planned(verb, view)
    if view and view.looks == "past" and path.nominal and verb.lemma_.lower() in cues.announces:
        return View("open", "future")
    return view


def _planned(verb: Token, view: View | None) -> View:
    """ "Has been set for May" looks ahead; "was set" or "had been set for May" tells only that the plan is old."""
    if view is None or view.looks != "past" or not any(c.dep_ == "auxpass" for c in verb.children):
        return View("future")
    tags = {c.tag_ for c in verb.children if c.dep_ == "aux"}
    return View("future") if tags & {"VBZ", "VBP"} else View("open")


def _tense(verb: Token, cues: Cues) -> View | None:
    words = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    perfect = any(cues.of("perfects", word) for word in words)
    modal = next((looks for word in words if (looks := cues.of("modals", word))), None)
    if perfect:
        return View("past")
    if modal:
        return View(modal)
    if any(cues.of("infinitives", word) for word in words):
        return _infinitive(verb, cues)
    spoken = next((looks for word in words if (looks := cues.of("auxiliaries", word))), None) or BY_TAG.get(
        verb.tag_
    )
    return View(spoken, weak=spoken == "future") if spoken else None


def _infinitive(verb: Token, cues: Cues) -> View | None:
    """An infinitive looks ahead under a word of planning, under a bare auxiliary, and alone in a headline."""
    above = verb.head
    if above.i == verb.i:
        return View("future")
    if above.pos_ == "AUX" and verb.dep_ in ("xcomp", "acomp"):
        return View("future") if above.tag_ != "VBD" else View("open")
    if not cues.of("governors", above.lemma_.lower()):
        above = above.head  # "decided last week to meet" is parsed as "week to meet" at times
        if verb.head.pos_ not in NOMINAL or not cues.of("governors", above.lemma_.lower()):
            return None
    was = (
        above.head
        if above.pos_ == "ADJ" and above.head.pos_ == "AUX"
        else next((c for c in above.children if c.dep_ == "auxpass"), None)
    )
    return View("open") if was is not None and _past(was) else View("future")


def _past(verb: Token) -> bool:
    """ "Was" or "had been": what was then to come may be over by now."""
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children if c.dep_ == "aux")
