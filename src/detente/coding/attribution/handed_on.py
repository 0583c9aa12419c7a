"""Attributions in, the same out, with what those say who are cited: "RIA reported, citing the governor"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.coding.attribution.candidates import Candidate, Reading
from detente.coding.attribution.edges import true_sentence

Pair = tuple[Candidate, Candidate | None]


def with_cited(pairs: Sequence[Pair], reading: Reading) -> list[Pair]:
    """Who is cited says what is reported beside it, and stands within that; a citation for nobody's report is none."""
    done: list[Pair] = []
    above = {candidate.anchor: holder for candidate, holder in pairs}
    for candidate, holder in pairs:
        report = _report_beside(candidate, pairs, reading) if candidate.rule.cites else None
        if report is not None:
            done.append((msgspec.structs.replace(candidate, content=report.content), report))
        elif not candidate.rule.cites:
            held = above[holder.anchor] if holder is not None and holder.rule.cites else holder
            done.append((candidate, held))
    return done


def _report_beside(citing: Candidate, pairs: Sequence[Pair], reading: Reading) -> Candidate | None:
    """What the one who cites reports: the verb above it, else the nearest before it, else the next one."""
    start, end = true_sentence(reading.doc, citing.anchor)
    beside = [
        c
        for c, _ in pairs
        if start <= c.anchor < end and c.source and not c.rule.cites and citing.anchor not in c.content
    ]
    above = reading.doc[citing.anchor].head.i
    nearest = sorted(beside, key=lambda c: (c.anchor != above, c.anchor > citing.anchor, -c.anchor))
    return next(iter(nearest), None)
