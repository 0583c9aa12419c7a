"""The verb of a sentence said as a noun.

"Ruritania expelled two Sylvanian diplomats" is said as "Ruritania's expulsion of two Sylvanian diplomats came after
weeks of tension", "Kenya condemned ..." and the like. Type and sides must stay; where another deed is told besides
("condemned"), that must be found too, and nothing else; where something is said of the noun ("called off"), the status
follows from it. The nouns are in nouns_of_verbs.csv.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from changes.clauses import Clause
from changes.shape import Change, Changed, Expected, Reading, Sentence, Told, World, opened, possessive

from detente.knowledge.actor_rows import State

NOUNS = Path(__file__).with_name("nouns_of_verbs.csv")
HARSH = ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "ACCUSE", "THREATEN", "REJECT")
FORCE = ("ASSAULT", "COERCE", "MOBILIZE")
MILD = ("RETREAT", "AID", "COOPERATE", "SUPPORT", "CONCEDE", "AGREE")
MEASURES = ("SANCTION", "COERCE", "RETREAT", "AID", "MOBILIZE", "COOPERATE", "CONCEDE")
ANY: tuple[str, ...] = ()
ITS = re.compile(r"\b(its|their|his|her|it|them)\b")
UNCOUNTED = re.compile(r"(?:ions|gs|nks|rges|ats|ism|ing|port|aise|ame)$")  # "criticism", "sanctions"
COUNTED = frozenset({"meeting", "bombing", "killing"})


@dataclass(frozen=True, kw_only=True)
class NounOf:
    """A row of nouns_of_verbs.csv: the noun, the preposition of its object, the verbs that may carry it, and of which
    types the verb must be read for it to mean the same (several are then as good as each other)."""

    noun: str
    object: str
    carried: tuple[str, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Way:
    """How it is said, of which types; what else is told then (by another state of who acts); the status."""

    words: str
    types: tuple[str, ...] = ANY
    more: str | None = None
    status: str | None = None


WAYS = {
    "possessive": Way(words="{Ss} {N} {P} {O} came after weeks of tension."),
    "by at the end": Way(words="The {N} {P} {O} by {S} came as a surprise."),
    "demonym": Way(words="The {dem} {N} {P} {O} came as a surprise."),
    "demonym's beginning": Way(words="Residents fled when {a_dem} {N} {P} {O} began.", types=("ASSAULT",)),
    "carried": Way(words="{S} {carried} {a_N} {P} {O}."),
    "by before": Way(words="{a_N} by {S} {P} {O} drew wide attention.", types=("ASSAULT", "ACCUSE")),
    "took place": Way(words="The {N} {P} {O} by {S} took place at dawn.", types=FORCE),
    "days after": Way(words="Days after {Ss} {N} {P} {O}, prices rose sharply."),
    "no comment": Way(words="There was no immediate comment on {Ss} {N} {P} {O}."),
    "called it": Way(words="Analysts called {Ss} {N} {P} {O} a turning point."),
    "in response": Way(
        words="{Z} recalled its ambassador in response to {Ss} {N} {P} {O}.", types=HARSH, more="SANCTION"
    ),
    "over": Way(words="{Z} summoned the {dem} ambassador over the {N} {P} {O}.", types=HARSH, more="ACCUSE"),
    "condemned": Way(words="{Z} condemned {Ss} {N} {P} {O}.", types=HARSH, more="ACCUSE"),
    "drew": Way(words="{Ss} {N} {P} {O} drew condemnation from {Z}.", types=HARSH, more="ACCUSE"),
    "prompted": Way(words="{Ss} {N} {P} {O} prompted a rebuke from {Z}.", types=HARSH, more="ACCUSE"),
    "blamed for": Way(words="{Z} blamed {S} for the {N} {P} {O}.", types=FORCE, more="ACCUSE"),
    "protested": Way(words="{Z} protested over {Ss} {N} {P} {O}.", types=HARSH, more="ACCUSE"),
    "welcomed": Way(words="{Z} welcomed {Ss} {N} {P} {O}.", types=MILD, more="SUPPORT"),
    "announced": Way(words="{S} announced the {N} {P} {O}.", types=MEASURES),
    "confirmed": Way(words="{S} confirmed the {N} {P} {O}.", types=MEASURES),
    "ordered": Way(words="{S} ordered the {N} {P} {O}.", types=MEASURES),
    "went ahead": Way(words="{S} went ahead with the {N} {P} {O}.", types=MEASURES),
    "defended": Way(words="{S} defended the {N} {P} {O}.", types=("SANCTION", "COERCE")),
    "planned": Way(words="{S} was planning the {N} {P} {O}.", types=MEASURES, status="planned"),
    "called off": Way(
        words="{S} called off a planned {N} {P} {O}.", types=("MOBILIZE", "COERCE"), status="cancelled"
    ),
    "reported": Way(words="State media reported the {N} {P} {O} by {S}."),
    "headline": Way(words="{Ss} {N} {P} {O}: what we know so far"),
    "drew from": Way(words="{O} drew {N} from {S}.", types=("ACCUSE", "SUPPORT")),
    "faced": Way(words="{O} faced {a_N} by {S}.", types=("ASSAULT", "SANCTION")),
    "despite": Way(words="Life went on in the city despite the {dem} {N} {P} {O}."),
}


def nouns() -> dict[str, NounOf]:
    """By verb."""
    with NOUNS.open(encoding="utf-8") as file:
        return {
            row["verb"]: NounOf(
                noun=row["noun"],
                object=row["object"],
                carried=tuple(filter(None, row["carried"].split(";"))),
                types=tuple(filter(None, row["types"].split(";"))),
            )
            for row in csv.DictReader(file)
        }


def changes(world: World) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    known = nouns()
    return {name: _changed(way, known, world) for name, way in WAYS.items()}


def _changed(way: Way, known: Mapping[str, NounOf], world: World) -> Change:
    def change(sentence: Sentence) -> Changed | None:
        clause = world.clauses.get(sentence.text)
        told = sentence.events[0] if len(sentence.events) == 1 else None
        if clause is None or told is None or (way.types and told.type not in way.types):
            return None
        noun = known.get(f"{clause.verb.base} {clause.particle}".strip())
        state = world.states.get(clause.doer.removeprefix("the "))
        if noun is None or not _fits(clause, told, noun) or not _sayable(way, clause, noun, state):
            return None
        if way.words.startswith("{O}") and clause.object.removeprefix("the ") not in world.states:
            return None  # only somebody can face it
        third = world.third(sentence.text)
        return Changed(
            text=opened(way.words.format(Z=third.name, **_words(clause, noun, state))),
            expected=_expected(way, told, noun, third.id),
        )

    return change


def _fits(clause: Clause, told: Told, noun: NounOf) -> bool:
    """Whether the verb tells plainly of one who does something to another, in the sense that the noun has."""
    if not (clause.doer and clause.object and clause.simple and told.coded and told.status == "occurred"):
        return False
    if (
        clause.tag == "VBZ"
        or re.search(r"['’]s\b", clause.doer)
        or not re.fullmatch(r"(?: [\w'’-]+){0,6}", clause.behind)
    ):
        return False
    return clause.tells(told.trigger) and not (noun.types and told.type not in noun.types)


def _sayable(way: Way, clause: Clause, noun: NounOf, state: State | None) -> bool:
    """Whether all that the words ask for is there; "its" needs its owner, and no other, before it."""
    if ("dem}" in way.words and state is None) or ("{carried}" in way.words and not noun.carried):
        return False
    if "{Ss}" in way.words and re.search(r" (?:in|of|from|for|on) ", clause.doer):
        return False  # "police in Graustark's"
    others = "{Z}" in way.words or "dem}" in way.words
    return not (others and ITS.search(clause.object + clause.behind))


def _words(clause: Clause, noun: NounOf, state: State | None) -> dict[str, str]:
    demonym = state.demonyms[0] if state else ""
    bare = UNCOUNTED.search(noun.noun) and noun.noun not in COUNTED
    carried = noun.carried[len(clause.object) % len(noun.carried)] if noun.carried else ""
    return {
        "S": clause.doer, "Ss": possessive(clause.doer), "dem": demonym, "N": noun.noun, "P": noun.object,
        "a_dem": _with_article(demonym), "a_N": noun.noun if bare else _with_article(noun.noun),
        "O": clause.object + clause.behind, "carried": carried,
    }  # fmt: skip


def _with_article(word: str) -> str:
    return f"an {word}" if word[:1] in tuple("aeiouAEIO") else f"a {word}"


def _expected(way: Way, told: Told, noun: NounOf, third: str) -> Expected:
    alike = noun.types or (told.type,)
    statuses = (way.status,) if way.status else None
    deed = Reading(names=frozenset(f"deed {one}" for one in alike), sides=told.sides, statuses=statuses)
    doers = () if told.reciprocal else told.actors
    more = ((Reading(names=frozenset({way.more}), sides=((third,), doers)),),) if way.more else ()
    return Expected(events=((deed,), *more))
