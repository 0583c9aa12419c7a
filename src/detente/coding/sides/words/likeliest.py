"""Drafts at whom nobody is named in, aimed at whom the text most likely means out.

"It would answer in kind, a spokesman said": at whom words are aimed is told sentences before, in as many ways as there
are articles. Where no step has found it, what speaks for each side that the text names is weighed: `SIGNS` says how far
each sign holds, and `plover/signs.csv` what it counts. The weights are fitted to our own articles by `bench/signs.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import exp
from typing import NamedTuple

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import HELD_TO_ACCOUNT, LIKELIEST
from detente.coding.roles.known import key_of
from detente.coding.standing.status import Statuses
from detente.ids import is_person
from detente.knowledge.frames import Sign, SignName
from detente.reading.shapes import SUBJECTS
from detente.records import Actor

LIKELY = 0.5  # a side must outweigh all others together to be taken for the one that is meant
OPENING = 1  # the number of the last sentence of title and lead
ARTICLE = 3  # sentences; what fewer tell of others the steps before have taken in
MANY = 3  # acts that count for as much as any more
SHOWN, TRIED = "shown to others", "tried out"  # groups of kinds
type Measured = Mapping[SignName, float]
PERSON, ANSWERING = "person:", "answering verbs"
RULERS = ("GOV",)


class Act(NamedTuple):
    """An act of the text by its head and type; `aimed`: only at whom its own sentence names."""

    head: int
    type: str | None
    actors: frozenset[str]
    aimed: frozenset[str]


class Case(NamedTuple):
    """One side that a draft may be aimed at."""

    draft: Draft
    key: str
    text: Text

    @property
    def own(self) -> bool:
        return self.key in _keys(self.draft.actors)

    @property
    def sentence(self) -> int:
        return self.text.spoken.sentence_of(self.draft.head)


class Text:
    """All acts of a text, and who is spoken of where."""

    def __init__(self, drafts: Sequence[Draft], statuses: Statuses) -> None:
        self._drafts, self._statuses = drafts, statuses

    @cached_property
    def spoken(self) -> SpokenOf:
        return SpokenOf(self._statuses)

    @cached_property
    def most(self) -> int:
        """In how many sentences the side is spoken of that is spoken of in most."""
        return max(map(len, self.spoken.sentences.values()), default=1)

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        return tuple(
            Act(
                d.head,
                self.type_of(d),
                _keys(d.actors),
                _keys(r for r in d.recipients if is_told_here(r, d, self._statuses)),
            )
            for d in self._drafts
        )

    @cached_property
    def acting(self) -> Mapping[str, Sequence[int]]:
        """The acts of each side."""
        found: dict[str, list[int]] = defaultdict(list)
        for act in self.acts:
            for key in act.actors:
                found[key].append(act.head)
        return found

    @cached_property
    def aimed(self) -> Mapping[tuple[str | None, str], Sequence[int]]:
        """The acts of each type that are aimed at each side."""
        found: dict[tuple[str | None, str], list[int]] = defaultdict(list)
        for act in self.acts:
            for key in act.aimed:
                found[act.type, key].append(act.head)
        return found

    def type_of(self, draft: Draft) -> str | None:
        return type_of(draft, self._statuses)

    def is_of_speaker(self, key: str) -> bool:
        """Whether it is the side of whoever speaks in the text himself."""
        voice = self._statuses.mentions.voice
        return voice is not None and key in _keys(voice.several or (voice.actor,))

    def is_answer(self, draft: Draft) -> bool:
        """Whether it is told by a verb of answering what another did."""
        graph = self._statuses.graph
        return graph.predicates[draft.head].lemma in graph.words[ANSWERING]

    def is_shown(self, draft: Draft) -> bool:
        return draft.kind in self._statuses.lexicon.groups[SHOWN]


type Measure = Callable[[Case], float]


def _is_in_opening(case: Case) -> float:
    return min(case.text.spoken.sentences.get(case.key, ()), default=OPENING + 1) <= OPENING


def _is_spoken_of(case: Case) -> float:
    return len(case.text.spoken.sentences.get(case.key, ())) / case.text.most


def _takes_part(case: Case) -> float:
    return _share(case.text.acting.get(case.key, ()), case)


def _is_aimed_at_alike(case: Case) -> float:
    return _share(case.text.aimed.get((case.text.type_of(case.draft), case.key), ()), case)


def _is_subject_before(case: Case) -> float:
    return case.key in case.text.spoken.subjects.get(case.sentence - 1, ())


def _is_himself(case: Case) -> float:
    return case.own


SIGNS: Mapping[SignName, Measure] = {
    "in opening": _is_in_opening,
    "spoken of": _is_spoken_of,
    "acts": _takes_part,
    "aimed at alike": _is_aimed_at_alike,
    "subject before": _is_subject_before,
    "himself": _is_himself,
}


def with_likeliest_recipients(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Draft, ...]:
    """The drafts of an article, those that nobody suffers aimed at the likeliest, if one is likely enough."""
    signs = statuses.lexicon.signs
    tried = statuses.lexicon.groups[TRIED]
    opens = [_is_open(d) and d.kind not in tried for d in drafts]
    doc = statuses.graph.doc
    if len(doc.sents) < ARTICLE or doc.apart or not signs or not any(opens):
        return tuple(drafts)
    text = Text(drafts, statuses)
    return tuple([_aimed(d, text, signs) if is_open else d for d, is_open in zip(drafts, opens, strict=True)])


def _is_open(draft: Draft) -> bool:
    """Whether it lacks who suffers it; of what somebody is only blamed for it is not guessed."""
    blamed = all(HELD_TO_ACCOUNT.is_why(a.inferred) for a in draft.actors)
    return is_one_way(draft) and not draft.recipients and not blamed


def is_one_way(draft: Draft) -> bool:
    """Whether somebody acts, and others only suffer it."""
    return bool(draft.actors) and not draft.reciprocal


def is_told_here(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """Whether the sentence of a draft itself names somebody."""
    if actor.span is None:
        return False
    doc = statuses.graph.doc
    sentence = doc[draft.head].sent
    return doc[sentence.start].idx <= actor.span.start <= doc[sentence.end - 1].idx


def measured(draft: Draft, text: Text) -> dict[str, Measured]:
    """How far each sign holds of each side that a draft may be aimed at."""
    own = sorted(_keys(draft.actors))
    sides = dict.fromkeys([*text.spoken.heads, *own])
    if text.is_answer(draft):  # "the army fired back": never at itself
        sides = {key: None for key in sides if key not in own}
    cases = (Case(draft, key, text) for key in sides)
    return {case.key: {sign: float(holds(case)) for sign, holds in SIGNS.items()} for case in cases}


def _aimed(draft: Draft, text: Text, signs: Mapping[SignName, Sign]) -> Draft:
    sides = measured(draft, text)
    scores = {key: exp(_score(holds, signs)) for key, holds in sides.items()}
    best = max(scores, key=lambda key: scores[key], default=None)
    if best is None or scores[best] < LIKELY * sum(scores.values()) or _is_for_show(best, draft, text):
        return draft
    if best in _keys(draft.actors) and text.is_of_speaker(best):
        return draft  # "We will answer any attack": whoever writes is named most in what he writes
    meant = text.spoken.nearest(best, draft.head) or next(a for a in draft.actors if key_of(a) == best)
    return replace(draft, recipients=(replace(meant, inferred=_why(sides[best], signs)),))


def _is_for_show(key: str, draft: Draft, text: Text) -> bool:
    """Whether it is a show of force by that side, which is no drill against itself."""
    return key in _keys(draft.actors) and text.is_shown(draft)


def _score(holds: Measured, signs: Mapping[SignName, Sign]) -> float:
    return sum(holds[name] * sign.weight for name, sign in signs.items())


def _why(holds: Measured, signs: Mapping[SignName, Sign]) -> str:
    """The two signs that count most for a side."""
    most = sorted(signs.values(), key=lambda sign: -holds[sign.sign] * sign.weight)[:2]
    return LIKELIEST.of(" and ".join(sign.says for sign in most))


def _keys(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset([k for a in actors if (k := key_of(a)) is not None])


def _share(heads: Sequence[int], case: Case) -> float:
    """How many of these acts are others than the one in question; more than a few count no more."""
    return min(len(heads) - heads.count(case.draft.head), MANY) / MANY


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
            if key is None or is_person(key):
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
