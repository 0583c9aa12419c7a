"""Kind and status in, PLOVER's type, mode, quad class and intensity out; a sentence in, the contexts that its words tell of.

This is the last thing to be derived.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.knowledge.frames import EventTables, Kind
from detente.reading.tokens import Span

LONGEST = 4  # words of an entry; a hyphen counts as one


@dataclass(frozen=True, slots=True)
class Code:
    """PLOVER's code of one event; all None where PLOVER has none (postponed, denied, hypothetical)."""

    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str | None = None
    intensity: float | None = None


@dataclass(frozen=True, kw_only=True)
class Plover:
    """The PLOVER tables by their keys."""

    kinds: Mapping[str, Kind]
    statuses: Mapping[tuple[str, str], tuple[str | None, str | None]]
    embedded: Mapping[tuple[str, str], tuple[str, str | None]]
    scores: Mapping[tuple[str, str | None], tuple[str, float]]

    def code(self, kind: str, status: str, *, inner: str | None = None) -> Code:
        """The code of an event of this kind and status; `inner` is the kind that a made act speaks of."""
        row = self.kinds.get(kind)
        if row is None or row.type is None:
            return Code(contexts=row.contexts if row else ())
        type_, mode = row.type, row.mode
        if inner is not None and (spoken := self.kinds.get(inner)) is not None and spoken.type is not None:
            type_, mode = (
                self.embedded.get((kind, spoken.type))
                or self.embedded.get((type_, f"{spoken.type}-{spoken.mode}"))
                or self.embedded.get((type_, spoken.type))
                or (type_, mode)
            )
        coded: tuple[str | None, str | None] = (type_, mode)
        if status not in ("occurred", "under_way"):
            by_mode = self.statuses.get((f"{type_}-{mode}", status))
            coded = by_mode or self.statuses.get((type_, status), (None, None))
            if coded[0] == type_ and coded[1] is None:
                coded = (type_, mode)
        return self._scored(coded, row.contexts)

    def _scored(self, coded: tuple[str | None, str | None], contexts: tuple[str, ...]) -> Code:
        type_, mode = coded
        if type_ is None:
            return Code(contexts=contexts)
        quad, intensity = self.scores.get((type_, mode)) or self.scores.get((type_, None)) or (None, None)
        return Code(type_, mode, contexts, quad, intensity)


def build_plover(tables: EventTables) -> Plover:
    """Index the PLOVER tables."""
    return Plover(
        kinds={k.kind: k for k in tables.kinds},
        statuses={(s.type, s.status): (s.code, s.mode) for s in tables.status_codes},
        embedded={(e.act, e.of): (e.code, e.mode) for e in tables.embedded_codes},
        scores={(s.type, s.mode): (s.quad, s.intensity) for s in tables.scores},
    )


def contexts_of(
    sentence: Span, topics: Mapping[str, tuple[str, ...]], starts: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """The contexts of all words and runs of words that are in the table, by lemma or as written.

    starts: the first words of the entries of more than one, and what may follow each.
    """
    tokens = sentence.doc[sentence.start : sentence.end]
    lemmas = [t.lemma_.lower() for t in tokens]
    words = [t.lower_ for t in tokens]
    found = {context for word in topics.keys() & {*lemmas, *words} for context in topics[word]}
    for start in [n for n, word in enumerate(words[:-1]) if word in starts]:
        if starts[words[start]].isdisjoint((words[start + 1], lemmas[start + 1])):
            continue
        for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
            before = " ".join(words[start : end - 1])
            for last in dict.fromkeys((lemmas[end - 1], words[end - 1])):
                entry = f"{before} {last}".replace(" - ", "-")
                found.update(topics.get(entry, ()))
    return tuple(sorted(found))
