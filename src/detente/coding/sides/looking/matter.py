"""Drafts of a whole text in, who it is about out: two sides that have to do with each other, or one state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import product

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.known import key_of, keys_of
from detente.coding.sides.looking.told_before import end_of_next
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.records import Actor

HARMFUL = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN"})
HARM = HARMFUL - {"REJECT"}  # who refuses somebody something does him no harm
DEEDS, MEET = frozenset({"ASSAULT", "COERCE"}), "CONSULT"
LONG = 5  # sentences that speak of a state
MANY = 5  # others with whom it has to do
TWICE = 2  # acts between the two, or within the one, that make them what the text is about


class Matter:
    """Who a text is about: two sides that have to do with each other, or a state and its own people.

    Worked out as far as it is asked for: most drafts name both their sides. A diary is about nobody above all.
    """

    def __init__(self, drafts: Sequence[Draft], statuses: Statuses) -> None:
        self._drafts = () if statuses.graph.doc.apart else drafts
        self._statuses = statuses
        self.told = [draft for draft in self._drafts if draft.status in HAPPENED]

    @property
    def pair(self) -> frozenset[str]:
        """The two between whom most of what happened was done, if more of it was than in one state at home."""
        return self._most[0]

    @property
    def home(self) -> str | None:
        """The state at home in which more of it was."""
        return self._most[1]

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Whoever did something, or it was done to, by key."""
        found: dict[str, Actor] = {}
        for draft in self.told:
            for key, actor in _sides(draft).items():
                if key not in found:
                    found[key] = _bare(actor)
        return found

    @cached_property
    def doer(self) -> str | None:
        """Who did most of what was done by force between the two, if nobody else did half as much."""
        if not self._is_of_two():
            return None
        deeds: dict[str, int] = {}
        _count(deeds, (key for draft in self._deeds for key in _keys(draft.actors)))
        doer, most = _most(deeds, "")
        return doer if most > TWICE * max((n for k, n in deeds.items() if k != doer), default=0) else None

    @cached_property
    def struck(self) -> Collection[tuple[str, str]]:
        """Which of the two attacked whom, where both are said."""
        if not self._is_of_two():
            return ()
        return {
            pair
            for draft in self._deeds
            for pair in product(_keys(draft.actors), _keys(r for r in draft.recipients if r.span is not None))
        }

    @cached_property
    def aims(self) -> Mapping[str, str]:
        """By kind and by type of act, the only one whom all such acts of the text are aimed at."""
        found: dict[str, set[str | None]] = {}
        kinds = self._statuses.lexicon.kinds
        for draft in self.told:
            if draft.recipients and not draft.reciprocal:
                aims = keys_of(draft.recipients)
                found.setdefault(draft.kind, set()).update(aims)
                if code := kinds[draft.kind].type:
                    found.setdefault(code, set()).update(aims)
        return {
            kind: one
            for kind, keys in found.items()
            if len(keys) == 1 and (one := next(iter(keys))) is not None
        }

    def _type_of(self, draft: Draft) -> str | None:
        return type_of(draft, self._statuses)

    def wronged_by(self, own: Set[str | None]) -> str | None:
        """The only one who is told to have done any harm to a side."""
        doers = {
            key
            for d in self.told
            if not d.reciprocal and self._type_of(d) in HARM
            if own & set(_keys(d.recipients))
            for key in _keys(d.actors)
        } - own
        return doers.pop() if len(doers) == 1 else None

    def over_against(self, side: Set[str | None]) -> frozenset[str]:
        """Whom a side has to do with: the other of the two whom the text is about, else all with whom it is told to."""
        if side & self.pair:
            return self.pair - frozenset(side)
        others = (_sides(d).keys() for d in self.told if _sides(d).keys() & side)
        return frozenset(key for keys in others for key in keys) - frozenset(side)

    def _is_of_two(self) -> bool:
        return self.home is None

    @property
    def _deeds(self) -> Iterator[Draft]:
        return (d for d in self.told if self._type_of(d) in DEEDS)

    @cached_property
    def _most(self) -> tuple[frozenset[str], str | None]:
        """The pair, or else the state at home."""
        pairs: dict[frozenset[str], int] = {}
        homes: dict[str, int] = {}
        first: dict[frozenset[str] | str, int] = {}
        talks: dict[frozenset[str], int] = {}
        opens = end_of_next(0, self._statuses.graph.doc) if self.told else 0  # where title and lead end
        for draft in self.told:
            sides = list(_sides(draft))
            two = _pairs(draft, sides)
            own = sides if len(sides) == 1 and draft.recipients else ()
            _count(pairs, two)
            _count(talks, two if self._type_of(draft) == MEET else ())
            _count(homes, own)
            _count(first, (*two, *own) if draft.head < opens else ())
        pair, acts = _most(pairs, frozenset())
        home, at_home = _most(homes, "")
        if self.actors and not acts and not at_home:
            home = _named_most(self._statuses)
        if at_home and home in pair and talks.get(pair) == acts:
            return frozenset(), home  # somebody came to see those whose affairs it is about
        if hub := _hub(pairs, pair):
            return frozenset(), hub
        if at_home + first.get(home, 0) > acts + first.get(pair, 0) or (home in self.actors and not acts):
            return frozenset(), home
        return pair, None


def _sides(draft: Draft) -> dict[str, Actor]:
    """Who does it and whom it is done to, by key."""
    return {k: a for a in (*draft.actors, *draft.recipients) if (k := key_of(a)) is not None}


def _count[T](counts: dict[T, int], found: Iterable[T]) -> None:
    for one in found:  # a Counter takes longer to make than to count so few
        counts[one] = counts.get(one, 0) + 1


def _named_most(statuses: Statuses) -> str:
    """The state of which title and lead of a long text speak, and more sentences than of any other."""
    doc, mentions = statuses.graph.doc, statuses.mentions
    spoken_of = [(i, m.actor.country) for t in (mentions.actors, mentions.modifiers) for i, m in t.items()]
    spoken_of += [(i, place.country) for i, place in mentions.places.items()]
    if len(spoken_of) < LONG:
        return ""
    named = {(doc[i].sent.start, state) for i, state in spoken_of if state}
    often = Counter(state for _, state in named)
    title = doc[0].sent
    for state, sentences in often.most_common(1):
        if sentences >= LONG and {(0, state), (title.end, state)} <= named:
            return state
    return ""


def _keys(actors: Iterable[Actor]) -> list[str]:
    """Each once, in the order in which they are told: of two that are level the first is taken."""
    return list(dict.fromkeys(k for a in actors if (k := key_of(a)) is not None))


def _pairs(draft: Draft, sides: Sequence[str]) -> list[frozenset[str]]:
    """Who stands over against whom in an act: all in one that they do together."""
    if draft.reciprocal:
        return [frozenset(sides)] if len(sides) == TWICE else []
    over_against = product(_keys(draft.actors), _keys(draft.recipients))
    return list(dict.fromkeys(frozenset(p) for p in over_against if len(set(p)) > 1))


def _most[T](counts: Mapping[T, int], none: T) -> tuple[T, int]:
    """What was counted most, of two that are level the one told first, and at least twice."""
    first = max(counts, key=lambda one: counts[one], default=none)
    often = counts.get(first, 0)
    return (first, often) if often >= TWICE else (none, 0)


def _hub(pairs: Mapping[frozenset[str], int], most: frozenset[str]) -> str | None:
    """The one of the two with whom many others have to do as well: the text is about its affairs, and not about a pair."""
    for one in sorted(most):
        own = [n for pair, n in pairs.items() if one in pair]
        if len(own) >= MANY and pairs[most] * MANY <= sum(own) * TWICE:
            return one
    return None


def _bare(actor: Actor) -> Actor:
    """The state of whoever acted, or the organisation or group itself."""
    if actor.country is None:
        return actor
    return Actor(
        name=actor.country, id=actor.country, country=actor.country, sectors=("GOV",), span=actor.span
    )
