"""Another syntax around the verb.

Two sentences in one must give the events of both; one said in the passive, as a relative clause, as a gerund or with
another subject or object beside the first must give its own, or those with one side more. How many events tell of a
pair of sides does not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from changes.clauses import Clause
from changes.shape import (
    Change,
    Changed,
    Expected,
    Reading,
    Sentence,
    Told,
    World,
    countings,
    opened,
    renamed,
)

SUBORDINATE = re.compile(
    r",|\b(that|wh\w+|unless|after|before|until|as|if|to [a-z]+ (?:the|a|its|it|an)|and|by|having|on \w+day)\b"
)
BACK = re.compile(r"\b(?:its|their|his|her|itself|themselves|it|them|him)\b")

# Two sentences in one; another subject
BOTH = {
    "and": "{a}, and {b}.",
    "but": "{a}, but {b}.",
    "while": "{a}, while {b}.",
    "while first": "While {a}, {b}.",
    "as": "{a} as {b}.",
    "after": "{a} after {b}.",
    "after first": "Hours after {a}, {b}.",
    "before": "{a}, a day before {b}.",
    "because": "{a} because {b}.",
    "semicolon": "{a}; {b}.",
    "meanwhile": "{a}; {b_x}, meanwhile, {b_told}.",
    "same day": "{a} on the same day that {b}.",
}
# the same subject: x is whose two deeds they are
SHARED = {
    "and it": "{x} {a} and {b}.",
    "three": "{x} weighed its options, {a} and {b}.",
    "which": "{x}, which {b}, {a}.",
    "which, day": "{x}, which {b}, on Monday {a}.",
    "after doing": "{x} {a} after {b_ing}.",
    "after doing, first": "After {b_ing}, {x} {a}.",
    "before doing": "{x} {a} before {b_ing}.",
    "doing at the end": "{x} {a}, {b_ing}.",
    "doing first": "{b_ing}, {x} {a}.",
    "having done": "Having {b_done}, {x} {a}.",
    "while doing": "{x} {a} while {b_ing}.",
    "as well as doing": "{x} {a}, as well as {b_ing}.",
    "semicolon, it also": "{x} {a}; it also {b}.",
    "by doing": "{x} responded by {b_ing} and {a}.",
    "insertion, participle": "{x} {a}, angering its own farmers, and {b}.",
    "insertion, said": "{x} {a}, its king said, and {b}.",
    "not only": "{x} not only {a} but also {b}.",
}
IN_PAST = re.compile(r"Monday|weighed|responded")  # beside what is told in the present, these would jar
ALONE = {  # one sentence; the state is its subject, z another that may have caused it
    "which, aside": "{x}, which {a}, goes to the polls on Sunday.",
    "cleft": "It was {x} that {a}.",
    "gerund after": "{x} held a minute of silence after {a_ing}.",
    "having": "Having {a_done}, {x} goes to the polls on Sunday.",
    "participle first": "{a_ing}, {x} took a big risk.",
    "participle at the end": "{x} took a big risk, {a_ing}.",
    "by doing": "By {a_ing}, {x} took a big risk.",
    "in response to": "{x} {a} in response to a missile test by {z}.",
    "in retaliation": "{x} {a} in retaliation for the expulsion of two of its diplomats by {z}.",
    "in response, first": "In response to an air strike by {z}, {x} {a}.",
    "in retaliation, its": "{x} {a} in retaliation for {z}'s tariffs on its tea.",
    "despite": "{x} {a} despite {z}'s warnings.",
    "amid": "Amid a row with {z} over tea, {x} {a}.",
}
BESIDE = {  # another subject beside the state
    "and Portugal": "{x} and Portugal {a}.",
    "both": "Both {x} and Portugal {a}.",
    "Portugal and": "Portugal and {x} {a}.",
    "along with": "{x}, along with Portugal, {a}.",
    "as well as": "{x} as well as Portugal {a}.",
    "like": "{x}, joined by Portugal, {a}.",
    "list": "{x}, Portugal and Kenya {a}.",
    "as did": "{x} {a}, as did Portugal.",
    "and later": "{x}, and later Portugal, {a}.",
}
PASSIVE = {
    "passive": "{y} {was} {done} by {by}{behind}.",
    "passive, agent last": "{y} {was} {done}{behind} by {by}.",
    "reduced": "{y}, {done} by {by}{behind}, drew much attention.",
    "after being": "After being {done} by {by}{behind}, {y} drew much attention.",
}
OBJECTS = (
    "{y} and Portugal", "both {y} and Portugal", "{y}, Portugal and Kenya", "{y} as well as Portugal",
    "{y}, along with Portugal",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Part:
    """A sentence of one clause, and what its pairs of sides are."""

    sentence: Sentence
    clause: Clause
    state: str | None  # the code of the state that is its subject
    states: frozenset[str]  # the codes of all that it names
    told: frozenset[Told]

    @property
    def rest(self) -> str:
        return f"{self.clause.said} {self.clause.rest}"


Said = Callable[[Part], Changed | None]
Joined = Callable[[Part, Part], Changed | None]


def changes(world: World) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    codes = {name: state.id for name, state in world.states.items()}
    parts = {part.sentence.text: part for part in _parts(world, codes)}
    every, place = list(parts.values()), {text: number for number, text in enumerate(parts)}
    said: dict[str, Said] = {
        **{f"alone: {name}": _alone(words, world) for name, words in ALONE.items()},
        **{f"beside: {name}": _beside(words) for name, words in BESIDE.items()},
        **{f"object: {words}": _objects(words, codes) for words in OBJECTS},
        **{f"voice: {name}": _passive(words) for name, words in PASSIVE.items()},
    }
    joined: dict[str, Joined] = {
        **{f"two: {name}": _both(words) for name, words in BOTH.items()},
        **{f"one: {name}": _shared(words) for name, words in SHARED.items()},
    }
    return {
        **{name: _of_one(change, parts) for name, change in said.items()},
        **{name: _of_two(change, every, place) for name, change in joined.items()},
    }


def _parts(world: World, codes: Mapping[str, str]) -> Iterator[Part]:
    """Those of which all is clear: both sides of each event are named."""
    names = {n: s.id for s in world.tables.states for n in (s.name, *s.names, *s.demonyms, *s.capitals)}
    any_name = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")
    for sentence in world.sentences:
        clause = world.clauses.get(sentence.text)
        clear = sentence.events and all(told.named and told.type for told in sentence.events)
        if clause is None or not clear or clause.passive or clause.tag not in ("VBD", "VBZ"):
            continue
        told = frozenset(countings(sentence.events, "pairs"))
        inside = {names[found[0]] for found in any_name.finditer(sentence.text)}
        yield Part(
            sentence=sentence,
            clause=clause,
            state=codes.get(clause.subject),
            states=frozenset(inside | {code for one in told for code in one.actors + one.recipients}),
            told=told,
        )


def _of_one(said: Said, parts: Mapping[str, Part]) -> Change:
    def change(sentence: Sentence) -> Changed | None:
        part = parts.get(sentence.text)
        return None if part is None else said(part)

    return change


def _of_two(joined: Joined, every: Sequence[Part], place: Mapping[str, int]) -> Change:
    """With the first of some others that goes with it; which those are has no meaning."""

    def change(sentence: Sentence) -> Changed | None:
        number = place.get(sentence.text)
        if number is None:
            return None
        steps = ((number + (number % 97 + 7) * step) % len(every) for step in range(1, 40))
        made = (joined(every[number], every[other]) for other in steps)
        return next((one for one in made if one is not None), None)

    return change


def _changed(text: str, told: frozenset[Told], *, more: bool = False) -> Changed:
    events = tuple(
        (Reading(names=frozenset({one.type}), sides=one.sides, statuses=(one.status,)),)
        for one in sorted(told, key=repr)
    )
    return Changed(text=opened(text), expected=Expected(events=events, more=more, counted="pairs"))


def _both(words: str) -> Joined:
    def change(a: Part, b: Part) -> Changed | None:
        if a.states & b.states or not _joinable(a, b):
            return None
        one, other = (f"{part.clause.subject} {part.rest}" for part in (a, b))
        return _changed(words.format(a=one, b=other, b_x=b.clause.subject, b_told=b.rest), a.told | b.told)

    return change


def _shared(words: str) -> Joined:
    def change(a: Part, b: Part) -> Changed | None:
        if not a.state or not b.state or not _joinable(a, b):
            return None
        if (a.states | {a.state}) & (b.states - {b.state}) or b.state in a.states - {a.state}:
            return None
        if IN_PAST.search(words) and a.clause.tag != "VBD":
            return None
        told = frozenset(renamed(one, b.state, a.state) for one in b.told)
        return _changed(words.format(x=a.clause.subject, a=a.rest, **_forms(b, "b")), a.told | told)

    return change


def _joinable(a: Part, b: Part) -> bool:
    """Told in one tense, of one kind each, and both in one plain clause."""
    same = {one.type for one in a.told} & {one.type for one in b.told}
    if a.clause.tag != b.clause.tag or same or len(b.clause.rest.split()) > 12:
        return False
    return not SUBORDINATE.search(a.clause.rest) and not SUBORDINATE.search(b.clause.rest)


def _forms(part: Part, key: str) -> dict[str, str]:
    """The verb and what follows, in the forms that templates ask for."""
    verb, rest = part.clause.verb, part.clause.rest
    return {key: part.rest, f"{key}_ing": f"{verb.ing} {rest}", f"{key}_done": f"{verb.part} {rest}"}


def _alone(words: str, world: World) -> Said:
    """With a cause beside it, in which another state may have done something, if the words have one."""

    def change(a: Part) -> Changed | None:
        if a.state is None:
            return None
        third = world.third(a.sentence.text).name
        text = words.format(x=a.clause.subject, z=third, **_forms(a, "a"))
        return _changed(text, a.told, more="{z}" in words)

    return change


def _more(words: str) -> tuple[str, ...]:
    """The codes of those whom a template puts beside a side."""
    return ("PRT", "KEN") if "Kenya" in words else ("PRT",)


def _beside(words: str) -> Said:
    def change(a: Part) -> Changed | None:
        mine, more = a.state, _more(words)
        if mine is None or a.clause.tag != "VBD" or {*more} & a.states:
            return None
        if BACK.search(a.clause.rest) or any(mine in one.recipients for one in a.told):  # a meeting of three
            return None
        told = a.told | {renamed(one, mine, other) for one in a.told for other in more}
        return _changed(words.format(x=a.clause.subject, a=a.rest), told)

    return change


def _objects(words: str, codes: Mapping[str, str]) -> Said:
    def change(a: Part) -> Changed | None:
        aimed, more = {one.recipients[0] for one in a.told}, _more(words)
        names = "|".join(re.escape(name) for name, code in codes.items() if code in aimed)
        named = list(re.finditer(rf"\b(?:the )?(?:{names})(?=$|,| (?:on|in|over|after|for) )", a.rest))
        mutual = any(one.actors[0] in aimed for one in a.told)
        if not names or len(named) != 1 or len(aimed) != 1 or {*more} & a.states or mutual:
            return None
        before, after = a.rest[: named[0].start()], a.rest[named[0].end() :]
        if re.search(r"\b(?:between|and)\b.{0,4}$", before):
            return None
        code = next(iter(aimed))
        told = a.told | {renamed(one, code, other) for one in a.told for other in more}
        return _changed(f"{a.clause.subject} {before}{words.format(y=named[0][0])}{after}.", told)

    return change


def _passive(words: str) -> Said:
    def change(a: Part) -> Changed | None:
        clause = a.clause
        if not clause.object or clause.particle or clause.tag != "VBD" or BACK.search(clause.rest):
            return None
        name = all(word[0].isupper() for word in clause.object.removeprefix("the ").split())
        many = re.search(r"(?<!s)s$|\band\b|people$", re.split(r" (?:of|from|in) ", clause.object)[0])
        was = "were" if many and not name else "was"  # "the United States" was
        text = words.format(**{**clause.words(), "was": was})
        return _changed(text, a.told)

    return change
