"""A candidate in, its stance out: the cue's class, turned round by a negation of the cue or in the source."""

from __future__ import annotations

from detente.coding.attribution.candidates import Candidate, Reading, is_word
from detente.coding.attribution.subjects import subject_of
from detente.reading.tokens import Token
from detente.records import Stance

NO_COMMENT: Stance = "no_comment"
SILENT: tuple[Stance, ...] = (NO_COMMENT, "does_not_confirm")

SILENT_VERBS: dict[Stance, str] = {
    "does_not_confirm": "verbs-of-confirming",
    "no_comment": "verbs-of-commenting",
}
_LONGEST_REFUSAL = 24  # tokens of "I am not in a position to confirm that at this stage."
_LONGEST_SILENCE = 10  # tokens, marks included: "We have nothing to add."


def is_negated(cue: Token, source: set[int], reading: Reading) -> bool:
    """ "did not say", "has yet to confirm", "neither minister confirmed", "nobody confirmed"."""
    negative = reading.words["negative-sources"]
    return _denied(cue, reading) or any(
        _counts(i, source, reading) for i in source if reading.lowers[i] in negative
    )


def _counts(i: int, source: set[int], reading: Reading) -> bool:
    """Not "officials, none of whom was named"; but the whole of it in "a report that nobody confirmed"."""
    return all(t.dep_ not in ("relcl", "acl") for t in reading.doc[i].ancestors if t.i in source)


def _denied(cue: Token, reading: Reading) -> bool:
    negative = reading.words["negations"]
    for c in cue.children:
        if c.dep_ == "neg" or (c.lower_ in negative and c.i < cue.i):
            return True
    if cue.dep_ == "conj" and cue.head.pos_ == cue.pos_ and not any(c.dep_ == "nsubj" for c in cue.children):
        between = {c.lower_ for c in cue.head.children if c.dep_ == "cc"}
        return between != {"but"} and _denied(cue.head, reading)
    if cue.dep_ in ("xcomp", "pcomp") and _held_back(cue, reading):
        return True
    means = means_before(cue, reading)
    if means is not None:
        return _without_means(means, reading)
    if cue.dep_ == "xcomp" and cue.head.dep_ == "acomp":  # "was not able to verify it"
        return _denied(cue.head, reading) or _denied(cue.head.head, reading)
    if cue.dep_ != "xcomp" or cue.head.lemma_ not in ("be", "have", "do"):
        return False
    yet = reading.words["not-yet"]
    return any(c.lower_ in yet for t in (cue, cue.head) for c in t.children) or _denied(cue.head, reading)


def _held_back(cue: Token, reading: Reading) -> bool:
    """ "Refused to confirm", "refrained from commenting", "stopped short of confirming"."""
    if cue.head.lower_ == "without":  # "walked on without answering"
        return True
    above = cue.head.head if cue.dep_ == "pcomp" else cue.head
    return above.lemma_.lower() in reading.words["not-doing"]


def means_before(cue: Token, reading: Reading) -> Token | None:
    """The noun before an infinitive that tells what one needs for it: "a way to verify it"."""
    to = next((c for c in cue.lefts if c.tag_ == "TO"), None)
    noun = to.nbor(-1) if to is not None and to.i else None
    if noun is None or cue in noun.ancestors:  # "for the authorities to verify it": it is they who do
        return None
    return noun if noun.lemma_.lower() in reading.words["means"] else None


def _without_means(means: Token, reading: Reading) -> bool:
    """ "Had no way to verify it", "was not in a position to confirm it"."""
    holder = means.head.head if means.dep_ == "pobj" else means.head
    return any(c.lower_ == "no" for c in means.children) or _denied(holder, reading)


def stance_of(candidate: Candidate, reading: Reading) -> Stance:
    """What the source does with the content; who says "no comment" says nothing."""
    if says_nothing(candidate, reading):
        return NO_COMMENT
    if candidate.negated:
        return candidate.rule.negated
    stance = candidate.rule.stance
    told = _by_content(candidate, reading) or _of_oneself(candidate, reading) if stance == "asserts" else None
    return told or stance


def says_nothing(candidate: Candidate, reading: Reading) -> bool:
    """ "“No comment,” said the minister": nothing is told."""
    if not 0 < len(candidate.content) <= _LONGEST_SILENCE:
        return False
    spoken = " ".join([reading.lowers[i] for i in sorted(candidate.content) if is_word(reading.doc[i])])
    return spoken in reading.words["saying-nothing"]


def _by_content(candidate: Candidate, reading: Reading) -> Stance | None:
    """Who says that a report is false denies it, and who says that it is true confirms it."""
    copulas = [t for i in candidate.content if (t := reading.doc[i]).lemma_ == "be"]
    clause = next((t for t in copulas if _is_told(t, candidate)), None)
    if clause is None:
        return None
    about = next((c for c in clause.children if c.dep_ in ("nsubj", "csubj")), None)
    said = next((c for c in clause.children if c.dep_ in ("acomp", "attr")), None)
    if said is None:
        return None
    if about is None:  # "there was no truth in the report"
        about = next((c for p in said.rights if p.dep_ == "prep" for c in p.rights), None)
    if about is None or about.lemma_.lower() not in reading.words["what-is-reported"]:
        return None
    no = _denied(clause, reading) or any(c.lower_ == "no" for c in said.children)
    word = said.lemma_.lower()
    if word in reading.words["untrue"]:
        return "confirms" if no else "denies"
    return ("denies" if no else "confirms") if word in reading.words["true"] else None


def _of_oneself(candidate: Candidate, reading: Reading) -> Stance | None:
    """ "We cannot comment on that", "I am not in a position to confirm it", told in the first person."""
    if len(candidate.content) > _LONGEST_REFUSAL:
        return None
    for token in [t for i in candidate.content if (t := reading.doc[i]).pos_ == "VERB"]:
        word = token.lemma_.lower()
        stance = next((s for s, verbs in SILENT_VERBS.items() if word in reading.words[verbs]), None)
        if stance is None or not _denied(token, reading):
            continue
        speaker = subject_of(token)
        if speaker is not None and speaker.lower_ in reading.words["first-persons"]:
            return stance
    return None


def _is_told(verb: Token, candidate: Candidate) -> bool:
    """Whether the verb heads what is said and is no part of it."""
    inside = verb.head.i in candidate.content and verb.head.i != verb.i
    return not inside
