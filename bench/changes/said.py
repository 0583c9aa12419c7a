"""The 24 changes of old: a headline, some words more around it, the first state named otherwise, the verb parted from it.

The events stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from changes.shape import Change, World, keeping, other_state

from detente.knowledge.actor_rows import State

Said = Callable[[str], str | None]

SMALL = frozenset({
    "a", "an", "the", "and", "but", "or", "as", "at", "by", "in", "of", "off", "on", "to", "up", "with", "from", "into", "over",
    "after", "before", "amid",
})  # fmt: skip
STARTS = SMALL | frozenset("two three four police troops soldiers officials thousands hundreds".split())  # noqa: SIM905

AROUND = {
    "dateline": "LONDON (AP) — {said}",
    "opening phrase": "Despite repeated warnings, {small}",
    "opening clause": "As prices rose, {small}",
    "reported": "State media reported that {small}",
    "said at the end": "{bare}, officials said on Tuesday.",
    "quoted": "“{bare},” the spokesman said.",
    "participle at the end": "{bare}, deepening a row that began last year.",
}
SUBJECTS = {
    "its government": "The {demonym} government",
    "its officials": "{demonym} officials",
    "its capital": "{capital}",
    "those in its capital": "The authorities in {capital}",
    "its premier": "{demonym} Prime Minister Karl Mrazek",
}
PARTED = {
    "day before the verb": "{state} on Tuesday {rest}",
    "insertion": "{state}, citing security concerns, {rest}",
    "phrase before the verb": "{state} for the first time {rest}",
    "relative clause": "{state}, which has long looked to the sea, {rest}",
    "second verb": "{state} weighed its options for days and {rest}",
}
BESIDE = {
    "opening, another state": "Days ahead of a vote in {other}, {small}",
    "end, another state": "{bare}, a week after an earthquake in {other}.",
    "likened to another state": "Like {other} before it, {small}",
    "told by another state": "A {demonym} diplomat said that {small}",
    "told at the end by it": "{bare}, the {demonym} foreign minister said.",
}

_STATE_AND_PAST = re.compile(
    r"((?:[A-Z][a-z]+ ?){1,3}) ((?:[a-z]+ed|shot|sent|held|told|met|made|put|took|gave|cut|shut) .+)"
)
_STATE = re.compile(r"((?:[A-Z][a-z]+ ?){1,3}) ([a-z].+)")


def headline(text: str) -> str:
    """As many papers write them: capitals but for small words, and no full stop."""
    first, *others = text.rstrip(".").split(" ")
    return " ".join([first, *(w if w in SMALL else w[:1].upper() + w[1:] for w in others)])


def changes(world: World) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    states = world.states
    every = tuple(states.values())
    said = {
        "headline": headline,
        "all in capitals": str.upper,
        **{name: _around(words) for name, words in AROUND.items()},
        **{name: _with_subject(words, states) for name, words in SUBJECTS.items()},
        **{name: _parted(words, states) for name, words in PARTED.items()},
        **{name: _beside(words, every) for name, words in BESIDE.items()},
    }
    return {name: keeping(change) for name, change in said.items()}


def _around(words: str) -> Said:
    return lambda text: words.format(said=text, small=_small(text), bare=text.rstrip("."))


def _small(text: str) -> str:
    """As it goes on within a sentence."""
    return text[0].lower() + text[1:] if text.split(" ", 1)[0].lower() in STARTS else text


def _beside(words: str, states: Sequence[State]) -> Said:
    """With a state that the sentence does not name, another for each length."""

    def change(text: str) -> str:
        other = other_state(text, states)
        return words.format(
            small=_small(text), bare=text.rstrip("."), other=other.name, demonym=other.demonyms[0]
        )

    return change


def _with_subject(words: str, states: Mapping[str, State]) -> Said:
    def change(text: str) -> str | None:
        found = _STATE.match(text)
        state = states.get(found[1]) if found else None
        if found is None or state is None or (words[-1] == "s" and re.match(r"\w+s\b", found[2])):
            return None  # "officials is"
        return f"{words.format(demonym=state.demonyms[0], capital=state.capitals[0])} {found[2]}"

    return change


def _parted(words: str, states: Mapping[str, State]) -> Said:
    def change(text: str) -> str | None:
        found = _STATE_AND_PAST.match(text)
        return words.format(state=found[1], rest=found[2]) if found and found[1] in states else None

    return change
