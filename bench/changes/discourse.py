"""One sentence becomes two or three, as an article goes on.

Whoever acts or is acted upon is named in a sentence before, others stand between, a headline or a later sentence
repeats it, somebody reacts. The events must stay what they are, each however often it is told; a reaction adds one,
whose sides follow from the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from changes.said import headline
from changes.shape import Change, Changed, Expected, Reading, Sentence, World, other_state

from detente.knowledge.actor_rows import State

WORDS = "ACCUSE REQUEST THREATEN REJECT SUPPORT AGREE SANCTION CONCEDE"
FORCE = "ASSAULT MOBILIZE"
MOVES = "THREATEN SANCTION COERCE MOBILIZE"
HOSTILE = f"{MOVES} ACCUSE ASSAULT"
POLICY = f"{WORDS} COERCE CONSULT AID COOPERATE RETREAT PROTEST"
ALL = f"{POLICY} {FORCE}"
GIVEN = "AID RETREAT CONCEDE"

OPENINGS = (
    "{state} held a cabinet meeting on Monday.",
    "{state} marked its national day on Sunday.",
    "Shops and schools were open in {state} on Monday.",
    "Prices in {state} have risen for three years.",
    "{state} has four million people and a long coast.",
    "{state}'s president gave a speech on Monday.",
)
CABINET = "{state} held a cabinet meeting on Monday, a day after an election in {other}."
NAMED = "{state}'s foreign minister, Jan Novak, spoke to reporters on Monday."
# who acts, for acts of which types
SUBJECTS = {
    "It": ("{opening} It {rest}", ALL),
    "The country": ("{opening} The country {rest}", ALL),
    "The government": ("{opening} The government {rest}", POLICY),
    "capital": ("{opening} {capital} {rest}", POLICY),
    "The foreign ministry": ("{opening} The foreign ministry {rest}", WORDS),
    "The ministry": ("{state}'s foreign ministry held a briefing on Monday. The ministry {rest}", WORDS),
    "The premier": ("{opening} The premier {rest}", WORDS),
    "He": ("{state}'s prime minister addressed parliament on Monday. He {rest}", WORDS),
    "Named, then by name": (f"{NAMED} Novak {{rest}}", WORDS),
    "Named, then by office": (f"{NAMED} The minister {{rest}}", WORDS),
    "Officials": ("{opening} Officials {rest}", WORDS),
    "The army": ("{opening} The army {rest}", FORCE),
    "Its forces": ("{opening} Its forces {rest}", FORCE),
    "The country, after another": ("{opening} Few had expected what came next. The country {rest}", ALL),
    "The government, after another": ("{opening} Few had expected what came next. The government {rest}", POLICY),
    "It, another state between": (f"{CABINET} It {{rest}}", ALL),
    "The government, other state": (f"{CABINET} The government {{rest}}", POLICY),
}  # fmt: skip
AROUND = {
    "sentence before": "Snow fell across the region on Monday. {text}",
    "sentence after": "{text} Snow was forecast for the rest of the week.",
    "background before and after": "The region has seen years of drought. {text} Its people have long lived by fishing.",
    "other state before": "Snow fell in {other} on Monday. {text}",
    "other state after": "{text} Snow fell in {other} on Monday.",
    "headline above": "{headline}\n\n{text}",
    "headline above, quiet end": "{headline}\n\n{text} Officials gave no more details.",
    "announced before": "There was news from {capital} on Monday. {text}",
    "said again in the end": "{text} The news was first reported by a local paper.",
}
# the same happening called by a noun: after acts of which types
AGAIN = {
    "The attack took place before dawn.": "ASSAULT",
    "It was the first such attack this year.": "ASSAULT",
    "The attack came hours after a snowfall.": "ASSAULT",
    "The meeting lasted two hours.": "CONSULT",
    "The move comes weeks before an election.": f"{WORDS} {MOVES} AID COOPERATE RETREAT PROTEST",
    "The decision was announced on Monday.": "SANCTION AID COERCE AGREE RETREAT",
    "The statement was read out on television.": "ACCUSE THREATEN",
    "The accusation is not new.": "ACCUSE",
    "The demand is not new.": "REQUEST",
}
BOTH = {
    "The two": "{states} are neighbours. The two {rest}",
    "The two countries": "{states} share a long border. The two countries {rest}",
    "Both sides": "{states} have been at odds for years. Both sides {rest}",
}
# who is acted upon, named before
OBJECTS = {
    "it": "{opening} {before} it{s}{after}",
    "the country": "{opening} {before} the country{'s}{after}",
    "the government": "{opening} {before} the government{'s}{after}",
    "its neighbour": "{opening} {before} its neighbour{'s}{after}",
    "both before": "{doer} and {state} are neighbours. {before} its neighbour{'s}{after}",
}
# what a third state, or the one that was acted upon, does then, of which type that is, and after which types
THIRD = {
    "condemned the attack": ("ACCUSE", "ASSAULT"),
    "condemned it": ("ACCUSE", f"{MOVES} ASSAULT"),
    "criticised the move": ("ACCUSE", MOVES),
    "denounced the decision": ("ACCUSE", "SANCTION"),
    "called it a violation of international law": ("ACCUSE", f"{MOVES} ASSAULT"),
    "called the move a provocation": ("ACCUSE", MOVES),
    "welcomed it": ("SUPPORT", f"{GIVEN} SUPPORT"),
    "welcomed the move": ("SUPPORT", f"{GIVEN} SANCTION"),
    "praised the decision": ("SUPPORT", f"{GIVEN} SANCTION"),
}
HIT = {
    "denied it": ("REJECT", "ACCUSE"),
    "denied the allegations": ("REJECT", "ACCUSE"),
    "rejected the accusation": ("REJECT", "ACCUSE"),
    "called the accusation baseless": ("REJECT", "ACCUSE"),
    "vowed to retaliate": ("THREATEN", HOSTILE),
    "said that it would respond in kind": ("THREATEN", HOSTILE),
    "condemned the attack": ("ACCUSE", "ASSAULT"),
    "protested against the move": ("ACCUSE", "SANCTION COERCE MOBILIZE"),
    "called it a provocation": ("ACCUSE", HOSTILE),
    "rejected the demand": ("REJECT", "REQUEST"),
    "refused": ("REJECT", "REQUEST"),
    "turned it down": ("REJECT", "REQUEST"),
    "thanked it for the help": ("SUPPORT", "AID"),
    "welcomed the move": ("SUPPORT", GIVEN),
    "dismissed the threat": ("REJECT", "THREATEN"),
}

_VERB = r"(?:[a-z]+(?:ed|es|s)|shot|sent|held|told|met|made|put|took|gave|cut|shut|struck|will|has|was|is|broke|hit|sank) "
_ACTS = re.compile(rf"((?:[A-Z][a-z]+ ?){{1,3}}) ({_VERB}.+)")
_ONLY_PRESENT = re.compile(r"(?:[a-z]+(?<!ed)s|has|was|is) ")
_NO_NOUN = re.compile(r"(?:,| and| the|[a-z]ern|-[a-z]+|[A-Z][a-z]+)$")  # before what no pronoun stands for
_TWO = re.compile(r"((?:[A-Z][a-z]+ ?){1,3}) and ((?:[A-Z][a-z]+ ?){1,3}) ([a-z].+)")
_MANY = re.compile(r"(?:Officials|forces) \{rest\}$")


def changes(world: World) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    states = {name: state for name, state in world.states.items() if not state.end}
    return {
        **{f"before: {name}": _with_subject(*row, states) for name, row in SUBJECTS.items()},
        **{f"before: {name}": _with_both(words, states) for name, words in BOTH.items()},
        **{f"before, object: {name}": _with_object(words, states) for name, words in OBJECTS.items()},
        **{f"around: {name}": _around(words, ALL, states) for name, words in AROUND.items()},
        **{f"again: {words}": _around(f"{{text}} {words}", types, states) for words, types in AGAIN.items()},
        **{f"a third {words}": _reacting("{third}", words, row, states) for words, row in THIRD.items()},
        **{f"who was hit {words}": _reacting("{hit}", words, row, states) for words, row in HIT.items()},
    }


def _fits(sentence: Sentence, types: str) -> bool:
    told = {told.type for told in sentence.events}
    return bool(told) and told <= {*types.split()}


def _changed(text: str, sentence: Sentence) -> Changed:
    return Changed(text=text, expected=sentence.same(counted="happenings"))


def _opening(state: State, text: str) -> str:
    return OPENINGS[len(text) % len(OPENINGS)].format(state=state.name)


def _with_subject(words: str, types: str, states: Mapping[str, State]) -> Change:
    def change(sentence: Sentence) -> Changed | None:
        found = _ACTS.match(sentence.text)
        state = states.get(found[1]) if found else None
        if found is None or state is None or not _fits(sentence, types) or f" {state.name}" in found[2]:
            return None
        if _MANY.search(words) and _ONLY_PRESENT.match(found[2]):
            return None
        text = words.format(
            opening=_opening(state, sentence.text), state=state.name, capital=state.capitals[0],
            rest=found[2], other=_other(sentence, states).name,
        )  # fmt: skip
        return _changed(text, sentence)

    return change


def _with_both(words: str, states: Mapping[str, State]) -> Change:
    def change(sentence: Sentence) -> Changed | None:
        found = _TWO.match(sentence.text)
        if found is None or not {found[1], found[2]} <= {*states} or not sentence.events:
            return None
        return _changed(words.format(states=f"{found[1]} and {found[2]}", rest=found[3]), sentence)

    return change


def _sides(sentence: Sentence, states: Mapping[str, State]) -> tuple[State, State] | None:
    """Who does it to whom, where a single event is of one state to another."""
    told = sentence.events[0] if len(sentence.events) == 1 else None
    if told is None or told.reciprocal or (len(told.actors), len(told.recipients)) != (1, 1):
        return None
    by_id = {state.id: state for state in states.values()}
    doer, hit = by_id.get(told.actors[0]), by_id.get(told.recipients[0])
    return (doer, hit) if doer and hit and doer is not hit else None


def _with_object(words: str, states: Mapping[str, State]) -> Change:
    def change(sentence: Sentence) -> Changed | None:
        sides = _sides(sentence, states)
        if sides is None or not sentence.text.startswith(f"{sides[0].name} "):
            return None
        doer, hit = sides
        if "neighbour" in words and hit.id not in doer.neighbours and doer.neighbours:
            return None
        before, name, after = sentence.text.partition(f" {hit.name}")
        if not name or not re.match(r"[ .,'’]", after) or hit.name in after or _NO_NOUN.search(before):
            return None
        owns = re.match(r"['’]s?(?!\w)", after)
        if words.endswith("it{s}{after}") and before.endswith(" in") and not owns:
            return None  # "in it"
        whose = words.replace("{s}", "s" if owns else "").replace("{'s}", "'s" if owns else "")
        text = whose.format(
            opening=_opening(hit, sentence.text), doer=doer.name, state=hit.name, before=before,
            after=after[owns.end() :] if owns else after,
        )  # fmt: skip
        return _changed(text, sentence)

    return change


def _around(words: str, types: str, states: Mapping[str, State]) -> Change:
    def change(sentence: Sentence) -> Changed | None:
        if not _fits(sentence, types):
            return None
        other, text = _other(sentence, states), sentence.text
        return _changed(
            words.format(text=text, other=other.name, capital=other.capitals[0], headline=headline(text)),
            sentence,
        )

    return change


def _reacting(who: str, words: str, row: Sequence[str], states: Mapping[str, State]) -> Change:
    kind, types = row

    def change(sentence: Sentence) -> Changed | None:
        sides = _sides(sentence, states)
        if sides is None or not _fits(sentence, types):
            return None
        (doer, hit), third = sides, _other(sentence, states)
        reacting = third if who == "{third}" else hit
        reaction = Reading(names=frozenset({kind}), sides=((reacting.id,), (doer.id,)))
        own: Expected = sentence.same(counted="happenings")
        expected = replace(own, events=(*own.events, (reaction,)))
        return Changed(text=f"{sentence.text} {reacting.name} {words}.", expected=expected)

    return change


def _other(sentence: Sentence, states: Mapping[str, State]) -> State:
    return other_state(sentence.text, list(states.values()))
