"""Who acts or suffers at the place where something is done, and whether that is at home."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import any_meets, family_of
from detente.coding.reasons import SAID_TO_BE, TOLD_BEFORE
from detente.coding.roles.known import word_of
from detente.coding.roles.roles import actors_of
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.words.unknown_deed import kinds_of
from detente.coding.standing.status import Statuses
from detente.ids import is_group
from detente.knowledge.frames import DomesticKind
from detente.reading.shapes import is_pointed_at
from detente.records import Actor, Place

RULERS, CIVILIANS = "GOV", "CVL"
NAMED = ("PRON", "PROPN")
THOSE_WHO_RULE = ("officeholder", "government", "police-force", "troops")
APPOS = "appos"
PRIVATE = frozenset({"CVL", "BUS", "EDU", "JRN", "SOC", "MED", "LAB", "REL", "AGR"})  # sectors of no office
OCCASIONS = ("when", "after", "as", "in", "during", "by", "adverbial", "following")
ANYBODY = frozenset({"CVL", "UAF", "CRM"})
PROTEST, FORCES = "PROTEST", frozenset({"MIL", "COP"})
INTO = ("object", "into", "onto", "to", "in", "on", "at")
ABROAD = "words of being abroad"
DONE_WHERE = ("dobj", "prep", "advmod")
RELEASE = "release"  # a kind
MEETING = "meeting"  # a family of kinds
ANY_FLAG, PRONOUN = "ships of any flag", "PRP"  # a list of words, a tag
CAPTIVES = "captives like objects"  # a list of words


def is_of_its_place(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """Whether those who do it are of wherever it is: nobody need be named, or whoever is named rules there."""
    return not draft.needs or _is_suffered(draft, row, statuses) or _is_by_rulers(draft, row, statuses)


def _is_by_rulers(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """ "Mobs clashed in Strelsau, and the governor declared a curfew": of that land, if it is done at home only."""
    if row.late or (row.acts, row.aimed_at) != (RULERS, CIVILIANS):
        return False
    doer = statuses.graph.predicates[draft.head].heads("subject", "by")
    return any_meets(THOSE_WHO_RULE, doer, statuses.graph.doc, statuses.mentions, statuses.lexicon)


def _is_suffered(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """ "Crowds chant in Strelsau; dozens are arrested": nobody is named, and it is done to people there. "The man was
    taken away" says again who was named before."""
    graph = statuses.graph
    predicate = graph.predicates[draft.head]
    whom = (graph.doc[head] for head in predicate.heads("object"))
    known = any(t.pos_ in NAMED or is_pointed_at(t, graph.words) for t in whom)
    return predicate.passive and (row.acts, row.aimed_at) == (RULERS, CIVILIANS) and not known


def who_it_is(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """A draft in, those from abroad out to whom it is done and of whom only their nation is told.

    "The suspect, a Sylvanian citizen, was arrested": by the state in which that happened, and not by his own.
    "A suspect, a Sylvanian citizen, is arrested": nobody is named but for where he is from.
    """
    graph, actors = statuses.graph, statuses.mentions.actors
    beside = (
        c.i
        for h in graph.predicates[draft.head].heads("object")
        for c in graph.doc[h].rights
        if c.dep_ == APPOS
    )
    return tuple(
        actors[i].actor
        for i in beside
        if i in actors and is_guest(actors[i].actor) and actors[i].actor.country
    )


def is_guest(side: Actor) -> bool:
    """Of another land by its own words or those of the sentence before, or of none that is known."""
    if side.id is not None:
        return False
    told = TOLD_BEFORE.is_why(side.inferred) or SAID_TO_BE.is_why(side.inferred)
    own = not side.inferred and bool(side.sectors) and PRIVATE.issuperset(side.sectors)
    return own or not (side.country or side.based) or told


def is_anybody(actor: Actor) -> bool:
    """ "Hooded men burst into a studio in Strelsau": that they are of this land is only supposed."""
    return actor.inferred is not None and set(actor.sectors) <= ANYBODY


def is_bloody(draft: Draft, statuses: Statuses) -> bool:
    """Whether the sentence tells of people who are hurt: what is called an attack is then no figure of speech."""
    hurting = statuses.graph.words["hurting verbs"]
    return any(t.pos_ == "VERB" and t.lemma_ in hurting for t in statuses.graph.doc[draft.head].sent)


def victims_around(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """ "Nine guards were killed when a mine went off": those whom the clause around it says to be hurt."""
    graph = statuses.graph
    hurting = graph.words["hurting verbs"]
    for name, verb in graph.governing(draft.head):
        if name in OCCASIONS and verb.lemma in hurting:
            for head in verb.heads("object" if verb.passive else "subject"):
                yield from actors_of(head, "object", graph, statuses.mentions)


def by_locals(draft: Draft, statuses: Statuses) -> bool:
    """ "Youths torch the offices of his party": whoever is named elsewhere in the sentence, those are at home."""
    verb, abroad = statuses.graph.doc[draft.head], statuses.graph.words[ABROAD]
    if verb.pos_ != "VERB" or any(token.lower_ in abroad for token in verb.sent):
        return False
    stormed = statuses.graph.predicates[draft.head].heads(*INTO)
    if any(verb.doc[h].lemma_.lower() in statuses.graph.words["seats of power"] for h in stormed):
        return True  # "broke into the Sylvanian president's palace"
    if any(r.inferred is None for r in draft.recipients):
        return False
    mentions = statuses.mentions
    within = {m.actor.country for t in verb.subtree if (m := mentions.actors.get(t.i)) is not None}
    return within - {None} == {r.country for r in draft.recipients}


def by_crowd_there(draft: Draft, statuses: Statuses) -> bool:
    """ "Protesters broke into the Sylvanian president's palace": a crowd of no state that is named is of that one.

    So are soldiers who join a protest against him.
    """
    nobody = all(a.country is None and a.id is None and not a.based for a in draft.actors)
    mutiny = type_of(draft, statuses) == PROTEST and all(FORCES & set(a.sectors) for a in draft.actors)
    return nobody and (mutiny or by_locals(draft, statuses))


def is_no_home_matter(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is done in other lands, or to a ship of which nobody says whose it is."""
    return _is_in_other_lands(draft, statuses) or _is_of_any_flag(draft, statuses)


def _is_in_other_lands(draft: Draft, statuses: Statuses) -> bool:
    """ "Swayed votes in several countries", "meddled abroad": in lands that nobody names, and not at home."""
    verb, words = statuses.graph.doc[draft.head], statuses.graph.words["lands not one's own"]
    below = (t for child in (verb, *verb.rights) if child.dep_ in DONE_WHERE for t in child.subtree)
    return any(t.lower_ in words and t.i > verb.i for t in below)


def _is_of_any_flag(draft: Draft, statuses: Statuses) -> bool:
    """ "Seized a tanker in the gulf and let it go a day later": whose ship it is nobody says, and hardly one's own."""
    graph = statuses.graph
    ships, doc = graph.words[ANY_FLAG], graph.doc
    for head in graph.predicates[draft.head].heads("object"):
        told = doc[doc[head].sent.start : head] if doc[head].tag_ == PRONOUN else (doc[head],)
        if any(t.lemma_.lower() in ships for t in told):
            return True
    return False


def frees_others(draft: Draft, statuses: Statuses) -> bool:
    """ "The league goes on freeing hostages under its truce with Sylvania": whom a group holds are no people of its own."""
    if draft.kind != RELEASE or not all(is_group(a.id) for a in draft.actors):
        return False
    graph = statuses.graph
    freed = [graph.doc[h].lower_ for h in graph.predicates[draft.head].heads("object", "of")]
    if graph.words[CAPTIVES].isdisjoint(freed):
        return False
    return bool(countries_named(draft.head, statuses) - {a.country or a.based for a in draft.actors})


def is_of_others(place: Place, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania and Sylvania agreed on a swap in Zenda": it is between the two that are named, wherever it happens."""
    others = countries_named(draft.head, statuses) - {place.country}
    return len(others) > 1 or is_of_talks(place, statuses)


def is_of_talks(place: Place, statuses: Statuses) -> bool:
    """ "The truce followed talks in Zenda": whoever is at home there lets others meet."""
    lexicon, name = statuses.lexicon, word_of(place, statuses.graph.doc)
    above = name.ancestors if name is not None else ()
    nouns = (t.lemma_.lower() for t in above if t.pos_ == "NOUN")
    return any(family_of(kind, lexicon) == MEETING for noun in nouns for kind in kinds_of(noun, lexicon))
