"""Verb and adjective cues in a document in, candidates out: the complements that the cue's rule allows are
the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from detente.coding.attribution.arguments import Arguments, arguments_of, with_judges
from detente.coding.attribution.candidates import Candidate, Reading, is_word, subtree
from detente.coding.attribution.edges import (
    complement_tokens,
    name_in_quotes,
    source_tokens,
    true_sentence,
    whole_quotations,
)
from detente.coding.attribution.frames import ALONE, entries_held, match_frame, named_by
from detente.coding.attribution.retorts import is_answered
from detente.coding.attribution.speech import speaking
from detente.coding.attribution.stance import is_negated, means_before
from detente.coding.attribution.subjects import SUBJECTS
from detente.coding.attribution.trailing import spelled_out, trailing
from detente.knowledge.cues import CueRule, Entry
from detente.reading.tokens import Token

_THAT_WITHIN = 10  # tokens of hearer, time and place between a verb of saying and its "that"
VERBAL_OR_QUALITY = ("VERB", "AUX", "ADJ")
IMPERSONAL = ("raising", "likeness", "it")  # frames whose subject is no source
_CUE_PARTS = ("aux", "auxpass", "neg", "prt")


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    """A cue whose rule found its complements: `heads` of the content, `cue` with all its words."""

    anchor: Token
    args: Arguments
    rule: CueRule
    frame: str
    heads: list[Token]
    cue: set[int]


def verb_candidates(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each verb or adjective whose rule finds content."""
    for token in reading.doc:
        if token.pos_ not in VERBAL_OR_QUALITY or token.i in reading.taken:
            continue
        if _is_quality(token):
            word = token.lower_ if token.pos_ == "VERB" else token.lemma_.lower()
            entries = reading.knowledge.adjectives.get(word, ())
        else:
            entries = reading.knowledge.verbs.get(token.lemma_.lower(), ())
        if entries:
            yield from _best(token, entries, reading)


def _best(token: Token, entries: tuple[Entry, ...], reading: Reading) -> Iterator[Candidate]:
    """The candidate of the rule that asks for most: fixed words, then a condition, then complements."""
    args: Arguments | None = None
    best: tuple[tuple[int, bool, int], Candidate] | None = None
    for entry, rest in entries_held(token, entries):
        if best is not None and (len(entry.rest), bool(entry.rule.with_)) < best[0][:2]:
            continue
        args = args or with_judges(arguments_of(predicate_of(token)), reading.words["circumstances"])
        found = _candidate(token, rest, args, entry.rule, reading)
        if found is not None:
            parts = found[0].count("+") if found[0] != ALONE else -1
            demands = (len(entry.rest), bool(entry.rule.with_), parts)
            if best is None or demands > best[0]:
                best = demands, found[1]
    if best is not None:
        yield best[1]


def _is_quality(token: Token) -> bool:
    """ "Is convinced", "is glad": a participle can be one too."""
    participle = token.pos_ == "VERB" and token.dep_ in ("acomp", "oprd") and token.tag_ == "VBN"
    return token.pos_ == "ADJ" or participle


def predicate_of(token: Token) -> Token:
    """The token that carries subject and complements: the copula of a predicative adjective, else the word
    itself.
    """
    return (
        token.head
        if _is_quality(token) and token.dep_ in ("acomp", "oprd") and token.head.pos_ in ("VERB", "AUX")
        else token
    )


def _candidate(
    token: Token, rest: set[int], args: Arguments, rule: CueRule, reading: Reading
) -> tuple[str, Candidate] | None:
    frames = rule.frames
    if args.passive and args.agent is None:
        frames = rule.passive if rule.reduced or args.full_passive else ()
    elif args.passive and (rule.frames or rule.reduced):
        frames = rule.passive + rule.frames
    if not frames:
        return None
    source_head = who_says_it(token, args, rule)
    nobody = source_head is not None and source_head.lower_ == "it" and means_before(token, reading) is None
    comments = args.governor is not None and "it" in frames  # "the pact, it seems, is dead"
    if nobody and (comments or any(c.tag_ == "TO" for c in token.children)):
        source_head = None  # "it is important to stress": nobody in particular stresses it
    if source_head is None and rule.asked:
        return None
    if source_head is None and not (rule.sourceless or args.passive or (rule.reader and _is_order(token))):
        return None
    cue = {token.i, args.predicate.i} | rest | {c.i for c in args.predicate.children if c.dep_ in _CUE_PARTS}
    for frame in frames:
        match = match_frame(frame, args, token, cue | rest)
        if match is None or not _as_asked_for(match[0], rule):
            match = _called_within(frame, args, rule)
        if match is None:
            continue
        heads, marks = match
        found = _Found(anchor=token, args=args, rule=rule, frame=frame, heads=heads, cue=cue | marks)
        built = _built(found, source_head, reading)
        return (frame, built) if built is not None else None
    return None


def _as_asked_for(heads: Sequence[Token], rule: CueRule) -> bool:
    return not rule.with_ or any(named_by(h).lemma_.lower() in rule.with_ for h in heads)


def _called_within(frame: str, args: Arguments, rule: CueRule) -> tuple[list[Token], set[int]] | None:
    """ "Called the report of a raid baseless", "dismissed reports of a raid as nonsense": what it is called stands at the
    end of the noun phrase, by the parse.
    """
    noun = args.parts.get("object") if frame in ("object+as", "object+predicate") else None
    if noun is None or noun.right_edge.i < noun.i + 2:
        return None
    last = noun.doc[noun.right_edge.i - 1 : noun.right_edge.i + 1]
    return ([noun], set()) if any(t.lemma_.lower() in rule.with_ for t in last) else None


def _is_order(verb: Token) -> bool:
    """ "Look at the harvest", "remember, they lost": told to the reader, who is not named."""
    if verb.tag_ not in ("VB", "VBP") or any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in verb.children):
        return False
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else None
    return before is None or verb.left_edge.is_sent_start or before.text in (",", ":", ";", "“", "—", "–")


def rest_candidates(reading: Reading) -> Iterator[Candidate]:
    """Where the parser lost the clause after a finite verb of saying, the rest of the sentence is the
    content.
    """
    for token, rule in speaking(reading):
        if "rest" not in rule.frames or token.tag_ not in ("VBD", "VBZ", "VBP") or token.i in reading.taken:
            continue
        args = arguments_of(token)
        end = true_sentence(reading.doc, token.i)[1]
        start = _reported_start(token, end)
        if args.subject is not None and args.subject.i < token.i and not args.passive and start is not None:
            cue = {token.i} | {c.i for c in token.children if c.dep_ in _CUE_PARTS}
            source = source_tokens(args.subject, cue)
            yield Candidate(
                anchor=token.i,
                rule=rule,
                cue=frozenset(cue),
                source=frozenset(source),
                content=frozenset(set(range(start, end)) - source - cue),
                negated=is_negated(token, source, reading),
            )


def _reported_start(verb: Token, end: int) -> int | None:
    """Right after the verb, or at the "that" that follows soon; None when a mark ends the clause at once."""
    doc = verb.doc
    for i in range(verb.i + 1, min(verb.i + _THAT_WITHIN, end)):
        if doc[i].lower_ == "that" and i + 1 < end:
            return i
    plain = (
        verb.i + 2 < end and is_word(doc[verb.i + 1]) and doc[verb.i + 1].pos_ not in ("ADP", "CCONJ", "ADV")
    )
    return verb.i + 1 if plain and any(t.pos_ in ("VERB", "AUX") for t in doc[verb.i + 1 : end]) else None


def _built(found: _Found, source_head: Token | None, reading: Reading) -> Candidate | None:
    predicate, cue = found.args.predicate, found.cue
    impersonal = found.frame in IMPERSONAL and source_head is not found.args.agent
    if source_head is not None and (impersonal or source_head in found.heads):
        source_head = None
    source = source_tokens(source_head, cue) if source_head is not None else set()
    content = _content(found, cue | source, reading) if found.heads else set[int]()
    if source:
        content.difference_update(range(min(source), max(source) + 1))
    if source_head is not None and source_head is found.args.agent:
        content.discard(source_head.head.i)  # "by"
    if found.rule.asked and source_head is not None:
        content -= subtree(source_head.head)
    silent = found.frame == ALONE and (
        found.rule.stance == "no_comment" or is_negated(predicate, source, reading)
    )
    if not content and not silent:
        return None
    return Candidate(
        anchor=found.anchor.i,
        rule=found.rule,
        cue=frozenset(cue),
        source=frozenset(source),
        content=frozenset(content),
        negated=is_negated(predicate, source, reading),
    )


def _content(found: _Found, taken: set[int], reading: Reading) -> set[int]:
    """The complements, and what the parser hung elsewhere though it goes with them."""
    predicate = found.args.predicate
    if found.args.governor in found.heads:
        taken = taken | subtree(predicate)
    content: set[int] = set()
    for head in found.heads:
        content |= complement_tokens(head, taken, predicate, reading)
    if found.frame == "object+predicate" and content:
        content |= name_in_quotes(content, reading) - taken
    content |= trailing(predicate, found.heads, found.frame, reading) - taken
    content |= spelled_out(content, predicate, reading)
    behind = predicate.i + 1
    if (
        content
        and min(content) < predicate.i
        and is_answered(behind, true_sentence(reading.doc, behind)[1], reading)
    ):
        content = {i for i in content if i < behind}
    return whole_quotations(content, reading) if content else content


def who_says_it(token: Token, args: Arguments, rule: CueRule) -> Token | None:
    """The subject, the agent of a passive, or whom the rule looks for elsewhere."""
    if rule.asked:
        return _whom_asked(args.subject, rule) or args.agent or _by(token)
    source = args.agent if args.passive and not rule.patient else args.subject
    if rule.patient and not args.passive:
        source = args.parts.get("object")
    if rule.stance != "no_comment":
        return source
    if rule.sourceless:
        return _from(args, token) or source
    return _in_a_headline(token) if source is None else source


def _whom_asked(subject: Token | None, rule: CueRule) -> Token | None:
    """ "Calls to the palace", "messages left with the consul": the palace, the consul."""
    below = subject.subtree if subject is not None else ()
    return next((t for t in below if t.dep_ == "pobj" and t.head.lower_ in rule.asked), None)


def _by(quality: Token) -> Token | None:
    """ "Were left unanswered by the embassy"."""
    return next((c for by in quality.rights if by.lower_ == "by" for c in by.rights), None)


def _from(args: Arguments, token: Token) -> Token | None:
    """ "No comment was available from the ministry"."""
    marks = [args.prepositions.get("from"), *(c for c in token.rights if c.lower_ == "from")]
    return next((c for mark in marks if mark is not None for c in mark.rights if c.dep_ == "pobj"), None)


def _in_a_headline(token: Token) -> Token | None:
    """ "Strelsau silent on fate of airmen": the noun that opens the sentence, right before the adjective."""
    noun = token.head
    opens = token.dep_ == "amod" and noun.i == token.i - 1 and noun.dep_ == "ROOT"
    return noun if opens else None
