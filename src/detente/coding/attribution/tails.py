"""Headlines that end with who says so in, candidates out: "Ruritania strikes Sylvanian port: minister"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.attribution.candidates import Candidate, Reading, is_word
from detente.coding.attribution.edges import true_sentence
from detente.coding.attribution.sources import can_say
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

_MARKS = (":", "-", "--", "–", "—")
_LONGEST_TAIL = 6  # words; longer ones tell something
_SHORTEST_LINE = 3  # words before the mark
_NAMING = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PART", "ADP", "CCONJ", "SYM")


def tail_candidates(reading: Reading) -> Iterator[Candidate]:
    """A line without a full stop that tells something, a colon or dash, and a short name of who can say it."""
    for entry in reading.knowledge.phrases.get(":", ()):
        for i in [i for i, word in enumerate(reading.lowers) if word in _MARKS]:
            mark = reading.doc[i]
            start, end = true_sentence(reading.doc, i)
            tail = [t for t in reading.doc[i + 1 : end] if not t.is_space]
            line = [t for t in reading.doc[start:i] if is_word(t)]
            if _parts(mark) and _names_who_says(tail, reading) and _tells(line, start, reading):
                yield Candidate(
                    anchor=i,
                    rule=entry.rule,
                    cue=frozenset({i}),
                    source=frozenset(t.i for t in tail),
                    content=frozenset(range(start, i)),
                )


def _parts(mark: Token) -> bool:
    """A dash stands apart from the words on both sides, a colon from the one behind it."""
    before = mark.i > 0 and mark.nbor(-1).whitespace_
    return bool(mark.whitespace_) and (mark.text == ":" or bool(before)) and mark.i > 0


def _names_who_says(tail: list[Token], reading: Reading) -> bool:
    """ "Kremlin", "state media", "two officials"; not "what we know", "live"."""
    if not 0 < len(tail) <= _LONGEST_TAIL or not is_word(tail[-1]):
        return False  # a full stop closes it
    if any(t.pos_ not in _NAMING and not t.text[0].isupper() for t in tail[:-1]):
        return False
    if tail[-1].pos_ == "PROPN" and any(t.pos_ == "CCONJ" for t in tail):
        return False  # "strikes two towns: Homs and Hama"
    return can_say(tail[-1], reading) or tail[-1].text[0].isupper() or can_say(tail[0], reading)


def _tells(line: list[Token], start: int, reading: Reading) -> bool:
    """Whether the words before it are a headline that says something, at the start of a line."""
    opens = start == 0 or reading.doc[start - 1].is_space
    verbal = any(t.dep_ in SUBJECTS or t.pos_ == "VERB" for t in line)
    return opens and len(line) >= _SHORTEST_LINE and verbal
