"""An expression in its sentence in, where its clause looks out: to the past, to the future, or not to be told."""

from __future__ import annotations

from detente.knowledge.times import Cues
from detente.reading.times.clause import (
    AMID,
    BY_TAG,
    NOMINAL,
    REASONS,
    STEPS,
    VERBAL,
    Path,
    View,
    modified,
    of_verb,
)
from detente.reading.tokens import Span, Token

PREPOSITIONS = ("ADP", "SCONJ")
LABELLING = ("-", "--", "\u2013", "\u2014")
WITHIN_NAME = ("compound", "nmod", "poss", "amod", "nummod", "appos")
MADE_COMPOUND = ("compound", "nmod", "nummod")


def led_by(span: Span) -> Token | None:
    """The preposition of "On Monday Ruritania agreed", which the parser takes for a compound "Monday Ruritania"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.pos_ not in PREPOSITIONS:
        return None
    root = span.root
    if root.dep_ not in MADE_COMPOUND:
        return None
    noun = root.head
    if noun.i < span.end or (noun.pos_ != "PROPN" and any(c.dep_ == "pobj" for c in before.children)):
        return None
    return before


def outlook(span: Span, cues: Cues) -> View:
    """Where the clause of a time expression looks."""
    path, token = Path(), span.root
    if _is_label(span):
        return View("open", "past", adverbial=True)
    leader = led_by(span)
    if leader is not None:
        path, token = Path(preposition=leader.lower_), leader
    for _ in range(STEPS):
        if token.pos_ in PREPOSITIONS:
            said = cues.of("prepositions", token.lower_)
            if said == "future" and _over(token.head, cues):
                said = None
            if said:  # "will be the first since the clashes in May", too
                return View(said, adverbial=path.adverbial and not path.nominal)
        if token.pos_ in VERBAL:
            return of_verb(token, cues, path)
        if path.nominal and (said := modified(token, cues)):
            return View(said)
        if _holds_plan(token, cues, path):
            return View("open", "future")
        if token.head.i == token.i:
            if token.pos_ == "ADJ" and any(c.dep_ == "nsubj" for c in token.children):
                return View(
                    "future", weak=True
                )  # "Polls close at noon": a verb in the present was not recognised
            verb = _lost_verb(token)
            return of_verb(verb, cues, path) if verb is not None else View("open")
        path = _passed(token, path, cues)
        token = token.head
    return View("open")


def _is_label(span: Span) -> bool:
    """ "Thursday - Rebels seize a school": in a list of what happened day by day, where all is told in the present."""
    doc = span.doc
    opens = span.start == 0 or bool(doc[span.start].is_sent_start) or doc[span.start - 1].is_space
    return opens and span.end < len(doc) and doc[span.end].text in LABELLING


def _over(verb: Token, cues: Cues) -> bool:
    """ "Was in force until Monday": a plain past that puts nothing off, and that nobody denies or commands."""
    plain = verb.tag_ == "VBD" and not any(c.dep_ in ("neg", "auxpass", "aux") for c in verb.children)
    return (
        plain
        and verb.lemma_.lower() not in cues.participles
        and not cues.of("governors", verb.lemma_.lower())
        and not cues.of("commands", verb.lemma_.lower())
        and verb.lemma_.lower() not in cues.announces
    )


def _lost_verb(root: Token) -> Token | None:
    """No sentence is governed by a preposition: where the parser says so, its first finite verb is meant."""
    if root.pos_ not in PREPOSITIONS:
        return None
    return next((t for t in root.sent if t.tag_ in BY_TAG and t.pos_ in VERBAL and t.tag_ != "VBN"), None)


def _passed(token: Token, path: Path, cues: Cues) -> Path:
    before = _in_what_went_before(token, cues)
    under_noun, preposition = before or token.head.pos_ in NOMINAL, path.preposition
    if preposition is None and token.pos_ in PREPOSITIONS:
        preposition = token.lower_
    adverbial = path.adverbial and not under_noun and token.dep_ not in WITHIN_NAME
    inner = path.inner or (path.nominal and token.pos_ in NOMINAL)
    doer = token.dep_ == "nsubj" and token.head.tag_ == "VBD"
    behind = path.behind or doer or before or cues.of("behind", token.lower_) is not None
    behind = behind or _sets_the_scene(token, path, cues)
    reason = path.reason or (path.nominal and token.lower_ in REASONS)
    amid = path.amid or (path.nominal and token.lower_ in AMID and token.head.pos_ in VERBAL)
    return Path(preposition, path.nominal or under_noun, inner, adverbial, behind, reason, amid)


def _sets_the_scene(token: Token, path: Path, cues: Cues) -> bool:
    """ "At a meeting on Sunday, they agreed to open it": where and when it was agreed stands first."""
    opens = path.nominal and token.i < token.head.i and token.head.pos_ in VERBAL
    return opens and cues.of("settings", token.lower_) is not None


def _in_what_went_before(token: Token, cues: Cues) -> bool:
    """ "Following the vote in July": where the parser hangs "in" on the first preposition or on the verb above it."""
    if token.pos_ not in PREPOSITIONS or not token.i:
        return False
    noun = token.doc[token.i - 1]
    late = noun.dep_ == "pobj" and noun.head.head.i == token.head.i and token.head.pos_ in VERBAL
    opening = noun.head if late else token.head
    return cues.of("behind", opening.lower_) is not None


def _holds_plan(token: Token, cues: Cues, path: Path) -> bool:
    """ "Hopes for a deal in April", "plans for April": the time belongs to what the noun looks ahead to."""
    leads = cues.nouns.get(token.lemma_.lower()) if path.nominal else None
    return leads is not None and (path.inner or path.preposition in leads)
