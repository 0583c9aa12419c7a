"""A state named otherwise: by who speaks or acts for it, where it acts or where something is aimed at it.

Somebody with a title, a body, its capital or its people stands for it, and its code stays what it is; organisations and
groups put into its place have codes of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from changes.inflected import inflected
from changes.shape import Change, Changed, Sentence, World, opened, possessive, renamed

from detente.knowledge.actor_rows import State

# Verbs, and behind a bar other words that a name may follow.
SAID = (
    "accuse condemn criticise criticize urge warn blame thank praise denounce reject welcome demand threaten ask tell call "
    "apologise congratulate offer refuse deny protest vow pledge promise back defend laud rebuke slam summon support invite "
    "decline propose appeal agree hail"
)
FOUGHT = (
    "attack bomb shell invade raid hit kill strike fire seize capture deploy launch destroy shoot detain arrest block "
    "blockade withdraw release free occupy send intercept move storm ambush carry open"
)
RULED = "ban expel sentence convict jail arrest detain impose freeze suspend cut close recall sever bar blacklist sanction"
ANYBODY = f"{SAID} {FOUGHT} {RULED} visit meet hold sign give lift declare recognise"
TO_SOMEBODY = (
    "accuse condemn criticise criticize urge warn blame thank praise denounce threaten ask tell congratulate rebuke slam "
    "invite meet assure support back defend"
)
WITH_SOMEBODY = (
    f"{TO_SOMEBODY} promise pledge|talks with|met with|meets with|meeting with|agreement with|deal with|spoke with|"
    "appealed to|apologised to|apology to|letter to|agreed with"
)
AT_SOMEBODY = "attack bomb shell raid hit strike kill capture detain arrest ambush|on|against"
ANY_AIM = f"{TO_SOMEBODY} {AT_SOMEBODY}"
WHAT_IT_DID = "reject condemn criticise denounce welcome praise slam protest back"

# Who stands for a state where it acts: what its verb may be, and what it is called.
ACTORS: Mapping[str, tuple[str, str]] = {
    "title before the name": (ANYBODY, "{demonym} Foreign Minister Jan Hruska"),
    "title behind the name": (ANYBODY, "Jan Hruska, the {demonym} foreign minister,"),
    "its minister and his name": (ANYBODY, "{owner} foreign minister, Jan Hruska,"),
    "the minister of": (ANYBODY, "The foreign minister of {state}"),
    "its president": (ANYBODY, "{owner} president"),
    "a spokesman for": (SAID, "A spokesman for the {demonym} president"),
    "spokeswoman and her name": (SAID, "{demonym} government spokeswoman Marie Keller"),
    "a ministry": (SAID, "The {demonym} foreign ministry"),
    "parliament": (SAID, "{owner} parliament"),
    "an embassy": (SAID, "The {demonym} embassy in {capital_2}"),
    "a delegation": (SAID, "The {demonym} delegation"),
    "a junta": (ANYBODY, "{owner} ruling junta"),
    "an army": (f"{FOUGHT} accuse say", "The {demonym} army"),
    "an air force": (FOUGHT, "{owner} air force"),
    "forces": (FOUGHT, "{demonym} forces"),
    "police": ("arrest detain raid seize kill shoot free release", "{demonym} police"),
    "an intelligence service": (f"{FOUGHT} {SAID}", "{owner} intelligence service"),
    "a court": ("sentence convict jail ban seize freeze fine order", "A {demonym} court"),
    "a central bank": ("freeze suspend ban cut agree impose seize lend", "{owner} central bank"),
    "a body of states": (SAID, "{body}"),
    "an army chief": (FOUGHT, "{demonym} army chief General Jan Hruska"),
    "a delegation and its leader": (
        "meet hold visit sign reject accuse urge", "A {demonym} delegation led by Deputy Foreign Minister Jan Hruska",
    ),
    "behind an opening phrase": (ANYBODY, "Days after a fire in Vienna, Jan Hruska, the {demonym} foreign minister,"),
    "its envoy to a body": (SAID, "{owner} ambassador to the United Nations"),
}  # fmt: skip

# Who stands for a state at which something is aimed: the words before it, and what it is called.
RECIPIENTS: Mapping[str, tuple[str, str]] = {
    "president with his name": (WITH_SOMEBODY, "{demonym} President Karel Brod"),
    "president behind his name": (WITH_SOMEBODY, "Karel Brod, the {demonym} president,"),
    "its premier and his name": (WITH_SOMEBODY, "{owner} prime minister, Karel Brod,"),
    "the president of": (WITH_SOMEBODY, "the president of {state}"),
    "the ministry": (WITH_SOMEBODY, "the {demonym} foreign ministry"),
    "government there": (WITH_SOMEBODY, "the government in {capital}"),
    "the other side": (WITH_SOMEBODY, "the {demonym} side"),
    "its parliament": (TO_SOMEBODY, "{owner} parliament"),
    "its ambassador": (TO_SOMEBODY, "the {demonym} ambassador"),
    "its army": (ANY_AIM, "the {demonym} army"),
    "its intelligence service": (TO_SOMEBODY, "{owner} intelligence service"),
    "its central bank": (TO_SOMEBODY, "{owner} central bank"),
    "its forces": (AT_SOMEBODY, "{demonym} forces"),
    "its air force": (AT_SOMEBODY, "{owner} air force"),
    "its fishermen": (AT_SOMEBODY, "{demonym} fishermen"),
    "its citizens": (AT_SOMEBODY, "{demonym} citizens"),
    "its embassy": (AT_SOMEBODY, "the {demonym} embassy in {capital_2}"),
    "its ships": (AT_SOMEBODY, "{demonym} ships"),
    "its protesters": (AT_SOMEBODY, "{demonym} protesters"),
    "its interests": (AT_SOMEBODY, "{demonym} interests"),
    "its rebels": (AT_SOMEBODY, "{demonym} rebels"),
    "its decision": (WHAT_IT_DID, "{owner} decision"),
    "its stance": (WHAT_IT_DID, "the {demonym} stance"),
    "its request": ("reject refuse deny grant decline", "{owner} request"),
    "there a body of states": (TO_SOMEBODY, "{body}"),
    "there an armed group": (ANY_AIM, "{group}"),
}  # fmt: skip

BODIES = {
    "ASEAN": "IGO:ASEAN", "NATO": "IGO:NATO", "The EU": "IGO:EU", "The African Union": "IGO:AU", "ECOWAS": "IGO:ECOWAS",
    "The UN Human Rights Council": "IGO:UN", "UNRWA": "IGO:UNRWA", "The Arab League": "IGO:ArabLeague", "The IAEA": "IGO:IAEA",
}  # fmt: skip
GROUPS = {
    "Hezbollah": "NSA:Hezbollah", "Hamas": "NSA:Hamas", "al-Shabaab": "NSA:AlShabaab", "the M23 rebels": "NSA:M23",
    "Boko Haram": "NSA:BokoHaram", "the Houthis": "NSA:Houthi", "rebels from the ELN": "NSA:ELN",
}  # fmt: skip
MANY = ("forces", "police")


@dataclass(frozen=True, kw_only=True)
class Place:
    """A state as it stands in a sentence."""

    before: str
    state: State
    after: str


def changes(world: World) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    states = {name: s for s in world.states.values() for name in (s.name, f"the {s.name}")}
    named = "|".join(sorted(map(re.escape, states), key=len, reverse=True))
    acting = {name: (words, _acting(verbs, named)) for name, (verbs, words) in ACTORS.items()}
    aimed_at = {name: (words, _aimed_at(verbs, named)) for name, (verbs, words) in RECIPIENTS.items()}
    return {name: _changed(words, where, states) for name, (words, where) in {**acting, **aimed_at}.items()}


def _acting(verbs: str, named: str) -> re.Pattern[str]:
    """A state that opens the sentence, and one of the verbs behind it."""
    return re.compile(
        rf"(?P<before>)(?P<state>{named}|The {named}) (?P<after>(?:has |have |had )?(?:{_any(verbs)})\b.*)"
    )


def _aimed_at(words: str, named: str) -> re.Pattern[str]:
    """A state by itself behind one of the words."""
    after = r"(?P<after>[.,]|[.,] .*| (?!and\b|or\b)[a-z].*)"
    return re.compile(rf"(?P<before>.*\b(?:{_any(words)}) )(?P<state>{named}){after}$")


def _any(words: str) -> str:
    verbs, *others = words.split("|")
    forms = (inflected(verb, verb) for verb in verbs.split())
    return "|".join((*(form for verb in forms for form in (verb.past, verb.third)), *others))


def _changed(words: str, where: re.Pattern[str], states: Mapping[str, State]) -> Change:
    def change(sentence: Sentence) -> Changed | None:
        found = where.match(sentence.text)
        if found is None or not sentence.events:
            return None
        name = found["state"]
        state = states[name[0].lower() + name[1:] if name.startswith("The ") else name]
        place = Place(before=found["before"], state=state, after=found["after"])
        turn = len(place.before) + len(place.after)
        table = BODIES if "{body}" in words else GROUPS if "{group}" in words else None
        called, code = (None, None) if table is None else sorted(table.items())[turn % len(table)]
        if called and state.name in place.before + place.after:
            return None
        events = [told if code is None else renamed(told, state.id, code) for told in sentence.events]
        return Changed(
            text=_written(words if called is None else called, place),
            expected=replace(sentence, events=tuple(events)).same(),
        )

    return change


def _written(words: str, place: Place) -> str:
    state = place.state
    called = words.format(
        demonym=state.demonyms[0], capital=state.capitals[0], state=_full(state), owner=possessive(_full(state)),
        capital_2="Vienna" if state.capitals[0] != "Vienna" else "Oslo",
    )  # fmt: skip
    called = re.sub(r"\b([Aa]) (?=[AEIO])", r"\1n ", called)
    if not place.before:
        after = _of_many(place.after) if called.split(" in ")[0].lower().endswith(MANY) else place.after
        return f"{opened(called)} {after}"
    called = called.replace("The ", "the ", 1) if called.startswith("The ") else called
    if place.after[0] in ",.":
        return f"{place.before}{called.rstrip(',')}{place.after}"
    return f"{place.before}{called} {place.after.lstrip()}"


def _of_many(rest: str) -> str:
    """The verb that opens it in the plural: "have", "accuse"."""
    verb, _, others = rest.partition(" ")
    one = {"has": "have", "is": "are", "was": "were"}.get(verb)
    if one is None and verb.endswith("ies"):
        one = f"{verb[:-3]}y"
    if one is None and verb.endswith("s"):
        one = verb[:-2] if verb.endswith(("shes", "ches", "sses")) else verb[:-1]
    return f"{one or verb} {others}"


def _full(state: State) -> str:
    plural = state.name.endswith(
        ("States", "Kingdom", "Emirates", "Netherlands", "Philippines", "Republic", "Islands")
    )
    return f"the {state.name}" if plural else state.name
