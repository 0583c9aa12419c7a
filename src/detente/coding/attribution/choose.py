"""Candidates in, a consistent set out: one a cue, contents that do not cut each other, and which lies in
which.
"""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.attribution.candidates import Candidate, Reading, is_word


def chosen(candidates: Iterable[Candidate], reading: Reading) -> list[tuple[Candidate, Candidate | None]]:
    """Candidates in text order, each with the innermost one whose content it lies in."""
    best: dict[int, Candidate] = {}
    for candidate in candidates:
        if _has_words(candidate, reading) and candidate.anchor not in best:
            best[candidate.anchor] = candidate
    kept = [c for c in best.values() if not _doubled(c, best)]
    kept = [c for c in kept if _allowed(c, kept, reading)]
    kept.sort(key=lambda c: (min(c.cue), c.anchor))
    return [(c, _holder(c, kept)) for c in kept]


def _has_words(candidate: Candidate, reading: Reading) -> bool:
    return any(is_word(reading.doc[i]) for i in candidate.content)


def _doubled(candidate: Candidate, best: dict[int, Candidate]) -> bool:
    """A noun cue that is part of a verb cue ("makes clear"), or a cue whose words another, longer cue
    holds.
    """
    return any(
        other is not candidate and candidate.anchor in other.cue and len(other.cue) > len(candidate.cue)
        for other in best.values()
    )


def _allowed(candidate: Candidate, kept: list[Candidate], reading: Reading) -> bool:
    """A cue between quotation marks counts only inside the content of one who is quoted."""
    if reading.quoted[candidate.anchor] is None:
        return True
    return any(candidate.anchor in other.content for other in kept if other is not candidate)


def _holder(candidate: Candidate, kept: list[Candidate]) -> Candidate | None:
    holders = [
        o for o in kept if o is not candidate and candidate.anchor in o.content and not _inside(o, candidate)
    ]
    return min(holders, key=lambda o: len(o.content), default=None)


def _inside(other: Candidate, candidate: Candidate) -> bool:
    """Each in the other's content: the one that holds more is the outer one."""
    return other.anchor in candidate.content and _weight(other) < _weight(candidate)


def _weight(candidate: Candidate) -> tuple[bool, int, int]:
    return candidate.comment, len(candidate.content), candidate.anchor
