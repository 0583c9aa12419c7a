"""Words among rivals at home."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import keys_of, only_land
from detente.coding.sides.nearby.sentence_before import others_in_clause
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.sides.whose.own_state import AGAINST_GOVERNMENT, ARMED
from detente.coding.standing.status import Statuses
from detente.ids import is_person
from detente.reading.tokens import Token
from detente.records import Actor

AGAINST = frozenset({"ACCUSE", "REJECT", "REQUEST"})  # types
OPPOSED = AGAINST_GOVERNMENT - ARMED | {"PTY"}  # sectors
RULERS = "GOV"
BESIDE = ("compound", "appos", "nmod", "amod")
WHOSE = ("his", "her", "their")
OPPONENTS = "opponents at home"  # a list of words
IN_POWER = "parties in power"  # a list of words
RIVALS = "rivals of theirs at home"
SUBJECT = "subject"
CRITICISM = "criticism"  # a kind
BLOWS = "blows in words"  # the list of kinds
SOLDIERS = frozenset({"MIL", "COP", "REB", "CRM", "UAF", "PRM"})
SPEAKERS = frozenset({"PTY", "LEG", "ELI"})
IN_OFFICE = SPEAKERS | {"GOV", "OPP"}


def with_rivals_at_home(draft: Draft, statuses: Statuses) -> Draft:
    """Words of a government's rivals that are aimed at nobody named in, that government as whom they are aimed at out.

    "Ruritania and Sylvania sign a pact. The Ruritanian opposition denounces the deal", "His rival Otto Hentzau rejects the
    move": whoever stands against a government at home blames it, and not whom it dealt with.
    The draft with the government at home as recipient, unless another is named beside what they say.
    """
    land = only_land(draft.actors)
    if land is None or any(r.inferred is None for r in draft.recipients):
        return draft
    if not speak_as_rivals(draft, statuses) or others_in_clause(draft, keys_of(draft.actors), statuses):
        return draft
    return replace(draft, recipients=(side_at_home(land, RULERS, AT_HOME),))


def with_own_rivals(draft: Draft, statuses: Statuses) -> Draft:
    """ "Sylvania's royalists and their rivals came to terms": both sides are of that land."""
    land, doc = only_land(draft.actors), statuses.graph.doc
    words = statuses.graph.words[OPPONENTS]
    heads = statuses.graph.predicates[draft.head].heads(SUBJECT)
    rival = next((t for h in heads if (t := doc[h]).lemma_.lower() in words and _is_his(t)), None)
    if land is None or rival is None or rival.i in statuses.mentions.actors:
        return draft
    other = Actor(name=rival.text, country=land, sectors=("OPP",), inferred=RIVALS)
    return replace(draft, actors=(*draft.actors, other))


def speak_as_rivals(draft: Draft, statuses: Statuses) -> bool:
    """Whether all who act are of the opposition or a party, or are called somebody's rivals, or speak of who rules."""
    if _speak_of_rulers(draft, statuses):
        return True
    if draft.actors and all(a.sectors and OPPOSED.issuperset(a.sectors) for a in draft.actors):
        return True
    doc, words = statuses.graph.doc, statuses.graph.words[OPPONENTS]
    heads = statuses.graph.predicates[draft.head].heads(SUBJECT)
    return any(t.lemma_.lower() in words and _is_his(t) for h in heads for t in _called(doc[h]))


def _speak_of_rulers(draft: Draft, statuses: Statuses) -> bool:
    """ "Students accused the ruling party of fraud"."""
    doc, words = statuses.graph.doc, statuses.graph.words[IN_POWER]
    objects = (doc[h] for h in statuses.graph.predicates[draft.head].heads("object"))
    return any(f"{c.lower_} {t.lemma_.lower()}" in words for t in objects for c in t.lefts)


def _called(name: Token) -> Iterator[Token]:
    """A name and the nouns beside it that say what somebody is."""
    yield name
    yield from (c for c in name.children if c.dep_ in BESIDE)


def _is_his(noun: Token) -> bool:
    """ "His rival", of a person; a state's rival is another state."""
    over = noun.head if noun.dep_ in BESIDE else noun
    return any(c.dep_ == "poss" and c.lower_ in WHOSE for t in (noun, over) for c in t.children)


def as_criticism(draft: Draft, statuses: Statuses) -> Draft:
    """A blow between persons known by name or parties in, criticism out: "Senator Holm attacked Premier Varga", "Labour
    attacked the government": in words.

    The draft; those who have soldiers under them strike otherwise, and then a state or army is named.
    """
    if draft.kind not in statuses.graph.words[BLOWS]:
        return draft
    if not all(_by_name(a) or _speaks(a) for a in draft.actors):
        return draft
    states = {a.country for a in draft.actors}
    if not all(_by_name(r) or _is_rival(r, states) for r in draft.recipients):
        return draft
    return replace(draft, kind=CRITICISM, reciprocal=False)


def _by_name(actor: Actor) -> bool:
    """Whether it is a person who is known, and no soldier or rebel."""
    return is_person(actor.id) and not SOLDIERS & set(actor.sectors)


def _speaks(actor: Actor) -> bool:
    """Whether it is a party, candidates or members of a parliament, who have no arms."""
    return bool(actor.sectors) and set(actor.sectors) <= SPEAKERS


def _is_rival(actor: Actor, states: set[str | None]) -> bool:
    """Whether it is a party or those in office of the same state."""
    return bool(actor.sectors) and set(actor.sectors) <= IN_OFFICE and actor.country in states
