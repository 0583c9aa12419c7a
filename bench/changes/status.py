"""What has occurred said to go on, to come, or not to be.

The main verb is put in another time, negated, asked, supposed or hung on a verb such as "plan" or "stop". Kind and sides
of its event must stay, and the status must be what follows from the words: what is planned, supposed or denied must never
come out as occurred. Where nothing need be told ("almost V-ed") a report without the event is right too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from changes.clauses import Clause
from changes.shape import DONE, Change, Changed, Expected, Reading, Sentence, Told, World, opened

from detente.coding.left_out.lacking import ONLY_SPOKEN_OF
from detente.coding.told import NOT_SAID

TO_COME = ("planned", "scheduled", "proposed")
OPEN, NOT = ("hypothetical",), ("denied", "declined", "cancelled")
PAST_ONLY = re.compile(
    r"\b(?:last|ago|yesterday|earlier|previous|since|late on|recently|already|overnight)\b|\d", re.I
)


@dataclass(frozen=True, kw_only=True)
class Way:
    """Other words for a clause, the statuses that follow, and where they fit."""

    words: str
    statuses: tuple[str, ...]
    may_lack: bool  # nothing need be told
    active: bool  # only of a subject that acts
    state: bool  # only of a state
    timeless: bool  # not of what has a time in the past
    other: frozenset[str]  # types by which it may be told instead: "will not" is a refusal


def _c(words: str, statuses: tuple[str, ...], flags: str = "", *other: str) -> Way:
    """A row of the table; `flags`: L may lack, A active, S state, T no past time."""
    return Way(
        words=words, statuses=statuses, other=frozenset(other), may_lack="L" in flags, active="A" in flags,
        state="S" in flags, timeless="T" in flags,
    )  # fmt: skip


WAYS = {
    "has done": _c("{x} {has} {part} {rest}", DONE, "T"),
    "had done": _c("{x} had {part} {rest}", DONE),
    "is doing": _c("{x} {is} {ing} {rest}", (*DONE, "planned", "scheduled"), "T"),
    "was doing": _c("{x} {was} {ing} {rest}", DONE),
    "has been doing": _c("{x} {has} been {ing} {rest}", DONE, "TA"),
    "did do again": _c("{x} once again {past} {rest}", DONE),
    "continued to": _c("{x} continued to {base} {rest}", DONE, "A"),
    "began doing": _c("{x} began {ing} {rest}", DONE, "A"),
    "has begun to": _c("{x} {has} begun to {base} {rest}", DONE, "AT"),
    "resumed doing": _c("{x} resumed {ing} {rest}", DONE, "A"),
    "went on to": _c("{x} went on to {base} {rest}", DONE, "A"),
    "managed to": _c("{x} managed to {base} {rest}", DONE, "A"),
    "claimed to have": _c("{x} claimed to have {part} {rest}", DONE, "A"),
    "is believed to have": _c("{x} {is} believed to have {part} {rest}", DONE),
    "confirmed that": _c("A spokesman confirmed that {x} had {part} {rest}", DONE),
    "will": _c("{x} will {base} {rest}", TO_COME, "T"),
    "will be doing": _c("{x} will be {ing} {rest}", TO_COME, "TA"),
    "is to": _c("{x} {is} to {base} {rest}", TO_COME, "T"),
    "is set to": _c("{x} {is} set to {base} {rest}", TO_COME, "T"),
    "is expected to": _c("{x} {is} expected to {base} {rest}", TO_COME, "T"),
    "on the verge": _c("{x} {was} on the verge of {ing} {rest}", OPEN, "A"),
    "is about to": _c("{x} {is} about to {base} {rest}", TO_COME, "T"),
    "is preparing to": _c("{x} {is} preparing to {base} {rest}", TO_COME, "TA"),
    "plans to": _c("{x} plan{s} to {base} {rest}", TO_COME, "TA"),
    "said it would": _c("{x} said {it} would {base} {rest}", TO_COME, "TAS"),
    "hopes to": _c("{x} hope{s} to {base} {rest}", (*OPEN, *TO_COME), "TA"),
    "wants to": _c("{x} want{s} to {base} {rest}", (*OPEN, *TO_COME), "TA"),
    "could": _c("{x} could {base} {rest}", (*OPEN, *TO_COME), "T"),
    "may soon": _c("{x} may soon {base} {rest}", (*OPEN, *TO_COME), "T"),
    "may have": _c("{x} may have {part} {rest}", OPEN),
    "would if": _c("{x} would {base} {rest} if the vote failed", OPEN, "T"),
    "will if": _c("{x} will {base} {rest} unless the vote fails", (*OPEN, *TO_COME), "T"),
    "if it does": _c("If {x} {present} {rest}, prices will rise, analysts said", OPEN, "T"),
    "if it did": _c("Prices would rise if {x} {past} {rest}, analysts said", OPEN, "T"),
    "should it": _c("Should {x} {base} {rest}, prices will rise", OPEN, "T"),
    "unless": _c("Prices will rise unless {x} {present} {rest}", OPEN, "TL"),
    "will it?": _c("Will {x} {base} {rest}?", OPEN, "TL"),
    "did it?": _c("Did {x} {base} {rest}?", OPEN, "LA"),
    "whether it will": _c("It is unclear whether {x} will {base} {rest}", OPEN, "TL"),
    "whether it did": _c("It is not known whether {x} {past} {rest}", OPEN),
    "asked whether": _c("Asked whether {x} had {part} {rest}, the spokesman laughed", OPEN, "L"),
    "fears that": _c("Fears are growing that {x} will {base} {rest}", (*OPEN, *TO_COME), "T"),
    "amid rumours": _c("Prices fell amid rumours that {x} had {part} {rest}", OPEN),
    "should not": _c("{x} should not {base} {rest}, the newspaper wrote", (*OPEN, *NOT), "TL"),
    "did not": _c("{x} {not} {rest}", NOT, "L", "REJECT"),
    "has not done": _c("{x} {has} not {part} {rest}", NOT, "LT", "REJECT"),
    "never did": _c("{x} never {past} {rest}", NOT, "L", "REJECT"),
    "has never done": _c("{x} {has} never {part} {rest}", NOT, "LT", "REJECT"),
    "will not": _c("{x} will not {base} {rest}", NOT, "T", "REJECT"),
    "is not going to": _c("{x} {is} not going to {base} {rest}", NOT, "T", "REJECT"),
    "does not plan to": _c("{x} {does} not plan to {base} {rest}", NOT, "TA", "REJECT"),
    "no longer": _c("{x} will no longer {base} {rest}", NOT, "TA", "REJECT", "SANCTION"),
    "without": _c("{x} left without {ing} {rest}", NOT, "AL"),
    "has yet to": _c("{x} {has} yet to {base} {rest}", (*NOT, *OPEN, *TO_COME), "T"),
    "failed to": _c("{x} failed to {base} {rest}", NOT, "AL", "REJECT"),
    "stopped doing": _c("{x} stopped {ing} {rest}", NOT, "A", "SANCTION", "CONCEDE", "RETREAT"),
    "tried to": _c("{x} tried to {base} {rest}", (*OPEN, *NOT, "occurred"), "A"),
    "almost did": _c("{x} almost {past} {rest}", (*NOT, *OPEN), "L"),
    "denied that": _c("{x} denied that {it} had {part} {rest}", NOT, "AS", "REJECT"),
    "denied reports": _c("{x} denied reports that {it} had {part} {rest}", NOT, "AS", "REJECT"),
    "no truth": _c("There is no truth in reports that {x} {past} {rest}", NOT),
    "not true": _c("It is not true that {x} {past} {rest}", NOT),
}


def changes(world: World) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    return {name: _changed(way, world) for name, way in WAYS.items()}


def _changed(way: Way, world: World) -> Change:
    def change(sentence: Sentence) -> Changed | None:
        clause = world.clauses.get(sentence.text)
        told = sentence.events[0] if len(sentence.events) == 1 else None
        if clause is None or told is None or told.status not in DONE or not clause.tells(told.trigger):
            return None
        if not _fits(clause, way, is_state=opened(clause.subject.removeprefix("the ")) in world.states):
            return None
        text = opened(way.words.format(**clause.words()))
        return Changed(text=text if text.endswith("?") else f"{text}.", expected=_expected(told, way))

    return change


def _fits(clause: Clause, way: Way, *, is_state: bool) -> bool:
    if (way.active and clause.passive) or (way.state and not is_state):
        return False
    return not (way.timeless and PAST_ONLY.search(clause.rest))


def _expected(told: Told, way: Way) -> Expected:
    kind = frozenset({told.kind})
    own = Reading(names=kind, sides=told.sides, statuses=way.statuses)
    done = tuple(status for status in DONE if status not in way.statuses)
    reasons = frozenset({NOT_SAID} if told.named else {NOT_SAID, ONLY_SPOKEN_OF})
    lacks = way.may_lack or way.statuses != DONE
    return Expected(
        events=((own, Reading(names=way.other)) if way.other else (own,),),
        more=True,
        never=(Reading(names=kind, sides=told.sides, statuses=done),),
        absent=Reading(names=kind) if lacks else None,
        reasons=None if way.may_lack else reasons,
    )
