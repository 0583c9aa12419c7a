"""The records of the files `times/*.yaml`, as they are written there.

Kinds of records, by file name: `words-*` word classes, `rules-*` expressions, `modifiers-*` what stands around an
expression and narrows it, `links-*` what joins two to a range, `outlook-*` the words that make a clause look ahead
or back. `time_patterns` describes the language of patterns.

An example ends in what is expected: `"The talks begin [[next week]]. => 2013-W08"`, then if wanted the mod and the
interval: `=> 2013-W08 ON_OR_AFTER 2013-02-18..`.
"""

from __future__ import annotations

from typing import Literal

from detente.knowledge.files import Rule
from detente.records import TimexType

Look = Literal["tense", "past", "future", "this", "last", "next"]
Anchor = Literal["published", "told", "near"]
Bound = Literal[
    "until_now",
    "from_now",
    "from",
    "after",
    "until",
    "before",
    "around",
    "since",
    "lasting",
    "farther",
    "nearer",
]
Reach = Literal["ahead", "coming", "back", "tense", "until_now"]
Part = Literal["start", "mid", "end", "week1", "week2", "week3", "week4", "last_week", "half1", "half2"]
Outlooks = Literal["past", "future", "open"]


class WordClass(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words and what they stand for in a value; `regex` adds what cannot be listed, digits above all.

    core: any of these words is reason enough to look for an expression. number: the words are numerals that
    combine ("twenty-five", "two hundred").
    """

    words: dict[str, str] = {}
    regex: str | None = None
    core: bool = False
    number: bool = False


class TimeRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An expression: how it is said (`pattern`) and what it means.

    value: a TIMEX3 value with `{class}` for words; X in front is what the context has to tell.
    shift: "+1 {unit}": so many units from the anchor; gives a value of that grain, which fills the X of `value`.
    look: how X are filled: by the tense of the clause, or always past, future, this, last, next.
    anchor: published, told (the last time told before; for a reference, in its own sentence or the one before) or near
    (one told in the same sentence, else published).
    then: a shift counted from that, as in "a week from Friday". until: the value of the last day of a range.
    bound: what of the interval is left (`bounds.csv`). reach: for durations, the stretch they cover.
    grain: the unit of the value, else that of the words; "told": the same part of the year as the time last told.
    after, unless_after, before, unless_before: what must (not) stand on either side.
    unless_tag: class -> tags (Penn Treebank) with which its word is no time word. needs_modifier: it is an
    expression only together with a modifier ("the end of" the year). unless_name: not where it is part of a
    person's name ("Jan Orlik").
    """

    pattern: tuple[str, ...]
    type: TimexType = "DATE"
    value: str | None = None
    shift: str | None = None
    look: Look = "tense"
    anchor: Anchor = "published"
    then: str | None = None
    until: str | None = None
    mod: str | None = None
    note: str | None = None
    part: Part | None = None
    bound: Bound | None = None
    reach: Reach | None = None
    grain: str | None = None
    when: Outlooks | None = None
    holiday: dict[str, int] | None = None
    after: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    unless_tag: dict[str, tuple[str, ...]] = {}
    needs_modifier: bool = False
    unless_name: bool = False


class Modifier(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around an expression: `left` and `right` are patterns; `inside`: they belong to the expression.

    needs: word classes of which the expression must have one ("over three weeks", not "over the weekend").
    only: ids of the rules whose expressions it can modify; none: any. unless_after: what must not stand before `left`.
    """

    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    inside: bool = False
    mod: str | None = None
    part: Part | None = None
    bound: Bound | None = None
    types: tuple[TimexType, ...] = ("DATE", "TIME")
    needs: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()


class Link(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What joins two expressions to a range: "from A to B"; `lead` may or must stand before A.

    unless_under: lemmas of verbs under which it is no range, as what moves from A to B is at B.
    """

    lead: tuple[str, ...] = ()
    middle: tuple[str, ...]
    unless_under: tuple[str, ...] = ()


class Running(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the first or last day of a duration is told in its sentence.

    words: what stands before that day ("starting on 19 June"). verbs: lemmas that govern the duration and that day
    ("begins a three-day visit on Monday").
    """

    side: Literal["start", "end"]
    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


class Outlook(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make what they govern or modify look ahead or back; lemmas, by the role in which they stand.

    commands: what somebody was told to do lies ahead of the telling, and as a rule still does.
    behind: prepositions after which stands what went before the verb.
    settings: prepositions with which what stands first sets the scene for the verb.
    reacts: verbs whose reason went before them: "jails a man for a raid in April".
    names: verbs that set the day that is their object: "has fixed 3 May as the date".
    gathers: verbs of asking people to come; who "has been called to a meeting on Monday" has not met yet.
    """

    looks: Outlooks
    governors: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    perfects: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    reacts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    gathers: tuple[str, ...] = ()
    announces: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
