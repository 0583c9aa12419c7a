"""A draft of what is mostly done at home in, whether its sentence says that it is done to others out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import family_of
from detente.coding.roles.known import word_of
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.words.unknown_deed import kinds_of
from detente.coding.standing.status import Statuses
from detente.records import Place

DONE_WHERE = ("dobj", "prep", "advmod")
RELEASE, GROUP = "release", "NSA:"  # a kind; how the ids of groups begin
MEETING = "meeting"  # a family of kinds
CAPTIVES = "captives like objects"  # a list of words


def is_in_other_lands(draft: Draft, statuses: Statuses) -> bool:
    """ "Swayed votes in several countries", "meddled abroad": in lands that nobody names, and not at home."""
    verb, words = statuses.graph.doc[draft.head], statuses.graph.words["lands not one's own"]
    below = (t for child in (verb, *verb.rights) if child.dep_ in DONE_WHERE for t in child.subtree)
    return any(t.lower_ in words and t.i > verb.i for t in below)


def frees_others(draft: Draft, statuses: Statuses) -> bool:
    """ "The league goes on freeing hostages under its truce with Sylvania": whom a group holds are no people of its own."""
    if draft.kind != RELEASE or not all((a.id or "").startswith(GROUP) for a in draft.actors):
        return False
    graph = statuses.graph
    freed = [graph.doc[h].lower_ for h in graph.predicates[draft.head].heads("object", "of")]
    if graph.words[CAPTIVES].isdisjoint(freed):
        return False
    return bool(countries_named(draft.head, statuses) - {a.country or a.based for a in draft.actors})


def is_of_talks(place: Place, statuses: Statuses) -> bool:
    """ "The truce followed talks in Zenda": whoever is at home there lets others meet."""
    lexicon, name = statuses.lexicon, word_of(place, statuses.graph.doc)
    above = name.ancestors if name is not None else ()
    nouns = (t.lemma_.lower() for t in above if t.pos_ == "NOUN")
    return any(family_of(kind, lexicon) == MEETING for noun in nouns for kind in kinds_of(noun, lexicon))
