"""What was found out of one text, for all who ask again: the same is asked of one event by many steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from detente.coding.roles.mentions import Mention, Mentions
from detente.coding.standing.composing import Reading
from detente.reading.tokens import Doc
from detente.records import Place


@dataclass(kw_only=True)
class LookedUp:
    """By what was asked; `reached` are the readings of a word as it is reached over others."""

    reached: dict[tuple[int, tuple[int, ...]], tuple[Reading, ...]] = field(default_factory=dict)
    places: dict[tuple[object, ...], Place | None] = field(default_factory=dict)
    lands: dict[tuple[object, ...], frozenset[str]] = field(default_factory=dict)
    lands_there: dict[int, list[tuple[int, str]]] = field(
        default_factory=dict
    )  # by the start of the sentence


class Named:
    """Who and what is named in a sentence, by where the sentence starts."""

    def __init__(self, mentions: Mentions, doc: Doc) -> None:
        self.actors = _by_sentence(mentions.actors, doc)
        self.modifiers = _by_sentence(mentions.modifiers, doc)
        self.places = _by_sentence(mentions.places, doc)

    def mentions(self, start: int) -> list[tuple[int, Mention]]:
        """The actors, then the modifiers, each in the order of its table."""
        return [*self.actors.get(start, ()), *self.modifiers.get(start, ())]


def _by_sentence[T](table: Mapping[int, T], doc: Doc) -> Mapping[int, Sequence[tuple[int, T]]]:
    found = defaultdict[int, list[tuple[int, T]]](list)
    for i, named in table.items():
        found[doc[i].sent.start].append((i, named))
    return dict(found)
