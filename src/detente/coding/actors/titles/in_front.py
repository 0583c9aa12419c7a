"""A bare title in, the state of the place that stands right in front of it out: "in Strelsau the government"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.actors.page import Hit, Page, Title
from detente.coding.actors.pointing.opposite import only_sponsors
from detente.coding.actors.pointing.things_again import MISSIONS
from detente.coding.actors.side import Side, side_of, side_of_place
from detente.coding.actors.titles.many_lands import acts_itself
from detente.knowledge.actor_rows import Role
from detente.reading.asides import PAPER, TELLER, outside
from detente.reading.shapes import NAMES, SUBJECTS
from detente.reading.tokens import Token

IN = ("in", "at", "across")
BETWEEN = ("the", ",")
THERE, WHERE, PERSON = "there", "where", "person"
RELATIVE, WHOSE = "relcl", "WP$"
OF_LANDS, NUMBER, PLURAL = ("of", "from"), "CD", "NNS"
PLACED, BEING_IN = frozenset({"in", "at", "to", "into", "near", "from", "across", "for"}), "being_in"
OF_PHRASE = ("ADJ", "NOUN", "VERB", "PROPN", "ADV", "PUNCT")
KEEPERS = frozenset({"COP", "JUD"})  # sectors
PAST_DEEDS = ("relcl", "pcomp", "acl")  # labels of what those held have done
FARTHEST = 4  # words between the place and the title: "in Strelsau , the ruling party"


def side_in_front(page: Page, title: Title) -> Side | None:
    """The state in which the clause that opens with this title takes place."""
    i = title.start - 1
    while i > 0 and title.start - i <= FARTHEST and i not in page.hit_at:
        if page.doc[i].lower_ not in BETWEEN and page.doc[i].pos_ not in ("ADJ", "NUM", "NOUN"):
            return None
        i -= 1
    hit = page.hit_at.get(i)
    if hit is None or not hit.start or page.doc[hit.start - 1].lower_ not in IN:
        return None
    before = page.doc[hit.start - 2].lower_ if hit.start > 1 else ""
    if before not in ("", "while", "and", "but", ";", ",", ".", "–", "—", "as", "where"):
        return None  # "a rally in Strelsau the government": the place of what comes before
    side = side_of(hit, page) or side_of_place(hit, page)
    if side is None or side.country is None:
        return None
    return replace(side, start=0, end=0, sectors=(), inferred=f"it is told of {side.name}")


def side_there(page: Page, title: Title, role: Role) -> Side | None:
    """ "He flew to Sylvania. Police there arrested him": the state of the place named last before the title."""
    doc = page.doc
    if title.end >= len(doc) or doc[title.end].lower_ != THERE:
        return _side_of_relative(page, title, role)
    placed = PLACED | page.words[BEING_IN]
    before = [h for h in page.hits if h.end <= title.start and h.start and doc[h.start - 1].lower_ in placed]
    for hit in sorted(before, key=lambda h: -h.start):
        side = side_of(hit, page) or side_of_place(hit, page)
        if side is not None and side.country is not None:
            return replace(side, start=0, end=0, sectors=(), inferred=f"it is told of {side.name}")
    return None


def _side_of_relative(page: Page, title: Title, role: Role) -> Side | None:
    """ "Flew to Sylvania, where police shot two", "a treaty with Sylvania, whose army ...": the state behind the comma.

    A single office may well be a guest's there ("in Sylvania, where the minister will speak").
    """
    for verb in page.doc[title.head].ancestors:
        if verb.dep_ != RELATIVE:
            continue
        owned = any(t.tag_ == WHOSE for t in page.doc[verb.left_edge.i : verb.i])
        where = any(c.lower_ == WHERE for c in verb.lefts) and not role.office
        told = owned or (where and not _is_venue(page, verb.head))
        hit = page.hit_at.get(verb.head.i) if told else None
        side = None if hit is None else side_of(hit, page) or side_of_place(hit, page)
        if side is not None and side.country is not None:
            return replace(side, start=0, end=0, sectors=(), inferred=f"it is told of {side.name}")
    return None


def _is_venue(page: Page, town: Token) -> bool:
    """ "Talks resumed in Strelsau, where the rebels freed two soldiers": only where others meet."""
    over = town.head.head
    words = {over.lemma_.lower(), *(c.lemma_.lower() for c in over.lefts if c.dep_ in SUBJECTS)}
    return not words.isdisjoint(page.words["mediated"] | page.words["encounter"])


def apart_from_venue(page: Page, title: Title, hits: Sequence[Hit]) -> list[Hit]:
    """ "Talks between the rebels and the government of Sylvania in Strelsau": without the town, where another land is
    named; but police act where they are."""
    if any(KEEPERS & set(role.sectors) for role in title.roles):
        return list(hits)
    venues = {h.start: over for h in hits if (over := _talks_at(page, page.root(h.start, h.end))) is not None}
    left = [h for h in hits if h.start not in venues]
    talked = any(over.is_ancestor(page.root(h.start, h.end)) for h in left for over in venues.values())
    return left if talked and any(side_of(h, page) for h in left) else list(hits)


def _talks_at(page: Page, town: Token) -> Token | None:
    """The noun of talks that a town says the place of, or the verb of which it is the subject."""
    if town.dep_ != "pobj" or town.head.lower_ not in IN:
        return None
    talks = page.words["held_elsewhere"]
    over = town.head.head
    while over.pos_ in ("NOUN", "PROPN", "ADP") and over.head.i != over.i:
        if over.lemma_.lower() in talks:
            return over
        over = over.head
    held = any(c.lemma_.lower() in talks for c in over.lefts if c.pos_ == "NOUN")
    return over if held else None


def is_only_a_seat(page: Page, hit: Hit, title: Title) -> bool:
    """ "The government will go to the court in The Hague": where a world body sits, and nobody's government."""
    words = page.doc.span(hit.start, hit.end)
    if _is_where_they_meet(page, words.root, title) or _is_where_they_talk(page, words.root, title):
        return True
    if page.is_word(hit.start - 1, "next_door"):
        return _is_next_door_to_it(words.root, page.doc[title.head])
    if words.text.removeprefix("the ").removeprefix("The ") not in page.words["seats"]:
        return False
    return title.head not in (t.i for t in words.root.ancestors if t.dep_ != "ROOT")


def _is_where_they_meet(page: Page, town: Token, title: Title) -> bool:
    """ "Met envoys of the government at a hotel in Strelsau": theirs it need not be; but police act where they are."""
    house, at = town.head.head, town.head.head.head
    inside = town.head.lower_ == IN[0] and house.pos_ == "NOUN" and at.dep_ == "prep" and at.lower_ in IN
    if not inside or house.lemma_.lower() not in page.words["venue"] or title.end > house.i:
        return False
    return not any(KEEPERS & set(role.sectors) for role in title.roles)


def _is_where_they_talk(page: Page, town: Token, title: Title) -> bool:
    """ "Ruritanian negotiators in Klausenburg accused the rebels of stalling": only where both sides talk.

    So too "a Ruritanian exile group in Klausenburg", which speaks of its own land.
    """
    if any(KEEPERS & set(role.sectors) for role in title.roles) or town.head.lower_ != IN[0]:
        return False
    before = page.doc[max(town.head.i - 1, 0)]  # the parser may hang the place on the verb
    fled = any(t.lemma_.lower() in page.words["fled"] for t in before.lefts)
    return fled or is_sent_to_talk(page, before)


def is_sent_to_talk(page: Page, noun: Token) -> bool:
    """Negotiators and delegates, and "government envoys": they are of any land but that in which they talk."""
    lemma = noun.lemma_.lower()
    governs = any(page.is_word(t.i, "governmental") for t in noun.lefts)
    return lemma in page.words["sent_to_talk"] or (governs and lemma in page.words["accredited"])


def _is_next_door_to_it(land: Token, title: Token) -> bool:
    """ "The government's support for rebels in neighbouring Sylvania", but "soldiers mutinied in neighbouring Sylvania"."""
    over = land.head.head
    return over is not title and title.head is not over


def told_of(page: Page, title: Title, hits: Sequence[Hit]) -> list[Hit]:
    """Those names that stand in no aside; if all do, all but those of papers that tell of others."""
    papers = outside(title.head, page.doc, only=PAPER)
    left = [h for h in hits if h.start not in papers and not _is_where_one_fought(page, title, h)]
    apart = outside(title.head, page.doc, but=TELLER)
    return [h for h in left if h.start not in apart] or left


def _is_where_one_fought(page: Page, title: Title, hit: Hit) -> bool:
    """ "Police held a Sylvanian who had fought in Graustark", "for joining rebels there": they did not hold him there."""
    place, held = page.root(hit.start, hit.end), page.doc[title.head]
    keepers = any(KEEPERS & set(role.sectors) for role in title.roles)
    if not keepers or place.dep_ != "pobj" or title.start > place.i or held.dep_ not in SUBJECTS:
        return False
    over = place.head
    while over.i != held.head.i and over.dep_ not in PAST_DEEDS and over.head.i != over.i:
        over = over.head
    fought = over.i != held.head.i and over.lemma_.lower() in page.words["fighting_abroad"]
    return fought and page.doc[held.head.i].is_ancestor(over)


def is_of_many_lands(page: Page, title: Title) -> bool:
    """ "Officials of other countries", "envoys from six nations": of none that the sentence must name."""
    doc = page.doc
    if title.end + 2 >= len(doc) or doc[title.end].lower_ not in OF_LANDS:
        return False
    first = doc[title.end + 1]
    if first.tag_ == NUMBER:
        return first.head.tag_ == PLURAL and first.head.lemma_.lower() in page.words["counted_lands"]
    return doc[title.end].lower_ == OF_LANDS[0] and first.lower_ in page.words["elsewhere"]


def is_never_home(page: Page, title: Title) -> bool:
    """ "Peacekeepers", "the peacekeeping force": of no land in which they are."""
    words = page.words["never_home"]
    return title.lemma in words or page.doc[title.head].lemma_.lower() in words


def is_abroad(page: Page, noun: Token) -> bool:
    """ "The embassy in Strelsau", "diplomats in Strelsau": of no land where they are posted."""
    lemma = noun.lemma_.lower()
    posted = noun.tag_ == PLURAL and lemma in page.words["accredited"]
    where = (town for child in noun.rights if child.lower_ in IN for town in child.rights)
    return (posted or lemma in page.words[MISSIONS]) and any(town.tag_ in NAMES for town in where)


def is_of_elsewhere(page: Page, title: Title) -> bool:
    """Whether those who are called so are of one known state, or of any but that in which they are."""
    only = any(len(role.countries) == 1 and role.group == PERSON for role in title.roles)
    noun = page.forms(title.head)[1]
    of_others = noun in page.words["accredited"] or is_sent_to_talk(page, page.doc[title.head])
    return only or of_others or noun in page.words["held"]


def stands_alone(page: Page, title: Title, role: Role) -> bool:
    """Whether a title names a political actor without a state beside it: "officials", but not "the head"."""
    nobodys = role.id in page.words["of_nowhere"]  # "observers blamed the army"
    if role.id not in page.words["alone"] and not (nobodys and acts_itself(page.doc[title.head])):
        return False
    if role.id in page.words["known_alone"] and _is_any(page, page.doc[title.head]):
        return False
    describes = page.doc[title.head].dep_ == "amod" and not page.is_word(title.end, "of_fighters")
    if describes or title.lemma in page.words["vague"]:
        return False
    # but not "the president of the chess club": of something that no table knows
    below = page.doc[title.head].children if role.office else ()
    return not any(child.lower_ == "of" and child.i >= title.end for child in below)


def _is_any(page: Page, noun: Token) -> bool:
    """ "An intelligence agency", "a foreign secret service", "two spy agencies": nobody says whose."""
    before = {child.lower_ for child in noun.lefts}
    return noun.tag_ == PLURAL or not before.isdisjoint(page.words["indefinite"] | page.words["abroad"])


def is_sponsored(page: Page, title: Title) -> bool:
    """ "Sylvania-backed rebels": the state that is named is only behind them."""
    i = title.start - 1
    while i > 0 and page.doc[i].pos_ in OF_PHRASE and i not in page.hit_at:
        i -= 1
    hit = page.hit_at.get(i)
    return hit is not None and only_sponsors(page, hit)
