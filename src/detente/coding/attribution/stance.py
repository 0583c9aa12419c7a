"""A candidate in, its stance out: the cue's class, turned round by a negation of the cue or in the source."""

from __future__ import annotations

from detente.coding.attribution.candidates import Candidate, Reading, is_word
from detente.reading.tokens import Token
from detente.records import Stance

_LONGEST_SILENCE = 10  # tokens, marks included: "We have nothing to add."


def is_negated(cue: Token, source: set[int], reading: Reading) -> bool:
    """ "did not say", "has yet to confirm", "neither minister confirmed", "nobody confirmed"."""
    negative = reading.words("negative-sources")
    return _denied(cue, reading) or any(reading.doc[i].lower_ in negative for i in source)


def _denied(cue: Token, reading: Reading) -> bool:
    negative = reading.words("negations")
    if any(c.dep_ == "neg" or (c.lower_ in negative and c.i < cue.i) for c in cue.children):
        return True
    if cue.dep_ == "conj" and cue.head.pos_ == cue.pos_ and not any(c.dep_ == "nsubj" for c in cue.children):
        between = {c.lower_ for c in cue.head.children if c.dep_ == "cc"}
        return between != {"but"} and _denied(cue.head, reading)
    if cue.dep_ == "xcomp" and cue.head.lemma_.lower() in reading.words("not-doing"):
        return True
    if cue.dep_ == "xcomp" and cue.head.dep_ == "acomp":  # "was not able to verify it"
        return _denied(cue.head, reading) or _denied(cue.head.head, reading)
    if cue.dep_ != "xcomp" or cue.head.lemma_ not in ("be", "have", "do"):
        return False
    yet = reading.words("not-yet")
    return any(c.lower_ in yet for t in (cue, cue.head) for c in t.children) or _denied(cue.head, reading)


def stance_of(candidate: Candidate, reading: Reading) -> Stance:
    """What the source does with the content; who says "no comment" says nothing."""
    if len(candidate.content) <= _LONGEST_SILENCE:
        spoken = " ".join(reading.lowers[i] for i in sorted(candidate.content) if is_word(reading.doc[i]))
        if spoken in reading.words("saying-nothing"):
            return "no_comment"
    return candidate.rule.negated if candidate.negated else candidate.rule.stance
