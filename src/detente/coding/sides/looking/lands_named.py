"""A word in, the countries out that its sentence names, as actors or places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.coding.roles.belonging import only_lends
from detente.coding.roles.known import word_of
from detente.coding.roles.listed_states import only_backs
from detente.coding.roles.mentions import Mention
from detente.coding.sides.looking.no_party import is_backer, is_told_press
from detente.coding.sides.looking.ways_and_borders import is_way, names_border
from detente.coding.standing.status import Statuses
from detente.reading.asides import PAPER, outside
from detente.reading.datelines import is_dateline_at
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Place

FIRM = "BUS"
PARTICIPLE = "VBG"
SECOND = ("conj", "acl", "advcl", "pcomp")  # labels of a clause that goes on from another
MODIFYING = ("amod", "compound", "nmod", "poss")
SINCE, REASONS = ("since", "until"), ("on", "for", "over", "with")


def only_state(head: int, statuses: Statuses) -> str | None:
    """The country of all actors and places of the token's sentence, if there is just one; if none, of the text."""
    found = countries_named(head, statuses)
    if not found:
        return statuses.mentions.setting
    return next(iter(found)) if len(found) == 1 else None


def only_state_but_answers(head: int, statuses: Statuses) -> str | None:
    """As `only_state`, but not those who only answer: "was jailed, drawing a rebuke from Sylvania", "and Sylvania asked"."""
    named = countries_but_answers(head, statuses)
    if named is None:
        return only_state(head, statuses)
    return next(iter(named)) if len(named) == 1 else None


def countries_but_answers(head: int, statuses: Statuses) -> frozenset[str] | None:
    """The countries that the sentence names before what comes of the act; None where it tells of nothing that does."""
    doc = statuses.graph.doc
    verb = doc[head]
    answers = [c for c in verb.conjuncts if c.i > head and any(s.dep_ in SUBJECTS for s in c.lefts)]
    answers += [c for c in verb.rights if c.dep_ == "advcl" and c.tag_ == PARTICIPLE]
    if not answers:
        return None
    later = frozenset(t.i for word in answers for t in word.subtree)
    return _countries(verb.sent.start, later | outside(head, doc), statuses)


def only_state_before(head: int, statuses: Statuses) -> str | None:
    """ "The mayor of Strelsau is arrested. Rallies are banned": there, if the sentence names no state."""
    start = statuses.graph.doc[head].sent.start
    named = countries_but_answers(head, statuses)
    named = countries_named(head, statuses) if named is None else named
    return only_state(start - 1, statuses) if start and not named else None


def country_of_places(head: int, statuses: Statuses) -> str | None:
    """The country in which all places of the token's sentence lie, if there is just one."""
    start = statuses.graph.doc[head].sent.start
    found = {place.country for _, place in statuses.named.places.get(start, ()) if place.country}
    return next(iter(found)) if len(found) == 1 else None


def written_far_off(head: int, statuses: Statuses) -> bool:
    """ "DUBAI (Agency) -": the token is of a dateline of a town from which its neighbours are reported on too."""
    graph = statuses.graph
    start = graph.doc[head].sent.start
    if not is_dateline_at(graph.doc[start].idx, graph.doc.text):
        return False
    towns = (place.text.lower() for _, place in statuses.named.places.get(start, ()))
    return any(town in graph.words["towns that report on neighbours"] for town in towns)


def country_before_clause(head: int, statuses: Statuses) -> str | None:
    """ "A mayor is shot in Strelsau and two Sylvanians are held": the land of all places before the second clause."""
    verb = statuses.graph.doc[head]
    if verb.dep_ not in SECOND:
        return None
    before = verb.left_edge.i
    places = statuses.named.places.get(verb.sent.start, ())
    found = {place.country for i, place in places if place.country and i < before}
    return next(iter(found)) if len(found) == 1 else None


def countries_named(
    head: int, statuses: Statuses, *, aside: bool = True, next_too: bool = True
) -> frozenset[str]:
    """The countries of all actors and places of the token's sentence; those of asides only if no others are named.

    Without `aside` not those that only say when, without `next_too` not those of what is told next or why ("is
    arrested for spying and flown to Sylvania").
    """
    asked = (head, aside, next_too)
    found = statuses.once.lands.get(asked)
    if found is None:
        found = statuses.once.lands[asked] = _named(head, statuses, aside=aside, next_too=next_too)
    return found


def _named(head: int, statuses: Statuses, *, aside: bool, next_too: bool) -> frozenset[str]:
    doc = statuses.graph.doc
    sentence = doc[head].sent
    skipped = frozenset[int]() if aside else frozenset(t.i for p in sentence if _dates(p) for t in p.subtree)
    if not next_too:
        later = [c for c in doc[head].conjuncts if c.pos_ == "VERB" and c.i > head]
        later += [c for c in doc[head].rights if c.dep_ == "prep" and c.lower_ in REASONS]
        skipped |= {t.i for word in later for t in word.subtree}
    apart = outside(head, doc)
    found = _countries(sentence.start, skipped | apart, statuses)
    if found or not apart:
        return found
    return _countries(sentence.start, skipped | outside(head, doc, only=PAPER), statuses)


def _countries(start: int, without: frozenset[int], statuses: Statuses) -> frozenset[str]:
    there = statuses.once.lands_there.get(start)
    if there is None:
        there = statuses.once.lands_there[start] = list(_lands_there(start, statuses))
    return frozenset([country for i, country in there if i not in without])


def _lands_there(start: int, statuses: Statuses) -> Iterator[tuple[int, str]]:
    """The tokens by which the sentence that starts there names a country, and not only what stands by."""
    doc, words, named = statuses.graph.doc, statuses.graph.words, statuses.named
    found = [(i, m.actor.country) for i, m in named.mentions(start) if _counts(m, doc[i], statuses)]
    found += [(i, place.country) for i, place in named.places.get(start, ())]
    for i, country in found:
        if country and not _only_stands_by(doc[i], words):
            yield i, country


def _only_stands_by(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    return (
        is_backer(token, words)
        or only_lends(token, words)
        or is_way(token, words)
        or names_border(token, words)
        or _is_landmark(token, words)
    )


def _is_landmark(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Police fired on a car near the Sylvanian embassy": it stands in another land."""
    house = token.head if token.dep_ in MODIFYING else token
    by_it = house.dep_ == "pobj" and house.head.lower_ in words["words before a landmark"]
    return by_it and house.lemma_.lower() in words["missions abroad"]


def _counts(mention: Mention, token: Token, statuses: Statuses) -> bool:
    if mention.kind == "outlet" or _is_known_firm(mention) or is_told_press(token, statuses.graph.words):
        return False
    return not only_backs(token)


def _is_known_firm(mention: Mention) -> bool:
    """ "Steel workers walk out": a firm that a table has is at home in a state, and works in many."""
    return mention.kind == "group" and FIRM in mention.actor.sectors


def _dates(word: Token) -> bool:
    """ "The largest since the invasion of Sylvania"."""
    return word.dep_ == "prep" and word.lower_ in SINCE


def lands_listed(place: Place, statuses: Statuses) -> dict[str, str]:
    """The place of an act in, all the states out in which a list of places says that it was done.

    "Protests break out in Ruritania, Sylvania and Graustark": the people of each of them protest.
    The country of the place and of those listed with it, each with what it is called.
    """
    found = {place.country: place.text} if place.country else {}
    named = word_of(place, statuses.graph.doc)
    if named is None or not named.conjuncts:
        return found
    for country, name in _beside(named.i, statuses):
        found.setdefault(country, name)
    return found


def _beside(head: int, statuses: Statuses) -> Iterator[tuple[str, str]]:
    doc, mentions = statuses.graph.doc, statuses.mentions
    for token in doc[head].conjuncts:
        there, mention = mentions.places.get(token.i), mentions.actors.get(token.i)
        country = there.country if there is not None else mention.actor.country if mention else None
        if country and token.pos_ == "PROPN":
            yield country, token.text
