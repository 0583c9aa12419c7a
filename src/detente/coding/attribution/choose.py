"""Candidates in, a consistent set out: one a cue, contents that do not cut each other, and which lies in
which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from detente.coding.attribution.candidates import Candidate, Reading, is_word


def take(candidates: Iterable[Candidate], best: dict[int, Candidate], reading: Reading) -> None:
    """Add to the best by their anchors those that say something at an anchor where none is yet.

    One without a cue of its own ("its-promise to pay", words that a lost space has joined) says nothing.
    """
    for candidate in candidates:
        if not candidate.cue:
            continue
        told = _has_words(candidate, reading) or (not candidate.content and _tells_silence(candidate))
        if told and candidate.anchor not in best:
            best[candidate.anchor] = candidate
            reading.taken.add(candidate.anchor)


def chosen(best: Iterable[Candidate], reading: Reading) -> list[tuple[Candidate, Candidate | None]]:
    """Candidates in text order, each with the innermost one whose content it lies in."""
    kept = _without_doubled(list(best))
    holding = Counter(chain.from_iterable(c.content for c in kept))
    kept = [c for c in kept if _allowed(c, holding, reading)]
    kept.sort(key=lambda c: (min(c.cue), c.anchor))
    holders = _holders(kept)
    return [(c, _innermost(c, holders[c.anchor])) for c in kept]


def _has_words(candidate: Candidate, reading: Reading) -> bool:
    return any(is_word(reading.doc[i]) for i in candidate.content)


def _without_doubled(candidates: list[Candidate]) -> list[Candidate]:
    """Not a noun cue that is part of a verb cue ("makes clear"), nor a cue whose words another, longer cue
    holds. One that tells who is silent goes before what he is silent on ("did not answer a question about").
    """
    silent = {i for c in candidates if _tells_silence(c) for i in c.cue}
    candidates = [c for c in candidates if _tells_silence(c) or silent.isdisjoint(c.cue)]
    longest: dict[int, int] = {}  # length of the longest cue that holds a token
    for candidate in candidates:
        length = len(candidate.cue)
        longest |= {i: length for i in candidate.cue if longest.get(i, 0) < length}
    return [c for c in candidates if longest.get(c.anchor, 0) <= len(c.cue)]


def _tells_silence(candidate: Candidate) -> bool:
    stance = candidate.rule.negated if candidate.negated else candidate.rule.stance
    return bool(candidate.source) and stance == "no_comment"


def _allowed(candidate: Candidate, holding: Counter[int], reading: Reading) -> bool:
    """A cue between quotation marks counts only inside the content of one who is quoted; holding: in how many each word is."""
    if reading.quoted[candidate.anchor] is None:
        return True
    return holding[candidate.anchor] > (candidate.anchor in candidate.content)


def _holders(kept: list[Candidate]) -> dict[int, list[Candidate]]:
    """By anchor, those whose content it lies in."""
    found: dict[int, list[Candidate]] = {candidate.anchor: [] for candidate in kept}
    for candidate in kept:
        for anchor in candidate.content & found.keys():
            found[anchor].append(candidate)
    return found


def _innermost(candidate: Candidate, holders: list[Candidate]) -> Candidate | None:
    others = [o for o in holders if o is not candidate and not _inside(o, candidate)]
    return min(others, key=lambda o: len(o.content), default=None)


def _inside(other: Candidate, candidate: Candidate) -> bool:
    """Each in the other's content: the one that holds more is the outer one."""
    return other.anchor in candidate.content and _weight(other) < _weight(candidate)


def _weight(candidate: Candidate) -> tuple[bool, int, int]:
    return candidate.comment, len(candidate.content), candidate.anchor
