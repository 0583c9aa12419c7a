"""A parsed document and the cue tables in, its attributions in text order out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from detente.coding.attribution.answers import answer_candidates
from detente.coding.attribution.candidates import Candidate, Reading, is_word, reading_of, to_spans
from detente.coding.attribution.choose import chosen, take
from detente.coding.attribution.comments import comment_candidates, silence_candidates
from detente.coding.attribution.handed_on import with_cited
from detente.coding.attribution.nouns import noun_candidates
from detente.coding.attribution.phrases import (
    adverb_candidates,
    colon_candidates,
    phrase_candidates,
    possessed_candidates,
)
from detente.coding.attribution.sources import is_anonymous
from detente.coding.attribution.speech import speech_candidates
from detente.coding.attribution.stance import NO_COMMENT, SILENT, says_nothing, stance_of
from detente.coding.attribution.tails import tail_candidates
from detente.coding.attribution.verbs import rest_candidates, verb_candidates
from detente.knowledge.cues import CueTables
from detente.reading.quotations import quotations_of
from detente.reading.tokens import Doc
from detente.reading.turns import Interview
from detente.records import Attribution
from detente.stages import InParts, Parts

# the surest first: the first candidate for a cue is the one that stays
SEARCHES: tuple[Callable[[Reading], Iterable[Candidate]], ...] = (
    silence_candidates,
    speech_candidates,
    comment_candidates,
    phrase_candidates,
    possessed_candidates,
    verb_candidates,
    rest_candidates,
    noun_candidates,
    adverb_candidates,
    colon_candidates,
    tail_candidates,
)


@InParts
def find_attributions(
    doc: Doc, knowledge: CueTables, interview: Interview | None = None
) -> Parts[tuple[Attribution, ...]]:
    """Who says what, by which words; interview: that which the text is."""
    reading = reading_of(doc, quotations_of(doc), knowledge)
    best: dict[int, Candidate] = {}
    if interview:
        take(answer_candidates(interview, reading), best, reading)
    for search in SEARCHES:
        yield
        take(search(reading), best, reading)
    yield
    pairs = with_cited(chosen(best.values(), reading), reading)
    ids = {id(candidate): f"a{number}" for number, (candidate, _) in enumerate(pairs, 1)}
    return tuple(
        _record(
            _by_name(candidate, holder, reading),
            ids[id(candidate)],
            ids[id(holder)] if holder else None,
            reading,
        )
        for candidate, holder in pairs
    )


def _by_name(candidate: Candidate, holder: Candidate | None, reading: Reading) -> Candidate:
    """ "The ministry said it could not confirm it", "“I cannot confirm that,” she said": the one who says so is
    the one who does not confirm.
    """
    head = next(iter(candidate.source), None)
    if holder is None or not holder.source or head is None or len(candidate.source) > 1:
        return candidate
    own = reading.doc[head].lower_ in reading.words["speaker-pronouns"]
    silent = own and stance_of(candidate, reading) in SILENT
    return msgspec.structs.replace(candidate, source=holder.source) if silent else candidate


def _record(candidate: Candidate, name: str, inside: str | None, reading: Reading) -> Attribution:
    doc, stance = reading.doc, stance_of(candidate, reading)
    silent = stance == NO_COMMENT and says_nothing(candidate, reading)
    nothing = {i for i in candidate.content if is_word(doc[i])} if silent else set()
    return Attribution(
        id=name,
        source=to_spans(doc, candidate.source),
        cue=tuple(sorted(to_spans(doc, candidate.cue, trim=False) + to_spans(doc, nothing))),
        content=to_spans(doc, frozenset() if silent else candidate.content),
        stance=stance,
        anonymous=is_anonymous(candidate.source, reading),
        quotation=candidate.quotation or _is_quoted(candidate, reading),
        inside=inside,
        hedged=candidate.rule.hedged and not candidate.source,
        rule=candidate.rule.id,
    )


def _is_quoted(candidate: Candidate, reading: Reading) -> bool:
    if not reading.quotations:
        return False
    outside = [i for i in candidate.content if reading.quoted[i] is None]
    return not _any_word(outside, reading) and _any_word(candidate.content, reading)


def _any_word(places: Iterable[int], reading: Reading) -> bool:
    return any(not reading.doc[i].is_punct and not reading.doc[i].is_space for i in places)
