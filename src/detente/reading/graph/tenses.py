"""The auxiliaries of a verb in, its tense, aspect, modal and mood out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.reading.graph.negation import Words
from detente.reading.graph.types import Mood, Tense
from detente.reading.shapes import TENSED
from detente.reading.tokens import Token


def is_perfect(children: Iterable[Token]) -> bool:
    return any(c.dep_ == "aux" and (c.lemma_ == "have" or c.lower_ == "having") for c in children)


def is_progressive(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """ "is fighting", "is being fought"; a participle by itself is not."""
    own = [c for c in auxiliaries if c.lemma_ == "be"]
    if not own:
        return False
    if verb.tag_ == "VBG":
        return any(c.dep_ == "aux" for c in own)
    return any(c.tag_ == "VBG" for c in own) and any(c.tag_ in TENSED for c in own)


def modal_of(auxiliaries: Sequence[Token]) -> str | None:
    modals = [c.lower_ for c in auxiliaries if c.dep_ == "aux" and c.tag_ == "MD"]
    return modals[0] if modals else None


def tense_of(verb: Token, auxiliaries: Sequence[Token], modal: str | None, words: Words) -> Tense:
    if modal is not None:
        return "future" if modal in words["future modals"] else "present"
    finite = [c for c in auxiliaries if c.tag_ in ("VBD", "VBP", "VBZ")]
    tags = {c.tag_ for c in finite} or {"VBP" if _is_base_for_present(verb) else verb.tag_}
    if "VBD" in tags:
        return "past"
    if tags & {"VBP", "VBZ"}:
        return "past" if is_perfect(finite) else "present"
    return "none"


def _is_base_for_present(verb: Token) -> bool:
    """ "As their supporters clash with guards", "Envoys sign a pact, officials said": tagged as a base form, though it
    has a subject of its own."""
    if verb.tag_ != "VB":
        return False
    deps = {c.dep_ for c in verb.children}
    if "nsubj" not in deps or deps & {"aux", "auxpass"}:
        return False
    told = verb.dep_ in ("ccomp", "parataxis") and verb.head.i > verb.i and "mark" not in deps
    return told or verb.dep_ == "advcl" or (verb.dep_ == "ROOT" and _has_many_before(verb))


def _has_many_before(verb: Token) -> bool:
    """ "Voters in Zenda go to the polls"."""
    return any(c.dep_ == "nsubj" and c.tag_ in ("NNS", "NNPS") for c in verb.lefts)


def mood_of(verb: Token, auxiliaries: Sequence[Token]) -> Mood:
    finite = [c for c in auxiliaries if c.tag_ in TENSED]
    if "to" in [c.lower_ for c in auxiliaries]:
        return "infinitive"
    if not finite and any(c.tag_ == "VBG" for c in auxiliaries):
        return "participle"  # "having bombed", whatever the tagger makes of the verb
    if finite or verb.tag_ in ("VBD", "VBP", "VBZ"):
        return "indicative"
    if verb.tag_ in ("VBG", "VBN"):
        return "participle"
    if verb.tag_ == "VB" and not _is_base_for_present(verb):
        return "infinitive"
    return "indicative" if verb.tag_ == "VB" else "none"
