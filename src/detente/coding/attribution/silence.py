"""Quotations that say nothing in, candidates out: "“No comment” was all that the envoy had for reporters"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.attribution.candidates import Candidate, Reading, is_word
from detente.coding.attribution.edges import source_tokens
from detente.coding.attribution.subjects import own_subject
from detente.knowledge.cues import CueRule
from detente.reading.tokens import Token

GIVERS, CLAUSES = ("from", "of", "by"), ("relcl", "ccomp", "acl")


def silence_candidates(reading: Reading) -> Iterator[Candidate]:
    """One for each such quotation that is said to be all that there was, or the answer."""
    for tokens in reading.quotations:
        verb = next((t for t in reading.doc[tokens.stop : tokens.stop + 2] if t.lemma_ == "be"), None)
        if verb is None:
            continue
        words = [i for i in tokens if is_word(reading.doc[i])]
        if not words or " ".join(reading.lowers[i] for i in words) not in reading.words["saying-nothing"]:
            continue
        rule, source = _rule(reading), _speaker(verb)
        if rule is not None and source is not None:
            yield Candidate(
                anchor=verb.i,
                rule=rule,
                cue=frozenset({verb.i}),
                source=frozenset(source_tokens(source, {verb.i})),
                content=frozenset(words),
            )


def _rule(reading: Reading) -> CueRule | None:
    """The one that plain saying has."""
    rules = (e.rule for word in reading.words["plain-saying"] for e in reading.knowledge.verbs.get(word, ()))
    return next((rule for rule in rules if "quote" in rule.frames), None)


def _speaker(be: Token) -> Token | None:
    """From whom it was got, or who had or said no more."""
    said = next((c for c in be.rights if c.dep_ in ("attr", "nsubj")), None)
    clause = next((t for above in (said, be) if above for t in above.rights if t.dep_ in CLAUSES), None)
    if clause is None:
        return None
    below = [t for t in clause.subtree if t.lower_ in GIVERS and t.i > clause.i]
    given = (c for mark in below if mark.head.dep_ in ("prep", *CLAUSES) for c in mark.rights)
    return next((c for c in given if c.dep_ == "pobj"), None) or own_subject(clause)
