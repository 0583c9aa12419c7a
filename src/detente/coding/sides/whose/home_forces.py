"""A draft whose noun says only what sort of force acts in, the force of the one state that is named as its actor out.

"Nine were killed in a police raid in Strelsau": the police are those of the land where the raid was; so are whoever
makes a "counter-terrorism operation" or an "anti-rebel raid" there, or an operation in which rebels are killed. So too
those whose weapons strike: "government jets bombed a market in Strelsau".
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import classes_of
from detente.coding.sides.looking.lands_named import only_state
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.knowledge.grammar import Grammar
from detente.reading.graph.nouns import is_opposed
from detente.reading.tokens import Token
from detente.records import Actor, Span

POLICE, ARMY = "COP", "MIL"
HIT, KILLING = "ASSAULT", "killing"  # a type, a kind
BY_MEANS = ("subject", "by", "with", "from")
WEAPONS = frozenset(
    {"warplane", "aircraft", "missile", "artillery", "bomb", "armour", "warship"}
)  # classes of nouns
FIGHTERS = frozenset({"REB", "UAF", "CRM"})  # sectors
ITS_OWN = "the sentence names no other state"


def with_home_forces(draft: Draft, statuses: Statuses, grammar: Grammar) -> Draft:
    """The draft; nothing where the sentence names several states, since the force may be of any."""
    doc, police = statuses.graph.doc, grammar.words["police forces"]
    deed = doc[draft.head].lemma_.lower() in grammar.words["deeds of forces"]
    hits = type_of(draft, statuses) == HIT
    means = [doc[draft.head]] if deed else list(_weapons(draft, statuses)) if hits else []
    words = grammar.words["forces by sort"]
    if hits and deed:
        words |= grammar.words["sorts of operations"]
    force = next((c for noun in means for c in noun.lefts if _is_force(c, words, statuses, grammar)), None)
    if force is None and deed and _kills_fighters(draft, statuses):
        force = doc[draft.head]
    sort = force is not None and not _is_fought(
        force, grammar
    )  # "denounces anti-migrant violence in Sylvania"
    there = place_of(draft, statuses)[0] if sort else None
    country = there.country if there is not None else None
    country = country or (only_state(draft.head, statuses) if force is not None else None)
    if force is None or country is None:
        return draft
    actor = Actor(
        name=force.text, country=country, sectors=(POLICE if force.lower_ in police else ARMY,),
        span=Span(force.idx, force.idx + len(force)), inferred=ITS_OWN,
    )  # fmt: skip
    return replace(draft, actors=(actor,))


def _is_force(word: Token, words: frozenset[str], statuses: Statuses, grammar: Grammar) -> bool:
    """ "Army", "pro-government", "anti-rebel"; but not "anti-government"."""
    opposed = is_opposed(word, grammar.words)
    return (word.lower_ in words and not opposed and _is_bare(word, statuses)) or _is_fought(word, grammar)


def _weapons(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """ "Government jets bombed a market", "killed by army shells": with what it is done."""
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(*BY_MEANS):
        if WEAPONS & classes_of(graph.doc, head, statuses.lexicon):
            yield graph.doc[head]


def _kills_fighters(draft: Draft, statuses: Statuses) -> bool:
    """ "Six militants are killed in an operation in Klausenburg": by those who keep order there."""
    bare = not any(_names_somebody(c, statuses) for c in statuses.graph.doc[draft.head].lefts)
    return bare and draft.kind == KILLING and all(set(r.sectors) & FIGHTERS for r in draft.recipients)


def _names_somebody(word: Token, statuses: Statuses) -> bool:
    return word.i in statuses.mentions.actors or word.i in statuses.mentions.modifiers


def _is_fought(word: Token, grammar: Grammar) -> bool:
    """ "An anti-rebel raid"; one on the mafia is the daily work of police."""
    return is_opposed(word, grammar.words) and word.lower_ not in grammar.words["crimes without politics"]


def _is_bare(word: Token, statuses: Statuses) -> bool:
    """Whether it describes the noun, and nothing is known of it."""
    return word.dep_ in ("compound", "amod", "nmod") and not _names_somebody(word, statuses)
