"""Comment clauses and quotations that say nothing in, candidates out.

"The talks, he said, will resume", "..., the minister said on Monday."; "“No comment” was all that the envoy had".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.attribution.candidates import Candidate, Reading, is_word
from detente.coding.attribution.edges import is_cue, source_tokens, true_sentence
from detente.coding.attribution.retorts import is_answered
from detente.coding.attribution.speech import speaking
from detente.coding.attribution.stance import is_negated
from detente.coding.attribution.subjects import SUBJECTS, noun_phrase_starting, own_subject
from detente.knowledge.cues import CueRule
from detente.reading.tokens import Token

_OPENERS = (",", "—", "–", "-", "--", "”", '"', "''")
_CLOSERS = (",", ".", ";", "—", "–", "-", "--", ")")
_ADJUNCTS = ("prep", "npadvmod", "advmod", "dative", "aux", "neg", "agent")
GIVERS, CLAUSES = ("from", "of", "by"), ("relcl", "ccomp", "acl")


def comment_candidates(reading: Reading) -> Iterator[Candidate]:
    """A verb of saying with its subject, set off by commas, comments on the whole sentence around it."""
    for token, rule in speaking(reading):
        told = token.tag_ in ("VBD", "VBZ", "VBP") or (rule.patient and _is_passive(token))
        if "clause" in rule.frames and told and token.i not in reading.taken:
            found = _comment(token, rule, reading)
            if found is not None:
                yield found


def _is_passive(verb: Token) -> bool:
    """ "..., the mayor was quoted as saying"."""
    return verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)


def _comment(verb: Token, rule: CueRule, reading: Reading) -> Candidate | None:
    doc = reading.doc
    cue = {verb.i} | {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt")}
    subject = _subject(verb)
    if subject is None:
        return None
    source = source_tokens(subject, cue)
    start = min(source | cue)
    if start == 0 or doc[start - 1].text not in _OPENERS:  # nearly always
        return None
    end = _end(verb, source | cue, reading)
    sentence_start, sentence_end = true_sentence(doc, verb.i)
    if start <= sentence_start or not _closes(end, sentence_end, reading):
        return None
    content = {i for i in range(sentence_start, sentence_end) if not start <= i < end}
    if _goes_on_speaking(end, sentence_end, reading) or is_answered(end, sentence_end, reading):
        content = {i for i in content if i < start}
    if not any(is_word(doc[i]) for i in content if i < start) or _only_adjunct(
        sentence_start, start, end, reading
    ):
        return None
    return Candidate(
        anchor=verb.i,
        rule=rule,
        cue=frozenset(cue),
        source=frozenset(source),
        content=frozenset(content),
        negated=is_negated(verb, source, reading),
        comment=True,
    )


def _subject(verb: Token) -> Token | None:
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own and abs(own[-1].i - verb.i) < 40 and own[-1].i < verb.i:
        return own[-1]
    after = noun_phrase_starting(verb.nbor(1), verb.i) if verb.i + 1 < len(verb.doc) else None
    return own[-1] if own and after is not None and own[-1].i == after.i else None


def _end(verb: Token, region: set[int], reading: Reading) -> int:
    """After the verb, its subject if it follows, and adjuncts of time, place and hearer that touch it."""
    end = max(region) + 1
    for child in sorted(verb.rights, key=lambda c: c.left_edge.i):
        hearer = child.dep_ == "dobj" and verb.lemma_ in reading.words["hearer-verbs"]
        if child.left_edge.i == end and (child.dep_ in _ADJUNCTS or hearer):
            end = child.right_edge.i + 1
    return end


def _closes(end: int, sentence_end: int, reading: Reading) -> bool:
    doc = reading.doc
    return end >= sentence_end or end >= len(doc) or doc[end].text in _CLOSERS or doc[end].is_space


def _goes_on_speaking(end: int, sentence_end: int, reading: Reading) -> bool:
    """ "The talks failed, he said, citing the weather": what the speaker does besides is not what he says."""
    doc = reading.doc
    if end + 1 >= sentence_end or doc[end].text != ",":
        return False
    return doc[end + 1].tag_ == "VBG" and reading.quoted[end + 1] is None and is_cue(doc[end + 1], reading)


def _only_adjunct(sentence_start: int, start: int, end: int, reading: Reading) -> bool:
    """ "On Monday, she said, ...": what stands before is no clause and what follows is a quotation or a
    clause.
    """
    doc = reading.doc
    if doc[max(start - 2, 0)].lower_ in ("that", "which", "who", "whom"):
        return True
    follows = [i for i in range(end, min(end + 3, len(doc))) if reading.quoted[i] is not None]
    verbal = any(t.pos_ in ("VERB", "AUX") for t in doc[sentence_start:start])
    return bool(follows) or (not verbal and (end >= len(doc) or doc[end].text != ","))


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
