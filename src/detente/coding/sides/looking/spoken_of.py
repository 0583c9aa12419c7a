"""A text's mentions in, in which of its sentences each side is spoken of, and who is the subject of which, out."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from detente.coding.roles.known import key_of
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.records import Actor

PERSON = "person:"
RULERS = ("GOV",)


class SpokenOf:
    """heads: of each side the words that name it; sentences: the numbers of those that do; subjects: by sentence.

    A side is a state, an organisation or a group; of a person or a place, the state.
    """

    def __init__(self, statuses: Statuses) -> None:
        doc = statuses.graph.doc
        self._numbers = {sentence.start: n for n, sentence in enumerate(doc.sents)}
        self._doc = doc
        self._actors: dict[int, dict[str, Actor]] = defaultdict(dict)
        self.subjects: Mapping[int, set[str]] = defaultdict(set)
        found: dict[str, set[int]] = defaultdict(set)
        for head, actor in _named(statuses):
            key = key_of(actor)
            if key is None or key.startswith(PERSON):
                continue
            found[key].add(head)
            self._actors[head].setdefault(key, actor)
            if doc[head].dep_ in SUBJECTS:
                self.subjects[self.sentence_of(head)].add(key)
        self.heads: Mapping[str, Sequence[int]] = {key: sorted(heads) for key, heads in found.items()}
        self.sentences: Mapping[str, Sequence[int]] = {
            key: list(dict.fromkeys(map(self.sentence_of, heads))) for key, heads in self.heads.items()
        }

    def sentence_of(self, head: int) -> int:
        """The number of the sentence in which a word stands."""
        return self._numbers[self._doc[head].sent.start]

    def nearest(self, key: str, head: int) -> Actor | None:
        """The side as last spoken of before a word, or as first after it: its rulers, if it is a state."""
        heads = self.heads.get(key, ())
        if not heads:
            return None
        place = bisect_right(heads, head)
        actor = self._actors[heads[max(place - 1, 0)]][key]
        if actor.country is None:
            return actor
        return Actor(name=key, id=key, country=key, sectors=RULERS, span=actor.span)


def _named(statuses: Statuses) -> Iterator[tuple[int, Actor]]:
    mentions = statuses.mentions
    for table in (mentions.actors, mentions.modifiers):
        for head, mention in table.items():
            for actor in mention.several or (mention.actor,):
                yield head, actor
    for head, place in mentions.places.items():
        if place.country is not None:
            yield head, Actor(name=place.country, id=place.country, country=place.country)
