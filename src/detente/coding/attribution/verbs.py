"""Verb and adjective cues in a document in, candidates out: the complements that the cue's rule allows are the content."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.coding.attribution.arguments import Arguments, arguments_of
from detente.coding.attribution.candidates import Candidate, Reading, subtree
from detente.coding.attribution.edges import carried_on, complement_tokens, name_in_quotes, source_tokens, trailing, whole_quotations
from detente.coding.attribution.frames import match_frame
from detente.coding.attribution.stance import is_negated
from detente.knowledge.cues import CueRule, Entry

_CUE_PARTS = ("aux", "auxpass", "neg", "prt")


def verb_candidates(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each verb or adjective whose rule finds content."""
    for token in reading.doc:
        if token.pos_ in ("VERB", "AUX"):
            entries = reading.knowledge.verbs.get(token.lemma_.lower(), ())
        elif token.pos_ == "ADJ":
            entries = reading.knowledge.adjectives.get(token.lemma_.lower(), ())
        else:
            continue
        if entries:
            yield from _best(token, entries, reading)


def _best(token: Token, entries: tuple[Entry, ...], reading: Reading) -> Iterator[Candidate]:
    """The candidate of the rule that asks for most: fixed words, then a condition, then complements."""
    args = arguments_of(predicate_of(token))
    best: tuple[tuple[int, bool, int], Candidate] | None = None
    for entry in entries:
        rest = fixed_words(token, entry.rest)
        found = _candidate(token, rest, args, entry.rule, reading) if rest is not None else None
        if found is not None:
            demands = (len(entry.rest), bool(entry.rule.with_), found[0].count("+"))
            if best is None or demands > best[0]:
                best = demands, found[1]
    if best is not None:
        yield best[1]


def predicate_of(token: Token) -> Token:
    """The token that carries subject and complements: the copula of a predicative adjective, else the word itself."""
    return (
        token.head
        if token.pos_ == "ADJ" and token.dep_ == "acomp" and token.head.pos_ in ("VERB", "AUX")
        else token
    )


def fixed_words(token: Token, rest: tuple[str, ...]) -> set[int] | None:
    """Tokens of the words that belong to the cue, each below the one before or below the cue; None when one lacks."""
    found: set[int] = set()
    above = [token]
    for word in rest:
        here = next((c for t in above for c in t.children if word in (c.lower_, c.lemma_)), None)
        if here is None:
            return None
        found.add(here.i)
        above.insert(0, here)
    return found


def _candidate(
    token: Token, rest: set[int], args: Arguments, rule: CueRule, reading: Reading
) -> tuple[str, Candidate] | None:
    cue = {token.i, args.predicate.i} | rest | {c.i for c in args.predicate.children if c.dep_ in _CUE_PARTS}
    frames = rule.frames
    if args.passive and args.agent is None:
        frames = rule.passive
    elif args.passive:
        frames = rule.passive + rule.frames
    source_head = args.agent if args.passive else args.subject
    if source_head is None and not (rule.sourceless or args.passive):
        return None
    for frame in frames:
        match = match_frame(frame, args, token, cue | rest)
        if match is None:
            continue
        heads, marks = match
        if rule.with_ and not any(h.lemma_.lower() in rule.with_ for h in heads):
            continue
        built = _built(token, cue | marks, heads, source_head, rule, reading, args, frame)
        return (frame, built) if built is not None else None
    return None


def _built(
    token: Token,
    cue: set[int],
    heads: list[Token],
    source_head: Token | None,
    rule: CueRule,
    reading: Reading,
    args: Arguments,
    frame: str,
) -> Candidate | None:
    own = subtree(args.predicate) if args.governor in heads else set()
    if source_head is not None and (frame in ("raising", "it") or source_head in heads):
        source_head = None
    source = source_tokens(source_head, cue) if source_head is not None else set()
    taken = cue | source | own
    content: set[int] = set()
    for head in heads:
        content |= complement_tokens(head, taken, args.predicate, reading)
    content -= {i for i in content if source and min(source) <= i <= max(source)}
    if frame == "object+predicate":
        content |= name_in_quotes(content, reading) - taken
    content |= trailing(args.predicate, heads, frame, reading) - taken
    content = whole_quotations(carried_on(content, reading), reading)
    if not content:
        return None
    return Candidate(
        anchor=token.i,
        rule=rule,
        cue=frozenset(cue),
        source=frozenset(source),
        content=frozenset(content),
        negated=is_negated(args.predicate, source, reading),
    )
