"""Kind and status in, PLOVER's type, mode, contexts, quad class and intensity out; the last thing to be derived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.knowledge.frames import EventTables, Kind


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
