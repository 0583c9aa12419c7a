"""Quotations of a document in, candidates out: the speech verb beside each quotation, and the quotations
it goes on in.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from detente.coding.attribution.candidates import Candidate, Reading, is_word
from detente.coding.attribution.edges import source_tokens, true_sentence
from detente.coding.attribution.frames import entries_held
from detente.coding.attribution.stance import is_negated
from detente.coding.attribution.subjects import (
    SUBJECTS,
    is_passive,
    lost_subject,
    noun_phrase_starting,
    subject_of,
)
from detente.knowledge.cues import CueRule
from detente.reading.shapes import TENSED
from detente.reading.tokens import Token

_WORDS_OF_SPEECH = 4  # fewer are a name or a quoted word
_LONGEST_LEAD = 40  # tokens between a speech verb and the quotation that it opens
_ENDS = (".", "?", "!", "…", "...")
VERBAL = ("VERB", "AUX")
_CARRYING_ON = ("ADP", "NOUN", "PROPN", "ADJ", "SCONJ", "PART", "DET")
_NOT_MAIN = ("relcl", "acl", "aux", "auxpass")


def speech_candidates(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each speech verb that stands before or after a whole quotation."""
    voices: dict[int, CueRule] = {}
    spoken: dict[int, list[int]] = {}
    current: int | None = None
    for number in range(len(reading.quotations)):
        if not _is_speech(number, reading):
            continue
        voice = _right_before(number, reading) or _after(number, reading) or _before(number, reading)
        if voice is not None:
            current = voice[0].i
            voices[current] = voice[1]
        elif current is None or not _goes_on(spoken[current][-1], current, number, reading):
            current = None
            continue
        spoken.setdefault(current, []).append(number)
    for verb, numbers in spoken.items():
        found = _built(reading.doc[verb], voices[verb], numbers, reading)
        if found is not None:
            yield found


def _is_speech(number: int, reading: Reading) -> bool:
    """A quotation that is not woven into a clause: it opens a sentence or follows a comma, a colon or a
    speech verb.
    """
    tokens = reading.quotations[number]
    before = _previous(tokens.start, reading)
    if (
        before is None
        or before.text in (",", ":", ";", "—", "–", "-", *_ENDS)
        or before.is_quote
        or before.is_space
    ):
        words = (i for i in tokens if is_word(reading.doc[i]))
        closing = reading.doc[tokens[-1] - 1].text in (",", *_ENDS) if len(tokens) > 2 else False
        return closing or len(list(islice(words, _WORDS_OF_SPEECH))) == _WORDS_OF_SPEECH
    return speech_rule(before, reading) is not None


def _previous(i: int, reading: Reading) -> Token | None:
    while i > 0 and reading.doc[i - 1].is_space and "\n" not in reading.doc[i - 1].text:
        i -= 1
    return reading.doc[i - 1] if i > 0 else None


def speaking(reading: Reading) -> list[tuple[Token, CueRule]]:
    """The words of the text that can bring in a quotation, each with the rule that lets it."""
    if not reading.speaking:
        known = reading.knowledge.verbs
        verbs = [token for token in reading.doc if token.pos_ in VERBAL and token.lemma_.lower() in known]
        reading.speaking.extend([(t, rule) for t in verbs if (rule := speech_rule(t, reading)) is not None])
    return reading.speaking


def speech_rule(token: Token, reading: Reading) -> CueRule | None:
    """The rule that lets this word bring in a quotation."""
    if token.pos_ not in VERBAL or token.dep_ in ("aux", "auxpass") or reading.quoted[token.i] is not None:
        return None
    entries = reading.knowledge.verbs.get(token.lemma_.lower(), ())
    quoting = [entry for entry in entries if "quote" in entry.rule.frames and not entry.rule.with_]
    return next((entry.rule for entry, _ in entries_held(token, quoting)), None)


def _right_before(number: int, reading: Reading) -> tuple[Token, CueRule] | None:
    """ "Said “no” nine times and then named the clerk": the verb that the quotation follows at once."""
    start = reading.quotations[number].start
    before = reading.doc[start - 1] if start else None
    rule = speech_rule(before, reading) if before is not None else None
    if before is None or rule is None or before.tag_ not in TENSED or before.dep_ in _NOT_MAIN:
        return None
    return before, rule


def _tells_a_clause(verb: Token, quotation: range, reading: Reading) -> bool:
    """ "Wrote that he had been in a class, “Numbers,” for years", "the host of “The Pupil,” said he was ill": what the
    verb tells is a clause that begins outside the quotation, which is only a name in it or before it."""
    return any(
        c.dep_ == "ccomp" and c.left_edge.i not in quotation and reading.quoted[c.left_edge.i] is None
        for c in verb.rights
        if c.left_edge.i < quotation.start or verb.i >= quotation.stop
    )


def _after(number: int, reading: Reading) -> tuple[Token, CueRule] | None:
    """ "...," the minister said / "...," said the minister: the first main verb after the quotation, if it
    is one of speech.
    """
    doc, end = reading.doc, reading.quotations[number].stop
    if end < 2 or (doc[end - 2].text == "." and not (end < len(doc) and doc[end].text == ",")):
        return None
    for i in range(end, min(end + _LONGEST_LEAD, len(doc))):
        token = doc[i]
        if reading.quoted[i] is not None or token.text in (".", ";", ":") or "\n" in token.text:
            return None
        if token.tag_ in TENSED and token.dep_ not in _NOT_MAIN:
            rule = speech_rule(token, reading)
            told = rule is not None and not _tells_a_clause(token, reading.quotations[number], reading)
            return (token, rule) if rule is not None and told else None
        if (
            token.dep_ not in _NOT_MAIN
            and token.tag_ in ("VBN", "VBG", "VB")
            and (rule := speech_rule(token, reading))
        ):
            return token, rule
    return None


def _before(number: int, reading: Reading) -> tuple[Token, CueRule] | None:
    """The minister said: "..." -- the nearest speech verb before the quotation, with no other main verb
    between.
    """
    doc, start = reading.doc, reading.quotations[number].start
    colon = False
    for i in range(start - 1, max(-1, start - _LONGEST_LEAD), -1):
        token = doc[i]
        first = all(doc[k].is_space for k in range(i + 1, start))
        if token.text == ":" and first:
            colon = True
        elif (
            (token.is_space and "\n" in token.text and not first)
            or token.text in (*_ENDS, ";")
            or (token.is_space and "\n" in token.text and doc[i - 1].text != ":")
        ):
            return None
        elif reading.quoted[i] is not None:
            continue
        elif rule := speech_rule(token, reading):
            named = not colon and _tells_a_clause(token, reading.quotations[number], reading)
            return None if named else (token, rule)
        elif token.tag_ in TENSED and token.dep_ not in _NOT_MAIN and not colon:
            return None
    return None


def _goes_on(last: int, verb: int, number: int, reading: Reading) -> bool:
    """True when nothing but the end of the speaker's own sentence, or a new paragraph, parts two
    quotations.
    """
    start, end = reading.quotations[last].stop, reading.quotations[number].start
    between = [t for t in reading.doc[start:end] if not t.is_space and not t.is_quote]
    if all(t.text in _ENDS for t in between):  # "... nothing changes". "We ..."
        return True
    if not start <= verb < end:
        return False
    ends = sum(t.text in _ENDS for t in between)
    return ends == 0 or (ends == 1 and between[-1].text in _ENDS)


def _built(verb: Token, rule: CueRule, numbers: list[int], reading: Reading) -> Candidate | None:
    cue = {verb.i} | {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt")}
    content = {i for number in numbers for i in reading.quotations[number]}
    quoted = next((c for c in verb.children if c.dep_ == "dobj"), None) if rule.patient else None
    source = source_tokens(quoted, cue) if quoted is not None else _speaker(verb, cue, content, reading)
    content |= _rest_of_clause(numbers[0], min(source | cue), reading)
    content |= _what_follows(numbers[-1], verb, reading)
    if not source and not rule.sourceless and not is_passive(verb):
        return None
    return Candidate(
        anchor=verb.i,
        rule=rule,
        cue=frozenset(cue - content),
        source=frozenset(source),
        content=frozenset(content),
        negated=is_negated(verb, source, reading),
        quotation=True,
    )


def _rest_of_clause(number: int, teller: int, reading: Reading) -> set[int]:
    """ "“It is grave” for all of them, he said": the clause goes on after the mark, up to the comma before the speaker."""
    end = reading.quotations[number].stop
    rest = [t for t in reading.doc[end:teller] if not t.is_space]
    last = reading.doc[end - 2] if end > 1 else None
    if not rest or last is None or last.text in (",", *_ENDS) or rest[-1].text != ",":
        return set()
    return {t.i for t in rest[:-1]} if rest[0].text != "," else set()


def _what_follows(number: int, verb: Token, reading: Reading) -> set[int]:
    """ "Said “we will win” despite the loss", "said “two thirds” of them would go": the clause goes on after the mark."""
    quotation = reading.quotations[number]
    end = quotation.stop
    if verb.i >= quotation.start or end + 1 >= len(reading.doc) or end < 3:
        return set()
    first, last = reading.doc[end], reading.doc[end - 2]
    if last.is_punct or first.lower_ in reading.words["ways-of-telling"] or first.pos_ not in _CARRYING_ON:
        return set()
    if any(t.lemma_.lower() in reading.words["circumstances"] for t in first.subtree):
        return set()
    close = next((i for i in range(end, true_sentence(reading.doc, end)[1]) if reading.doc[i].is_punct), end)
    return set(range(end, close))


def _speaker(verb: Token, cue: set[int], content: set[int], reading: Reading) -> set[int]:
    """The subject; where the parser took the quotation for it, the noun phrase after or before the verb."""
    following = reading.doc[verb.i + 1] if verb.i + 1 < len(reading.doc) else None
    inverted = verb.i > 0 and verb.i - 1 in content
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.i not in content]
    head = own[-1] if own else None
    if head is None and inverted and following is not None:
        head = noun_phrase_starting(following, verb.i)
    if head is None:
        head = subject_of(verb)
    if head is None or head.i in content:
        head = lost_subject(verb)
    return source_tokens(head, cue | content) if head is not None and head.i not in content else set()
