"""The answers of an interview and whoever gives them in, a candidate for each out: he says what he answers."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.attribution.candidates import Candidate, Reading
from detente.reading.tokens import Span
from detente.reading.turns import Interview

COLON = ":"  # whose rule lets a name and a mark bring in what is said
NAME = 4  # words of a name with its mark


def answer_candidates(interview: Interview, reading: Reading) -> Iterator[Candidate]:
    """One for each turn; the cue is the mark behind which the answer stands."""
    rule = next((entry.rule for entry in reading.knowledge.phrases.get(COLON, ())), None)
    for turn in interview.turns if rule is not None else ():
        mark = reading.doc.char_span(*turn.mark, alignment_mode="expand")
        answer = reading.doc.char_span(*turn.answer, alignment_mode="expand")
        if rule is None or mark is None or answer is None or _is_under_name(answer):
            continue
        yield Candidate(
            anchor=mark.start,
            rule=rule,
            cue=frozenset({mark.start}),
            source=interview.source,
            content=frozenset(range(answer.start, answer.end)) - interview.source - {mark.start},
        )


def _is_under_name(answer: Span) -> bool:
    """ "Rassendyll: We shall not": the name itself brings it in."""
    return any(t.text == COLON for t in answer.doc[answer.start : min(answer.start + NAME, answer.end)])
